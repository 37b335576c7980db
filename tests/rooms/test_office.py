"""What those in charge do, and what comes of it."""

import logging
from typing import get_args

import pytest

from chatapp.protocol import limits
from chatapp.protocol.invite import Address, parse
from chatapp.protocol.messages.base import CreateRoom, DeleteRoom, Error, Identify, JoinRoom, Message, SendMessage
from chatapp.protocol.messages.hosting import (
    Act,
    Acts,
    AdminRequest,
    Ban,
    Bans,
    CreateInvite,
    GetActs,
    GetBans,
    GetInvites,
    GetPeople,
    GetServer,
    Invites,
    Kick,
    KnownBan,
    People,
    RevokeInvite,
    RoomState,
    ServerState,
    SetRoom,
    SetServer,
    Unban,
)
from chatapp.protocol.messages.rich import Ack, DeleteMessage, EditMessage, GetMembers, MemberJoined, Members, React
from chatapp.rooms.effects import Close
from chatapp.rooms.log import DropNote, KeepNote
from chatapp.rooms.refusal import Refusal
from tests.rooms.doorway import ANN_S, LOCAL, OTHER, PIN, PLAIN, SECURE, STEWARD, Doorway

WALL = 1_790_000_000_000
OF_OWNERS_TOO = {SetRoom}
TOO_LONG = "x" * 5_000


def acts(door: Doorway) -> list[tuple[str, str, str]]:
    """Oldest first, without who did them: it was always the same."""
    answer = door.answer("boss", GetActs())
    assert isinstance(answer, Acts)
    assert {act.by for act in answer.acts} <= {"boss"}
    return [(act.act, act.target, act.detail) for act in reversed(answer.acts)]


def house(*people: str) -> Doorway:
    door = Doorway()
    door.boss()
    for name in people:
        assert door.come(name) == "in"
    return door


# Rights


@pytest.mark.parametrize("kind", [kind for kind in get_args(AdminRequest) if kind not in OF_OWNERS_TOO])
def test_nothing_of_it_is_for_others(kind: type) -> None:
    door = house("Ann")
    before = door.hub.state(), door.answer("boss", GetPeople()), len(door.writes)
    assert door.refused("Ann", kind(ref="1")) == "not_allowed"
    assert before == (door.hub.state(), door.answer("boss", GetPeople()), len(door.writes))


@pytest.mark.parametrize("kind", get_args(AdminRequest))
def test_nor_for_who_did_not_negotiate_it(kind: type) -> None:
    door = Doorway()
    door.come("Ann", LOCAL, admin=STEWARD, capabilities=["rich"])
    assert door.welcome("Ann").admin
    assert door.refused("Ann", kind(ref="1")) == "unknown_action"
    door.come("Bo", PLAIN)
    assert door.refused("Bo", kind(ref="1")) == "unknown_action"


def test_a_room_s_owner_says_how_it_is_written_in() -> None:
    door = house("Ann", "Bo")
    door.ask("Ann", CreateRoom("tea"))
    assert door.refused("Bo", SetRoom("tea", announce=True)) == "not_allowed"
    assert door.answer("Ann", SetRoom("tea", announce=True, ref="1")) == RoomState("tea", True, 0, "1")
    assert door.answer("boss", SetRoom("tea", slow=5)) == RoomState("tea", True, 5)
    assert door.answer("boss", SetRoom("tea")) == RoomState("tea", True, 5), "so one asks how it is"
    assert acts(door) == [("setRoom", "tea", "announce: yes, slow: 5")], "an owner's are their own business"


def test_who_is_in_charge_is_seen() -> None:
    door = house("Ann")
    answer = door.answer("Ann", GetMembers("default"))
    assert isinstance(answer, Members)
    assert answer.admins == ["boss"]
    door.boss("second")
    assert MemberJoined("default", "second", admin=True) in door.frames["Ann"]


# The server


def test_what_it_is_like() -> None:
    door = house()
    state = door.answer("boss", GetServer("1"))
    assert state == ServerState(
        "", password=False, locked=False, invite_only=False, plain=True, people=limits.CONNECTIONS, pin=PIN,
        addresses=["192.0.2.20:20200"], ref="1",
    )  # fmt: skip


def test_what_is_set_is_told_kept_and_remembered() -> None:
    door = house()
    wanted = SetServer(
        name=" Tea  house ", password="sesame", locked=True, invite_only=True, plain=False, people=9, ref="1"
    )
    answer = door.answer("boss", wanted)
    expected = ServerState(
        "Tea house", password=True, locked=True, invite_only=True, plain=False, people=9, pin=PIN,
        addresses=["192.0.2.20:20200"], ref="1",
    )  # fmt: skip
    assert answer == expected
    detail = "name: Tea house, password: yes, locked: yes, inviteOnly: yes, plain: no, people: 9"
    assert acts(door) == [("setServer", "", detail)]
    again = Doorway(storage=door.storage)
    again.boss()
    assert again.answer("boss", GetServer("1")) == expected
    assert again.welcome("boss").server["name"] == "Tea house"
    assert again.welcome("boss").server["id"] == PIN
    again.ask("boss", SetServer(name="", password="", locked=False, invite_only=False))
    assert again.come("Ann") == "in"
    assert "name" not in again.welcome("Ann").server


def test_what_is_as_it_was_is_not_written() -> None:
    door = house()
    door.ask("boss", SetServer(locked=False, people=limits.CONNECTIONS))
    notes = [write for write in door.writes if isinstance(write, KeepNote) and write.kind == "server"]
    assert len(notes) == 1, "how many is a decision now"
    door.ask("boss", SetServer(locked=False))
    assert [write for write in door.writes if isinstance(write, KeepNote) and write.kind == "server"] == notes


@pytest.mark.parametrize(
    "wrong",
    [
        SetServer(name="x" * 65),
        SetServer(name="a\u202eb"),
        SetServer(password="x" * 257),
        SetServer(people=0),
        SetServer(people=limits.CONNECTIONS + 1),
        Kick(99),
        Kick(1),
        Kick(2, why="x" * 201),
        Ban(),
        Ban(key=ANN_S, address="192.0.2.1"),
        Ban(key="short"),
        Ban(address="somewhere"),
        Ban(address="192.0.2.0/24"),
        Ban(address="192.0.2.1", until=1),
        Ban(address="192.0.2.1", until=-1),
        Ban(address="192.0.2.1", until=2**53),
        Ban(address="fe80::1%a\nb"),
        Ban(address="192.0.2.1", why="a\x00b"),
        Ban(address="192.0.2.1", username=TOO_LONG),
        Unban("nothing"),
        SetRoom("default", slow=-1),
        SetRoom("default", slow=limits.SLOW_MOST + 1),
        CreateInvite(label="x" * 65),
        CreateInvite(until=1),
        CreateInvite(until=2**53),
        RevokeInvite("nothing"),
    ],
)
def test_what_cannot_be(wrong: AdminRequest) -> None:
    door = house("Ann")
    before = len(door.writes)
    assert door.refused("boss", wrong) == "bad_request"
    assert len(door.writes) == before


def test_a_room_that_is_not_there() -> None:
    door = house()
    assert door.refused("boss", SetRoom("tea", announce=True)) == "room_not_found"
    assert door.refused("boss", CreateInvite("tea")) == "room_not_found"


def test_the_last_word_on_the_password() -> None:
    door = house()
    door.looks = False
    door.ask("boss", SetServer(password="first", locked=True), SetServer(password="second"))
    door.look(1)
    door.look()
    assert door.hub._house.book.rules.password == "#second"
    assert door.hub.state().locked, "the rest of it holds"
    door.ask("boss", SetServer(password="third"), SetServer(password=""))
    door.look()
    assert not door.hub.state().password


def test_a_password_is_set_though_who_asked_has_gone() -> None:
    door = house()
    door.looks = False
    door.ask("boss", SetServer(password="sesame"))
    door.leave("boss")
    door.look()
    assert door.hub.state().password


def test_by_the_host_s_own_settings() -> None:
    door = Doorway()
    door._run(door.hub.settle(SetServer(name="Tea house", invite_only=True), "#sesame", 0.0))
    assert (door.hub.state().name, door.hub.state().password, door.hub.state().invite_only) == ("Tea house", True, True)
    assert door.come("Ann", password="sesame") == "in"
    with pytest.raises(Refusal):
        door.hub.settle(SetServer(people=0), None, 0.0)


# People


def test_who_is_connected() -> None:
    door = house()
    door.come("Ann", key=ANN_S)
    door.ask("Ann", CreateRoom("tea"), JoinRoom("tea"))
    door.come("Bo", PLAIN)
    door.connect("nobody yet", OTHER)
    answer = door.answer("boss", GetPeople("1"))
    assert isinstance(answer, People)
    told = [(one.id, one.username, one.address, one.rooms, one.secure, one.admin, one.key) for one in answer.people]
    assert told == [
        (1, "boss", "127.0.0.1", 1, False, True, ""),
        (2, "Ann", "192.0.2.7", 2, True, False, ANN_S),
        (3, "Bo", "192.0.2.9", 1, False, False, ""),
    ]
    assert {one.since for one in answer.people} == {WALL}


def test_sending_somebody_away() -> None:
    door = house("Ann", "Bo")
    door.ask("Ann", CreateRoom("tea"))
    token = door.welcome("Ann").resume
    seen = door.ask("boss", Kick(2, "  Take a\nwalk. "))
    assert Close("Ann", 4003, "Take a walk.") in seen
    assert door.hub.name_of("Ann") is None
    assert door.ask("Ann", SendMessage("Still here", "default")) == []
    assert [person.name for person in door.storage.load()[1]] == ["Bo"]
    assert acts(door) == [("kick", "Ann", "Take a walk.")]
    assert door.come("Ann", resume=token) == "in"
    assert door.refused("Ann", DeleteRoom("tea", "1")) == "not_allowed", "as somebody new"


def test_a_long_why_fits_into_what_closes() -> None:
    door = house("Ann")
    seen = door.ask("boss", Kick(2, "ü" * 200))
    [reason] = [effect.reason for effect in seen if isinstance(effect, Close)]
    assert reason == "ü" * 61


def test_banning_an_address_closes_whoever_is_there() -> None:
    door = house("Ann", "Bo")
    door.come("Cy", OTHER)
    door.come("Di", SECURE, admin=STEWARD)
    answer = door.answer("boss", Ban(address="192.0.2.7", username="Ann", until=WALL + 5, why="Enough."))
    assert isinstance(answer, Bans)
    [ban] = answer.bans
    assert ban == KnownBan(ban.id, "boss", WALL, address="192.0.2.7", username="Ann", until=WALL + 5, why="Enough.")
    assert door.closed == {"Ann": 4004, "Bo": 4004}
    assert door.answer("boss", GetBans()) == answer
    assert door.come("Ann 2") == "banned"
    door.now += 1.0
    assert door.come("Ann 3") == "in"
    assert door.answer("boss", GetBans()) == Bans([])


def test_lifting_a_ban() -> None:
    door = house()
    answer = door.answer("boss", Ban(key=ANN_S, username="Ann"))
    assert isinstance(answer, Bans)
    assert door.come("Ann", key=ANN_S) == "banned"
    assert door.answer("boss", Unban(answer.bans[0].id)) == Bans([])
    assert door.come("Ann", key=ANN_S) == "in"
    assert acts(door) == [("ban", f"Ann {ANN_S}", ""), ("unban", f"Ann {ANN_S}", "")]


def test_nobody_bans_themselves() -> None:
    door = Doorway()
    door.come("boss", SECURE, key=ANN_S, admin=STEWARD)
    assert door.refused("boss", Ban(key=ANN_S)) == "bad_request"
    assert door.refused("boss", Ban(address="192.0.2.7")) == "bad_request"


def test_bans_outlive_the_server() -> None:
    door = house()
    door.ask("boss", Ban(address="2001:db8::1"))
    again = Doorway(storage=door.storage)
    again.boss()
    answer = again.answer("boss", GetBans())
    assert isinstance(answer, Bans)
    assert [ban.address for ban in answer.bans] == ["2001:db8::/64"]


# Rooms


def test_announcements() -> None:
    door = house("Ann", "Bo")
    door.connect("Cy", PLAIN)
    door.ask("Cy", Identify("Cy"))
    door.ask("Ann", CreateRoom("tea"))
    for who in ("Ann", "Bo", "Cy"):
        door.ask(who, JoinRoom("tea"))
    door.ask("Bo", SendMessage("Before", "tea"))
    door.ask("boss", SetRoom("tea", announce=True))
    assert RoomState("tea", announce=True) in door.frames["Bo"]
    assert not any(isinstance(frame, RoomState) for frame in door.frames["Cy"])
    assert door.refused("Bo", SendMessage("May I?", "tea")) == "not_allowed"
    assert door.refused("Cy", SendMessage("May I?", "tea")) == "not_allowed"
    assert door.refused("Bo", EditMessage("tea", 1, "After all")) == "not_allowed"
    assert not isinstance(door.answer("Bo", React("tea", 1, "🎉")), Error)
    door.ask("Ann", SendMessage("Hear", "tea"))
    door.ask("boss", JoinRoom("tea"), SendMessage("Hear hear", "tea"))
    heard = [frame.message for frame in door.frames["Cy"] if isinstance(frame, Message)]
    assert heard == ["Before", "Hear", "Hear hear"]
    door.ask("boss", SetRoom("tea", announce=False))
    assert not isinstance(door.answer("Bo", SendMessage("Now", "tea")), Error)


def test_a_slow_room() -> None:
    door = house("Ann", "Bo")
    door.ask("boss", SetRoom("default", slow=60))
    assert isinstance(door.answer("Ann", SendMessage("One", "default")), Ack)
    assert isinstance(door.answer("Bo", SendMessage("Mine", "default")), Ack)
    for _ in range(limits.RATE_REFUSALS + 5):
        assert door.refused("Ann", SendMessage("Two", "default")) == "rate_limited"
    assert door.closed == {}, "who waits is no flood"
    door.now += 59.5
    assert "1." in door.answer("Ann", SendMessage("Two", "default")).detail  # type: ignore[union-attr]  # an Error
    door.now += 0.5
    assert isinstance(door.answer("Ann", SendMessage("Two", "default")), Ack)
    for _ in range(3):
        assert isinstance(door.answer("boss", SendMessage("Always", "default")), Ack)
    door.ask("boss", SetRoom("default", slow=0))
    assert isinstance(door.answer("Ann", SendMessage("Three", "default")), Ack)


def test_what_is_sent_once_more_to_a_slow_room_is_not_told_too_soon() -> None:
    """The connection was lost before the ack came: it was said, and its author is to hear so."""
    door = house("Ann")
    door.ask("boss", SetRoom("default", slow=60))
    first = door.answer("Ann", SendMessage("One", "default", "a1"))
    assert isinstance(first, Ack)
    token = door.welcome("Ann").resume
    door.leave("Ann")
    assert door.come("back", name="Ann", resume=token) == "in"
    assert door.answer("back", SendMessage("One", "default", "a1")) == first
    assert door.refused("back", SendMessage("Two", "default", "a2")) == "rate_limited"
    assert door.refused("back", SendMessage("Two", "default")) == "rate_limited"


def test_what_cannot_be_said_costs_no_turn_in_a_slow_room() -> None:
    door = house("Ann")
    door.ask("boss", SetRoom("default", slow=60))
    assert door.refused("Ann", SendMessage("x" * 5_000, "default")) == "message_too_long"
    assert door.refused("Ann", SendMessage("x", "default", "i" * 65)) == "bad_request"
    assert isinstance(door.answer("Ann", SendMessage("One", "default")), Ack)


def test_how_a_room_is_written_in_outlives_the_server() -> None:
    door = house("Ann")
    door.ask("Ann", CreateRoom("tea"), SetRoom("tea", announce=True, slow=9))
    door.ask("boss", SetRoom("default", slow=7))
    again = Doorway(storage=door.storage)
    again.boss()
    for room, announce, slow in (("tea", True, 9), ("default", False, 7)):
        answer = again.answer("boss", GetMembers(room))
        assert isinstance(answer, Members)
        assert (answer.announce, answer.slow) == (announce, slow)
    again.ask("boss", DeleteRoom("tea"), CreateRoom("tea"), JoinRoom("tea"))
    assert not again.hub._directory.find("tea").restricted, "another room of that name"
    assert [type(write) for write in Doorway(storage=again.storage).writes] == [DropNote], "of the one that is gone"
    assert Doorway(storage=again.storage).writes == []


def test_a_room_that_could_not_be_deleted_is_as_it_was() -> None:
    door = house("Ann")
    door.ask("Ann", CreateRoom("tea"), JoinRoom("tea"), SetRoom("tea", announce=True))
    door.full = True
    door.ask("Ann", DeleteRoom("tea"))
    assert door.hub._directory.find("tea").announce


# Invites


def test_an_invite_s_link() -> None:
    door = house("Ann")
    door.ask("Ann", CreateRoom("tea"))
    answer = door.answer("boss", CreateInvite("tea", "for Bo", WALL + 1000, "1"))
    assert isinstance(answer, Invites)
    invite = parse(answer.link)
    assert invite.addresses == (Address("192.0.2.20", 20200, secure=True),)
    assert (invite.room, invite.pin) == ("tea", PIN)
    door.ask("boss", SetServer(invite_only=True))
    assert door.come("Bo", invite=invite.secret) == "in"
    answer = door.answer("boss", GetInvites())
    assert isinstance(answer, Invites)
    assert [(one.label, one.room, one.used) for one in answer.invites] == [("for Bo", "tea", 1)]
    assert answer.link == "", "told once"


def test_no_id_looks_like_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody types it behind `chatapp invite --revoke`."""
    door = house()
    monkeypatch.setattr(door.hub._house, "token", lambda: "--aB-4567890")
    answer = door.answer("boss", CreateInvite())
    assert isinstance(answer, Invites)
    assert [one.id for one in answer.invites] == ["aB-45678"]


def test_without_a_key_the_link_says_so() -> None:
    door = house()
    door.hub.announce("", [Address("192.0.2.20", 20200)])
    answer = door.answer("boss", CreateInvite())
    assert isinstance(answer, Invites)
    assert (parse(answer.link).pin, parse(answer.link).addresses[0].secure) == ("", None)


def test_there_is_an_end_to_invites_and_bans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.rooms.invites.INVITES", 1)
    monkeypatch.setattr("chatapp.rooms.bans.BANS", 1)
    door = house()
    door.ask("boss", CreateInvite(), Ban(address="192.0.2.1"))
    assert door.refused("boss", CreateInvite()) == "bad_request"
    assert door.refused("boss", Ban(address="192.0.2.2")) == "bad_request"


# The log


def test_deleting_what_others_said_is_an_act() -> None:
    door = house("Ann")
    door.ask("Ann", CreateRoom("tea"), JoinRoom("tea"), SendMessage("One", "tea"), SendMessage("Two", "tea"))
    door.ask("boss", JoinRoom("tea"), SendMessage("Mine", "tea"))
    door.ask("boss", DeleteMessage("tea", 1), DeleteMessage("tea", 1), DeleteMessage("tea", 3))
    door.ask("Ann", DeleteMessage("tea", 2))
    assert acts(door) == [("deleteMessage", "tea", "message 1")]
    door.ask("boss", DeleteRoom("tea"))
    assert acts(door)[1:] == [("deleteRoom", "tea", "")]


def test_no_secret_is_written_or_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        door = house("Ann")
        door.ask("boss", SetServer(password="sesame"))
        answer = door.answer("boss", CreateInvite())
        assert isinstance(answer, Invites)
        secret = parse(answer.link).secret
        door.come("Bo", password="sesame")
        door.come("Cy", invite=secret)
        door.come("Di", admin="a guess")
    assert "setServer" in caplog.text
    kept = repr([write for write in door.writes if not (isinstance(write, KeepNote) and write.kind == "server")])
    told = repr({who: frames for who, frames in door.frames.items() if who != "boss"})
    for text in (caplog.text, kept, told, repr(acts(door))):
        assert "sesame" not in text
        assert f"{secret!r}" not in text
        assert STEWARD not in text
        assert "a guess" not in text


def test_an_answer_follows_when_it_is_safe() -> None:
    door = house("Ann")
    door.held = True
    assert not any(isinstance(frame, RoomState) for frame in door.frames["boss"])
    door.ask("boss", SetRoom("default", announce=True, ref="1"))
    assert not any(isinstance(frame, RoomState) for frame in door.frames["boss"])
    door.release()
    assert door.frames["boss"][-1] == RoomState("default", True, 0, "1")


def test_acts_are_told_page_by_page() -> None:
    door = house()
    for number in range(limits.ACTS_PAGE + 1):
        door.ask("boss", SetServer(name=f"{number}"))
    first = door.answer("boss", GetActs())
    assert isinstance(first, Acts)
    assert door.answer("boss", GetActs(first.next, "1")) == Acts(
        [Act(1, WALL, "boss", "setServer", "", "name: 0")], 0, "1"
    )


def test_who_watches_is_told_what_was_decided() -> None:
    door = house()
    told: list[ServerState] = []
    door.hub.watch(told.append)
    door.ask("boss", SetServer(name="Tea house"), SetServer(name="Tea house"), SetRoom("default", slow=5))
    assert [state.name for state in told] == ["Tea house"]
