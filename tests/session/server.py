"""A whole server but for sockets and threads: the hub, a storage, and a shell that does one thing at a time, so that a
test can stop the world between any two."""

import itertools
from collections import Counter, deque
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from chatapp.protocol.codec import decode_request, encode
from chatapp.protocol.messages import Reply
from chatapp.protocol.messages.base import Error, Joined, Reason
from chatapp.protocol.messages.rich import Event, History, Kind, Results, Welcome
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
from chatapp.rooms.log import Append, Outcome, Stored
from chatapp.rooms.origin import HERE
from chatapp.rooms.policy import Policy
from chatapp.storage.base import NoRoom, Retention
from chatapp.storage.memory import MemoryStorage


class Wire:
    """One connection: what is on its way in both directions."""

    def __init__(self) -> None:
        self.up: deque[bytes] = deque()
        self.down: deque[bytes] = deque()
        self.is_greeted = False
        """it has been told of `default`, and gets lists from then on"""


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
        self.outcomes: deque[Outcome] = deque()
        """of the first records of the queue: what is written already, and not told yet"""
        self.reads: list[ReadPage[Wire] | Find[Wire] | Send[Wire]] = []
        """what is to be read, or has been and is to be sent"""
        self.list_is_due = False
        self.queue.extend(self.hub.restore(*self.storage.load(), now))
        while self.queue:
            self.step(now)

    def connect(self, now: float) -> Wire:
        wire = Wire()
        self.wires.append(wire)
        self.hub.connect(wire, now, HERE)
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

    def write_ahead(self, records: int) -> None:
        """Write so many of the records that are to be done, in one commit."""
        waiting = [effect for effect in self.queue if isinstance(effect, Record)]
        for record in waiting[len(self.outcomes) :][:records]:
            self.outcomes.append(self._write(record))

    def read(self, which: int) -> None:
        """One of the reads under way is done, and then what it gave is sent."""
        if self.reads:
            which %= len(self.reads)
            effect = self.reads[which]
            if isinstance(effect, Send):
                del self.reads[which]
                self._give(effect.connection, effect.message)
            else:
                self.reads[which] = Send(effect.connection, self._answer(effect))

    def read_all(self) -> None:
        """All reads under way are done, and nothing of it is sent."""
        for which, effect in enumerate(self.reads):
            if not isinstance(effect, Send):
                self.read(which)

    def work(self, now: float, *, reads: bool = True) -> None:
        """Do everything; without the reads, if they are to take longer."""
        while self.queue or (reads and self.reads):
            self.step(now)
            if reads:
                self.read(0)

    def send_lists(self) -> None:
        if self.list_is_due:
            self.list_is_due = False
            for wire in self.wires:
                if wire.is_greeted:
                    wire.down.append(encode(self.hub.list()))

    def log(self, room: str) -> list[Event]:
        return list(self.storage.events(room))

    def _carry_out(self, effect: Effect[Wire], now: float) -> None:
        match effect:
            case Record():
                outcome = self.outcomes.popleft() if self.outcomes else self._write(effect)
                self._first(self.hub.recorded(effect, outcome, now))
            case Send(to, message) | SendList(to, message, _):
                to.is_greeted = to.is_greeted or isinstance(message, Joined)
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

    def _write(self, record: Record[Wire]) -> Outcome:
        write = record.write
        if isinstance(write, Append):
            write = replace(write, ts=next(self._clock) * 1000)
        [outcome] = self.storage.commit([write])
        if isinstance(write, Append) and isinstance(outcome, Stored) and not outcome.repeated:
            self.said[write.draft.message] += write.draft.kind is Kind.MESSAGE
        return outcome

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
