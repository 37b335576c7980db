"""What does not fit is scrolled to."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.area import ScrollArea


def test_it_is_never_narrower_than_what_is_in_it_and_scrolls_down(qtbot: QtBot) -> None:
    sheet = QLabel("wide enough\n" * 60)
    area = ScrollArea(sheet)
    qtbot.addWidget(area)
    assert area.minimumSizeHint().width() > sheet.minimumSizeHint().width()
    area.resize(area.minimumSizeHint().width(), 100)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0


def test_the_keyboard_goes_to_what_is_in_it(qtbot: QtBot) -> None:
    area = ScrollArea(QWidget())
    qtbot.addWidget(area)
    area.show()
    area.setFocus()
    assert not area.hasFocus()
