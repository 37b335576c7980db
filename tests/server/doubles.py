"""A listener without sockets or a clock: what a connection is given and what it does are values."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

from websockets.frames import Close, Frame, Opcode

from chatapp.server.connection import Connection
from chatapp.server.listener import Listener
from chatapp.server.peer import Peer
from chatapp.server.timing import PROMISED, Timing
from chatapp.server.tls import Encryption

NONCE = "bm9ib2R5IGZvcmVzZWVzIA"
"""what every connection is given"""
UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def frame(opcode: Opcode, content: bytes = b"", *, fin: bool = True) -> bytes:
    """A client's frame."""
    return Frame(opcode, content, fin).serialize(mask=True)


def text(content: str) -> bytes:
    return frame(Opcode.TEXT, content.encode())


def closing(written: bytes) -> tuple[int, str]:
    """Code and reason of the close frame that ends what was written."""
    start = written.rindex(b"\x88")
    close = Close.parse(written[start + 2 : start + 2 + written[start + 1]])
    return int(close.code), close.reason


class Call:
    """One that is to be made later, unless it is cancelled before."""

    def __init__(self, turns: "Turns", call: tuple[float, Callable[..., object], tuple[Any, ...]]) -> None:
        self.turns = turns
        self.call = call

    def cancel(self) -> None:
        if self.call in self.turns.calls:
            self.turns.calls.remove(self.call)


class Turns:
    """As much of an event loop as a connection uses: calls for later, made one turn at a time."""

    def __init__(self) -> None:
        self.now = 100.0
        self.calls: list[tuple[float, Callable[..., object], tuple[Any, ...]]] = []

    def call_soon(self, call: Callable[..., object], *words: Any) -> object:
        return self.call_later(0.0, call, *words)

    def call_later(self, wait: float, call: Callable[..., object], *words: Any) -> object:
        self.calls.append((self.now + wait, call, words))
        return Call(self, self.calls[-1])

    def time(self) -> float:
        return self.now

    def turn(self) -> None:
        """Make the calls that are due, but not those that they ask for."""
        due = [call for call in self.calls if call[0] <= self.now]
        self.calls = [call for call in self.calls if call[0] > self.now]
        for _, call, words in due:
            call(*words)

    def settle(self) -> None:
        """Make calls until none is due."""
        while any(when <= self.now for when, _, _ in self.calls):
            self.turn()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        return cast("asyncio.AbstractEventLoop", self)


class Wire(asyncio.Transport):
    """A transport that keeps what it is given."""

    def __init__(self, turns: Turns, address: str = "192.0.2.7") -> None:
        super().__init__({"peername": (address, 5) if address else None})
        self.turns = turns
        self.written = bytearray()
        self.writes = 0
        self.ended = False
        self.cut = False
        self.reading = True
        self.dead = False
        self.closed = False
        self.connection: asyncio.BufferedProtocol
        """the protocol that is told"""

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        assert isinstance(protocol, asyncio.BufferedProtocol)
        self.connection = protocol

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        self.high = high

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self.dead or self.ended or self.cut:
            raise RuntimeError("this transport is dead")
        self.written += data
        self.writes += 1

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.ended = True

    def pause_reading(self) -> None:
        self.reading = False

    def resume_reading(self) -> None:
        self.reading = True

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        if not self.cut:
            self.cut = True
            self.turns.call_soon(self.connection.connection_lost, None)

    def taken(self) -> bytes:
        """What was written since the last look."""
        data = bytes(self.written)
        self.written.clear()
        return data


class Recorder:
    """A handler that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.polite: list[bool] = []
        """of each that closed"""
        self.answer: Callable[[Peer, bytes], object] = lambda connection, content: None

    def opened(self, connection: Peer, now: float) -> None:
        self.told.append(("opened",))

    def turned_away(self, connection: Peer, detail: str) -> None:
        self.told.append(("turned away", detail))
        connection.close(1013, "full")

    def received(self, connection: Peer, text: bytes, now: float) -> None:
        self.told.append(("text", text))
        self.answer(connection, text)

    def received_binary(self, connection: Peer, data: bytes, now: float) -> None:
        self.told.append(("binary", data))
        self.answer(connection, data)

    def idled(self, connection: Peer, now: float) -> None:
        self.told.append(("idled",))

    def closed(self, connection: Peer, now: float, *, polite: bool) -> None:
        self.told.append(("closed",))
        self.polite.append(polite)


class House:
    """A listener, whom it tells, and its connections."""

    def __init__(
        self,
        timing: Timing = PROMISED,
        *,
        connections: int = 1000,
        per_address: int = 1000,
        encryption: Encryption | None = None,
    ) -> None:
        self.turns = Turns()
        self.handler = Recorder()
        self.listener = Listener(
            self.handler,
            self.turns.loop,
            max_connections=connections,
            max_connections_per_address=per_address,
            timing=timing,
            clock=self.turns.time,
            encryption=encryption,
            nonce=lambda: NONCE,
        )

    def connect(self, address: str = "192.0.2.7") -> tuple[Connection, Wire]:
        """A connection that has said nothing yet."""
        connection = Connection(self.listener)
        wire = Wire(self.turns, address)
        wire.connection = connection
        connection.connection_made(wire)
        return connection, wire

    def open(self, address: str = "192.0.2.7") -> tuple[Connection, Wire]:
        """A connection whose handshake is done."""
        connection, wire = self.connect(address)
        self.give(connection, UPGRADE)
        wire.taken()
        return connection, wire

    def give(self, connection: Connection, data: bytes) -> None:
        """Bytes arrive on a connection, in one piece as far as a read takes them."""
        size = len(self.listener.buffer)
        for start in range(0, len(data), size):
            piece = data[start : start + size]
            buffer = connection.get_buffer(-1)
            buffer[: len(piece)] = piece
            connection.buffer_updated(len(piece))

    def wait(self, seconds: float) -> None:
        """Time passes, with the sweep at each step of it."""
        end = self.turns.now + seconds
        while self.turns.now < end:
            self.turns.now = min(end, self.turns.now + self.listener.timing.sweep)
            self.listener.sweep(self.turns.now)
            self.turns.settle()
