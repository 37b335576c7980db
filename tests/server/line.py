"""A transport between real sockets: the protocol on one end of it, and the client on the other."""

import asyncio
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import ExitStack

from chatapp.server.transport import SocketTransport

MUCH = bytes(range(256)) * 8192
"""more than the system's buffers take"""


class Tape(asyncio.BufferedProtocol):
    """A protocol that keeps what it is told, and fails where it is told inside a call of its own."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.heard = bytearray()
        self.buffer = bytearray(4096)
        self.gone = asyncio.get_running_loop().create_future()
        self.news = asyncio.Event()
        self.on_made: Callable[[SocketTransport], object] = lambda transport: None
        self.on_data: Callable[[], object] = lambda: None
        self.on_eof: Callable[[], object] = lambda: None
        self.on_full: Callable[[], object] = lambda: None
        self.busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, SocketTransport)
        self.transport = transport
        self.tell("made", lambda: self.on_made(transport))

    def get_buffer(self, sizehint: int) -> bytearray:
        return self.buffer

    def buffer_updated(self, nbytes: int) -> None:
        self.heard += self.buffer[:nbytes]
        self.tell("data", self.on_data)

    def eof_received(self) -> None:
        self.tell("eof", self.on_eof)

    def pause_writing(self) -> None:
        self.tell("full", self.on_full)

    def connection_lost(self, exc: Exception | None) -> None:
        assert not self.busy
        assert exc is None
        assert self.transport.is_closing()
        self.tell("lost", lambda: self.gone.set_result(None))

    def tell(self, what: str, then: Callable[[], object]) -> None:
        busy, self.busy = self.busy, True
        self.told.append(what)
        self.news.set()
        try:
            then()
        finally:
            self.busy = busy

    def write(self, data: bytes) -> None:
        """Write as a protocol does amid its work."""
        busy, self.busy = self.busy, True
        self.transport.write(data)
        self.busy = busy

    async def until(self, number: int) -> bytes:
        """What was heard, once there are so many bytes of it."""
        while len(self.heard) < number:
            self.news.clear()
            await self.news.wait()
        return bytes(self.heard)


def tcp() -> tuple[socket.socket, socket.socket]:
    """Two ends of a connection: the server's, and the client's, which has little room for what it does not read."""
    with socket.create_server(("127.0.0.1", 0)) as listening, ExitStack() as stack:
        client = stack.enter_context(socket.socket())
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        client.connect(listening.getsockname())
        client.setblocking(False)
        server, _ = listening.accept()
        server.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        stack.pop_all()
    return server, client


class Line:
    """A transport's protocol, and the client's end."""

    def __init__(self, on_made: Callable[[SocketTransport], object] = lambda transport: None) -> None:
        self.loop = asyncio.get_running_loop()
        self.server, self.client = tcp()
        self.number = self.server.fileno()
        self.tape = Tape()
        self.tape.on_made = on_made
        self.transport = SocketTransport(self.loop, self.server, self.tape, ("192.0.2.7", 5))
        self.transport.set_write_buffer_limits(high=len(MUCH) * 4)

    async def say(self, data: bytes) -> None:
        await self.loop.sock_sendall(self.client, data)

    async def hear(self, number: int) -> bytes:
        """So many bytes, or fewer where the stream ends before."""
        heard = b""
        while len(heard) < number and (more := await self.loop.sock_recv(self.client, number - len(heard))):
            heard += more
        return heard

    async def end(self) -> bytes:
        """Everything up to the end of the stream."""
        return await self.hear(sys.maxsize >> 32)

    def reset(self) -> None:
        """The client goes without a goodbye: the next write fails, and so does the next read."""
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.client.close()
