import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.button import EmojiButton
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def button(qtbot: QtBot) -> EmojiButton:
    made = EmojiButton(Theme())
    qtbot.addWidget(made)
    made.show_emoji("👍", "Thumbs up")
    made.resize(made.sizeHint())
    made.show()
    return made


def test_it_says_what_it_is_and_shows_it(button: EmojiButton) -> None:
    assert button.accessibleName() == "Thumbs up"
    before = button.grab().toImage()
    button.show_emoji("👎", "Thumbs down")
    assert button.emoji == "👎"
    assert button.grab().toImage() != before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_it(button: EmojiButton, key: Qt.Key, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_arrows_are_its_parents(qtbot: QtBot) -> None:
    class Parent(QWidget):
        def keyPressEvent(self, event: object) -> None:  # noqa: N802 -- Qt's own name
            heard.append(event)

    heard: list[object] = []
    parent = Parent()
    qtbot.addWidget(parent)
    qtbot.keyClick(EmojiButton(Theme(), parent), Qt.Key.Key_Right)
    assert len(heard) == 1


def test_being_marked_is_seen_and_it_grows_with_the_text(button: EmojiButton) -> None:
    button.setCheckable(True)
    button.clearFocus()
    before = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != before
    small = button.sizeHint()
    font = QFont(button.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    button.setFont(font)
    assert button.sizeHint().width() > 1.6 * small.width()
