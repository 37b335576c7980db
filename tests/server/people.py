"""A service without sockets, disks or a clock, and its clients."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from chatapp.rooms.log import NotStored, Outcome, Write
from chatapp.rooms.policy import Policy
from chatapp.server.counts import Counts
from chatapp.server.order import Pending
from chatapp.server.reader import Reader
from chatapp.server.service import Service
from chatapp.storage.memory import MemoryStorage
from tests.server.doubles import Turns

WALL = 1_790_000_000.0


def frames(written: bytes) -> list[str]:
    """The texts of a server's frames."""
    protocol = ClientProtocol(parse_uri("ws://here"), state=State.OPEN)
    protocol.receive_data(written)
    received = [event for event in protocol.events_received() if isinstance(event, Frame)]
    assert all(event.opcode is Opcode.TEXT and event.fin for event in received)
    return [bytes(event.data).decode() for event in received]


class Client:
    """A peer that keeps what it is sent."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.address = address
        self.secure = False
        self.nonce = ""
        self.written = b""
        self.writes = 0
        self.closed: tuple[int, str] | None = None
        self.cut = False
        self.probed = 0
        self.write: Callable[[bytes], object] = self._write

    def _write(self, data: bytes) -> None:
        self.written += data
        self.writes += 1

    def close(self, code: int, reason: str) -> None:
        self.closed = self.closed or (code, reason)
        self.write = lambda data: None

    def abort(self) -> None:
        self.cut = True

    def probe(self) -> None:
        self.probed += 1

    def raw(self) -> list[str]:
        """The frames since the last look."""
        texts = frames(self.written)
        self.written = b""
        return texts

    def heard(self) -> list[dict[str, Any]]:
        return [json.loads(text) for text in self.raw()]


class Disk:
    """A journal and its storage. It writes what it is given at the end of each turn, or when it is told to."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.storage = MemoryStorage()
        self.held = False
        self.problem: NotStored | None = None
        self.waiting: list[tuple[Pending, Write]] = []

    def start(self, done: Callable[[Sequence[tuple[Pending, Outcome]]], None]) -> None:
        self.done = done

    def write(self, entries: Sequence[tuple[Pending, Write]]) -> None:
        self.waiting += entries
        if not self.held:
            self.turns.call_soon(self.commit)

    def commit(self, most: int = 1_000_000) -> None:
        """Write as many of those that wait."""
        batch, self.waiting = self.waiting[:most], self.waiting[most:]
        if not batch:
            return
        if self.problem is not None:
            outcomes: list[Outcome] = [self.problem] * len(batch)
        else:
            outcomes = self.storage.commit([write for _, write in batch])
        self.done([(pending, outcome) for (pending, _), outcome in zip(batch, outcomes, strict=True)])


class Pool:
    """Reads at the end of the turn."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns

    def submit(self, work: Callable[[], None]) -> None:
        self.turns.call_soon(work)

    def stop(self, timeout: float) -> bool:
        return True


class Rooms:
    """A service and its clients; with a disk where it is durable."""

    def __init__(
        self, policy: Policy = Policy(rate_limits=False), *, durable: bool = False, counts: Counts | None = None
    ) -> None:
        self.turns = Turns()
        self.people: list[int] = []
        self.exposed: list[int] = []
        self.clients: list[Client] = []
        self.disk = Disk(self.turns)
        storage = self.disk.storage
        self.service = Service(
            self.turns.loop,
            storage,
            Reader(storage, self.turns.call_soon, lambda *_: Pool(self.turns)),
            self.disk if durable else None,
            policy,
            people=self._count,
            counts=counts,
            clock=self.turns.time,
            wall=lambda: WALL,
        )
        self.service.restore(*storage.load())
        self.turns.settle()

    def _count(self, people: int, exposed: int) -> None:
        self.people.append(people)
        self.exposed.append(exposed)

    def client(self) -> Client:
        client = Client()
        self.clients.append(client)
        self.service.opened(client, self.turns.now)
        return client

    def say(self, client: Client, action: str, **payload: Any) -> None:
        self.service.received(client, json.dumps({"action": action, "payload": payload}).encode(), self.turns.now)

    def person(self, name: str, *rooms: str, **more: Any) -> Client:
        """Somebody who has identified, joined rooms; everybody has read everything."""
        client = self.client()
        self.say(client, "identify", username=name, **more)
        for room in rooms:
            self.say(client, "joinRoom", room=room)
        self.wait(5)
        for each in self.clients:
            each.raw()
            each.writes = 0
        return client

    def rich(self, name: str, *rooms: str) -> Client:
        """The same, somebody with a client of Part 2."""
        return self.person(name, *rooms, capabilities=["rich", "history", "presence", "resume"])

    def wait(self, seconds: float) -> None:
        end = self.turns.now + seconds
        while self.turns.calls and min(when for when, _, _ in self.turns.calls) <= end:
            self.turns.now = max(self.turns.now, min(when for when, _, _ in self.turns.calls))
            self.turns.turn()
        self.turns.now = end


def message(author: str, room: str, text: str) -> dict[str, Any]:
    return {"action": "message", "payload": {"from": author, "room": room, "message": text}}
