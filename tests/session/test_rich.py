"""With a server of Part 2: who asks what, and what becomes of it. `test_together.py` has the long stories."""

import pytest

from chatapp.protocol import limits
from chatapp.protocol.messages.base import (
    CreateRoom,
    Cursor,
    DeleteRoom,
    Error,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    ListRooms,
    Rename,
    RoomsList,
    SendMessage,
)
from chatapp.protocol.messages.hosting import GetPeople, GetServer, RoomState, ServerState, SetRoom
from chatapp.protocol.messages.rich import (
    Ack,
    Capability,
    DeleteMessage,
    EditMessage,
    GetHistory,
    GetMembers,
    History,
    Members,
    React,
    Renamed,
    Results,
    Search,
    Unwatched,
    UnwatchRoom,
    WatchRoom,
    Welcome,
)
from chatapp.protocol.sentences import Sentence
from chatapp.session.changes import (
    Answered,
    CapabilitiesChanged,
    Done,
    Fetched,
    Found,
    Intent,
    NameChanged,
    Notice,
    Phase,
    Refused,
    RoomJoined,
    RoomLeft,
    RoomStateChanged,
)
from chatapp.session.keeping import DropMessage, KeepMessage, KeepToken, Kept
from chatapp.session.pace import PAUSE
from chatapp.session.timeline import State
from tests.session.driver import Welcomed, hello, said

# Coming in


def test_welcome_is_the_way_in() -> None:
    ann = Welcomed().connect()
    ann.hear(Welcome("Anna", ["rich", "history", "unheard of"], {}, {}, 1))
    assert ann.session.phase is Phase.ONLINE
    assert ann.session.capabilities == {"rich", "history"}
    assert ann.all(CapabilitiesChanged) == [CapabilitiesChanged()]
    assert ann.all(NameChanged) == [NameChanged("Anna")]


def test_a_welcome_that_nobody_asked_for_is_none() -> None:
    ann = Welcomed().ready()
    ann.hear(Welcome("Anna", [], {}, {}, 1))
    assert ann.session.name == "Ann"
    assert ann.changes == []


def test_default_is_read_and_met_at_once() -> None:
    ann = Welcomed().welcome()
    assert [type(request) for request in ann.sent[1:]] == [GetHistory, GetMembers]
    assert ann.all(RoomJoined) == [RoomJoined("default")]
    ann.settle()
    assert ann.session.next_deadline is None


def test_the_token_is_kept_and_shown_the_next_time() -> None:
    ann = Welcomed().welcome(token="first")
    assert KeepToken("first") in ann.kept
    ann.lose()
    ann.connect()
    assert ann.sent[-1] == hello("Ann", "first")
    assert Welcomed(kept=Kept(token="kept")).connect().sent == [hello("Ann", "kept")]


def test_capabilities_stay_known_while_there_is_no_connection() -> None:
    ann = Welcomed().ready()
    ann.lose()
    assert Capability.HISTORY in ann.session.capabilities
    ticket = ann.session.search("word", "", ann.now)
    ann.drain()
    assert [change.ticket for change in ann.all(Refused)] == [ticket]
    ann.forget()
    ann.connect()
    ann.hear(Joined("default"))
    assert ann.session.capabilities == frozenset(), "another server by now"
    assert ann.all(CapabilitiesChanged)


def test_a_name_wished_for_meanwhile_is_asked_for() -> None:
    ann = Welcomed().connect()
    ticket = ann.do("rename", "Anna")
    ann.hear(Welcome("Ann", [*Capability], {}, {}, 1))
    assert ann.sent[-1] == Rename("Anna", ref="1")
    ann.hear(Renamed("Ann", "Anna", "1"))
    assert ann.all(Done) == [Done(ticket)]
    assert ann.session.name == "Anna"


# Talking


def test_a_message_is_confirmed_by_its_echo() -> None:
    ann = Welcomed().ready()
    ticket = ann.say("hello")
    assert ann.sent == [SendMessage("hello", "default", "id1", ref=ann.ref)]
    assert ann.session.unsent == 1
    ann.told(1, "hello", "Ann", id="id1")
    assert ann.rows() == [("Ann", "hello", "sent")]
    assert ann.session.timeline("default")[0].mine
    ann.hear(Ack("default", "e", 1, 1, "id1", ann.ref))
    assert ann.all(Done) == [Done(ticket)]
    assert (ann.session.unsent, ann.kept[-1]) == (0, DropMessage("id1"))


def test_an_ack_that_comes_first_waits_for_the_echo() -> None:
    ann = Welcomed().ready()
    ann.say("hello")
    ann.hear(Ack("default", "e", 1, 1, "id1", ann.ref))
    assert ann.rows() == [("Ann", "hello", "sending")]
    ann.told(1, "hello", "Ann", id="id1")
    assert ann.rows() == [("Ann", "hello", "sent")]


def test_an_ack_alone_is_enough_for_who_is_there_no_longer() -> None:
    ann = Welcomed().ready("music")
    ticket = ann.say("bye", "music")
    ref = ann.ref
    ann.hear(Left("music"))
    ann.hear(Ack("music", "e", 1, 1, "id1", ref))
    assert ann.all(Done) == [Done(ticket)]
    assert ann.rows("music") == []


def test_an_ack_of_what_is_on_screen_already_is_enough() -> None:
    ann = Welcomed().ready()
    ann.told(1, "hello", "Ann")
    ticket = ann.say("hello")
    ann.hear(Ack("default", "e", 1, 1, "id1", ann.ref))
    assert ann.all(Done) == [Done(ticket)]
    assert ann.rows() == [("Ann", "hello", "sent")]


def test_an_answer_quotes_its_message_at_once() -> None:
    ann = Welcomed().ready()
    ann.told(1, "question")
    ann.session.say("default", "answer", ann.now, 0.0, reply_to=1)
    ann.drain()
    assert ann.sent == [SendMessage("answer", "default", "id1", 1, ann.ref)]
    reply = ann.session.timeline("default")[1].reply
    assert reply is not None
    assert (reply.seq, reply.text) == (1, "question")


def test_what_the_server_will_not_take_stays_as_failed() -> None:
    ann = Welcomed().ready()
    ticket = ann.say("hello")
    ann.hear(Error("storage_full", "Full.", ann.ref))
    [entry] = ann.session.timeline("default").pending
    assert (entry.state, entry.reason, entry.problem) == (State.FAILED, "storage_full", "Full.")
    assert ann.all(Refused) == [Refused(ticket, Intent.SAY, "default", "storage_full", "Full.", None)]
    ann.forget()
    ann.session.retry("default", ticket, ann.now)
    ann.drain()
    assert ann.sent == [SendMessage("hello", "default", "id1", ref=ann.ref)]
    assert ann.rows() == [("Ann", "hello", "sending")]
    ann.told(1, "hello", "Ann", id="id1")
    assert ann.all(Done) == [], "it was answered before"


def test_a_failed_message_can_be_thrown_away() -> None:
    ann = Welcomed().ready()
    ticket = ann.say("hello")
    ann.hear(Error("message_too_long", "Long.", ann.ref))
    ann.session.discard("default", ticket, ann.now)
    ann.session.discard("default", ticket, ann.now)
    ann.drain()
    assert ann.rows() == []
    assert ann.kept[-1] == DropMessage("id1")


def test_a_message_on_its_way_can_be_thrown_away() -> None:
    ann = Welcomed().ready()
    ann.lose()
    ticket = ann.say("hello")
    ann.session.discard("default", ticket, ann.now)
    ann.drain()
    assert ann.all(Done) == [Done(ticket)]
    assert (ann.rows(), ann.session.unsent) == ([], 0)


def test_what_was_said_too_fast_goes_out_later() -> None:
    ann = Welcomed().ready()
    ann.say("one")
    first = ann.ref
    ann.say("two")
    second = ann.ref
    ann.forget()
    ann.hear(Error("rate_limited", "Slowly.", first))
    ann.hear(Error("rate_limited", "Slowly.", second))
    assert ann.sent == []
    assert ann.all(Refused) == []
    ann.wait(PAUSE)
    ann.wait(1.0)
    assert [request.id for request in ann.sent if isinstance(request, SendMessage)] == ["id1", "id2"]


@pytest.mark.parametrize("then", ["too fast", "lost"])
def test_what_comes_back_for_a_room_that_was_left_is_given_back(then: str) -> None:
    ann = Welcomed().ready("music")
    ticket = ann.say("hello", "music")
    ref = ann.ref
    ann.hear(Left("music"))
    assert ann.all(Refused) == []
    if then == "lost":
        ann.lose()
    else:
        ann.hear(Error("rate_limited", "Slowly.", ref))
    assert [(change.ticket, change.text) for change in ann.all(Refused)] == [(ticket, "hello")]
    assert (ann.session.unsent, ann.rows("music")) == (0, [])


def test_after_a_lost_connection_the_room_is_caught_up_with_first() -> None:
    ann = Welcomed().ready()
    arrived, lost = ann.say("arrived"), ann.say("lost")
    ann.lose()
    assert ann.rows() == [("Ann", "arrived", "sending"), ("Ann", "lost", "sending")]
    assert ann.all(Refused) == []
    ann.forget()
    ann.welcome()
    assert ann.sent[1] == JoinRoom("default", Cursor("e", 0), ann.sent[1].ref)  # type: ignore[union-attr]
    ann.hear(Joined("default", "1"))
    assert not any(isinstance(request, SendMessage) for request in ann.sent)
    history = said(1, author="Ann", id="id1")
    ann.hear(History("default", "e", history, complete=True, top=1, recovered=True, ref="1"))
    assert ann.all(Done) == [Done(arrived)]
    assert [request.id for request in ann.sent if isinstance(request, SendMessage)] == ["id2"]
    ann.told(2, "lost", "Ann", id="id2")
    assert ann.all(Done) == [Done(arrived), Done(lost)]


def test_what_nobody_can_tell_about_is_not_said_again_by_itself() -> None:
    ann = Welcomed().ready()
    ticket = ann.say("maybe")
    ann.lose()
    ann.forget()
    ann.welcome()
    ann.hear(Joined("default", "1"))
    ann.hear(History("default", "e", said(91, 92), complete=True, top=92, recovered=False, ref="1"))
    [entry] = ann.session.timeline("default").pending
    assert (entry.state, entry.key) == (State.FAILED, ticket)
    assert not any(isinstance(request, SendMessage) for request in ann.sent)


def test_quitting_keeps_what_is_unsent_for_the_next_session() -> None:
    ann = Welcomed().ready("music")
    ann.told(1, room="music")
    ann.lose()
    ann.say("later", "music")
    ann.session.stop(ann.now)
    ann.drain()
    assert ann.all(Refused) == []
    [kept] = [keeping for keeping in ann.kept if isinstance(keeping, KeepMessage)]
    assert kept.since == Cursor("e", 1)
    again = Welcomed(kept=Kept((kept,), "token"))
    assert again.rows("music") == [("Ann", "later", "sending")]
    again.welcome("music")
    assert [request.since for request in again.sent if isinstance(request, JoinRoom)] == [Cursor("e", 1)]
    again.settle_until(SendMessage)
    assert isinstance(request := again.sent[0], SendMessage)
    assert (request.id, request.message) == (kept.id, "later")


# Rooms


def test_creating_a_room_leads_into_it() -> None:
    ann = Welcomed().ready()
    ticket = ann.do("create", "music")
    assert ann.sent == [CreateRoom("music", ann.ref)]
    ann.hear(RoomsList({"default": 1, "music": 0}, ann.ref))
    assert ann.sent[1:] == [JoinRoom("music", ref=ann.ref)]
    ann.hear(Joined("music", ann.ref))
    assert ann.all(Done) == [Done(ticket)]
    assert ann.session.rooms["music"].owned


def test_what_is_said_to_a_room_that_cannot_be_joined_is_given_back() -> None:
    ann = Welcomed().ready()
    create, say = ann.do("create", "music"), ann.say("hello", "music")
    ann.hear(Error("too_many_rooms", "Full.", ann.ref))
    assert [(change.ticket, change.text) for change in ann.all(Refused)] == [(create, None), (say, "hello")]
    assert ann.rows("music") == []


def test_leaving_and_deleting() -> None:
    ann = Welcomed().ready("music", "news")
    leave = ann.do("leave", "music")
    assert ann.sent == [LeaveRoom("music", ann.ref)]
    ann.hear(Left("music", ann.ref))
    delete = ann.do("delete", "news")
    assert ann.sent[1:] == [DeleteRoom("news", ann.ref)]
    ann.hear(Left("news"), RoomsList({"default": 1, "music": 1}, ann.ref))
    assert ann.all(Done) == [Done(leave), Done(delete)]
    assert ann.all(RoomLeft) == [RoomLeft("music", deleted=False), RoomLeft("news", deleted=True)]


def test_rooms_are_taken_back_from_where_they_were() -> None:
    ann = Welcomed().ready("music")
    ann.told(1, room="music")
    ann.lose()
    ann.forget()
    ann.welcome("music")
    joins = [request for request in ann.sent if isinstance(request, JoinRoom)]
    assert {(join.room, join.since) for join in joins} == {("music", Cursor("e", 1)), ("default", Cursor("e", 0))}
    ann.settle()
    assert ann.all(RoomJoined) == []


def test_a_room_that_is_gone_meanwhile_is_left() -> None:
    ann = Welcomed().ready("music")
    ann.lose()
    ann.forget()
    ann.welcome()
    [join] = [request for request in ann.sent if isinstance(request, JoinRoom) and request.room == "music"]
    ann.hear(Error("room_not_found", "Gone.", join.ref))
    assert ann.all(RoomLeft) == [RoomLeft("music", deleted=True)]


def test_a_room_that_is_not_taken_back_yet_is_left_at_once() -> None:
    rooms = [f"room {number}" for number in range(20)]
    ann = Welcomed().ready()
    for room in rooms:
        ann.do("join", room)
        ann.now += 1.0
        ann.settle()
    ann.lose()
    ann.welcome(*rooms)
    asked = {request.room for request in ann.sent if isinstance(request, JoinRoom)}
    waiting = next(room for room in rooms if room not in asked)
    ticket = ann.do("leave", waiting)
    assert Done(ticket) in ann.changes
    assert not ann.session.rooms[waiting].joined


@pytest.mark.parametrize("reason", ["rate_limited", "unavailable"])
def test_a_busy_server_is_asked_again_later(reason: str) -> None:
    ann = Welcomed().welcome()
    ann.hear(Error(reason, "Later.", "1"))
    ann.forget()
    ann.wait(PAUSE)
    assert [type(request) for request in ann.sent] == [GetHistory]
    assert ann.all(Notice) == []


def test_a_server_that_does_not_answer_is_left() -> None:
    ann = Welcomed().welcome()
    ann.wait(limits.ANSWER)
    assert ann.session.hang_up is not None


# Looking into rooms


def test_a_room_is_watched_until_it_is_not() -> None:
    ann = Welcomed().ready()
    ann.hear(RoomsList({"default": 1, "music": 2}))
    ticket = ann.do("watch", "music")
    assert ann.sent == [WatchRoom("music", ref=ann.ref)]
    ann.page(*said(1, 2), room="music")
    assert ann.all(Done) == [Done(ticket)]
    ann.told(3, room="music")
    assert ann.seqs("music") == [1, 2, 3]
    assert ann.session.rooms["music"].unread == 0, "only in rooms that one is in"
    ann.session.unwatch("music", ann.now)
    ann.drain()
    assert ann.sent[-1] == UnwatchRoom("music", ann.ref)
    ann.hear(Unwatched("music", ann.ref))
    ann.told(4, room="music")
    assert ann.seqs("music") == [1, 2, 3]
    assert ann.all(RoomLeft) == []


def test_a_watched_room_is_watched_again() -> None:
    ann = Welcomed().ready()
    ann.do("watch", "music")
    ann.page(*said(1), room="music")
    ann.lose()
    ann.forget()
    ann.welcome("music")
    assert [request.since for request in ann.sent if isinstance(request, WatchRoom)] == [Cursor("e", 1)]


def test_a_room_is_watched_as_soon_as_there_is_a_connection() -> None:
    ann = Welcomed()
    refused = ann.do("watch", "music")
    assert [change.ticket for change in ann.all(Refused)] == [refused], "not while nobody connects"
    ann.connect()
    ticket = ann.do("watch", "music")
    ann.hear(Welcome("Ann", [*Capability], {}, {}, 1), Joined("default"))
    [watch] = [request for request in ann.sent if isinstance(request, WatchRoom)]
    ann.hear(History("music", "e", said(1), complete=True, top=1, ref=watch.ref))
    assert ann.all(Done) == [Done(ticket)]
    assert ann.seqs("music") == [1]


def test_an_older_server_cannot_be_watched() -> None:
    ann = Welcomed().connect()
    ticket = ann.do("watch", "music")
    ann.hear(Joined("default"))
    assert [change.ticket for change in ann.all(Refused)] == [ticket]


def test_nothing_is_watched_after_the_end() -> None:
    ann = Welcomed().ready()
    ticket = ann.do("watch", "music")
    ann.session.stop(ann.now)
    ann.drain()
    assert [change.ticket for change in ann.all(Refused)] == [ticket]


def test_a_watched_room_that_is_deleted() -> None:
    ann = Welcomed().ready()
    ann.do("watch", "music")
    ann.page(room="music")
    ann.hear(Unwatched("music"))
    assert ann.all(RoomLeft) == [RoomLeft("music", deleted=True)]


def test_a_room_that_is_deleted_before_it_is_seen() -> None:
    ann = Welcomed().ready()
    ticket = ann.do("watch", "music")
    ann.hear(Unwatched("music"), Error("room_not_found", "Gone.", ann.ref))
    assert [(change.ticket, change.reason) for change in ann.all(Refused)] == [(ticket, "room_not_found")]
    assert ann.all(RoomLeft) == []


def test_a_room_that_cannot_be_watched() -> None:
    ann = Welcomed().ready()
    ticket = ann.do("watch", "music")
    ann.hear(Error("room_not_found", "Gone.", ann.ref))
    assert [change.ticket for change in ann.all(Refused)] == [ticket]


def test_joining_a_watched_room_goes_on_where_it_was() -> None:
    ann = Welcomed().ready()
    ann.do("watch", "music")
    ann.page(*said(1), room="music")
    ticket = ann.do("join", "music")
    assert ann.sent[-1] == JoinRoom("music", Cursor("e", 1), ann.ref)
    ref = ann.ref
    ann.hear(Joined("music", ref))
    assert Done(ticket) in ann.changes
    ann.hear(History("music", "e", said(2), complete=True, top=2, recovered=True, ref=ref))
    assert ann.seqs("music") == [1, 2]
    ann.session.unwatch("music", ann.now)
    ann.drain()
    assert not any(isinstance(request, UnwatchRoom) for request in ann.sent)


# Changing, finding


def test_what_has_one_answer() -> None:
    ann, session = Welcomed().ready(), None
    session = ann.session
    tickets = [
        session.edit("default", 1, "better", ann.now),
        session.erase("default", 1, ann.now),
        session.react("default", 1, "👍", False, ann.now),
    ]
    ann.drain()
    refs = [request.ref for request in ann.sent if not isinstance(request, type(hello("Ann")))]
    assert ann.sent == [
        EditMessage("default", 1, "better", ref=refs[0]),
        DeleteMessage("default", 1, ref=refs[1]),
        React("default", 1, "👍", False, ref=refs[2]),
    ]
    ann.hear(*(Ack("default", "e", 2, 1, ref=ref) for ref in refs))
    assert ann.all(Done) == [Done(ticket) for ticket in tickets]


def test_an_edit_that_is_refused_gives_its_text_back() -> None:
    ann = Welcomed().ready()
    ticket = ann.session.edit("default", 1, "better", ann.now)
    ann.drain()
    ann.hear(Error("not_allowed", "No.", ann.ref))
    assert ann.all(Refused) == [Refused(ticket, Intent.EDIT, "default", "not_allowed", "No.", "better")]


def test_a_search() -> None:
    ann = Welcomed().ready()
    ticket = ann.session.search("word", "music", ann.now, before=7)
    ann.drain()
    assert ann.sent == [Search("word", "music", 7, ref=ann.ref)]
    hits = said(3, room="music", epoch="e")
    ann.hear(Results(hits, 5, ann.ref))
    assert ann.all(Found) == [Found(ticket, "music", "word", tuple(hits), 5)]
    assert ann.all(Done) == []


def test_reading_past_the_timeline() -> None:
    ann = Welcomed().ready()
    ticket = ann.session.fetch("music", 4, ann.now)
    ann.drain()
    assert ann.sent == [GetHistory("music", after=4, limit=limits.PAGE, ref=ann.ref)]
    ann.page(*said(5, 6), room="music", top=9, complete=False)
    assert ann.all(Fetched) == [Fetched(ticket, "music", "e", tuple(said(5, 6)), 9, complete=False)]
    assert ann.seqs("music") == []


def test_the_room_list_can_be_asked_for() -> None:
    ann = Welcomed().ready()
    ann.session.refresh(ann.now)
    ann.drain()
    assert ann.sent == [ListRooms(ann.ref)]
    ann.hear(RoomsList({"default": 1, "music": 3}, ann.ref))
    assert ann.session.rooms["music"].people == 3


def test_what_is_asked_when_the_connection_is_lost_is_refused() -> None:
    ann = Welcomed().ready("music")
    join, leave = ann.do("join", "news"), ann.do("leave", "music")
    ann.lose()
    assert [change.ticket for change in ann.all(Refused)] == [join]
    assert ann.all(Done) == [Done(leave)]
    assert ann.all(RoomLeft) == [RoomLeft("music", deleted=False)]


def test_an_answer_that_takes_too_long() -> None:
    ann = Welcomed().ready()
    ticket = ann.do("join", "music")
    ann.wait(limits.ANSWER)
    assert [change.ticket for change in ann.all(Refused)] == [ticket]
    ann.hear(Joined("music", ann.ref))
    assert ann.session.rooms["music"].joined, "late, but so it is"
    assert ann.all(Done) == []


def test_asking_about_the_server() -> None:
    ann = Welcomed().ready()
    ticket = ann.session.ask_server(GetServer(), ann.now)
    ann.drain()
    assert ann.sent == [GetServer(ann.ref)]
    state = ServerState("Ann's", False, False, False, True, 50, ref=ann.ref)
    ann.hear(state)
    assert ann.all(Answered) == [Answered(ticket, state)]
    assert ann.all(Done) == []


def test_what_the_server_refuses_names_the_ticket() -> None:
    ann = Welcomed().ready()
    ticket = ann.session.ask_server(SetRoom("default", announce=True), ann.now)
    ann.drain()
    ann.hear(Error("not_allowed", "No.", ann.ref))
    assert ann.all(Refused) == [Refused(ticket, Intent.SERVER, "default", "not_allowed", "No.", None)]


def test_a_server_that_has_no_such_thing_is_not_asked() -> None:
    ann = Welcomed().welcome(capabilities=(Capability.RICH,))
    ann.forget()
    ticket = ann.session.ask_server(GetPeople(), ann.now)
    ann.drain()
    assert ann.sent == []
    assert [change.ticket for change in ann.all(Refused)] == [ticket]


def test_how_a_room_is_written_in() -> None:
    ann = Welcomed().ready()
    ann.hear(RoomState("default", announce=True, slow=5), RoomState("default", announce=True, slow=5))
    assert ann.all(RoomStateChanged) == [RoomStateChanged("default")]
    assert ann.session.room_state("default") == (True, 5)
    ann.hear(Members("default", ["Ann"]))
    assert ann.session.room_state("default") == (False, 0)
    assert ann.session.room_state("nowhere") is None


def test_what_a_slow_room_does_not_take_yet_stays_with_its_author() -> None:
    ann = Welcomed().ready()
    ann.hear(RoomState("default", slow=600))
    ticket = ann.say("Again")
    ann.hear(Error("rate_limited", "One message every 10 minutes.", ann.ref))
    [entry] = ann.session.timeline("default").pending
    assert (entry.key, entry.state) == (ticket, State.FAILED)
    assert isinstance(entry.problem, Sentence), "so that it can be said in any language"
    assert "10 min" in entry.problem
    ann.wait(60.0)
    assert len([request for request in ann.sent if isinstance(request, SendMessage)]) == 1


def test_nobody_is_put_into_rooms_without_end() -> None:
    ann = Welcomed().ready()
    ann.hear(*(Joined(f"room {number}") for number in range(2 * limits.ROOMS)))
    assert sum(room.joined for room in ann.session.rooms.values()) == limits.ROOMS + 1
    ann.do("join", "asked for")
    ann.hear(Joined("asked for", ann.ref))
    assert ann.session.rooms["asked for"].joined
