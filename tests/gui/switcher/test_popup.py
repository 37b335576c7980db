from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from chatapp.gui.actions import native
from chatapp.gui.switcher.entry import MOST, Entry, Kind
from chatapp.gui.switcher.popup import SwitcherPopup
from chatapp.gui.theme.theme import Theme

ROOMS = [
    Entry(Kind.ROOM, "default", "default", spoken="default, room", joined=True),
    Entry(Kind.ROOM, "music", "music", spoken="music, room, not joined"),
    Entry(Kind.ROOM, "tea", "tea <b>&time", spoken="tea <b>&time, room", joined=True, unread=120, mentions=2),
]
OTHERS = [
    Entry(Kind.PERSON, "Mia", "Mia", "in this room", spoken="Mia, person, in this room"),
    Entry(Kind.COMMAND, "Room/Leave", "Leave room", "Room", "Ctrl+L", "Leave room, Room, Ctrl+L"),
]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLineEdit(made))
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    made.centralWidget().setFocus()
    qtbot.waitUntil(made.centralWidget().hasFocus)
    return made


@pytest.fixture
def popup(window: QMainWindow, theme: Theme, said: list[str]) -> Iterator[SwitcherPopup]:
    made = SwitcherPopup(theme, window)
    made.open([*ROOMS, *OTHERS], lambda name: Entry(Kind.NEW_ROOM, name, f"Create {name}", spoken=f"Create {name}"))
    said.clear()
    yield made
    made.hide()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    spoken: list[str] = []
    monkeypatch.setattr("chatapp.gui.switcher.popup.read_aloud", lambda _widget, text: spoken.append(text))
    return spoken


def current(popup: SwitcherPopup) -> str:
    entry = popup.current()
    return entry.key if entry is not None else ""


def press(popup: SwitcherPopup, *keys: str) -> None:
    for key in keys:
        QTest.keySequence(popup.field, QKeySequence(key))


def test_typing_finds_and_enter_goes_there(popup: SwitcherPopup, window: QMainWindow, qtbot: QtBot) -> None:
    assert popup.field.hasFocus()
    qtbot.keyClicks(popup.field, "mus")
    with qtbot.waitSignal(popup.chosen) as chosen:
        press(popup, "Return")
    assert [chosen.args[0].key, chosen.args[1]] == ["music", False]
    assert not popup.isVisible()
    assert window.centralWidget().hasFocus()


def test_ctrl_enter_joins_as_well(popup: SwitcherPopup, qtbot: QtBot) -> None:
    qtbot.keyClicks(popup.field, "mus")
    with qtbot.waitSignal(popup.chosen) as chosen:
        press(popup, "Ctrl+Return")
    assert chosen.args[1] is True


def test_keys_go_through_the_list_while_the_field_keeps_the_keyboard(popup: SwitcherPopup, said: list[str]) -> None:
    assert current(popup) == "tea", "what is for this person leads"
    press(popup, "Down")
    assert current(popup) == "default"
    press(popup, "Up", "Up")
    assert current(popup) == "music", "round the end"
    press(popup, "Home")
    assert current(popup) == "tea"
    press(popup, "End", "PgUp")
    assert current(popup) == "tea"
    press(popup, "PgDown")
    assert current(popup) == "music"
    assert popup.field.hasFocus()
    assert said[0] == "default, room"
    assert said[-1] == "music, room, not joined"


@pytest.mark.parametrize("key", ["Escape", "Tab", "Shift+Tab"])
def test_leaving_gives_the_keyboard_back(popup: SwitcherPopup, window: QMainWindow, qtbot: QtBot, key: str) -> None:
    with qtbot.assertNotEmitted(popup.chosen):
        press(popup, key)
    assert not popup.isVisible()
    assert window.centralWidget().hasFocus()


def test_a_click_beside_it_closes_it_and_one_in_the_list_chooses(
    popup: SwitcherPopup, window: QMainWindow, qtbot: QtBot
) -> None:
    place = popup.list.visualRect(popup.list.model().index(1, 0)).center()
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args[0].key == "default"
    popup.open(ROOMS, lambda _name: None)
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(4, 590))
    assert not popup.isVisible()
    assert window.centralWidget().hasFocus()


def test_a_title_is_no_entry(popup: SwitcherPopup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(popup.chosen):
        qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 4))


def test_where_nothing_is_called_so_a_room_is_offered(popup: SwitcherPopup, said: list[str], qtbot: QtBot) -> None:
    popup.field.setText("gard")
    popup.field.setText("garden")
    assert current(popup) == "garden"
    qtbot.waitUntil(lambda: bool(said))
    with qtbot.waitSignal(popup.chosen) as chosen:
        press(popup, "Return")
    assert chosen.args[0].kind is Kind.NEW_ROOM
    assert said == ["1 found: Create garden"]


def test_of_other_kinds_nothing_is_offered_and_it_is_said(popup: SwitcherPopup, said: list[str], qtbot: QtBot) -> None:
    popup.field.setText("@garden")
    assert popup.current() is None
    qtbot.waitUntil(lambda: said == ["Nothing is called that."])
    with qtbot.assertNotEmitted(popup.chosen):
        press(popup, "Return")
    assert popup.isVisible()


def test_the_count_and_the_first_are_read_aloud(popup: SwitcherPopup, said: list[str], qtbot: QtBot) -> None:
    popup.field.setText(">lea")
    qtbot.waitUntil(lambda: said == ["1 found: Leave room, Room, Ctrl+L"])


def test_what_changes_meanwhile_leaves_the_choice_where_it_is(popup: SwitcherPopup) -> None:
    press(popup, "Down")
    popup.update_entries([Entry(Kind.ROOM, "aaa", "aaa", unread=1, mentions=1), *ROOMS])
    assert current(popup) == "default"
    popup.update_entries(ROOMS[1:])
    assert current(popup) == "tea"


def test_it_is_within_its_window_at_any_size(popup: SwitcherPopup, window: QMainWindow, qtbot: QtBot) -> None:
    popup.update_entries([Entry(Kind.ROOM, f"room {n}", f"room {n}") for n in range(2 * MOST)])
    for size in ((320, 240), (1920, 1080), (620, 460)):
        window.resize(*size)
        box = popup.field.parentWidget()
        qtbot.waitUntil(lambda: popup.size() == window.size())
        assert window.rect().contains(box.geometry())
        assert popup.list.geometry().bottom() < box.height()


def test_names(popup: SwitcherPopup) -> None:
    assert popup.field.accessibleName() == "Go to"
    assert popup.list.accessibleName() == "Found"
    assert native("Ctrl+Return") in popup.field.accessibleDescription()
