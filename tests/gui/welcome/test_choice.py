from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.choice import Choice


def test_it_is_a_button_with_a_title_and_a_description(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, "host", "Host a chat", "On this computer.")
    qtbot.addWidget(choice)
    choice.show()
    interface = QAccessible.queryAccessibleInterface(choice)
    assert interface.text(QAccessible.Text.Name) == "Host a chat"
    assert interface.text(QAccessible.Text.Description) == "On this computer."
    assert interface.role() is QAccessible.Role.PushButton
    with qtbot.waitSignal(choice.clicked):
        qtbot.keyClick(choice, Qt.Key.Key_Space)


def test_a_long_description_makes_it_higher_when_narrow(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, "host", "Host a chat", "word " * 30)
    qtbot.addWidget(choice)
    assert choice.heightForWidth(250) > choice.heightForWidth(800)
    choice.describe("Short.")
    assert choice.heightForWidth(250) == choice.heightForWidth(800)
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not choice.grab().isNull()
