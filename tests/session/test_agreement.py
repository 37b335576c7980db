"""Sessions and the real hub, over a wire that delays, is cut, and is found cut late: they end up agreeing.

With a server that knows Part 1 alone. `test_together.py` is about Part 2.
"""

from collections import Counter
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chatapp.protocol import limits
from chatapp.protocol.codec import decode_reply, encode
from chatapp.protocol.messages.base import Identify, Message, SendMessage
from chatapp.rooms.policy import Policy
from chatapp.session.changes import Done, Intent, Phase, Refused
from chatapp.session.session import Session
from tests.session.server import Server, Wire

PEOPLE = 3
NAMES = ("Ann", "Bo", "Chloé")
MORE_NAMES = st.sampled_from((*NAMES, "Dan", "ann ", "admin", ""))
ROOMS = st.sampled_from(("default", "music", "home  work", "Music", "\u202e", ""))
WHO = st.integers(0, PEOPLE - 1)


class Person:
    """A session with its window: it remembers what it was told."""

    def __init__(self, name: str) -> None:
        self.session = Session(name)
        self.wire: Wire | None = None
        self.asked: dict[int, str] = {}
        self.answers: Counter[int] = Counter()
        self.done: set[int] = set()
        self.refused: dict[int, Refused] = {}
        self.heard: dict[str, list[tuple[str, str]]] = {}
        self.rooms_by_changes: set[str] = set()

    def note(self, changes: list[Any]) -> None:
        for change in changes:
            match change:
                case Done(ticket):
                    self.answers[ticket] += 1
                    self.done.add(ticket)
                case Refused(ticket) if ticket:
                    self.answers[ticket] += 1
                    self.refused[ticket] = change


class Agreement(RuleBasedStateMachine):
    rate_limits = False

    @initialize(online=st.booleans())
    def start(self, online: bool) -> None:
        self.now = 1000.0
        policy = Policy(rate_limits=self.rate_limits)
        self.server = Server(policy, now=self.now, kick=self.kick, probe=self.probe)
        self.people = [Person(name) for name in NAMES]
        self.said = 0
        self.sent: Counter[str] = Counter()
        for who in range(PEOPLE if online else 0):
            self.connect(who)
            self.quiet()

    # What people do

    @rule(who=WHO, room=ROOMS)
    def say(self, who: int, room: str) -> None:
        self.said += 1
        text = f"message {self.said}"
        person = self.people[who]
        person.asked[person.session.say(room, text, self.now, self.now)] = text
        self.drain(person)

    @rule(who=WHO, room=ROOMS, intent=st.sampled_from(("create", "join", "leave", "delete")))
    def do(self, who: int, room: str, intent: str) -> None:
        person = self.people[who]
        person.asked[getattr(person.session, intent)(room, self.now)] = intent
        self.drain(person)

    @rule(who=WHO, name=MORE_NAMES)
    def rename(self, who: int, name: str) -> None:
        person = self.people[who]
        person.asked[person.session.rename(name, self.now)] = "rename"
        self.drain(person)

    @rule(who=WHO)
    def refresh(self, who: int) -> None:
        self.people[who].session.refresh(self.now)
        self.drain(self.people[who])

    # What the wire does

    @rule(who=WHO)
    def connect(self, who: int) -> None:
        person = self.people[who]
        if person.wire is None and person.session.phase is not Phase.REFUSED:
            person.session.connecting(self.now)
            person.wire = self.server.connect(self.now)
            person.session.opened(self.now)
            self.drain(person)

    @rule(who=WHO, frames=st.integers(1, 5))
    def carry_up(self, who: int, frames: int) -> None:
        wire = self.people[who].wire
        for _ in range(frames):
            if wire is not None and wire.up:
                self.serve(wire, wire.up.popleft())

    @rule(who=WHO, frames=st.integers(1, 5))
    def carry_down(self, who: int, frames: int) -> None:
        person = self.people[who]
        for _ in range(frames):
            if person.wire is not None and person.wire.down:
                self.take(person, person.wire.down.popleft())

    @rule()
    def send_lists(self) -> None:
        self.server.send_lists()

    @rule(who=WHO, arrives=st.booleans(), noticed=st.booleans())
    def cut(self, who: int, arrives: bool, noticed: bool) -> None:
        """The client loses the connection. What it sent may still arrive; the server may not notice for long."""
        person = self.people[who]
        wire, person.wire = person.wire, None
        if wire is not None:
            while arrives and wire.up:
                self.serve(wire, wire.up.popleft())
            wire.up.clear()
            if noticed:
                self.bury(wire)
            person.session.lost(self.now, "cut", self.now + 1)
            self.drain(person)

    @rule()
    def server_notices(self) -> None:
        current = [person.wire for person in self.people]
        for wire in [*self.server.wires]:
            if wire not in current:
                self.bury(wire)

    @rule(seconds=st.sampled_from((0.1, 1.0, limits.NAME_RETRY, limits.ANSWER)))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        for person in self.people:
            deadline = person.session.next_deadline
            person.session.tick(self.now)
            assert person.session.next_deadline is None or deadline is None or person.session.next_deadline >= deadline
            self.drain(person)

    # What always holds

    @invariant()
    def tickets_are_answered_at_most_once(self) -> None:
        for person in self.people:
            assert all(count == 1 for count in person.answers.values()), person.answers
            assert person.answers.keys() <= person.asked.keys()

    @invariant()
    def what_is_said_stands_as_sending_until_it_is_answered(self) -> None:
        for person in self.people:
            open_says = {t for t, text in person.asked.items() if text.startswith("message") and not person.answers[t]}
            rooms = [*person.session.rooms, "default", "music", "home  work", "Music", "\u202e", ""]
            rows = {entry.key for room in rooms for entry in person.session.timeline(room).pending}
            assert rows == open_says

    @invariant()
    def nothing_is_sent_twice(self) -> None:
        assert all(count == 1 for count in self.sent.values())

    @invariant()
    def timelines_are_what_the_server_showed(self) -> None:
        for person in self.people:
            for room, heard in person.heard.items():
                timeline = person.session.timeline(room)
                shown = [(timeline[row].author, timeline[row].text) for row in range(timeline.settled)]
                assert shown == heard

    def teardown(self) -> None:
        """Once the wire is quiet, everybody agrees."""
        if not hasattr(self, "people"):
            return
        for _ in range(100):
            self.server_notices()
            for who, person in enumerate(self.people):
                if person.session.phase is Phase.REFUSED:
                    self.rename(who, f"{NAMES[who]} {len(person.asked)}")
                self.connect(who)
            self.quiet()
            self.wait(1.0)
        for who in range(PEOPLE):
            # A rename that was refused for haste may have been carried out after all; the next message tells.
            self.say(who, "default")
            self.quiet()
        for person in self.people:
            session, wire = person.session, person.wire
            assert session.phase is Phase.ONLINE
            assert wire is not None
            assert self.server.hub.name_of(wire) == session.name
            assert {room.name for room in session.rooms.values() if room.joined} == set(self.server.hub.rooms_of(wire))
            assert {room.name: room.people for room in session.rooms.values()} == self.server.hub.list().rooms
            assert person.answers.keys() == person.asked.keys()
            assert session.next_deadline is None
            self.check_messages(person)

    def check_messages(self, person: Person) -> None:
        for ticket, text in person.asked.items():
            if text.startswith("message"):
                assert self.server.said[text] <= 1
                if ticket in person.done:
                    assert self.server.said[text] == 1
                    assert any((person_text == text) for _, person_text in self.all_heard(person))
                else:
                    refused = person.refused[ticket]
                    assert refused.intent is Intent.SAY
                    assert refused.text == text
                    # Haste can hit any request, so that error may have meant a request for the room list before it.
                    assert refused.reason in {"unavailable", "rate_limited"} or self.server.said[text] == 0

    def all_heard(self, person: Person) -> list[tuple[str, str]]:
        return [row for rows in person.heard.values() for row in rows]

    # How it is done

    def quiet(self) -> None:
        while (
            any(person.wire and (person.wire.up or person.wire.down) for person in self.people)
            or self.server.list_is_due
        ):
            for who in range(PEOPLE):
                self.carry_up(who, 1)
                self.carry_down(who, 1)
            self.send_lists()

    def drain(self, person: Person) -> None:
        for request in person.session.take_requests():
            if isinstance(request, SendMessage):
                self.sent[request.message] += 1
            assert person.wire is not None
            if isinstance(request, Identify):
                request = Identify(request.username)  # noqa: PLW2901  # what an older server makes of it
            person.wire.up.append(encode(request))
        person.note(person.session.take_changes())
        if person.session.hang_up is not None:
            self.cut(self.people.index(person), arrives=True, noticed=True)

    def take(self, person: Person, frame: bytes) -> None:
        reply = decode_reply(frame)
        assert reply is not None
        person.session.receive(reply, self.now, self.now)
        if isinstance(reply, Message) and person.session.phase is Phase.ONLINE:
            person.heard.setdefault(reply.room, []).append((reply.author, reply.message))
        self.drain(person)

    def serve(self, wire: Wire, frame: bytes) -> None:
        self.server.serve(wire, frame, self.now)
        self.server.work(self.now)

    def kick(self, wire: Wire) -> None:
        self.bury(wire)
        for who, person in enumerate(self.people):
            if person.wire is wire:
                self.cut(who, arrives=False, noticed=True)

    def probe(self, wire: Wire) -> None:
        if wire not in [person.wire for person in self.people]:
            self.bury(wire)

    def bury(self, wire: Wire) -> None:
        self.server.bury(wire, self.now)
        self.server.work(self.now)


class HurriedAgreement(Agreement):
    """The same with rate limits."""

    rate_limits = True


TestAgreement = Agreement.TestCase
TestHurriedAgreement = HurriedAgreement.TestCase
TestAgreement.settings = TestHurriedAgreement.settings = settings(max_examples=60, stateful_step_count=40)
