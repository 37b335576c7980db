import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.button import EmojiButton
from chatapp.gui.emoji.card import Card
from chatapp.gui.emoji.tones import Form
from chatapp.gui.theme.theme import Theme

Key = Qt.Key
LINE = [[Form(letter, f"tone {letter}") for letter in "abcdef"]]
MATRIX = [[Form("p", "plain") if not line else None, *[Form(f"{line}{c}", "") for c in range(5)]] for line in range(5)]
CELL = QRect(150, 120, 30, 30)


class Offered:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.window.resize(360, 400)
        self.field = QLineEdit(self.window)
        self.card = Card(Theme(), self.window)
        self.chosen: list[str] = []
        self.card.chosen.connect(self.chosen.append)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.field.setFocus()

    def press(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)

    @property
    def at(self) -> str:
        """What the keyboard is at."""
        widget = self.window.focusWidget()
        return widget.emoji if isinstance(widget, EmojiButton) else type(widget).__name__

    def place(self, emoji: str) -> QPoint:
        button = next(b for b in self.card.findChildren(EmojiButton) if b.emoji == emoji and b.isVisible())
        return button.mapToGlobal(button.rect().center())


@pytest.fixture
def offered(qtbot: QtBot) -> Offered:
    return Offered(qtbot)


def test_it_begins_at_what_is_current_and_enter_chooses(offered: Offered) -> None:
    offered.card.offer(CELL, "thumbs up", LINE, "c", forgettable=False)
    assert offered.at == "c"
    offered.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Return)
    assert offered.chosen == ["e"]
    assert offered.card.isHidden()
    assert offered.window.focusWidget() is offered.field


def test_home_end_and_tab(offered: Offered) -> None:
    offered.card.offer(CELL, "thumbs up", LINE, "nothing of these", forgettable=True)
    assert offered.at == "a"
    offered.press(Key.Key_End)
    assert offered.at == "QPushButton"
    offered.press(Key.Key_Tab)
    assert offered.at == "a"
    offered.press(Key.Key_Backtab)
    assert offered.at == "QPushButton"
    offered.press(Key.Key_Home)
    assert offered.at == "a"


def test_arrows_go_through_a_matrix_and_round_its_gaps(offered: Offered) -> None:
    offered.card.offer(CELL, "people", MATRIX, "p", forgettable=True)
    offered.press(Key.Key_Down)
    assert offered.at == "10"
    offered.press(Key.Key_Left)
    assert offered.at == "10"
    offered.press(Key.Key_Right, Key.Key_Down)
    assert offered.at == "21"
    offered.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Left, Key.Key_Left)
    assert offered.at == "p"
    offered.press(*[Key.Key_Down] * 5)
    assert offered.at == "QPushButton"
    offered.press(Key.Key_Down)
    assert offered.at == "QPushButton"
    offered.press(Key.Key_Down)  # round, as in a menu
    assert offered.at == "p"


def test_escape_and_a_press_beside_it_close_it_and_do_nothing_else(offered: Offered) -> None:
    offered.card.offer(CELL, "thumbs up", LINE, "a", forgettable=False)
    offered.press(Key.Key_Escape)
    assert offered.card.isHidden()
    assert offered.window.focusWidget() is offered.field
    offered.card.offer(CELL, "thumbs up", LINE, "a", forgettable=False)
    offered.qtbot.mouseClick(offered.card, Qt.MouseButton.LeftButton, pos=QPoint(5, 390))
    assert offered.card.isHidden()
    assert offered.chosen == []


def test_a_recent_one_can_be_forgotten(offered: Offered) -> None:
    offered.card.offer(CELL, "cat", [], "", forgettable=True)
    button, everything = offered.card.findChildren(QPushButton)
    assert button.hasFocus()
    with offered.qtbot.waitSignal(offered.card.forgotten):
        offered.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert offered.card.isHidden()
    offered.card.offer(CELL, "cat", [], "", forgettable=True)
    with offered.qtbot.waitSignal(offered.card.all_forgotten):
        offered.press(Key.Key_End, Key.Key_Return)
    assert offered.card.isHidden()
    offered.card.offer(CELL, "thumbs up", LINE, "a", forgettable=False)
    assert button.isHidden()
    assert everything.isHidden()


def test_a_mouse_that_is_held_points_and_presses(offered: Offered) -> None:
    offered.card.offer(CELL, "thumbs up", LINE, "a", forgettable=False)
    offered.card.point_at(offered.place("d"))
    assert offered.at == "d"
    outside = offered.window.mapToGlobal(QPoint(2, 390))
    offered.card.point_at(outside)
    offered.card.press_at(outside)
    assert offered.at == "d"
    assert offered.chosen == []
    offered.card.press_at(offered.place("e"))
    assert offered.chosen == ["e"]


def test_mirrored_it_runs_from_right_to_left(offered: Offered) -> None:
    offered.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    offered.card.offer(CELL, "thumbs up", LINE, "a", forgettable=False)
    assert offered.place("a").x() > offered.place("b").x()
    offered.press(Key.Key_Left)
    assert offered.at == "b"


@pytest.mark.parametrize("corner", [QPoint(0, 0), QPoint(330, 0), QPoint(0, 370), QPoint(330, 370), QPoint(150, 200)])
def test_it_stays_within_what_it_covers(offered: Offered, corner: QPoint) -> None:
    offered.card.offer(QRect(corner, CELL.size()), "people", MATRIX, "p", forgettable=True)
    sheet = offered.card.findChild(QPushButton).parentWidget()
    assert offered.card.rect().contains(sheet.geometry())
    assert sheet.accessibleName() == "people"
    offered.card.grab()


def test_what_was_offered_before_is_gone(offered: Offered) -> None:
    offered.card.offer(CELL, "people", MATRIX, "p", forgettable=False)
    offered.card.offer(CELL, "thumbs up", LINE, "a", forgettable=False)
    shown = [button.emoji for button in offered.card.findChildren(EmojiButton) if button.isVisible()]
    assert shown == list("abcdef")
    offered.card.leave()
    assert offered.window.focusWidget() is offered.field
