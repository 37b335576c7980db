from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.bridge import Answer
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.chat.room import Standing
from chatapp.gui.dialogs.ask_text import AskText
from chatapp.gui.rooms.model import Role
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import Error, Joined, JoinRoom, LeaveRoom, Left, Message, RoomsList, SendMessage
from chatapp.protocol.messages.hosting import RoomState
from chatapp.protocol.messages.rich import (
    Capability,
    Event,
    GetHistory,
    GetMembers,
    History,
    IsTyping,
    Kind,
    MemberJoined,
    MemberLeft,
    Members,
    Renamed,
    Results,
    Search,
    UnwatchRoom,
    WatchRoom,
    Welcome,
)
from chatapp.session.changes import Phase
from chatapp.session.ground import Ground, Trust


def test_whoever_arrives_before_any_room_writes_in_the_first(
    talk: Any, theme: Theme, settings: Settings, qtbot: QtBot
) -> None:
    """Whoever opens it: who comes back may have its tab again before the server has said that they are in it."""
    page = ChatPage(theme, talk.bridge, parse("192.0.2.1"), settings)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    elsewhere = page.panel.findChild(QLineEdit)
    assert elsewhere is not None
    elsewhere.setFocus()
    page.focus_writing()
    assert page.desk.front is None
    view = page.desk.open("default", front=False)
    assert QApplication.focusWidget() is not elsewhere
    assert view.writing.isAncestorOf(QApplication.focusWidget()) or view.writing.hasFocus()
    page.hide()


def tabs(page: ChatPage) -> list[str]:
    return [page.desk.tabs.tabText(place) for place in range(page.desk.tabs.count())]


def test_one_arrives_in_default_ready_to_write(page: ChatPage) -> None:
    assert tabs(page) == ["#default"]
    assert page.panel.header.state == "Connected as Ann"
    assert page.line.isHidden()
    assert page.desk.front.composer.field.hasFocus()
    assert page.title() == "#default — Chatapp"


def test_a_click_is_for_looking_and_joining_is_another_matter(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.asked()
    page.open_room("music")
    assert talk.asked() == []
    assert tabs(page) == ["#default", "#music (viewing)"]
    assert page.desk.front.writing is page.desk.front.join
    page.desk.front.join.button.click()
    assert talk.asked() == [JoinRoom("music")]
    talk.hear(Joined("music"))
    assert tabs(page) == ["#default", "#music"]
    assert page.desk.front.composer.field.hasFocus()


def test_a_refused_join_is_said_where_it_was_asked(page: ChatPage, talk: Any) -> None:
    view = page.open_room("music")
    view.join.button.click()
    talk.hear(Error("room_not_found", "There is no such room."))
    assert view.join.error == "This room does not exist any more."
    assert view.join.button.isEnabled()
    assert page.notice.isHidden()


def test_a_refused_join_without_a_tab_is_a_notice(page: ChatPage, talk: Any) -> None:
    page.panel.join_asked.emit("music")
    talk.hear(Error("rate_limited", "Slow down."))
    assert "too fast" in page.notice.text
    assert page.notice.isVisible()


def test_a_message_goes_out_and_comes_back_refused(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.asked()
    composer = page.desk.front.composer
    qtbot.keyClicks(composer.field, "Hello")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert talk.asked() == [SendMessage("Hello", "default")]
    qtbot.keyClicks(composer.field, "more")
    talk.hear(Error("rate_limited", "Slow down."))
    assert composer.draft == "Hello\nmore"
    assert "too fast" in composer.error


def test_a_message_refused_for_a_closed_tab_opens_it_again(page: ChatPage, talk: Any) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.bridge.say("homework", "Hello")
    page.desk.close_room("homework")
    talk.hear(Error("rate_limited", "Slow down."))
    assert tabs(page) == ["#default", "#homework"]
    assert page.front == "default"
    assert page.desk.view("homework").composer.draft == "Hello"


def test_leaving_turns_the_tab_to_viewing(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    talk.asked()
    page.panel.leave_asked.emit("homework")
    assert talk.asked() == [LeaveRoom("homework")]
    talk.hear(Left("homework"), RoomsList({"default": 1, "homework": 0, "music": 5}))
    assert tabs(page) == ["#default", "#homework (viewing)"]


def test_a_refused_leave_is_a_notice(page: ChatPage, talk: Any) -> None:
    page.deeds.leave("default")
    talk.hear(Error("cannot_leave_default", "No."))
    assert page.notice.text == "Everybody stays in this room; it cannot be left."


def test_somebody_elses_deletion_keeps_the_tab_and_the_text(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.desk.front.composer.set_draft("half")
    talk.hear(Left("homework"))
    assert tabs(page)[1] == "#homework (deleted)"
    talk.hear(RoomsList({"default": 1}))
    qtbot.waitUntil(lambda: page.panel.found.rowCount() == 1)
    assert tabs(page)[1] == "#homework (deleted)"
    assert page.desk.view("homework").composer.draft == "half"
    # Somebody makes a room of the same name.
    talk.hear(RoomsList({"default": 1, "homework": 1}))
    qtbot.waitUntil(lambda: tabs(page)[1] == "#homework (viewing)")


def test_a_viewed_room_that_vanishes_says_so(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.open_room("music")
    talk.hear(RoomsList({"default": 1}))
    qtbot.waitUntil(lambda: tabs(page)[1] == "#music (deleted)")


def test_a_lost_connection_is_said_and_can_be_hurried(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.lose()
    assert page.panel.header.state == "Reconnecting…"
    assert page.line.text == "The connection was lost. Reconnecting in 4 s…"
    with qtbot.waitSignal(page.retry_asked):
        page.line.action.click()
    # Writing goes on; what is said waits.
    page.desk.front.composer.sent.emit("Later", 0)
    qtbot.waitUntil(lambda: page.desk.front.model.rowCount() == 1)


def test_a_refused_name_is_asked_for_anew(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.lose()
    talk.session.connecting(talk.clock)
    talk.session.opened(talk.clock)
    talk.hear()
    talk.hear(Error("invalid_username", "This name is not allowed any more."))
    assert talk.session.phase is Phase.REFUSED
    assert page.line.text == "This name is not allowed any more."
    page.line.action.click()
    assert page.findChild(AskText).field.edit.accessibleName() == "New name"


def test_an_error_that_answers_nothing_is_a_notice(page: ChatPage, talk: Any) -> None:
    talk.hear(Error("storage_full", "Disk full."))
    assert "disk is full" in page.notice.text


def test_rooms_are_stepped_through_in_the_lists_order(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    qtbot.waitUntil(lambda: page.standing("homework") is Standing.JOINED)
    assert page.front == "homework"
    page.step_room(1)
    assert page.front == "default"
    page.step_room(-1)
    assert page.front == "homework"
    page.step_room(1, unread=True)
    assert page.front == "homework"
    talk.hear(Message("Bo", "default", "Psst"))
    qtbot.waitUntil(lambda: page.panel.names(unread=True) == ["default"])
    page.levels.choose("default", "nothing")
    page.step_room(1, unread=True)
    assert page.front == "homework", "a muted room is passed over"
    page.levels.choose("default", "")
    page.step_room(1, unread=True)
    assert page.front == "default"


def test_a_muted_room_counts_nowhere(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.open_room("homework")
    talk.hear(Message("Bo", "default", "@ann"))
    qtbot.waitUntil(lambda: page.desk.tabs.accessibleTabName(0).startswith("#default, 1 mention"))
    assert page.title() == "(1) #homework — Chatapp"
    page.levels.choose("default", "nothing")
    assert page.title() == "#homework — Chatapp"
    assert page.desk.tabs.accessibleTabName(0) == "#default"
    assert page.has_unread


def test_how_much_is_told_of_a_room_is_chosen_in_its_menu(page: ChatPage, talk: Any) -> None:
    menu = page.panel.menu("default")
    assert menu is not None
    [levels] = [action.menu() for action in menu.actions() if action.text() == "Notifications"]
    assert isinstance(levels, QMenu)
    texts = [action.text() for action in levels.actions()]
    assert texts == ["&As in settings (mentions)", "&Everything", "&Mentions", "&Nothing"]
    assert [action.isChecked() for action in levels.actions()] == [True, False, False, False]
    levels.actions()[3].trigger()
    assert page.levels.of("default") == "nothing"
    assert "muted" in page.panel.found.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    other = page.panel.menu("music")
    assert other is not None
    assert "Notifications" not in [action.text() for action in other.actions()], "for rooms that one is in"
    menu.close()
    other.close()


def test_everything_can_be_taken_as_read_at_once(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.open_room("homework")
    page.levels.choose("default", "nothing")
    talk.hear(Message("Bo", "default", "Psst"))
    qtbot.waitUntil(lambda: page.has_unread)
    page.read_all()
    qtbot.waitUntil(lambda: not page.has_unread)
    assert page.panel.rooms.index_of("default").data(Role.UNREAD) == 0


def test_panes_are_stepped_through_and_round(page: ChatPage, qtbot: QtBot) -> None:
    page.desk.front.focus_writing()
    seen = []
    for _ in range(5):
        page.step_pane(1)
        seen.append(QApplication.focusWidget())
    view = page.desk.front
    assert seen == [page.panel.filter, page.panel.list, page.desk.tabs, view.timeline, view.composer.field]
    page.step_pane(-1)
    assert QApplication.focusWidget() is view.timeline


def test_a_link_leads_others_to_the_room(page: ChatPage) -> None:
    page.copy_link("R&D room")
    assert QGuiApplication.clipboard().text() == "chatapp://192.0.2.1:20200,ann-pc.local:20200/R%26D%20room"
    page.invite = parse("wss://chat.example.org")
    page.copy_link("music")
    assert QGuiApplication.clipboard().text() == "wss://chat.example.org:443"


@pytest.mark.parametrize(("trust", "named"), [(Trust.SEEN, ""), (Trust.VERIFIED, "A" * 43), (Trust.PLAIN, "")])
def test_a_link_vouches_for_a_key_that_was_vouched_for(page: ChatPage, talk: Any, trust: Trust, named: str) -> None:
    """Whoever follows an invite is told that the host is verified, so what was only met first is not in it."""
    talk.session.opened(talk.clock, Ground(trust, "A" * 43))
    invite = page.invite_to("music")
    assert (invite.pin, invite.room) == (named, "music")
    assert [address.secure for address in invite.addresses] == [True if named else None] * 2


def test_links_in_messages_open_outside(page: ChatPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.desk.link_activated.emit("https://example.org/a?b=c")
    assert opened == [QUrl("https://example.org/a?b=c")]


def test_what_can_be_done_depends_on_the_room(page: ChatPage, talk: Any) -> None:
    assert (page.can_join("default"), page.can_leave("default"), page.can_delete("default")) == (False, False, False)
    assert (page.can_join("music"), page.can_leave("music"), page.can_delete("music")) == (True, False, True)
    page.deeds.join("music")
    talk.hear(Joined("music"))
    assert (page.can_join("music"), page.can_leave("music"), page.can_delete("music")) == (False, True, True)
    assert (page.can_join(None), page.can_leave(None), page.can_delete(None)) == (False, False, False)
    assert page.can_delete("never heard of") is False


class Able:
    """Has the session believe that the server can do this, and writes down what is asked for."""

    def __init__(self, page: ChatPage, talk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[tuple[Any, ...]] = []
        monkeypatch.setattr(type(talk.session), "capabilities", frozenset(Capability))
        for name in ("watch", "unwatch", "show"):
            monkeypatch.setattr(talk.bridge, name, partial(self._note, name))
        talk.bridge.capabilities_changed.emit()

    def _note(self, name: str, *values: Any) -> int:
        self.calls.append((name, *(value for value in values if not isinstance(value, Answer))))
        return 1

    def taken(self) -> list[tuple[Any, ...]]:
        calls, self.calls = self.calls, []
        return calls


@pytest.fixture
def able(page: ChatPage, talk: Any, monkeypatch: pytest.MonkeyPatch) -> Able:
    return Able(page, talk, monkeypatch)


def test_a_viewed_room_is_followed_until_its_tab_closes_or_one_joins(page: ChatPage, talk: Any, able: Able) -> None:
    page.open_room("music")
    assert able.taken() == [("watch", "music")]
    page.desk.close_room("music")
    assert able.taken() == [("unwatch", "music")]
    page.open_room("homework")
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.desk.close_room("homework")
    assert able.taken() == [("watch", "homework"), ("unwatch", "homework")]


def test_who_is_on_the_way_in_does_not_look_in_first(page: ChatPage, talk: Any, able: Able) -> None:
    page.deeds.rejoin("music")
    page.desk.open("music", front=False)
    assert able.taken() == []
    talk.hear(Error("rate_limited", "Slow down."))
    assert able.taken() == [("watch", "music")]


def test_an_empty_room_says_whether_reading_takes_joining(
    page: ChatPage, talk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = page.open_room("music")
    assert view.timeline.accessibleDescription() == "You have not been in #music yet. Join it to read along."
    Able(page, talk, monkeypatch)
    assert view.timeline.accessibleDescription() == "Nothing has been said here yet."


def test_why_a_room_cannot_be_looked_into_is_said_there(page: ChatPage, talk: Any, able: Able) -> None:
    page.open_room("music")
    page._not_viewed("music", "The server cannot do this right now.")
    assert page.desk.front.join.error == "The server cannot do this right now."
    page._not_viewed("homework", "Nobody looks there.")


def test_a_hit_is_shown_in_its_room_and_the_keyboard_stays(page: ChatPage, talk: Any, able: Able, qtbot: QtBot) -> None:
    page.sides.search(in_room=False)
    page.search.chosen.emit("music", 7)
    assert page.front == "music"
    assert able.taken() == [("watch", "music"), ("show", "music", 7)]
    assert page.search.field.hasFocus()
    page.go_to("never heard of", 7)
    assert page.front == "music"


def test_finding_a_room_works_where_a_search_hides_the_list(page: ChatPage, able: Able, qtbot: QtBot) -> None:
    page.resize(620, 500)
    page.sides.search(in_room=True)
    assert not page.panel.isVisible()
    page.find_room()
    assert page.panel.filter.hasFocus()


def test_people_and_search_are_panes_too(page: ChatPage, able: Able) -> None:
    page.desk.front.focus_writing()
    page.step_pane(1)
    assert page.people.list.hasFocus() or page.people.list.isHidden()
    page.sides.search(in_room=True)
    page.step_pane(1)
    page.step_pane(-1)
    assert page.search.field.hasFocus()


def test_what_can_be_exported(page: ChatPage, able: Able) -> None:
    assert page.can_export("music")
    assert not page.can_export(None)
    assert not page.can_export("never heard of")


def test_a_server_without_history_exports_nothing(page: ChatPage) -> None:
    assert not page.can_export("music")


@pytest.fixture
def rich(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[ChatPage]:
    """The page of a session with a server that can do everything."""
    made = ChatPage(theme, talk.bridge, parse("192.0.2.1"), settings)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    talk.welcome(music=2)
    qtbot.waitUntil(lambda: made.isActiveWindow() and made.panel.found.rowCount() == 2)
    yield made
    made.hide()


def log(*seqs: int, author: str = "Bo") -> list[Event]:
    return [Event(Kind.MESSAGE, seq, 1_790_000_000_000 + seq, author, message=f"Message {seq}") for seq in seqs]


def test_a_room_is_read_without_joining_it(rich: ChatPage, talk: Any, qtbot: QtBot) -> None:
    rich.open_room("music")
    talk.hear(History("music", "e", log(1, 2), complete=True, top=2, ref=talk.ref(WatchRoom)))
    view = rich.desk.front
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    talk.hear(Message("Bo", "music", "Live", "x", "e", 3, 1_790_000_000_009))
    qtbot.waitUntil(lambda: view.model.rowCount() == 3)
    assert view.writing is view.join
    talk.asked()
    rich.desk.close_room("music")
    assert [type(request) for request in talk.asked()] == [UnwatchRoom]


def test_tab_comes_also_to_what_says_that_only_others_write(rich: ChatPage, talk: Any) -> None:
    talk.hear(RoomState("default", announce=True))
    view = rich.desk.front
    assert view.writing is view.quiet
    assert view.quiet in rich.reading_order()


def test_the_chat_is_called_as_its_host_calls_it_by_now(rich: ChatPage, talk: Any, qtbot: QtBot) -> None:
    header = rich.panel.header

    def welcome(**server: str) -> Welcome:
        return Welcome("Ann", [str(capability) for capability in Capability], server, {}, 1, "token")

    def come_back(**server: str) -> None:
        talk.lose()
        talk.session.connecting(talk.clock)
        talk.session.opened(talk.clock)
        talk._drain()
        talk.hear(welcome(**server))

    rich.call_by(lambda: talk.session.server_name or "192.0.2.1")
    assert header.server == "192.0.2.1"
    come_back(host="Bo")
    assert header.server == "Bo"
    talk.hear(Members("default", ["Ann", "Bo"], "", ref=talk.ref(GetMembers)), Renamed("Bo", "Bob"))
    qtbot.waitUntil(lambda: header.server == "Bob")
    come_back(host="Bob", name="The attic")
    assert header.server == "The attic"


def test_whoever_is_sent_away_does_not_see_themselves_among_the_people(rich: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.hear(Members("default", ["Ann", "Bo"], "Bo", ref=talk.ref(GetMembers)))
    people = rich.people
    qtbot.waitUntil(lambda: people.people.rowCount() == 2)
    talk.lose()
    assert people.people.rowCount() == 2, "the place is held for whoever comes back"
    talk.session.sent_away(talk.clock, "The host has removed you.")
    talk._drain()
    assert people.people.rowCount() == 0
    assert "not connected" in people.hint
    talk.session.again(talk.clock)
    talk._drain()
    assert people.people.rowCount() == 0, "not yet"


def test_who_is_there_and_who_types_is_shown_live(rich: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.hear(Members("default", ["Ann", "Bo"], "Bo", ref=talk.ref(GetMembers)))
    people = rich.people.people
    qtbot.waitUntil(lambda: people.rowCount() == 2)
    talk.hear(MemberJoined("default", "Cy"), Renamed("Bo", "Bob"), IsTyping("default", "Cy"))
    qtbot.waitUntil(lambda: people.rowCount() == 3)
    assert [people.index(row).data() for row in range(3)] == ["Bob", "Ann", "Cy"]
    qtbot.waitUntil(lambda: rich.desk.front._typing.whole == "Cy is typing…")
    talk.hear(MemberLeft("default", "Cy"))
    qtbot.waitUntil(lambda: people.rowCount() == 2)


def test_a_found_message_is_fetched_and_lights_up_in_its_place(rich: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.hear(History("default", "e", log(801, 802), complete=False, top=802, ref=talk.ref(GetHistory)))
    view = rich.desk.front
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    rich.sides.search(in_room=True)
    qtbot.keyClicks(rich.search.field, "message 7")
    qtbot.keyClick(rich.search.field, Qt.Key.Key_Return)
    hits = [replace(event, room="default", epoch="e") for event in log(7)]
    talk.hear(Results(hits, ref=talk.ref(Search)))
    talk.hear(History("default", "e", log(*range(1, 60)), complete=True, top=802, ref=talk.ref(GetHistory)))
    qtbot.waitUntil(lambda: view.timeline.flash.row is not None)
    assert view.model.entry(view.timeline.flash.row).seq == 7
    assert rich.search.field.hasFocus()


def test_a_refused_search_is_said_in_its_panel(rich: ChatPage, talk: Any, qtbot: QtBot) -> None:
    rich.sides.search(in_room=False)
    qtbot.keyClicks(rich.search.field, "tea")
    qtbot.keyClick(rich.search.field, Qt.Key.Key_Return)
    talk.hear(Error("rate_limited", "Slow down.", ref=talk.ref(Search)))
    assert "too fast" in rich.search.state
    assert rich.notice.isHidden()


def test_a_page_that_is_gone_hears_nothing_any_more(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    page = ChatPage(theme, talk.bridge, parse("192.0.2.1:20200"), settings)
    talk.welcome(music=1)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    talk.hear(Renamed("Ann", "Anna"), Joined("music"), RoomsList({"default": 2, "music": 1}))
    talk.lose()
    talk.bridge.name_changed.emit("Anna")
