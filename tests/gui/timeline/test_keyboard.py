import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.timeline.doable import Rights
from chatapp.session.timeline import Entry, State
from tests.gui.timeline.conftest import NOW, Show, Shown, lines

SHIFT = Qt.KeyboardModifier.ShiftModifier


def focused(shown: Shown, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> Shown:
    shown.view.clearFocus()
    shown.view.setFocus(reason)
    return shown


def press(shown: Shown, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(shown.view, key, modifiers)


def test_tab_comes_to_the_newest_message(show: Show, qtbot: QtBot) -> None:
    shown = focused(show(lines(50)))
    qtbot.waitUntil(shown.view.hasFocus)
    assert shown.view.keyboard.ringed == 49
    shown.view.clearFocus()
    assert shown.view.keyboard.ringed is None
    assert shown.view.keyboard.current == 49


def test_the_mouse_brings_no_ring(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(50))
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=shown.view.viewport().rect().center())
    qtbot.waitUntil(shown.view.hasFocus)
    assert shown.view.keyboard.ringed is None
    clicked = shown.view.keyboard.current
    press(shown, Qt.Key.Key_Up)
    assert clicked is not None
    assert shown.view.keyboard.ringed == clicked - 1


def test_arrows_go_from_message_to_message(show: Show, qtbot: QtBot) -> None:
    shown = focused(show(lines(50)))
    press(shown, *[Qt.Key.Key_Up] * 30)
    assert shown.view.keyboard.current == 19
    assert 19 in dict(shown.view.visible())
    press(shown, *[Qt.Key.Key_Down] * 4)
    assert shown.view.keyboard.current == 23
    press(shown, Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert shown.view.keyboard.current == 0
    assert shown.view.visible()[0] == (0, 0)
    press(shown, Qt.Key.Key_End, Qt.Key.Key_Down)
    assert shown.view.keyboard.current == 49
    assert shown.view.at_bottom


def test_a_message_higher_than_the_view_is_gone_through(show: Show) -> None:
    shown = focused(show([*lines(5), Entry("Bo", "\n".join(["line"] * 100), NOW), *lines(5)]))
    press(shown, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 5)
    assert shown.view.visible()[0] == (5, 0)
    steps = 0
    while shown.view.keyboard.current == 5:
        press(shown, Qt.Key.Key_Down)
        steps += 1
    assert 25 < steps < 60
    assert shown.view.keyboard.current == 6
    press(shown, Qt.Key.Key_Up)
    assert shown.view.visible()[0] == (5, 0)


def test_pages_scroll(show: Show) -> None:
    shown = focused(show(lines(200)))
    press(shown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert not shown.view.at_bottom
    first = shown.view.visible()[0][0]
    press(shown, Qt.Key.Key_Up)
    assert shown.view.keyboard.current is not None
    assert shown.view.keyboard.current >= first
    press(shown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert shown.view.at_bottom


def test_shift_selects_messages(show: Show) -> None:
    shown = focused(show(lines(5)))
    press(shown, Qt.Key.Key_Up)
    press(shown, Qt.Key.Key_Up, modifiers=SHIFT)
    assert shown.view.selected_text().splitlines() == ["author 0 14:13", "message 2", "author 0 14:13", "message 3"]
    press(shown, Qt.Key.Key_Down, Qt.Key.Key_Down, modifiers=SHIFT)
    assert shown.view.selected_text().splitlines()[1::2] == ["message 3", "message 4"]
    press(shown, Qt.Key.Key_Escape)
    assert not shown.view.selection


def test_copying(show: Show, qapp: QGuiApplication) -> None:
    shown = focused(show(lines(3)))
    QTest.keySequence(shown.view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "message 2"
    QTest.keySequence(shown.view, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keySequence(shown.view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text().splitlines()[1::2] == ["message 0", "message 1", "message 2"]


@pytest.mark.parametrize("sequence", [QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll])
def test_a_menu_of_the_window_does_not_take_copying_away(
    show: Show, qtbot: QtBot, sequence: QKeySequence.StandardKey
) -> None:
    shown = show(lines(3))
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(shown.view)
    action = window.addAction("Edit")
    action.setShortcut(sequence)
    with qtbot.waitExposed(window):
        window.show()
    focused(shown)
    qtbot.waitUntil(shown.view.hasFocus)
    with qtbot.assertNotEmitted(action.triggered):
        QTest.keySequence(shown.view, QKeySequence(sequence))
    assert bool(shown.view.selection) is (sequence == QKeySequence.StandardKey.SelectAll)
    shown.view.setParent(None)


def test_the_tab_key_is_not_trapped_and_letters_are_left_to_others(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(3))
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(shown.view)
    field = QLineEdit(window)
    layout.addWidget(field)
    with qtbot.waitExposed(window):
        window.show()
    focused(shown)
    qtbot.waitUntil(shown.view.hasFocus)
    QTest.keyClick(shown.view, Qt.Key.Key_Tab)
    qtbot.waitUntil(field.hasFocus)
    shown.view.setParent(None)


def test_the_place_is_kept_when_rows_come_and_go(show: Show) -> None:
    shown = show(lines(3))
    first, second = shown.say("one"), shown.say("two")
    focused(shown)
    assert shown.view.keyboard.current == 4
    shown.hear("someone")
    assert shown.view.keyboard.current == 5
    shown.confirm(first)
    assert shown.view.keyboard.current == 5
    shown.confirm(second)
    assert shown.view.keyboard.current is None
    press(shown, Qt.Key.Key_Up)
    assert shown.view.keyboard.current is not None


def test_an_empty_view_survives_the_keyboard(show: Show) -> None:
    shown = focused(show())
    press(shown, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Escape)
    QTest.keySequence(shown.view, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keySequence(shown.view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert shown.view.keyboard.current is None
    assert shown.view.selected_text() == ""


@pytest.mark.parametrize("ringed", [True, False])
def test_a_jump_takes_the_keyboard_along(show: Show, qtbot: QtBot, ringed: bool) -> None:
    shown = show([Entry("Ann", f"message {number}", NOW, seq=number + 1) for number in range(100)])
    focused(shown, Qt.FocusReason.TabFocusReason if ringed else Qt.FocusReason.MouseFocusReason)
    assert shown.view.show_seq(11)
    assert shown.view.keyboard.ringed == (10 if ringed else None)
    press(shown, Qt.Key.Key_Down)
    assert shown.view.keyboard.ringed == 11


def test_enter_opens_the_menu_of_the_message(show: Show, qtbot: QtBot) -> None:
    shown = focused(show([Entry("Ann", "text", NOW, seq=1)]))
    shown.view.set_rights(Rights(rich=True, write=True))
    press(shown, Qt.Key.Key_Return)
    menu = shown.view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert "Reply" in [action.text() for action in menu.actions()]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_delete_asks_to_delete_what_may_be_deleted(show: Show, qtbot: QtBot) -> None:
    own = Entry("me", "mine", NOW, mine=True, seq=1)
    shown = focused(show([own, Entry("Ann", "theirs", NOW, seq=2)]))
    shown.view.set_rights(Rights(rich=True, write=True))
    with qtbot.assertNotEmitted(shown.view.delete_asked):
        press(shown, Qt.Key.Key_Delete)
    press(shown, Qt.Key.Key_Up)
    with qtbot.waitSignal(shown.view.delete_asked) as asked:
        press(shown, Qt.Key.Key_Delete)
    assert asked.args == [own]
    shown.timeline.say(Entry("me", "failed", NOW, mine=True, state=State.FAILED, key=7))
    shown.model.refresh()
    press(shown, Qt.Key.Key_End)
    with qtbot.waitSignal(shown.view.discard_asked) as asked:
        press(shown, Qt.Key.Key_Delete)
    assert asked.args == [7]


@pytest.mark.parametrize(
    "held",
    [Qt.KeyboardModifier.NoModifier, SHIFT, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier],
)
def test_what_makes_a_character_is_for_who_writes_messages(show: Show, qtbot: QtBot, held: Qt.KeyboardModifier) -> None:
    shown = focused(show(lines(3)))
    with qtbot.waitSignal(shown.view.written) as heard:
        QApplication.sendEvent(shown.view, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Q, held, "@"))
    assert heard.args == ["@"]


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "f"),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "\x0b"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, ""),
    ],
)
def test_shortcuts_write_nothing(show: Show, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    shown = focused(show(lines(3)))
    with qtbot.assertNotEmitted(shown.view.written):
        QApplication.sendEvent(shown.view, QKeyEvent(QKeyEvent.Type.KeyPress, key, held, text))
