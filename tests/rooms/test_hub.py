"""The hub by example, and under Hypothesis against a model that knows nothing of how it works."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from chatapp.protocol import names
from chatapp.protocol.codec import BadFrame
from chatapp.protocol.limits import BAD_REQUESTS, MESSAGE, MESSAGE_RATE, RATE_REFUSALS
from chatapp.protocol.messages import (
    CreateRoom,
    DeleteRoom,
    Error,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    ListRooms,
    Message,
    Reason,
    Rename,
    Request,
    RoomsList,
    SendMessage,
)
from chatapp.rooms.effects import Broadcast, Close, Effect, Group, ListChanged, Probe, Send, Settle
from chatapp.rooms.hub import Hub
from chatapp.rooms.policy import Policy

UNMETERED = Policy(rate_limits=False)


def hub_with(*people: str, policy: Policy = UNMETERED) -> Hub[str]:
    """A hub in which each person is connected and identified; the connection is called like the person."""
    hub: Hub[str] = Hub(policy)
    for name in people:
        hub.connect(name, 0.0)
        hub.handle(name, Identify(name), 0.0)
    return hub


def ask(hub: Hub[str], who: str, *requests: Request, now: float = 0.0) -> Sequence[Effect[str]]:
    """Effects of the last request."""
    effects: Sequence[Effect[str]] = ()
    for request in requests:
        effects = hub.handle(who, request, now)
    return effects


def reason(effects: Sequence[Effect[Any]]) -> str | None:
    first = effects[0] if effects else None
    return first.message.reason if isinstance(first, Send) and isinstance(first.message, Error) else None


def test_identify_joins_default_then_lists_the_rooms() -> None:
    hub: Hub[str] = Hub(UNMETERED)
    hub.connect("a", 0.0)
    assert hub.handle("a", Identify("Ann"), 0.0) == (
        Send("a", Joined("default")),
        Send("a", RoomsList({"default": 1})),
        ListChanged(),
    )
    assert hub.name_of("a") == "Ann"
    assert list(hub.rooms_of("a")) == ["default"]


@pytest.mark.parametrize(
    "request_", [CreateRoom("x"), JoinRoom("default"), SendMessage("hi", "default"), Rename("x"), ListRooms()]
)
def test_nothing_before_identify(request_: Request) -> None:
    hub: Hub[str] = Hub(UNMETERED)
    hub.connect("a", 0.0)
    assert reason(hub.handle("a", request_, 0.0)) == Reason.NOT_IDENTIFIED
    assert not hub.identified("a")


def test_identify_twice() -> None:
    assert reason(ask(hub_with("Ann"), "Ann", Identify("Bo"))) == Reason.ALREADY_IDENTIFIED


@pytest.mark.parametrize("claim", ["Ann", "ann", "ANN", "Аnn", " Ann "])
def test_a_taken_name_is_refused_and_its_holder_probed(claim: str) -> None:
    hub = hub_with("Ann")
    hub.connect("b", 0.0)
    effects = hub.handle("b", Identify(claim), 0.0)
    assert reason(effects) == Reason.USERNAME_TAKEN
    assert effects[1:] == [Probe("Ann")]
    hub.disconnect("Ann", 1.0)
    assert reason(hub.handle("b", Identify(claim), 1.0)) is None


@pytest.mark.parametrize("name", ["", "   ", "x" * 33, "a\u202eb", "Admin", "ѕerver", "a\nb"])
def test_names_that_are_not_allowed(name: str) -> None:
    hub: Hub[str] = hub_with("Ann")
    hub.connect("b", 0.0)
    assert reason(hub.handle("b", Identify(name), 0.0)) == Reason.INVALID_USERNAME
    assert reason(ask(hub, "Ann", Rename(name))) == Reason.INVALID_USERNAME
    assert hub.name_of("Ann") == "Ann"


def test_a_message_goes_to_every_member_and_its_author() -> None:
    hub = hub_with("Ann", "Bo", "Cy")
    ask(hub, "Ann", CreateRoom("tea"), JoinRoom("tea"))
    ask(hub, "Bo", JoinRoom("tea"))
    assert ask(hub, "Bo", SendMessage("hi", "tea")) == (
        Broadcast("tea", Group.PLAIN, ("Ann", "Bo"), Message(author="Bo", room="tea", message="hi")),
    )


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (SendMessage("hi", ""), Reason.NO_ROOM_SPECIFIED),
        (SendMessage("hi", "nowhere"), Reason.ROOM_NOT_FOUND),
        (SendMessage("hi", "tea"), Reason.NOT_IN_ROOM),
        (SendMessage("", "default"), Reason.EMPTY_MESSAGE),
        (SendMessage(" \n\t", "default"), Reason.EMPTY_MESSAGE),
        (SendMessage("x" * (MESSAGE + 1), "default"), Reason.MESSAGE_TOO_LONG),
        (SendMessage("x" * MESSAGE, "default"), None),
        (JoinRoom(""), Reason.NO_ROOM_SPECIFIED),
        (JoinRoom("nowhere"), Reason.ROOM_NOT_FOUND),
        (JoinRoom("\u202e"), Reason.ROOM_NOT_FOUND),
        (LeaveRoom(""), Reason.NO_ROOM_SPECIFIED),
        (LeaveRoom("default"), Reason.CANNOT_LEAVE_DEFAULT),
        (LeaveRoom("tea"), Reason.NOT_IN_ROOM),
        (CreateRoom(""), Reason.NO_ROOM_SPECIFIED),
        (CreateRoom("a\u200bb"), Reason.INVALID_ROOM_NAME),
        (CreateRoom("x" * 65), Reason.INVALID_ROOM_NAME),
        (CreateRoom("TEA"), Reason.ROOM_EXISTS),
        (CreateRoom("Default"), Reason.ROOM_EXISTS),
        (DeleteRoom(""), Reason.NO_ROOM_SPECIFIED),
        (DeleteRoom("default"), Reason.CANNOT_DELETE_DEFAULT),
        (DeleteRoom("nowhere"), Reason.ROOM_NOT_FOUND),
        (DeleteRoom("tea"), Reason.NOT_ALLOWED),
    ],
)
def test_what_is_refused_and_why(message: Request, why: Reason | None) -> None:
    hub = hub_with("Ann", "Bo")
    ask(hub, "Ann", CreateRoom("tea"))
    before = hub.list()
    assert reason(ask(hub, "Bo", message)) == why
    assert hub.list() == before


def test_creating_does_not_join() -> None:
    hub = hub_with("Ann")
    assert ask(hub, "Ann", CreateRoom("tea")) == (ListChanged(),)
    assert hub.list() == RoomsList({"default": 1, "tea": 0})


def test_a_room_is_found_by_the_name_as_it_was_typed() -> None:
    hub = hub_with("Ann")
    ask(hub, "Ann", CreateRoom("  tea   time "))
    assert ask(hub, "Ann", JoinRoom("  tea   time "))[0] == Send("Ann", Joined("tea time"))
    assert isinstance(ask(hub, "Ann", SendMessage("hi", "  tea   time "))[0], Broadcast)


def test_joining_again_answers_again_and_changes_nothing() -> None:
    hub = hub_with("Ann")
    version = hub.version
    assert ask(hub, "Ann", JoinRoom("default")) == (Send("Ann", Joined("default")),)
    assert hub.version == version


def test_leaving_settles_the_room_first() -> None:
    hub = hub_with("Ann")
    ask(hub, "Ann", CreateRoom("tea"), JoinRoom("tea"))
    assert ask(hub, "Ann", LeaveRoom("tea")) == (Settle("tea"), Send("Ann", Left("tea")), ListChanged())
    assert list(hub.rooms_of("Ann")) == ["default"]


def test_deleting_tells_every_member_and_frees_the_name() -> None:
    hub = hub_with("Ann", "Bo")
    ask(hub, "Ann", CreateRoom("tea"))
    ask(hub, "Bo", JoinRoom("tea"))
    assert ask(hub, "Ann", DeleteRoom("tea")) == [Settle("tea"), Send("Bo", Left("tea")), ListChanged()]
    assert reason(ask(hub, "Bo", CreateRoom("TEA"))) is None


def test_a_freed_name_inherits_no_room() -> None:
    hub = hub_with("Ann")
    ask(hub, "Ann", CreateRoom("tea"))
    hub.disconnect("Ann", 1.0)
    hub.connect("another", 1.0)
    hub.handle("another", Identify("Ann"), 1.0)
    assert reason(ask(hub, "another", DeleteRoom("tea"))) == Reason.NOT_ALLOWED


def test_rename_carries_rooms_and_rights() -> None:
    hub = hub_with("Ann", "Bo")
    ask(hub, "Ann", CreateRoom("tea"), JoinRoom("tea"))
    assert ask(hub, "Ann", Rename("Anna")) == ()
    effect = ask(hub, "Ann", SendMessage("hi", "tea"))[0]
    assert isinstance(effect, Broadcast)
    assert effect.message == Message(author="Anna", room="tea", message="hi")
    assert reason(ask(hub, "Bo", Rename("ann"))) is None, "the old name is free"
    assert reason(ask(hub, "Ann", Rename("ANNA"))) is None, "one's own name in other letters"
    assert reason(ask(hub, "Ann", DeleteRoom("tea"))) is None


def test_one_audience_for_as_long_as_nobody_comes_or_goes() -> None:
    hub = hub_with("Ann", "Bo")

    def audience() -> object:
        effect = ask(hub, "Ann", SendMessage("hi", "default"))[0]
        assert isinstance(effect, Broadcast)
        return effect.audience

    first = audience()
    ask(hub, "Bo", Rename("Bob"))
    assert audience() is first
    hub.disconnect("Bo", 0.0)
    assert audience() == ("Ann",)


def test_when_rooms_run_out_the_one_longest_given_up_goes() -> None:
    hub = hub_with("Ann", "Bo", policy=Policy(rate_limits=False, rooms=2))
    ask(hub, "Bo", CreateRoom("old"), JoinRoom("old"), CreateRoom("new"), now=1.0)
    assert reason(ask(hub, "Ann", CreateRoom("more"))) == Reason.TOO_MANY_ROOMS
    ask(hub, "Bo", LeaveRoom("old"), now=5.0)
    assert reason(ask(hub, "Ann", CreateRoom("more"))) == Reason.TOO_MANY_ROOMS, "both still have their owner"
    hub.disconnect("Bo", 6.0)
    assert ask(hub, "Ann", CreateRoom("more"), now=7.0) == (ListChanged(),)
    assert hub.list() == RoomsList({"default": 1, "old": 0, "more": 0}), "new was empty since 1.0, old since 5.0"


def test_messages_over_the_rate_are_refused_and_the_flood_ends_the_connection() -> None:
    hub = hub_with("Ann", policy=Policy())
    burst = int(MESSAGE_RATE[0])
    answers = [reason(ask(hub, "Ann", SendMessage("hi", "default"))) for _ in range(burst + 1)]
    assert answers == [None] * burst + [Reason.RATE_LIMITED]
    assert reason(ask(hub, "Ann", SendMessage("hi", "default"), now=1.0)) is None, "two a second come back"
    effects: Sequence[Effect[str]] = ()
    for _ in range(RATE_REFUSALS + burst):
        effects = ask(hub, "Ann", SendMessage("hi", "default"), now=1.0)
    assert isinstance(effects[-1], Close)
    assert effects[-1].code == 1008


def test_rooms_are_created_at_their_own_rate() -> None:
    hub = hub_with("Ann", policy=Policy())
    answers = [reason(ask(hub, "Ann", CreateRoom(f"r{number}"))) for number in range(6)]
    assert answers == [None] * 5 + [Reason.RATE_LIMITED]
    assert reason(ask(hub, "Ann", JoinRoom("r1"))) is None, "other requests go on"


def test_the_tenth_bad_frame_within_a_minute_ends_the_connection() -> None:
    hub = hub_with("Ann")
    problem = BadFrame(Reason.BAD_REQUEST, "No.")
    for number in range(1, BAD_REQUESTS):
        assert hub.refuse("Ann", problem, float(number)) == [Send("Ann", Error("bad_request", "No."))]
    assert isinstance(hub.refuse("Ann", problem, 10.0)[-1], Close)
    slow = hub_with("Bo")
    assert all(len(slow.refuse("Bo", problem, number * 10.0)) == 1 for number in range(50))


def test_a_connection_that_is_gone_has_no_effects() -> None:
    hub = hub_with("Ann")
    assert hub.disconnect("Ann", 0.0) == (ListChanged(),)
    assert hub.disconnect("Ann", 0.0) == ()
    assert hub.handle("Ann", ListRooms(), 0.0) == ()
    assert hub.refuse("Ann", BadFrame(Reason.BAD_REQUEST, "No."), 0.0) == ()
    assert list(hub.rooms_of("Ann")) == []
    hub.connect("never said a name", 0.0)
    assert hub.disconnect("never said a name", 0.0) == ()


some_names = st.sampled_from(["Ann", "ANN", "Аnn", "Bo", "B0", "Chloé", "Chloe\u0301", "admin", "", "x" * 40, "日本"])
some_rooms = st.sampled_from(["default", "tea", "Tea", " tea ", "teа", "music", "", "x" * 70, "a\u200bb"])


class HubMachine(RuleBasedStateMachine):
    """The model: who has which name, who is in which room, whose a room is."""

    connections = Bundle("connections")

    def __init__(self) -> None:
        super().__init__()
        self.hub: Hub[int] = Hub(Policy(rate_limits=False, rooms=3))
        self.now = 0.0
        self.count = 0
        self.live: set[int] = set()
        self.named: dict[int, str] = {}
        self.rooms: dict[str, set[int]] = {"default": set()}
        self.owners: dict[str, int | None] = {"default": None}
        self.version = self.hub.version

    @initialize(target=connections)
    def first(self) -> object:
        return multiple(*(self.connect() for _ in range(3)))

    def connect(self) -> int:
        self.count += 1
        self.hub.connect(self.count, self.now)
        self.live.add(self.count)
        return self.count

    @rule(target=connections)
    def one_more(self) -> int:
        return self.connect()

    @rule(connection=consumes(connections))
    def gone(self, connection: int) -> None:
        effects = self.hub.disconnect(connection, self.now)
        assert tuple(effects) == ((ListChanged(),) if connection in self.named else ())
        self.live.discard(connection)
        self.named.pop(connection, None)
        for members in self.rooms.values():
            members.discard(connection)
        for room, owner in self.owners.items():
            if owner == connection:
                self.owners[room] = None

    @rule(connection=connections, name=some_names)
    def identify(self, connection: int, name: str) -> None:
        effects = self.ask(connection, Identify(name))
        if reason(effects) is None:
            assert connection not in self.named
            self.named[connection] = names.username(name)
            self.rooms["default"].add(connection)

    @rule(connection=connections, name=some_names)
    def rename(self, connection: int, name: str) -> None:
        if reason(self.ask(connection, Rename(name))) is None:
            self.named[connection] = names.username(name)

    @rule(connection=connections, room=some_rooms)
    def create(self, connection: int, room: str) -> None:
        if reason(self.ask(connection, CreateRoom(room))) is None:
            name = names.room_name(room)
            assert name not in self.rooms
            if len(self.rooms) == 4:
                gone = set(self.rooms) - set(self.hub.list().rooms)
                assert len(gone) == 1
                for each in gone:
                    assert not self.rooms.pop(each)
                    assert self.owners.pop(each) is None
            self.rooms[name] = set()
            self.owners[name] = connection

    @rule(connection=connections, room=some_rooms)
    def join(self, connection: int, room: str) -> None:
        effects = self.ask(connection, JoinRoom(room))
        if reason(effects) is None:
            name = names.room_name(room)
            assert effects[0] == Send(connection, Joined(name))
            self.rooms[name].add(connection)

    @rule(connection=connections, room=some_rooms)
    def leave(self, connection: int, room: str) -> None:
        effects = self.ask(connection, LeaveRoom(room))
        if reason(effects) is None:
            name = names.room_name(room)
            assert tuple(effects) == (Settle(name), Send(connection, Left(name)), ListChanged())
            self.rooms[name].remove(connection)

    @rule(connection=connections, room=some_rooms)
    def delete(self, connection: int, room: str) -> None:
        effects = self.ask(connection, DeleteRoom(room))
        if reason(effects) is None:
            name = names.room_name(room)
            assert self.owners.pop(name) == connection
            told = {effect.connection for effect in effects if isinstance(effect, Send)}
            assert told == self.rooms.pop(name)

    @rule(connection=connections, room=some_rooms, text=st.sampled_from(["hi", "", " ", "x" * (MESSAGE + 1)]))
    def say(self, connection: int, room: str, text: str) -> None:
        effects = self.ask(connection, SendMessage(text, room))
        if reason(effects) is None:
            name = names.room_name(room)
            assert connection in self.rooms[name]
            [effect] = effects
            assert isinstance(effect, Broadcast)
            assert set(effect.audience) == self.rooms[name]
            assert effect.message == Message(author=self.named[connection], room=name, message=text)

    def ask(self, connection: int, request: Request) -> Sequence[Effect[int]]:
        self.now += 1.0
        effects = self.hub.handle(connection, request, self.now)
        if reason(effects) is not None:
            assert not any(isinstance(effect, ListChanged | Broadcast | Settle) for effect in effects)
        return effects

    @invariant()
    def names_agree_and_are_told_apart(self) -> None:
        keys = [key for name in self.named.values() for key in {*names.look_alikes(name)}]
        assert len(keys) == len(set(keys))
        assert all(self.hub.name_of(connection) == self.named.get(connection) for connection in self.live)

    @invariant()
    def rooms_agree(self) -> None:
        assert self.hub.list().rooms == {room: len(members) for room, members in self.rooms.items()}
        for connection in self.live:
            mine = {room for room, members in self.rooms.items() if connection in members}
            assert set(self.hub.rooms_of(connection)) == mine
        assert self.rooms["default"] == set(self.named)

    @invariant()
    def version_rises_with_the_list(self) -> None:
        assert self.hub.version >= self.version
        self.version = self.hub.version


TestHubMachine = HubMachine.TestCase
TestHubMachine.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
