"""The hub under Hypothesis: one script in four houses, which differ in nothing that a base client sees.

As it is; where writes take time; where nobody negotiates; and in a model of who is called what and who is where.
"""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chatapp.protocol import limits, names
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import (
    CreateRoom,
    Cursor,
    DeleteRoom,
    Error,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    ListRooms,
    Message,
    Rename,
    RoomsList,
    SendMessage,
)
from chatapp.protocol.messages.rich import (
    DeleteMessage,
    EditMessage,
    Event,
    GetHistory,
    GetMembers,
    MemberJoined,
    MemberLeft,
    Members,
    React,
    Renamed,
    RichRequest,
    Search,
    Typing,
    Unwatched,
    UnwatchRoom,
    WatchRoom,
    Welcome,
)
from chatapp.rooms.effects import Probe, Send
from chatapp.rooms.policy import Policy
from tests.rooms.shell import Shell, refusal

POLICY = Policy(rate_limits=False, rooms=3)
PEOPLE = [f"c{number}" for number in range(5)]
BASE = frozenset({"c0", "c1"})
"""they never negotiate"""

who = st.sampled_from(PEOPLE)
some_names = st.sampled_from(["Ann", "ANN", "Аnn", "Bo", "B0", "Chloé", "Chloe\u0301", "admin", "", "x" * 40, "日本"])
odd_rooms = st.sampled_from(["Tea", " tea ", "teа", "", "x" * 70, "a\u200bb"])
some_rooms = st.sampled_from(["default", "tea", "tea", "tea", "music", "odd"]).flatmap(
    lambda name: odd_rooms if name == "odd" else st.just(name)
)
texts = st.sampled_from(["hi", "hello there", "", " ", "x" * (limits.MESSAGE + 1)])
refs = st.sampled_from(["", "r1", "r2"])
ids = st.sampled_from(["", "", "1", "2", "3"])
targets = st.integers(0, 6)
capabilities = st.sets(st.sampled_from(["rich", "history", "presence"])).map(sorted)


def base_form(request: Request) -> Request:
    """The same as a client of Part 1 says it."""
    match request:
        case SendMessage(message, room):
            return SendMessage(message, room)
        case JoinRoom(room) | LeaveRoom(room) | CreateRoom(room) | DeleteRoom(room):
            return type(request)(room)
        case Rename(name):
            return Rename(name)
        case Identify(name):
            return Identify(name)
        case _:
            return ListRooms()


class Houses(RuleBasedStateMachine):
    """Nobody comes back here: a name that is kept for somebody is another's refusal."""

    def __init__(self) -> None:
        super().__init__()
        self.house = Shell(POLICY)
        self.slow = Shell(POLICY, held=True)
        self.plain = Shell(POLICY)
        self.named: dict[str, str] = {}
        self.rooms: dict[str, set[str]] = {"default": set()}
        self.owners: dict[str, str | None] = {"default": None}
        self.said: set[str] = set()
        """rooms in which something was said"""
        self.watched: dict[str, set[str]] = {}
        self.version = self.house.hub.version

    @initialize(wants=st.tuples(*[capabilities] * len(PEOPLE)))
    def everybody_comes(self, wants: tuple[list[str], ...]) -> None:
        for one, mine in zip(PEOPLE, wants, strict=True):
            for shell in (self.house, self.slow, self.plain):
                shell.connect(one)
            self.identify(one, one, mine)
        self.create("c0", "tea", "")
        for one in PEOPLE:
            self.join(one, "tea", "", None)

    def ask(self, one: str, request: Request) -> list[Any]:
        """In all houses; what came of it where it is done at once. What only Part 2 has, nobody else asks."""
        if one in BASE and isinstance(request, RichRequest):
            return []
        for shell in (self.house, self.slow, self.plain):
            shell.now += 1.0
        before = len(self.house.writes)
        effects = self.house.ask(one, request)
        self.slow.ask(one, request)
        plain = self.plain_form(request, effects, wrote=len(self.house.writes) > before)
        if plain is not None:
            self.plain.ask(one, plain)
        if refusal(effects) is not None:
            assert {type(effect) for effect in effects} <= {Send, Probe}
        return effects

    def plain_form(self, request: Request, effects: list[Any], *, wrote: bool) -> Request | None:
        """What it would have been without Part 2; None for nothing."""
        match request:
            case EditMessage(room, _, message):
                return SendMessage(f"(edited) {message}", room) if wrote else None
            case SendMessage() if not wrote and refusal(effects) is None:
                return None  # said before
            case EditMessage() | DeleteMessage() | React() | GetHistory() | WatchRoom() | UnwatchRoom() | Search():
                return None
            case GetMembers() | Typing():
                return None
        return base_form(request)

    # Part 1

    @rule(one=who, name=some_names, wants=capabilities)
    def identify(self, one: str, name: str, wants: list[str]) -> None:
        if refusal(self.ask(one, Identify(name) if one in BASE else Identify(name, wants))) is None:
            assert one not in self.named
            self.named[one] = names.username(name)
            self.enter(one, "default")

    @rule(one=who, name=some_names)
    def rename(self, one: str, name: str) -> None:
        if refusal(self.ask(one, Rename(name, "r"))) is None:
            self.named[one] = names.username(name)

    @rule(one=who, room=some_rooms, ref=refs)
    def create(self, one: str, room: str, ref: str) -> None:
        if refusal(self.ask(one, CreateRoom(room, ref))) is None:
            name = names.room_name(room)
            assert name not in self.rooms
            if len(self.rooms) == 4:
                [gone] = set(self.rooms) - set(self.house.hub.list().rooms)
                assert not self.rooms.pop(gone)
                assert self.owners.pop(gone) is None
                assert gone not in self.said
                self.watched.pop(gone, None)
            self.rooms[name] = set()
            self.owners[name] = one

    @rule(one=who, room=some_rooms, ref=refs, since=st.none() | st.builds(Cursor, st.just("t2"), st.integers(0, 3)))
    def join(self, one: str, room: str, ref: str, since: Cursor | None) -> None:
        if refusal(self.ask(one, JoinRoom(room, since, ref))) is None:
            self.enter(one, names.room_name(room))

    def enter(self, one: str, room: str) -> None:
        self.rooms[room].add(one)
        self.watched.get(room, set()).discard(one)
        self.ask(one, GetMembers(room))

    @rule(one=who, room=some_rooms, ref=refs)
    def leave(self, one: str, room: str, ref: str) -> None:
        if refusal(self.ask(one, LeaveRoom(room, ref))) is None:
            name = names.room_name(room)
            self.rooms[name].remove(one)

    @rule(one=who, room=some_rooms, ref=refs)
    def delete(self, one: str, room: str, ref: str) -> None:
        before = {each: len(self.house.frames[each]) for each in PEOPLE}
        if refusal(self.ask(one, DeleteRoom(room, ref))) is None:
            name = names.room_name(room)
            assert self.owners.pop(name) == one
            told: dict[type, set[str]] = {Left: set(), Unwatched: set()}
            for each in PEOPLE:
                for frame in self.house.frames[each][before[each] :]:
                    told.get(type(frame), set()).add(each)
            assert told == {Left: self.rooms.pop(name), Unwatched: self.watched.pop(name, set())}
            self.said.discard(name)

    @rule(one=who, room=some_rooms, text=texts, id_=ids, replies=st.booleans(), ref=refs)
    def say(self, one: str, room: str, text: str, id_: str, replies: bool, ref: str) -> None:
        reply_to = int(replies and " ".join(room.split()) in self.said)
        before = {each: len(self.house.frames[each]) for each in PEOPLE}
        writes = len(self.house.writes)
        if refusal(self.ask(one, SendMessage(text, room, id_, reply_to, ref))) is None:
            name = names.room_name(room)
            assert one in self.rooms[name]
            self.said.add(name)
            heard = {
                each
                for each in PEOPLE
                for frame in self.house.frames[each][before[each] :]
                if isinstance(frame, Message)
                and (frame.author, frame.room, frame.message) == (self.named[one], name, text)
            }
            everybody = self.rooms[name] | self.watched.get(name, set())
            assert heard == (everybody if len(self.house.writes) > writes else set())

    @rule(one=who, polite=st.booleans(), wants=st.none() | capabilities)
    def gone(self, one: str, polite: bool, wants: list[str] | None) -> None:
        """Perhaps to come back at once, as somebody else."""
        for shell in (self.house, self.slow, self.plain):
            shell.leave(one, polite=polite)
            shell.connect(one)
        self.named.pop(one, None)
        for people in (*self.rooms.values(), *self.watched.values()):
            people.discard(one)
        self.owners = {room: None if owner == one else owner for room, owner in self.owners.items()}
        if wants is not None:
            self.identify(one, one, wants)

    # Part 2

    @rule(one=who, room=some_rooms, at=targets, text=texts, id_=ids, ref=refs)
    def edit(self, one: str, room: str, at: int, text: str, id_: str, ref: str) -> None:
        self.ask(one, EditMessage(room, at, text, id_, ref))

    @rule(one=who, room=some_rooms, at=targets, id_=ids)
    def erase(self, one: str, room: str, at: int, id_: str) -> None:
        self.ask(one, DeleteMessage(room, at, id_))

    @rule(one=who, room=some_rooms, at=targets, emoji=st.sampled_from(["👍", "🎉", "ok"]), on=st.booleans())
    def react(self, one: str, room: str, at: int, emoji: str, on: bool) -> None:
        self.ask(one, React(room, at, emoji, on))

    @rule(one=who, room=some_rooms, since=st.none() | st.builds(Cursor, st.just("t2"), st.integers(0, 3)))
    def watch(self, one: str, room: str, since: Cursor | None) -> None:
        effects = self.ask(one, WatchRoom(room, since))
        if refusal(effects) is None and effects and one not in self.rooms[names.room_name(room)]:
            self.watched.setdefault(names.room_name(room), set()).add(one)

    @rule(one=who, room=some_rooms)
    def unwatch(self, one: str, room: str) -> None:
        effects = self.ask(one, UnwatchRoom(room))
        if refusal(effects) is None and effects:
            self.watched.get(names.room_name(room), set()).discard(one)

    @rule(one=who, room=some_rooms, on=st.booleans())
    def type(self, one: str, room: str, on: bool) -> None:
        self.ask(one, Typing(room, on))

    @rule(one=who, room=some_rooms, before=st.none() | targets)
    def read(self, one: str, room: str, before: int | None) -> None:
        self.ask(one, GetHistory(room, before))
        self.ask(one, Search("hello", room))

    @rule(records=st.integers(1, 5))
    def the_disk_works(self, records: int) -> None:
        self.slow.release(records)

    # What always holds

    @invariant()
    def names_agree_and_are_told_apart(self) -> None:
        keys = [key for name in self.named.values() for key in {*names.look_alikes(name)}]
        assert len(keys) == len(set(keys))
        for shell in (self.house, self.slow, self.plain):
            assert all(shell.hub.name_of(one) == self.named.get(one) for one in PEOPLE)

    @invariant()
    def rooms_agree(self) -> None:
        for shell in (self.house, self.slow, self.plain):
            assert shell.hub.list().rooms == {room: len(members) for room, members in self.rooms.items()}
        for one in PEOPLE:
            mine = {room for room, members in self.rooms.items() if one in members}
            assert set(self.plain.hub.rooms_of(one)) == mine
            mine |= {room for room, watchers in self.watched.items() if one in watchers}
            assert set(self.house.hub.rooms_of(one)) == mine
        assert self.rooms["default"] == set(self.named)

    @invariant()
    def version_rises_with_the_list(self) -> None:
        assert self.house.hub.version >= self.version
        self.version = self.house.hub.version

    @invariant()
    def who_did_not_negotiate_sees_no_difference(self) -> None:
        for one in BASE:
            assert self.house.frames[one] == self.plain.frames[one]
            assert all(is_base(frame) for frame in self.house.frames[one])

    @invariant()
    def nothing_comes_sooner_or_otherwise_where_writes_take_time(self) -> None:
        for one in PEOPLE:
            frames = self.slow.frames[one]
            assert frames == self.house.frames[one][: len(frames)]

    @invariant()
    def what_happened_later_has_a_higher_place(self) -> None:
        for one in PEOPLE:
            tops: dict[tuple[str, str], int] = {}
            for frame in self.house.frames[one]:
                if isinstance(frame, Message | Event) and frame.seq:
                    assert frame.seq > tops.get((frame.room, frame.epoch), 0)
                    tops[frame.room, frame.epoch] = frame.seq

    @invariant()
    def rosters_agree(self) -> None:
        """Who asked for a roster once keeps it true by what they hear."""
        for one in self.named:
            rosters: dict[str, list[str]] = {}
            for frame in self.house.frames[one]:
                follow(rosters, frame)
            for room, roster in rosters.items():
                assert sorted(roster) == sorted(self.named[each] for each in self.rooms[room])

    def teardown(self) -> None:
        self.slow.release()
        for one in PEOPLE:
            assert self.slow.frames[one] == self.house.frames[one]


def is_base(frame: Reply) -> bool:
    """Whether it is in Part 1, with no field that is not."""
    match frame:
        case Joined(_, ref) | Left(_, ref) | RoomsList(_, ref) | Error(_, _, ref):
            return not ref
        case Message():
            return frame == Message(frame.author, frame.room, frame.message)
        case _:
            return False


def follow(rosters: dict[str, list[str]], frame: Reply) -> None:
    match frame:
        case Welcome():
            rosters.clear()
        case Members(room, members):
            rosters[room] = [*members]
        case MemberJoined(room, name) if room in rosters:
            rosters[room].append(name)
        case MemberLeft(room, name) if room in rosters:
            rosters[room].remove(name)
        case Renamed(before, after):
            for roster in rosters.values():
                roster[:] = [after if name == before else name for name in roster]
        case Left(room) | Unwatched(room):
            rosters.pop(room, None)


TestHouses = Houses.TestCase
TestHouses.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
