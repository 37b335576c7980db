from collections.abc import Iterator
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.settings import Settings
from chatapp.gui.switcher.entry import Kind
from chatapp.gui.switcher.popup import SwitcherPopup
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import CreateRoom, Joined, JoinRoom, Message, RoomsList
from chatapp.protocol.messages.rich import Members


@pytest.fixture
def window(appearance: Appearance, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(appearance, settings, "Ann")
    qtbot.addWidget(made)
    made.resize(1000, 650)
    with qtbot.waitSignal(made.painted):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


@pytest.fixture
def page(window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot) -> ChatPage:
    made = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.1"), settings, window)
    window.show_chat(made)
    talk.welcome(music=2, tea=5)
    talk.hear(Members("default", ["Ann", "Bo", "Chloé"], ""))
    qtbot.waitUntil(lambda: made.panel.found.rowCount() == 3)
    made.focus_writing()
    return made


def opened(window: MainWindow) -> SwitcherPopup:
    window.actions_.switch.trigger()
    assert window.switcher is not None
    return window.switcher.popup


def texts(popup: SwitcherPopup) -> list[str]:
    model = popup.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def go(popup: SwitcherPopup, text: str, keys: str = "Return") -> None:
    popup.field.setText(text)
    QTest.keySequence(popup.field, keys)


def test_it_opens_and_closes_by_its_key(window: MainWindow, page: ChatPage) -> None:
    popup = opened(window)
    assert popup.isVisible()
    assert popup.field.hasFocus()
    window.actions_.switch.trigger()
    assert not popup.isVisible()
    assert page.desk.front is not None
    assert page.desk.front.composer.field.hasFocus()


def test_a_room_is_opened_to_be_looked_at_or_joined(window: MainWindow, page: ChatPage, talk: Any) -> None:
    popup = opened(window)
    assert texts(popup) == ["default", "music", "tea"]
    go(popup, "mus")
    assert page.front == "music"
    talk.asked()
    go(opened(window), "#tea", "Ctrl+Return")
    assert page.front == "tea"
    assert any(isinstance(asked, JoinRoom) and asked.room == "tea" for asked in talk.asked())


def test_the_last_room_is_two_keys_away(window: MainWindow, page: ChatPage) -> None:
    for room in ("music", "tea"):
        page.open_room(room)
    popup = opened(window)
    assert texts(popup)[0] == "music", "the latest but for the one in front"
    go(popup, "")
    assert page.front == "music"


def test_what_is_unread_leads(window: MainWindow, page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.hear(Joined("music"), Message("Bo", "music", "Psst"))
    popup = opened(window)
    entry = popup.current()
    assert entry is not None
    assert (entry.key, entry.unread) == ("music", 1)
    assert entry.spoken == "music, room, 2 people, 1 unread"
    talk.hear(RoomsList({"default": 1, "music": 2, "tea": 5, "garden": 1}))
    qtbot.waitUntil(lambda: "garden" in texts(popup))
    assert popup.current() is not None


def test_a_person_is_mentioned(window: MainWindow, page: ChatPage) -> None:
    go(opened(window), "@chlo")
    assert page.desk.front is not None
    assert page.desk.front.composer.field.text() == "@Chloé "
    assert page.desk.front.composer.field.hasFocus()


def test_oneself_is_no_one_to_mention(window: MainWindow, page: ChatPage) -> None:
    popup = opened(window)
    popup.field.setText("@")
    assert texts(popup) == ["Bo", "Chloé"]
    assert page.isVisible()


def test_a_command_is_done(window: MainWindow, page: ChatPage, qtbot: QtBot) -> None:
    popup = opened(window)
    popup.field.setText(">dark")
    entry = popup.current()
    assert entry is not None
    assert (entry.text, entry.detail) == ("Dark", "View ▸ Theme")
    with qtbot.waitSignal(window.actions_.theme["dark"].triggered):
        go(popup, ">dark")
    assert page.isVisible()


def test_only_what_can_be_done_is_listed(window: MainWindow) -> None:
    popup = opened(window)
    popup.field.setText(">")
    listed = texts(popup)
    assert "Host a chat…" in listed
    assert not {"Leave room", "Stop hosting", "Go to…"} & set(listed)


def test_a_room_is_made_by_the_name_that_was_typed(window: MainWindow, page: ChatPage, talk: Any) -> None:
    talk.asked()
    popup = opened(window)
    popup.field.setText("garden")
    assert texts(popup) == ["Create room “garden”"]
    go(popup, "garden")
    assert any(isinstance(asked, CreateRoom) and asked.room == "garden" for asked in talk.asked())
    assert page.isVisible()


def test_before_a_chat_there_are_commands_alone(window: MainWindow) -> None:
    popup = opened(window)
    assert texts(popup) == []
    popup.field.setText("about")
    assert texts(popup)[0] == "About Chatapp"
    popup.field.setText("garden")
    assert all(popup.list.model().index(row, 0).data() != "garden" for row in range(len(texts(popup))))


def test_many_rooms_and_people_do_not_slow_a_key(window: MainWindow, page: ChatPage, talk: Any) -> None:
    """A bound far above the goal of 8 ms: what grows with the square of them would not keep it."""
    talk.hear(RoomsList({"default": 1} | {f"room {n} of the house": n for n in range(500)}))
    talk.hear(Members("default", ["Ann", *(f"Person {n}" for n in range(1_000))], ""))
    popup = opened(window)
    popup.field.setText("r")
    begin = perf_counter()
    for typed in ("ro", "roo", "room", "pe", "per", ">l"):
        popup.field.setText(typed)
        popup.repaint()
    assert perf_counter() - begin < 6 * 0.1
    assert popup.current() is not None
    assert popup.current().kind is Kind.COMMAND
    assert page.isVisible()
