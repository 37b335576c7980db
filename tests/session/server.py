"""A whole server but for sockets and threads: the hub, a storage, and a shell that does one thing at a time, so that a
test can stop the world between any two."""

import itertools
from collections import Counter, deque
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from chatapp.protocol.codec import decode_request, encode
from chatapp.protocol.messages import Error, Event, History, Joined, Kind, Reason, Reply, Results, Welcome
from chatapp.rooms.effects import (
    Afterwards,
    Broadcast,
    Close,
    Effect,
    Find,
    ListChanged,
    Probe,
    ReadPage,
    Record,
    Send,
    SendList,
    Settle,
)
from chatapp.rooms.hub import Hub
from chatapp.rooms.log import Append, Stored
from chatapp.rooms.policy import Policy
from chatapp.storage.base import NoRoom, Retention
from chatapp.storage.memory import MemoryStorage


class Wire:
    """One connection: what is on its way in both directions."""

    def __init__(self) -> None:
        self.up: deque[bytes] = deque()
        self.down: deque[bytes] = deque()


class Server:
    """What is to be done stands in `queue`, what is read meanwhile in `reads`; `step` and `read` do the next."""

    def __init__(
        self,
        policy: Policy,
        *,
        now: float,
        kick: Callable[[Wire], None],
        probe: Callable[[Wire], None],
        retention: Retention | None = None,
    ) -> None:
        self.storage = MemoryStorage(retention) if retention is not None else MemoryStorage()
        self.policy = policy
        self.kick, self.probe = kick, probe
        self.said: Counter[str] = Counter()
        """every message that was ever written, in rooms that are gone too"""
        self._numbers = itertools.count(1)
        self._clock = itertools.count(1_001)
        self.begin(now)

    def begin(self, now: float) -> None:
        """The process starts, with what the storage has."""
        self.hub: Hub[Wire] = Hub(self.policy, token=lambda: f"t{next(self._numbers)}")
        self.wires: list[Wire] = []
        self.queue: deque[Effect[Wire]] = deque()
        self.reads: list[ReadPage[Wire] | Find[Wire]] = []
        self.list_is_due = False
        self._greeted: set[int] = set()
        self.queue.extend(self.hub.restore(*self.storage.load(), now))
        while self.queue:
            self.step(now)

    def connect(self, now: float) -> Wire:
        wire = Wire()
        self.wires.append(wire)
        self.hub.connect(wire, now)
        return wire

    def serve(self, wire: Wire, frame: bytes, now: float) -> None:
        """A frame has arrived. What comes of it is to be done."""
        request, _ = decode_request(frame, extended=self.hub.negotiated(wire))
        self.queue.extend(self.hub.handle(wire, request, now))

    def bury(self, wire: Wire, now: float) -> None:
        """The connection is found to be dead."""
        if wire in self.wires:
            self.wires.remove(wire)
            self.queue.extend(self.hub.disconnect(wire, now))

    def tick(self, now: float) -> None:
        self.queue.extend(self.hub.tick(now))

    def step(self, now: float) -> None:
        """Do the next thing that is to be done, if any."""
        if self.queue:
            self._carry_out(self.queue.popleft(), now)

    def read(self, which: int) -> None:
        """One of the reads under way is done."""
        if self.reads:
            effect = self.reads.pop(which % len(self.reads))
            self._give(effect.connection, self._answer(effect))

    def work(self, now: float) -> None:
        """Do everything."""
        while self.queue or self.reads:
            self.step(now)
            self.read(0)

    def send_lists(self) -> None:
        if self.list_is_due:
            self.list_is_due = False
            for wire in self.wires:
                if id(wire) in self._greeted:
                    wire.down.append(encode(self.hub.list()))

    def log(self, room: str) -> list[Event]:
        return list(self.storage.events(room))

    def _carry_out(self, effect: Effect[Wire], now: float) -> None:
        match effect:
            case Record():
                write = effect.write
                if isinstance(write, Append):
                    write = replace(write, ts=next(self._clock) * 1000)
                [outcome] = self.storage.commit([write])
                if isinstance(write, Append) and isinstance(outcome, Stored) and not outcome.repeated:
                    self.said[write.draft.message] += write.draft.kind is Kind.MESSAGE
                self._first(self.hub.recorded(effect, outcome, now))
            case Send(to, message) | SendList(to, message, _):
                if isinstance(message, Joined):
                    self._greeted.add(id(to))
                self._give(to, message)
            case Broadcast(_, _, audience, message):
                assert audience
                for to in audience:
                    self._give(to, message)
            case ListChanged():
                self.list_is_due = True
            case Probe(holder):
                self.probe(holder)
            case Close(to, _, _):
                self.kick(to)
            case ReadPage() | Find():
                self.reads.append(effect)
            case Settle() | Afterwards():
                pass

    def _first(self, effects: Sequence[Effect[Wire]]) -> None:
        """What came of a record takes its place."""
        for effect in effects:
            if isinstance(effect, Afterwards):
                self.queue.extend(effect.effects)
        self.queue.extendleft(reversed([effect for effect in effects if not isinstance(effect, Afterwards)]))

    def _give(self, to: Wire, message: Reply) -> None:
        to.down.append(encode(replace(message, now=1) if isinstance(message, Welcome) else message))

    def _answer(self, effect: ReadPage[Wire] | Find[Wire]) -> Reply:
        try:
            if isinstance(effect, Find):
                found = self.storage.search(effect.query, effect.room, before=effect.before, limit=effect.limit)
                return Results(found.hits, found.next, effect.ref)
            if effect.since is not None:
                page = self.storage.since(effect.room, effect.since, effect.limit)
            else:
                page = self.storage.page(effect.room, before=effect.before, after=effect.after, limit=effect.limit)
        except NoRoom:
            return Error(Reason.ROOM_NOT_FOUND, "There is no such room any more.", effect.ref)
        recovered = None if effect.since is None else page.recovered
        return History(effect.room, page.epoch, page.events, page.complete, page.top, recovered, effect.ref)
