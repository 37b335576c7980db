"""The search field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.search import SearchField
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK


def cross(field: SearchField) -> QToolButton:
    [button] = field.findChildren(QToolButton)
    return button


def test_the_cross_is_there_while_there_is_something_to_clear(qtbot: QtBot) -> None:
    field = SearchField(Theme())
    qtbot.addWidget(field)
    field.show()
    assert field.accessibleName() == "Search emoji"
    [action] = field.actions()
    assert not action.isVisible()
    qtbot.keyClicks(field, "cat")
    assert action.isVisible()
    qtbot.mouseClick(cross(field), Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not action.isVisible()


def test_text_keeps_clear_of_the_glass_on_either_side(qtbot: QtBot) -> None:
    field = SearchField(Theme())
    qtbot.addWidget(field)
    assert field.textMargins().left() > field.textMargins().right() == 0
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.textMargins().right() > field.textMargins().left() == 0


def test_it_follows_the_theme(qtbot: QtBot) -> None:
    theme = Theme()
    field = SearchField(theme)
    qtbot.addWidget(field)
    before = bytes(field.grab().toImage().constBits())
    theme.use(DARK)
    assert bytes(field.grab().toImage().constBits()) != before
