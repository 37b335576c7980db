from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.chat.room import RoomView
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import Cursor, Error, Joined, Message
from chatapp.protocol.messages.rich import Event, GetHistory, History, Kind


def log(first: int, last: int) -> list[Event]:
    return [
        Event(Kind.MESSAGE, seq, 1_790_000_000_000 + seq, "Bo", message=f"{seq}", room="default", epoch="e")
        for seq in range(first, last + 1)
    ]


def lines(count: int, room: str = "homework") -> list[Message]:
    return [Message("Bo", room, f"line {number}") for number in range(count)]


@pytest.fixture
def page(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[ChatPage]:
    made = ChatPage(theme, talk.bridge, parse("192.0.2.1"), settings)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


def unread(talk: Any, room: str = "default") -> int:
    count: int = talk.session.rooms[room].unread
    return count


def top_of_news(view: RoomView) -> int | None:
    """How far below the upper edge the first new message stands; None where it does not show."""
    row = view.model.new_from
    return None if row is None else dict(view.timeline.visible()).get(row)


def near_top(view: RoomView) -> bool:
    top = top_of_news(view)
    return top is not None and 0 <= top < 3 * view.timeline.rows.look.line


@pytest.fixture
def homework(page: ChatPage, talk: Any, qtbot: QtBot) -> RoomView:
    """A room with much in it that was read, behind another one."""
    talk.connect_to(homework=2)
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    talk.hear(*lines(100))
    view = page.desk.view("homework")
    assert view is not None
    qtbot.waitUntil(lambda: view.model.rowCount() == 100 and not unread(talk, "homework"))
    page.open_room("default")
    return view


def test_more_than_fits_opens_at_the_line_and_is_read_at_the_bottom(
    page: ChatPage, homework: RoomView, talk: Any, qtbot: QtBot
) -> None:
    talk.hear(*lines(60))
    page.open_room("homework")
    assert near_top(homework)
    assert homework.timeline.jump.text() == "↓ 60 new"
    assert unread(talk, "homework") == 60
    # Whoever reads a part of it, and looks elsewhere, is where they were.
    homework.timeline.scroll_by(200)
    place = homework.timeline.visible()
    page.open_room("default")
    page.open_room("homework")
    assert homework.timeline.visible() == place
    assert unread(talk, "homework") == 60
    homework.timeline.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    qtbot.waitUntil(lambda: not unread(talk, "homework"))
    assert homework.model.new_from == 100


def test_what_fits_opens_at_the_bottom_and_is_read(page: ChatPage, homework: RoomView, talk: Any) -> None:
    talk.hear(*lines(3))
    page.open_room("homework")
    assert homework.timeline.at_bottom
    assert top_of_news(homework) is not None
    assert not unread(talk, "homework")


def test_the_newest_message_is_one_key_away(page: ChatPage, homework: RoomView, talk: Any) -> None:
    talk.hear(*lines(60))
    page.open_room("homework")
    page.to_newest()
    assert homework.timeline.at_bottom
    assert not unread(talk, "homework")


def test_esc_goes_to_the_newest_message_once_it_has_nothing_to_cancel(
    page: ChatPage, homework: RoomView, talk: Any, qtbot: QtBot
) -> None:
    talk.hear(*lines(60))
    page.open_room("homework")
    homework.composer.reply_to(3, "Bo", "line 3")
    qtbot.keyClick(homework.composer.field, Qt.Key.Key_Escape)
    assert not homework.timeline.at_bottom
    qtbot.keyClick(homework.composer.field, Qt.Key.Key_Escape)
    assert homework.timeline.at_bottom
    assert not unread(talk, "homework")


def test_who_answers_is_at_the_bottom(page: ChatPage, homework: RoomView, talk: Any, qtbot: QtBot) -> None:
    talk.hear(*lines(60))
    page.open_room("homework")
    qtbot.keyClicks(homework.composer.field, "Hello")
    qtbot.keyClick(homework.composer.field, Qt.Key.Key_Return)
    assert homework.timeline.at_bottom
    qtbot.waitUntil(lambda: not unread(talk, "homework"))


def test_a_page_that_was_hidden_opens_there_too(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.connect_to()
    view = page.desk.front
    assert view is not None
    talk.hear(*lines(100, "default"))
    qtbot.waitUntil(lambda: view.model.rowCount() == 100 and not unread(talk))
    page.hide()
    talk.hear(*lines(60, "default"))
    qtbot.waitUntil(lambda: view.model.rowCount() == 160)
    page.show()
    qtbot.waitUntil(lambda: near_top(view))
    assert unread(talk) == 60


def test_a_window_that_was_seen_all_the_time_stays_as_it_is(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.connect_to()
    view = page.desk.front
    assert view is not None
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not page.isActiveWindow())
    talk.hear(*lines(60, "default"))
    qtbot.waitUntil(lambda: view.model.rowCount() == 60)
    page.activateWindow()
    qtbot.waitUntil(lambda: not unread(talk))
    assert view.timeline.at_bottom


# After a restart


def restarted(talk: Any, read: int, first: int, last: int) -> None:
    """The log was read so far by an earlier session; the newest page has come."""
    talk.session._core.marks["default"] = Cursor("e", read)
    talk.welcome()
    page = History("default", "e", log(first, last), complete=first == 1, top=last, ref=talk.ref(GetHistory))
    talk.hear(page)


def test_a_restart_opens_at_what_was_read(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    restarted(talk, 40, 1, 100)
    view = page.desk.front
    assert view is not None
    qtbot.waitUntil(lambda: near_top(view))
    assert unread(talk) == 60
    assert view.timeline.jump.text() == "↓ 60 new"


def test_news_of_many_pages_open_where_they_begin(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    restarted(talk, 300, 901, 1_000)
    view = page.desk.front
    assert view is not None
    qtbot.waitUntil(lambda: any(isinstance(asked, GetHistory) and asked.after for asked in talk.requests))
    assert unread(talk) == 700
    talk.hear(History("default", "e", log(251, 350), complete=False, top=1_000, ref=talk.ref(GetHistory)))
    qtbot.waitUntil(lambda: near_top(view))
    assert view.model.entry(view.model.new_from or 0).seq == 301
    assert view.timeline.jump.text() == "↓ 700 new"
    assert unread(talk) == 700
    assert view.timeline.flash.row is None


def test_a_place_that_cannot_be_had_opens_at_the_newest(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    restarted(talk, 300, 901, 1_000)
    view = page.desk.front
    assert view is not None
    qtbot.waitUntil(lambda: any(isinstance(asked, GetHistory) and asked.after for asked in talk.requests))
    talk.hear(Error("unavailable", "No.", ref=talk.ref(GetHistory)))
    qtbot.waitUntil(lambda: not unread(talk))
    assert view.timeline.at_bottom
    assert view.model.entry(view.model.rowCount() - 1).seq == 1_000


def test_who_wants_the_newest_meanwhile_has_it(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    restarted(talk, 300, 901, 1_000)
    view = page.desk.front
    assert view is not None
    qtbot.waitUntil(lambda: any(isinstance(asked, GetHistory) and asked.after for asked in talk.requests))
    around = talk.ref(GetHistory)
    page.to_newest()
    assert not unread(talk)
    talk.hear(History("default", "e", log(251, 350), complete=False, top=1_000, ref=around))
    qtbot.waitUntil(lambda: talk.ref(GetHistory) != around)
    talk.hear(History("default", "e", log(901, 1_000), complete=False, top=1_000, ref=talk.ref(GetHistory)))
    qtbot.waitUntil(lambda: view.model.entry(view.model.rowCount() - 1).seq == 1_000)
    qtbot.waitUntil(lambda: view.timeline.at_bottom)
