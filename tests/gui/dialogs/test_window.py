from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from chatapp.gui.dialogs.window import DialogWindow


def test_it_is_as_wide_as_its_buttons(qtbot: QtBot) -> None:
    dialog = DialogWindow()
    qtbot.addWidget(dialog)
    button = dialog.add_button("Do it")
    dialog.add_button("Leave everything as it is")
    dialog.show()
    button.setText("Set the chat that is here aside, " * 3)
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())


def test_everything_in_it_is_plain_text_and_it_goes_when_closed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DialogWindow(parent)
    dialog.entitle("A [*] <b>title</b>", "<i>Text</i>")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    assert dialog.windowTitle() == "A [*][*] <b>title</b>"
    button = dialog.add_button("Do it", "primary", default=True)
    assert button.isDefault()
    dialog.open()
    assert dialog.isModal()
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))
