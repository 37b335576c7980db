"""Sessions, the hub and a storage, over wires that delay and are cut, while programs at both ends die at any moment and
start again: once it is quiet, everybody's timeline is the log, and each message stands in it exactly once.
"""

import itertools
from collections import Counter
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chatapp.protocol import limits
from chatapp.protocol.codec import decode_reply, encode
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.rooms import speech
from chatapp.rooms.policy import Policy
from chatapp.session import follow, reading, timeline, window
from chatapp.session.changes import Done, Fetched, Found, Intent, Phase, Refused
from chatapp.session.ground import Ground, Trust
from chatapp.session.keeping import DropMessage, KeepMessage, KeepToken, Kept
from chatapp.session.session import Session
from chatapp.session.timeline import Entry, EntryKind, State
from chatapp.storage.base import Retention
from tests.session.server import Server, Wire

PEOPLE = 3
NAMES = ("Ann", "Bo", "Chloé")
MORE_NAMES = st.sampled_from((*NAMES, "Dan", "Eve"))
ROOMS = st.sampled_from(("default", "music", "news"))
WHO = st.integers(0, PEOPLE - 1)
WHICH = st.integers(0, 30)
FLOW = st.sampled_from(("all", "all", "some", "up", "none"))
"""how much of what comes of it happens at once"""
INTENTS = ("create", "create", "join", "join", "leave", "delete", "watch", "watch")
LOOKS = (*("older",) * 3, "newer", "newest", "show", "show", "unwatch", "typing", "stopped_typing", "read", "search")
STEPS = ("up", "down", "work", "write", "read", "list", "all")
TROUBLE = ("cut", "cut", "cut", "notice", "wait", "rename", "away", "blink", "start again", "server dies")
SMALL = {
    (window, "PAGE"): 4,
    (window, "BEFORE"): 2,
    (reading, "PAGE"): 4,
    (reading, "CATCH_UP"): 10,
    (reading, "TIMELINE"): 9,
    (timeline, "PAGE"): 2,
    (speech, "PAGE"): 4,
    (follow, "ASIDE"): 3,
}
"""so that few messages are many"""


class Person:
    """A session with its window and its disk: what they were told, and what they keep."""

    def __init__(self, name: str, ids: Any) -> None:
        self.ids = ids
        self.kept: dict[str, KeepMessage] = {}
        self.token = ""
        self.wire: Wire | None = None
        self.said: set[str] = set()
        self.given_back: set[str] = set()
        self.start(name)

    def start(self, name: str) -> None:
        """The program starts, with what the last one kept."""
        kept = Kept(tuple(self.kept.values()), self.token)
        self.session = Session(name, ids=lambda: f"id{next(self.ids)}", kept=kept)
        self.asked: Counter[int] = Counter()
        self.answers: Counter[int] = Counter()

    def note(self) -> None:
        for keeping in self.session.take_keeping():
            match keeping:
                case KeepMessage():
                    self.kept[keeping.id] = keeping
                case DropMessage(message_id):
                    self.kept.pop(message_id, None)
                case KeepToken(token):
                    self.token = token
        for change in self.session.take_changes():
            match change:
                case Done(ticket) | Refused(ticket) | Found(ticket) | Fetched(ticket) if ticket:
                    self.answers[ticket] += 1
                    if isinstance(change, Refused) and change.intent is Intent.SAY and change.text is not None:
                        self.given_back.add(change.text)
                case _:
                    pass


class Together(RuleBasedStateMachine):
    retention: Retention | None = None
    rate_limits = False

    @initialize(
        online=st.sampled_from((True, True, False)),
        before=st.integers(0, 15),
        music=st.sampled_from(("", "create", "join")),
    )
    def start(self, online: bool, before: int, music: str) -> None:
        self.small = ExitStack()
        for (module, name), value in SMALL.items():
            self.small.enter_context(patch.object(module, name, value))
        self.now = 1000.0
        policy = Policy(rate_limits=self.rate_limits)
        self.server = Server(policy, now=self.now, kick=self.kick, probe=self.probe, retention=self.retention)
        ids = itertools.count(1)
        self.people = [Person(name, ids) for name in NAMES]
        self.texts = itertools.count(1)
        for who in range(PEOPLE if online else 0):
            self.connect(who)
            self.quiet()
        for _ in range(before if online else 0):
            self.say(0, "default", 0, "all")
        if online and music:
            self.do(0, "music", "create", "all")
            self.do(1, "music", music, "all")
            self.do(2, "music", "watch", "all")

    # What people do

    @rule(who=WHO, room=ROOMS, answers=st.one_of(st.just(0), WHICH), flow=FLOW)
    def say(self, who: int, room: str, answers: int, flow: str) -> None:
        person, text = self.people[who], f"message {next(self.texts)}"
        rows = self.rows(person, room)
        reply_to = rows[answers % len(rows)].seq if answers and rows else 0
        person.said.add(text)
        self.asked(person, person.session.say(room, text, self.now, self.now, reply_to), flow)

    @rule(who=WHO, count=st.integers(1, 12), flow=FLOW)
    def say_much(self, who: int, count: int, flow: str) -> None:
        for _ in range(count):
            self.say(who, "default", 0, "none")
        self.flow(self.people[who], flow)

    @rule(who=WHO, room=ROOMS, which=WHICH, what=st.sampled_from(("edit", "erase", "on", "on", "off")), flow=FLOW)
    def change(self, who: int, room: str, which: int, what: str, flow: str) -> None:
        person = self.people[who]
        rows = self.rows(person, room)
        seq = rows[which % len(rows)].seq if rows else which
        match what:
            case "edit":
                ticket = person.session.edit(room, seq, f"edited {next(self.texts)}", self.now)
            case "erase":
                ticket = person.session.erase(room, seq, self.now)
            case _:
                ticket = person.session.react(room, seq, "👍🎉"[which % 2], what == "on", self.now)
        self.asked(person, ticket, flow)

    @rule(who=WHO, room=ROOMS, intent=st.sampled_from(INTENTS), flow=FLOW)
    def do(self, who: int, room: str, intent: str, flow: str) -> None:
        person = self.people[who]
        self.asked(person, getattr(person.session, intent)(room, self.now), flow)

    @rule(who=WHO, room=ROOMS, what=st.sampled_from(LOOKS), seq=WHICH, flow=FLOW)
    def look(self, who: int, room: str, what: str, seq: int, flow: str) -> None:
        person, session = self.people[who], self.people[who].session
        match what:
            case "show" | "fetch":
                self.asked(person, getattr(session, what)(room, seq, self.now), "none")
            case "search":
                self.asked(person, session.search("message", room, self.now), "none")
            case "read":
                session.mark_new(room)
                session.read(room)
            case _:
                getattr(session, what)(room, self.now)
        self.drain(person)
        self.flow(person, flow)

    @rule(
        who=WHO,
        what=st.sampled_from(("older", "newer", "newest", "show", "come back")),
        other=WHO,
        does=st.lists(st.sampled_from(("say", "edit", "erase", "on", "off")), min_size=1, max_size=5),
        which=WHICH,
    )
    def look_while_others_go_on(self, who: int, what: str, other: int, does: list[str], which: int) -> None:
        """A page is read, then this and that happens, and then the page arrives."""
        person = self.people[who]
        if what == "come back":
            self.cut(who, arrives=True, noticed=True)
            self.connect(who)
        else:
            self.look(who, "default", what, which, "none")
        for _ in range(3):
            self.carry_up(person, 1000)
            self.server.work(self.now, reads=False)
            self.carry_down(person, 1000)
        self.server.read_all()
        for number, deed in enumerate(does):
            if deed == "say":
                self.say(other, "default", 0, "some")
            else:
                self.change(other, "default", which + number, deed, "some")
        self.carry_down(person, 1000)
        self.quiet()

    # What the wire and the server do

    @rule(flow=FLOW)
    def connect_all(self, flow: str) -> None:
        for who in range(PEOPLE):
            self.connect(who)
            self.flow(self.people[who], flow)

    @rule(who=WHO, what=st.sampled_from(STEPS), count=WHICH)
    def go_on(self, who: int, what: str, count: int) -> None:
        """A little of what is to be done happens."""
        person = self.people[who]
        match what:
            case "up":
                self.carry_up(person, count % 5 + 1)
            case "down":
                self.carry_down(person, count % 5 + 1)
            case "work":
                for _ in range(count % 5 + 1):
                    self.server.step(self.now)
            case "write":
                self.server.write_ahead(count % 5 + 1)
            case "read":
                self.server.read(count)
            case "list":
                self.server.send_lists()
            case _:
                self.quiet()

    @rule(who=WHO, what=st.sampled_from(TROUBLE), one=st.booleans(), two=st.booleans(), name=MORE_NAMES)
    def trouble(self, who: int, what: str, one: bool, two: bool, name: str) -> None:
        match what:
            case "cut":
                self.cut(who, arrives=one, noticed=two)
            case "notice":
                self.server_notices()
            case "wait":
                self.wait((0.1, 1.0, limits.TYPING, limits.NAME_RETRY)[one + 2 * two])
            case "rename":
                self.asked(self.people[who], self.people[who].session.rename(name, self.now), "all" if one else "none")
            case "away":
                self.cut(who, arrives=one, noticed=True)
                self.wait(limits.RESUME)
                self.connect(who)
            case "blink":
                self.blink(who, noticed=two)
            case "start again":
                self.start_again(who, politely=one)
            case _:
                self.server_dies()

    def connect(self, who: int) -> None:
        person = self.people[who]
        if person.wire is None and person.session.phase is not Phase.REFUSED:
            person.session.connecting(self.now)
            person.wire = self.server.connect(self.now)
            person.session.opened(self.now, Ground(Trust.HERE))
            self.drain(person)

    def cut(self, who: int, arrives: bool, noticed: bool) -> None:
        """The client loses the connection. What it sent may still arrive; the server may not notice for long."""
        person = self.people[who]
        wire, person.wire = person.wire, None
        if wire is not None:
            while arrives and wire.up:
                self.server.serve(wire, wire.up.popleft(), self.now)
            wire.up.clear()
            if noticed:
                self.server.bury(wire, self.now)
            person.session.lost(self.now, "cut", self.now + 1)
            self.drain(person)

    def blink(self, who: int, noticed: bool) -> None:
        """A short loss takes nobody's name, nor their rooms."""
        person = self.people[who]
        self.quiet()
        if person.session.phase is Phase.ONLINE:
            name, rooms = person.session.name, self.owned(person)
            self.cut(who, arrives=False, noticed=noticed)
            self.connect(who)
            self.quiet()
            assert person.session.phase is Phase.ONLINE
            assert (person.session.name, self.owned(person)) == (name, rooms)

    def start_again(self, who: int, politely: bool) -> None:
        """The program ends, and another one begins where it stopped."""
        person = self.people[who]
        wire, person.wire = person.wire, None
        if politely:
            person.session.stop(self.now)
            person.note()
        if wire is not None:
            wire.up.clear()
        person.start(person.session.name)

    def server_notices(self) -> None:
        current = [person.wire for person in self.people]
        for wire in [*self.server.wires]:
            if wire not in current:
                self.server.bury(wire, self.now)

    def server_dies(self) -> None:
        """Whatever it had not done yet is never done. What is on the wire may arrive."""
        for who, person in enumerate(self.people):
            self.carry_down(person, 1000)
            self.cut(who, arrives=False, noticed=False)
        self.server.begin(self.now)

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.server.tick(self.now)
        for person in self.people:
            person.session.tick(self.now)
            self.drain(person)

    # What always holds

    @invariant()
    def tickets_are_answered_at_most_once(self) -> None:
        for person in self.people:
            assert all(count == 1 for count in person.answers.values()), person.answers

    @invariant()
    def rows_stand_in_the_order_of_the_log(self) -> None:
        for person in self.people:
            for room in ("default", "music", "news"):
                seqs = [entry.seq for entry in self.rows(person, room)]
                assert seqs == sorted(set(seqs))

    @invariant()
    def nothing_is_written_twice(self) -> None:
        assert all(count <= 1 for count in self.server.said.values()), self.server.said

    def teardown(self) -> None:
        """Once all is quiet, everybody agrees."""
        if not hasattr(self, "people"):
            return
        with self.small:
            self.check()

    def check(self) -> None:
        self.settle()
        for person in self.people:
            session, wire = person.session, person.wire
            assert session.phase is Phase.ONLINE
            assert wire is not None
            assert self.server.hub.name_of(wire) == session.name
            joined = {room.name for room in session.rooms.values() if room.joined}
            assert joined | {*session._core.watched} == set(self.server.hub.rooms_of(wire))
            assert {room.name: room.people for room in session.rooms.values()} == self.server.hub.list().rooms
            assert person.answers.keys() >= person.asked.keys()
            assert not session.unsent
            assert not {message.text for message in person.kept.values()} - self.failed(person)
            for room in {*joined, *session._core.watched}:
                self.check_room(person, room)
        self.check_messages()

    def settle(self) -> None:
        for _ in range(1_000):
            self.server_notices()
            for who, person in enumerate(self.people):
                if person.session.phase is Phase.REFUSED:
                    self.asked(person, person.session.rename(f"{NAMES[who]} {next(self.texts)}", self.now), "none")
                self.connect(who)
            self.quiet()
            deadlines = [person.session.next_deadline for person in self.people]
            if all(person.session.phase is Phase.ONLINE for person in self.people) and not any(deadlines):
                return
            self.wait(max(0.1, min((at for at in deadlines if at is not None), default=self.now) - self.now))
        pytest.fail("It never gets quiet.")

    def check_room(self, person: Person, room: str) -> None:
        """With what can be paged to, the timeline is the log."""
        session, log = person.session, self.server.log(room)
        timeline = session.timeline(room)
        assert not timeline.loading
        seen = self.scroll(person, room, "newer") | self.scroll(person, room, "older")
        rows = [timeline.entry(index) for index in range(timeline.first, timeline.end)]
        first = log[0].seq if log else 1
        assert first == 1 or not log or rows[0].kind is EntryKind.GAP or rows[0].seq <= first
        seen |= self.scroll(person, room, "newer")
        shown = [seen[seq] for seq in sorted(seen) if seq >= first]
        assert shown == [looked(event) for event in log if event.kind == Kind.MESSAGE]
        for entry in rows:
            if entry.reply is not None and (index := timeline.find(entry.reply.seq)) is not None:
                assert entry.reply.text == timeline.entry(index).text
        assert session.rooms[room].owned == (self.owner(room) == session.name) or not session.rooms[room].joined
        assert {*session.roster(room).names} == self.members(room)

    def scroll(self, person: Person, room: str, to: str) -> dict[int, tuple[Any, ...]]:
        """Go through the timeline to one of its ends. Gives what there was to be seen."""
        timeline = person.session.timeline(room)
        seen: dict[int, tuple[Any, ...]] = {}
        for _ in range(100):
            seen |= {entry.seq: looks(entry) for entry in self.rows(person, room)}
            if not getattr(timeline, to):
                return seen
            getattr(person.session, to)(room, self.now)
            self.drain(person)
            self.quiet()
            self.wait(1.0)
        pytest.fail("There is always more.")

    def check_messages(self) -> None:
        for person in self.people:
            for text in person.said - person.given_back - self.failed(person):
                assert self.server.said[text] == 1

    # How it is done

    def rows(self, person: Person, room: str) -> list[Entry]:
        """The messages that have a place in the log."""
        timeline = person.session.timeline(room)
        rows = (timeline.entry(index) for index in range(timeline.first, timeline.end))
        return [entry for entry in rows if entry.kind is EntryKind.MESSAGE and entry.seq]

    def failed(self, person: Person) -> set[str]:
        timelines = [person.session.timeline(room) for room in ("default", "music", "news")]
        return {entry.text for each in timelines for entry in each.pending if entry.state is State.FAILED}

    def owned(self, person: Person) -> set[str]:
        return {room for room in ("music", "news") if self.owner(room) == person.session.name}

    def owner(self, room: str) -> str:
        known = self.server.hub._directory.get(room)
        return known.owner.name if known is not None and known.owner is not None else ""

    def members(self, room: str) -> set[str]:
        known = self.server.hub._directory.get(room)
        return {member.name for member in known.members.values()} if known is not None else set()

    def asked(self, person: Person, ticket: int, flow: str) -> None:
        person.asked[ticket] += 1
        self.drain(person)
        self.flow(person, flow)

    def flow(self, person: Person, flow: str) -> None:
        match flow:
            case "all":
                self.quiet()
            case "some" | "up":
                self.carry_up(person, 1000)
                if flow == "some":
                    self.server.work(self.now, reads=False)

    def quiet(self) -> None:
        def busy() -> bool:
            wires = [person.wire for person in self.people if person.wire is not None]
            return any(wire.up or wire.down for wire in wires) or bool(self.server.queue or self.server.reads)

        rounds = 0
        while busy() or self.server.list_is_due:
            rounds += 1
            assert rounds < 5_000, "It never gets quiet."
            for person in self.people:
                self.carry_up(person, 1)
                self.carry_down(person, 1)
            self.server.work(self.now)
            self.server.send_lists()

    def carry_up(self, person: Person, frames: int) -> None:
        for _ in range(frames):
            if person.wire is not None and person.wire.up:
                self.server.serve(person.wire, person.wire.up.popleft(), self.now)

    def carry_down(self, person: Person, frames: int) -> None:
        for _ in range(frames):
            if person.wire is not None and person.wire.down:
                self.take(person, person.wire.down.popleft())

    def drain(self, person: Person) -> None:
        for request in person.session.take_requests():
            assert person.wire is not None
            person.wire.up.append(encode(request))
        person.note()
        if person.session.hang_up is not None:
            self.cut(self.people.index(person), arrives=True, noticed=True)

    def take(self, person: Person, frame: bytes) -> None:
        reply = decode_reply(frame)
        assert reply is not None
        person.session.receive(reply, self.now, self.now)
        self.drain(person)

    def kick(self, wire: Wire) -> None:
        self.server.bury(wire, self.now)
        for who, person in enumerate(self.people):
            if person.wire is wire:
                self.cut(who, arrives=False, noticed=True)

    def probe(self, wire: Wire) -> None:
        if wire not in [person.wire for person in self.people]:
            self.server.bury(wire, self.now)


def looks(entry: Entry) -> tuple[Any, ...]:
    reactions = {reaction.emoji: {*reaction.names} for reaction in entry.reactions}
    reply = entry.reply.seq if entry.reply is not None else 0
    return entry.seq, entry.author, entry.text, entry.edited, entry.deleted, reply, reactions


def looked(event: Event) -> tuple[Any, ...]:
    reactions = {emoji: {*who} for emoji, who in event.reactions.items()}
    edited = event.edited > 0 and not event.deleted
    return event.seq, event.author, event.message, edited, event.deleted, event.reply_to, reactions


class TogetherForgetful(Together):
    """With a storage that soon forgets: timelines are what is kept, and there are gaps."""

    retention = Retention(max_events=6)


class TogetherHurried(Together):
    """With a server that minds haste."""

    rate_limits = True


TestTogether = Together.TestCase
TestTogetherHurried = TogetherHurried.TestCase
TestTogetherForgetful = TogetherForgetful.TestCase
TestTogether.settings = TestTogetherForgetful.settings = TestTogetherHurried.settings = settings(
    max_examples=60, stateful_step_count=50
)
