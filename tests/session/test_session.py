"""What one person sees, asked for and still has to say. `test_agreement.py` has the long stories."""

import pytest

from chatapp.protocol import limits
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Joined,
    JoinRoom,
    LeaveRoom,
    ListRooms,
    Message,
    Rename,
    RoomsList,
    SendMessage,
)
from chatapp.protocol.messages.rich import Capability, MemberJoined, Members, Welcome
from chatapp.session.changes import (
    Done,
    GroundChanged,
    Intent,
    NameChanged,
    Notice,
    Phase,
    PhaseChanged,
    Refused,
    RoomJoined,
    RoomLeft,
    RoomsChanged,
    TimelineChanged,
)
from chatapp.session.ground import Credentials, Ground, Trust
from chatapp.session.keeping import KeepPerson
from chatapp.session.session import Session
from tests.session.driver import Driver, Welcomed, hello

# Coming in


def test_the_way_in() -> None:
    ann = Driver()
    assert ann.session.phase is Phase.OFFLINE
    ann.connect()
    assert ann.sent == [hello("Ann")]
    assert [change.phase for change in ann.all(PhaseChanged)] == [Phase.CONNECTING, Phase.IDENTIFYING]
    ann.hear(Joined("default"), RoomsList({"music": 2, "default": 1}))
    assert ann.session.phase is Phase.ONLINE
    assert ann.all(RoomJoined) == [RoomJoined("default")]
    assert [*ann.session.rooms] == ["default", "music"]
    assert ann.session.rooms["default"].joined
    assert (ann.session.rooms["music"].joined, ann.session.rooms["music"].people) == (False, 2)
    assert ann.session.next_deadline is None


@pytest.mark.parametrize(
    "first", [RoomsList({"default": None}), Message(author="Bo", room="default", message="hi"), Joined("default")]
)
def test_what_an_older_server_says_first_means_welcome(first: RoomsList | Message | Joined) -> None:
    ann = Driver().connect()
    ann.hear(first)
    assert ann.session.phase is Phase.ONLINE
    assert ann.session.rooms["default"].joined


def test_a_name_is_sent_as_it_will_be_kept() -> None:
    assert Driver("  Ann   Lee ").connect().sent == [hello("Ann Lee")]
    ann = Driver("  Ann   Lee ").online()
    assert ann.session.name == "Ann Lee"
    assert Driver("admin").connect().sent == [hello("admin")], "the server says why not"


def test_a_refused_name_and_the_next() -> None:
    ann = Driver().connect()
    ann.error("username_taken", "Taken.")
    assert ann.session.phase is Phase.REFUSED
    assert not ann.session.wants_connection
    assert ann.all(Refused) == [Refused(0, Intent.IDENTIFY, None, "username_taken", "Taken.", None)]
    ticket = ann.do("rename", "Bo")
    assert ann.sent[-1] == hello("Bo")
    ann.error("username_taken", "Taken too.")
    assert ann.all(Refused)[-1].ticket == ticket
    ticket = ann.do("rename", "Chloé")
    ann.joined("default")
    assert ann.all(Done) == [Done(ticket)]
    assert ann.all(NameChanged) == [NameChanged("Chloé")]


def test_a_name_changed_while_the_first_one_is_asked_for() -> None:
    ann = Driver().connect()
    first, second = ann.do("rename", "Bo"), ann.do("rename", "Chloé")
    assert [change.ticket for change in ann.all(Refused)] == [first]
    ann.joined("default")
    assert ann.sent[-2:] == [Rename("Chloé"), JoinRoom("default")]
    ann.joined("default")
    assert ann.all(Done) == [Done(second)]
    ann.lose()
    ann.connect()
    assert ann.sent[-1] == hello("Chloé")


def test_a_name_changed_while_the_first_one_is_refused() -> None:
    ann = Driver().connect()
    ticket = ann.do("rename", "Bo")
    ann.error("username_taken")
    assert ann.sent == [hello("Ann"), hello("Bo")]
    ann.joined("default")
    assert ann.all(Done) == [Done(ticket)]


def test_a_full_server_is_left_and_tried_again() -> None:
    ann = Driver().connect()
    ann.error("server_full", "Full.")
    assert ann.session.hang_up == "Full."
    ann.lose()
    assert (ann.session.hang_up, ann.session.phase) == (None, Phase.WAITING)


@pytest.mark.parametrize("trust", [Trust.PLAIN, Trust.SEEN])
def test_what_needs_an_unread_connection_is_not_believed_on_another(trust: Trust) -> None:
    """No server negotiates it there, so whoever says that it did sits on the way."""
    ann, seen = Driver(), trust is Trust.SEEN
    ann.ground = Ground(trust, "pin" if seen else "", "nonce")
    ann.connect()
    ann.hear(Welcome("Ann", [*Capability], {}, {}, 1, "token", admin=True, proven=True), Joined("default"))
    ann.hear(Members("default", ["Ann", "Bo"], keys={"Bo": "b" * 43}), MemberJoined("default", "Cy", "c" * 43))
    private = {Capability.RESUME, Capability.IDENTITY, Capability.ADMIN}
    assert ann.session.capabilities == set(Capability) - (set() if seen else private)
    assert (ann.session.admin, ann.session.proven) == (seen, seen)
    assert (set(ann.session.roster("default").keys), set(ann.session.acquaintances("default"))) == (
        ({"Bo", "Cy"}, {"Bo", "Cy"}) if seen else (set(), set())
    )
    met = {one.name for one in ann.session.take_keeping() if isinstance(one, KeepPerson)}
    assert met == ({"Bo", "Cy"} if seen else set()), "nor does anybody lose their name to a key that was made up"


def test_what_was_not_asked_for_was_not_negotiated() -> None:
    ann = Driver()
    ann.session = Session("Ann", capabilities=(Capability.ADMIN,))
    ann.connect()
    ann.hear(Welcome("Ann", [*Capability, "more"], {}, {}, 1))
    assert ann.session.capabilities == {Capability.ADMIN}


def test_a_password_is_asked_for_and_given_over_the_same_connection() -> None:
    ann = Driver()
    ann.ground = Ground(Trust.SEEN, "pin", "nonce")
    ann.connect()
    assert ann.session.ground is ann.ground
    assert GroundChanged() in ann.changes
    ann.error("auth_required", "A password, please.")
    assert ann.session.phase is Phase.ASKED
    assert not ann.session.wants_connection
    ann.session.offer(Credentials(password="wrong"), ann.now)
    ann.drain()
    assert ann.sent[-1] == hello("Ann", password="wrong")
    ann.error("auth_failed", "No.")
    assert [refused.reason for refused in ann.all(Refused)] == ["auth_required", "auth_failed"]
    ann.lose()
    assert ann.session.phase is Phase.ASKED, "the person thinks"
    ann.session.offer(Credentials(password="right"), ann.now)
    assert ann.session.wants_connection
    ann.connect()
    assert ann.sent[-1] == hello("Ann", password="right")
    ann.hear(Welcome("Ann", [*Capability], {}, {}, 1, "token", admin=True, proven=True))
    assert (ann.session.phase, ann.session.admin, ann.session.proven) == (Phase.ONLINE, True, True)


def test_who_is_locked_out_tries_again_when_they_want_to() -> None:
    ann = Driver().connect()
    ann.error("server_locked", "Locked.")
    assert (ann.session.phase, ann.session.hang_up) == (Phase.TURNED_AWAY, "Locked.")
    ann.lose()
    ann.wait(1000)
    assert (ann.session.phase, ann.session.detail) == (Phase.TURNED_AWAY, "Locked.")
    assert not ann.session.wants_connection
    ann.session.again(ann.now)
    assert ann.session.wants_connection
    ann.connect()
    assert ann.sent[-1] == hello("Ann")


def test_who_is_sent_away_does_not_come_back_by_themselves() -> None:
    ann = Welcomed().ready("music")
    ann.session.sent_away(ann.now, "Kicked.")
    ann.drain()
    assert (ann.session.phase, ann.session.detail) == (Phase.TURNED_AWAY, "Kicked.")
    assert not ann.session.wants_connection
    assert ann.session.rooms["music"].joined, "they are taken back if the person comes again"
    ann.session.again(ann.now)
    ann.welcome("music")
    ann.session.again(ann.now)
    assert ann.session.phase is Phase.ONLINE


def test_a_key_that_is_found_late_proves_the_name_from_the_next_connection_on() -> None:
    ann = Driver()
    ann.ground = Ground(Trust.SEEN, "pin", "nonce")
    ann.connect()
    ann.session.prove_with(lambda _pin, _nonce, name: ("key", f"proof of {name}"))
    ann.lose()
    ann.connect()
    assert ann.sent == [hello("Ann"), hello("Ann", key="key", proof="proof of Ann")]


def test_a_server_that_says_nothing() -> None:
    ann = Driver().connect()
    assert ann.session.next_deadline == ann.now + limits.ANSWER
    ann.wait(limits.ANSWER)
    assert ann.session.hang_up is not None


def test_the_own_name_is_claimed_back_for_a_minute() -> None:
    ann = Driver().online()
    ann.lose()
    ann.connect()
    ann.forget()
    for _ in range(int(limits.NAME_HELD / limits.NAME_RETRY)):
        ann.error("username_taken")
        assert ann.session.phase is Phase.WAITING
        assert ann.session.next_deadline == ann.session.retry_at == ann.now + limits.NAME_RETRY
        ann.wait(limits.NAME_RETRY)
        assert ann.sent.pop() == hello("Ann")
    ann.error("username_taken", "Taken.")
    assert ann.session.phase is Phase.REFUSED


def test_the_own_name_comes_back() -> None:
    ann = Driver().online(music=1)
    ann.do("join", "music")
    ann.joined("music")
    ann.lose()
    ann.connect()
    ann.error("username_taken")
    ann.wait(limits.NAME_RETRY)
    ann.joined("default")
    assert ann.session.phase is Phase.ONLINE
    assert ann.sent[-1] == JoinRoom("music")


def test_a_name_whose_welcome_was_lost_is_waited_for() -> None:
    ann = Driver().connect()
    ann.lose()
    ann.connect()
    ann.error("username_taken")
    assert ann.session.phase is Phase.WAITING
    ann.wait(limits.NAME_RETRY)
    ann.joined("default")
    assert ann.session.phase is Phase.ONLINE


def test_a_name_that_was_refused_is_not_waited_for() -> None:
    ann = Driver().connect()
    ann.error("username_taken")
    ann.lose()
    ann.connect()
    ann.error("username_taken")
    assert ann.session.phase is Phase.REFUSED


def test_identified_already_is_as_good_as_welcome() -> None:
    ann = Driver().connect()
    ann.error("already_identified")
    assert ann.session.phase is Phase.ONLINE


# Talking


def test_a_message_is_shown_at_once_and_confirmed_by_its_echo() -> None:
    ann = Driver().online()
    ticket = ann.say("hello")
    assert ann.sent == [SendMessage("hello", "default")]
    assert ann.rows() == [("Ann", "hello", "sending")]
    assert ann.session.timeline("default").pending[0].key == ticket
    ann.message("Bo", "hello")
    assert ann.rows() == [("Bo", "hello", "sent"), ("Ann", "hello", "sending")]
    ann.message("Ann", "hello")
    assert ann.rows() == [("Bo", "hello", "sent"), ("Ann", "hello", "sent")]
    assert ann.all(Done) == [Done(ticket)]
    assert [entry.mine for entry in map(ann.session.timeline("default").__getitem__, (0, 1))] == [False, True]


def test_the_same_text_again_is_confirmed_in_order() -> None:
    ann = Driver().online()
    first, second = ann.say("again"), ann.say("again")
    ann.message("Ann", "again")
    assert ann.all(Done) == [Done(first)]
    ann.message("Ann", "again")
    assert ann.all(Done) == [Done(first), Done(second)]


def test_an_echo_of_another_room_confirms_nothing() -> None:
    ann = Driver().online(music=0)
    ann.do("join", "music")
    ann.joined("music")
    ticket = ann.say("hello", "music")
    ann.message("Ann", "hello", "default")
    assert Done(ticket) not in ann.changes
    ann.message("Ann", "hello", "music")
    assert Done(ticket) in ann.changes


@pytest.mark.parametrize(
    ("text", "room", "reason"),
    [
        ("x" * (limits.MESSAGE + 1), "default", "message_too_long"),
        ("hello", "music", "not_in_room"),
        ("hello", "never heard of", "not_in_room"),
    ],
)
def test_what_cannot_be_sent_is_given_back_at_once(text: str, room: str, reason: str) -> None:
    ann = Driver().online(music=3)
    ticket = ann.say(text, room)
    assert ann.sent == []
    [refused] = ann.all(Refused)
    assert (refused.ticket, refused.room, refused.reason, refused.text) == (ticket, room, reason, text)
    assert ann.rows(room) == []


def test_a_message_that_the_server_refuses_is_given_back() -> None:
    ann = Driver().online()
    first, second = ann.say("one"), ann.say("two")
    ann.error("rate_limited", "Slowly.")
    assert ann.all(Refused) == [Refused(first, Intent.SAY, "default", "rate_limited", "Slowly.", "one")]
    assert ann.rows() == [("Ann", "two", "sending")]
    ann.message("Ann", "two")
    assert ann.all(Done) == [Done(second)]


def test_a_message_that_is_never_confirmed_is_given_back_and_may_still_come() -> None:
    ann = Driver().online()
    ticket = ann.say("hello?")
    ann.wait(limits.ANSWER - 0.1)
    assert not ann.all(Refused)
    ann.wait(0.1)
    assert [(change.ticket, change.text) for change in ann.all(Refused)] == [(ticket, "hello?")]
    assert ann.rows() == []
    ann.message("Ann", "hello?")
    assert ann.rows() == [("Ann", "hello?", "sent")]
    assert not ann.all(Done)


def test_halves_of_characters_do_not_stop_a_message() -> None:
    ann = Driver().online()
    ann.say("a\ud83d\ude00b\ud83dc")
    assert ann.sent == [SendMessage("a😀b\ufffdc", "default")]


def test_what_is_heard_counts_as_unread_until_it_is_read() -> None:
    ann = Driver().online()
    ann.message("Bo", "one")
    ann.message("Bo", "two")
    assert ann.session.rooms["default"].unread == 2
    ann.session.mark_new("default")
    ann.session.read("default")
    assert ann.session.rooms["default"].unread == 0
    assert ann.session.timeline("default").new_from == 0
    ann.say("three")
    ann.message("Ann", "three")
    assert ann.session.rooms["default"].unread == 0
    ann.message("Bo", "well said, @ann")
    assert ann.session.rooms["default"].mentions == 1
    ann.session.read("default")
    assert ann.session.rooms["default"].mentions == 0
    ann.message("Bo", "four")
    ann.session.mark_new("default")
    assert ann.session.timeline("default").new_from == 4
    ann.session.read("default")
    ann.session.mark_new("default")
    assert ann.session.timeline("default").new_from is None


def test_changes_of_one_kind_are_told_once_a_drain() -> None:
    ann = Driver().online()
    for number in range(100):
        ann.session.receive(Message(author="Bo", room="default", message=str(number)), 0.0, 0.0)
    ann.drain()
    assert ann.changes == [RoomsChanged(), TimelineChanged("default")]
    ann.session.read("default")
    ann.session.mark_new("never heard of")
    ann.drain()
    assert ann.changes[2:] == [RoomsChanged()]


def test_messages_of_rooms_never_joined_are_not_shown() -> None:
    ann = Driver().online(music=1)
    ann.message("Bo", "psst", "music")
    assert ann.rows("music") == []
    assert ann.changes == []


def test_names_are_shown_without_what_deceives() -> None:
    ann = Driver().online()
    ann.message("\u202eoB", "hi")
    assert ann.rows()[0][0] == "\ufffdoB"


# Rooms


def test_creating_a_room_leads_into_it() -> None:
    ann = Driver().online()
    ticket = ann.do("create", "  home   work ")
    assert ann.sent == [CreateRoom("home work")]
    ann.hear(RoomsList({"default": 1}))
    assert ann.sent == [CreateRoom("home work")]
    ann.hear(RoomsList({"default": 1, "home work": 0}))
    assert ann.sent[1:] == [JoinRoom("home work")]
    assert not ann.all(Done)
    ann.joined("home work")
    assert ann.all(Done) == [Done(ticket)]
    assert ann.session.rooms["home work"].owned


def test_a_room_that_somebody_else_made_a_moment_before() -> None:
    ann = Driver().online()
    ticket = ann.do("create", "music")
    ann.hear(RoomsList({"default": 1, "music": 1}))
    ann.error("room_exists", "There already.")
    assert ann.all(Refused) == [Refused(ticket, Intent.CREATE, "music", "room_exists", "There already.", None)]
    ann.joined("music")
    assert not ann.all(Done)
    assert ann.session.rooms["music"].joined
    assert not ann.session.rooms["music"].owned


def test_a_room_that_is_listed_before_it_is_created_proves_nothing() -> None:
    ann = Driver().online(music=1)
    ticket = ann.do("create", "music")
    ann.hear(RoomsList({"default": 1, "music": 2}))
    assert ann.sent == [CreateRoom("music")]
    ann.error("room_exists")
    assert [change.ticket for change in ann.all(Refused)] == [ticket]


def test_a_created_room_that_cannot_be_joined() -> None:
    ann = Driver().online()
    ticket = ann.do("create", "music")
    ann.hear(RoomsList({"default": 1, "music": 0}))
    ann.error("rate_limited", "Slowly.")
    assert ann.all(Refused) == [Refused(ticket, Intent.CREATE, "music", "rate_limited", "Slowly.", None)]


def test_what_is_said_right_after_asking_to_join_goes_with_it() -> None:
    ann = Driver().online(music=0)
    ann.do("join", "music")
    ann.say("hello", "music")
    assert ann.sent == [JoinRoom("music"), SendMessage("hello", "music")]


def test_leaving_and_being_left() -> None:
    ann = Driver().online(music=0, chess=0)
    for room in ("music", "chess"):
        ann.do("join", room)
        ann.joined(room)
    ticket = ann.do("leave", "music")
    ann.left("music")
    assert ann.all(RoomLeft) == [RoomLeft("music", deleted=False)]
    assert Done(ticket) in ann.changes
    ann.left("chess")
    assert ann.all(RoomLeft)[-1] == RoomLeft("chess", deleted=True)
    ann.hear(RoomsList({"default": 1, "music": 0}))
    assert [*ann.session.rooms] == ["default", "music"]


def test_default_cannot_be_left_whatever_a_server_says() -> None:
    ann = Driver().online()
    ann.left("default")
    assert ann.session.rooms["default"].joined
    ticket = ann.do("leave", "default")
    assert ann.sent == [LeaveRoom("default")]
    ann.error("cannot_leave_default", "Never.")
    assert ann.all(Refused) == [Refused(ticket, Intent.LEAVE, "default", "cannot_leave_default", "Never.", None)]


def test_deleting_from_outside_shows_in_the_list() -> None:
    ann = Driver().online(music=0)
    ticket = ann.do("delete", "music")
    assert ann.sent == [DeleteRoom("music")]
    ann.hear(RoomsList({"default": 1}))
    assert ann.all(Done) == [Done(ticket)]


def test_text_waiting_for_a_room_that_goes_is_given_back() -> None:
    ann = Driver().online(music=0)
    ann.do("join", "music")
    ann.joined("music")
    ann.lose()
    ticket = ann.say("later", "music")
    ann.connect()
    ann.joined("default")
    ann.error("room_not_found")
    assert ann.all(RoomLeft) == [RoomLeft("music", deleted=True)]
    assert [(change.ticket, change.text) for change in ann.all(Refused)] == [(ticket, "later")]
    assert ann.rows("music") == []


def test_asking_for_the_list() -> None:
    ann = Driver().online()
    ann.session.refresh(ann.now)
    ann.drain()
    assert ann.sent == [ListRooms()]
    ann.wait(limits.ANSWER)
    assert ann.changes == []
    ann.lose()
    ann.session.refresh(ann.now)
    ann.drain()
    assert ann.sent == [ListRooms()]


# Names


def test_a_rename_is_confirmed_by_what_comes_after_it() -> None:
    ann = Driver().online()
    ticket = ann.do("rename", "Anna")
    assert ann.sent == [Rename("Anna"), JoinRoom("default")]
    assert ann.session.name == "Ann"
    ann.joined("default")
    assert ann.changes == [NameChanged("Anna"), Done(ticket)]


def test_messages_around_a_rename() -> None:
    ann = Driver().online()
    ann.say("before")
    ann.do("rename", "Anna")
    ann.say("after")
    ann.message("Ann", "before")
    assert ann.session.name == "Ann"
    ann.message("Anna", "after")
    assert ann.session.name == "Anna"
    assert ann.rows() == [("Ann", "before", "sent"), ("Anna", "after", "sent")]
    assert len(ann.all(Done)) == 3


def test_a_rename_refused() -> None:
    ann = Driver().online()
    ticket = ann.do("rename", "Bo")
    ann.error("username_taken", "Taken.")
    ann.joined("default")
    assert ann.changes == [Refused(ticket, Intent.RENAME, None, "username_taken", "Taken.", None)]
    ann.say("hi")
    ann.message("Bo", "hi")
    assert ann.rows() == [("Bo", "hi", "sent"), ("Ann", "hi", "sending")], "that was the real Bo"


def test_a_rename_refused_for_haste_that_happened_after_all() -> None:
    ann = Driver().online()
    ann.do("rename", "Anna")
    ann.error("rate_limited")
    assert ann.session.name == "Ann"
    ticket = ann.say("hi")
    ann.message("Anna", "hi")
    assert Done(ticket) in ann.changes
    assert ann.session.name == "Anna"


def test_a_rename_answered_too_late() -> None:
    ann = Driver().online()
    ticket = ann.do("rename", "Anna")
    ann.wait(limits.ANSWER)
    assert [change.ticket for change in ann.all(Refused)] == [ticket]
    ann.joined("default")
    assert ann.session.name == "Anna"
    assert not ann.all(Done)


# Errors that nobody asked for


def test_an_error_that_belongs_to_nothing_is_a_notice() -> None:
    ann = Driver().online()
    ann.error("storage_full", "The disk is full.")
    assert ann.changes == [Notice("storage_full", "The disk is full.")]


# Losing the connection


def test_what_was_on_the_wire_is_given_back_and_what_was_not_is_kept() -> None:
    ann = Driver().online(music=0)
    on_the_wire = ann.say("on the wire")
    joining = ann.do("join", "music")
    in_line = ann.session.say("default", "in line", ann.now, 0.0)
    ann.lose()
    assert {(change.ticket, change.text) for change in ann.all(Refused)} == {
        (on_the_wire, "on the wire"),
        (joining, None),
    }
    later = ann.say("later")
    assert [text for _, text, _ in ann.rows()] == ["in line", "later"]
    ann.connect()
    ann.forget()
    ann.joined("default")
    assert ann.sent == [SendMessage("in line", "default"), SendMessage("later", "default")]
    ann.message("Ann", "in line")
    ann.message("Ann", "later")
    assert ann.all(Done) == [Done(in_line), Done(later)]


def test_much_to_say_after_a_long_time_goes_out_no_faster_than_a_server_takes_it() -> None:
    ann = Driver().online()
    ann.lose()
    for number in range(13):
        ann.say(str(number))
    ann.connect()
    ann.forget()
    ann.joined("default")
    burst, rate = limits.MESSAGE_RATE
    assert len(ann.sent) == burst
    while len(ann.sent) < 13:
        deadline = ann.session.next_deadline
        assert deadline is not None
        assert deadline - ann.now <= 1 / rate + 0.001
        ann.wait(deadline - ann.now)
        for request in ann.sent:
            assert isinstance(request, SendMessage)
    assert [request.message for request in ann.sent if isinstance(request, SendMessage)] == [*map(str, range(13))]


def test_rooms_are_taken_back_silently() -> None:
    ann = Driver().online(music=0)
    ann.do("create", "chess")
    ann.hear(RoomsList({"default": 1, "music": 0, "chess": 0}))
    ann.joined("chess")
    ann.do("join", "music")
    ann.joined("music")
    ann.lose()
    assert ann.session.rooms["chess"].joined
    assert not ann.session.rooms["chess"].owned
    ann.connect()
    ann.forget()
    ann.joined("default")
    assert set(ann.sent) == {JoinRoom("music"), JoinRoom("chess")}
    ann.joined("music")
    ann.joined("chess")
    assert not ann.all(RoomJoined)
    assert ann.session.next_deadline is None


def test_taking_many_rooms_back_heeds_a_server_that_asks_for_patience() -> None:
    names = [f"room {number}" for number in range(30)]
    ann = Driver().online(**dict.fromkeys(names, 0))
    for name in names:
        ann.do("join", name)
        ann.joined(name)
    ann.lose()
    ann.connect()
    ann.forget()
    ann.joined("default")
    refused = False
    for _ in range(500):
        if not ann.sent:
            if ann.session.next_deadline is None:
                break
            ann.wait(ann.session.next_deadline - ann.now)
            continue
        request = ann.sent.pop(0)
        assert isinstance(request, JoinRoom)
        if request.room == "room 5" and not refused:
            refused = True
            ann.error("rate_limited")
        else:
            ann.joined(request.room)
    assert refused
    assert not ann.all(Refused)
    assert ann.session._core.taken == {"default", *names}


def test_leaving_as_the_connection_goes_is_for_good() -> None:
    ann = Driver().online(music=0, chess=0)
    for room in ("music", "chess"):
        ann.do("join", room)
        ann.joined(room)
    unanswered = ann.do("leave", "chess")
    ann.wait(limits.ANSWER)
    asked = ann.do("leave", "music")
    ann.lose()
    assert [change.ticket for change in ann.all(Refused)] == [unanswered]
    assert ann.all(RoomLeft) == [RoomLeft("music", deleted=False)]
    assert Done(asked) in ann.changes
    assert ann.session.rooms["chess"].joined, "the person was told that it could not be left"


def test_leaving_without_a_connection_is_for_good() -> None:
    ann = Driver().online(music=0)
    ann.do("join", "music")
    ann.joined("music")
    ann.lose()
    ticket = ann.do("leave", "music")
    assert Done(ticket) in ann.changes
    assert RoomLeft("music", deleted=False) in ann.changes
    ann.connect()
    ann.forget()
    ann.joined("default")
    assert ann.sent == []


@pytest.mark.parametrize("intent", ["create", "join", "delete"])
def test_what_needs_a_connection_is_refused_without_one(intent: str) -> None:
    ann = Driver().online(music=0)
    ann.lose()
    ticket = ann.do(intent, "music")
    [refused] = ann.all(Refused)
    assert (refused.ticket, refused.reason, refused.room) == (ticket, "unavailable", "music")
    assert ann.sent == []


def test_a_name_changed_without_a_connection_is_the_one_to_come_back_with() -> None:
    ann = Driver().online()
    ann.lose()
    ticket = ann.do("rename", "Anna")
    ann.connect()
    assert ann.sent == [hello("Anna")]
    ann.joined("default")
    assert Done(ticket) in ann.changes


def test_the_end_gives_everything_back() -> None:
    ann = Driver().online()
    ann.do("create", "music")
    ann.hear(RoomsList({"default": 1, "music": 0}))
    ann.joined("music")
    assert ann.session.rooms["music"].owned
    on_the_wire = ann.say("on the wire")
    ann.lose()
    waiting, name = ann.say("waiting"), ann.do("rename", "Anna")
    ann.session.stop(ann.now)
    ann.drain()
    assert {change.ticket for change in ann.all(Refused)} == {on_the_wire, waiting, name}
    assert ann.session.phase is Phase.OFFLINE
    assert ann.rows() == []
    assert not ann.session.rooms["music"].owned
    assert ann.session.next_deadline is None


def test_lost_for_good() -> None:
    ann = Driver().online()
    ann.session.lost(ann.now, "Gone.", None)
    assert (ann.session.phase, ann.session.detail, ann.session.retry_at) == (Phase.OFFLINE, "Gone.", None)


@pytest.mark.parametrize(
    ("said", "name"),
    [({}, ""), ({"host": "Ann"}, "Ann"), ({"name": "", "host": "Ann"}, "Ann"), ({"name": "Tea", "host": "Ann"}, "Tea")],
)
def test_a_server_without_a_name_is_called_as_its_host(said: dict[str, str], name: str) -> None:
    bo = Driver("Bo").connect()
    bo.hear(Welcome("Bo", [*Capability], said, {}, 1, "token"))
    assert bo.session.server_name == name
