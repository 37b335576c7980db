"""A TCP transport for event loops that watch sockets (`add_reader`): asyncio's own in less than half the work.

It does what a `Connection` asks of a transport and nothing else. Reads go straight into the protocol's buffer, writes
straight into the system's, and only what that does not take is kept.
"""

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress

log = logging.getLogger(__name__)


class SocketTransport(asyncio.Transport):
    """Over a connected socket, which is the transport's own from now on.

    `connection_made` is called at once, `connection_lost` (always with None) exactly once, and never from inside a call
    to or by the protocol: a transport that dies amid writing to a whole room tells so afterwards. Nothing raises
    because the connection is dead or closing; what is written then goes nowhere. The socket stays open until the loop
    watches it no more and the protocol knows, so nothing here ever touches another connection with the same number.

    `pause_writing` is called at every write after which more than the high limit waits, and `resume_writing` never: the
    protocol is to abort. `close` waits for what is unsent without a limit of time: the protocol is to have one. (A peer
    that still talks may miss the last of it, as TCP has it; not so after `write_eof`, because reading goes on.) At the
    end of the other side's stream it closes itself, whatever `eof_received` returns. `get_extra_info` knows "peername".
    """

    __slots__ = ("_closing", "_ended", "_high", "_loop", "_lost", "_protocol", "_send", "_socket", "_unsent")

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        sock: socket.socket,
        protocol: asyncio.BufferedProtocol,
        peer: object,
    ) -> None:
        super().__init__({"peername": peer})
        sock.setblocking(False)
        with suppress(OSError):  # on macOS where the other end is gone already, which reading tells
            # What is written is whole: there is nothing to wait for.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._loop = loop
        self._socket = sock
        self._send = sock.send
        self._protocol = protocol
        self._unsent: bytearray | None = None
        """what the system did not take yet, for which the loop watches; empty once nothing may be written any more"""
        self._high = 0
        self._ended = False
        """our half is to be closed, or is"""
        self._closing = False
        """nothing is read any more; what is unsent still goes"""
        self._lost = False
        """`connection_lost` was called or is about to be"""
        self.resume_reading()
        protocol.connection_made(self)

    # Out

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self._unsent is not None:
            self._keep(data)
            return
        try:
            sent = self._send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            self._lose()
            return
        if sent < len(data):
            self._unsent = bytearray()
            self._keep(memoryview(data)[sent:])
            self._watch(self._loop.add_writer, self._writable)

    def _keep(self, data: bytes | bytearray | memoryview) -> None:
        if self._ended or self._closing:
            return
        assert self._unsent is not None
        self._unsent += data
        if len(self._unsent) > self._high:
            self._protocol.pause_writing()

    def _writable(self) -> None:
        assert self._unsent
        try:
            sent = self._send(self._unsent)
        except BlockingIOError:
            return
        except OSError:
            self._lose()
            return
        del self._unsent[:sent]
        if self._unsent:
            return
        self._loop.remove_writer(self._socket.fileno())
        if self._closing:
            self._lose()
        elif self._ended:
            self._end()
        else:
            self._unsent = None

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        if self._ended or self._closing:
            return
        self._ended = True
        if not self._unsent:
            self._unsent = bytearray()
            self._end()

    def _end(self) -> None:
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            self._lose()

    def get_write_buffer_size(self) -> int:
        return len(self._unsent or b"")

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:  # noqa: ARG002  # asyncio's signature
        self._high = high or 0

    # In

    def _readable(self) -> None:
        try:
            size = self._socket.recv_into(self._protocol.get_buffer(-1))
        except BlockingIOError:
            return
        except OSError:
            self._lose_at_once()
            return
        try:
            if size:
                self._protocol.buffer_updated(size)
            else:
                self._protocol.eof_received()
                if self._unsent:
                    self.close()
                else:
                    self._lose_at_once()
        except Exception:
            log.exception("What came could not be handled; its connection is cut")
            self._lose()

    def pause_reading(self) -> None:
        if not self._closing:
            self._loop.remove_reader(self._socket.fileno())

    def resume_reading(self) -> None:
        if not self._closing:
            self._watch(self._loop.add_reader, self._readable)

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        """From now on, even from inside a call to the one before, this one is told: an `asyncio.BufferedProtocol`."""
        assert isinstance(protocol, asyncio.BufferedProtocol)
        self._protocol = protocol

    def _watch(self, add: Callable[[int, Callable[[], None]], object], call: Callable[[], None]) -> None:
        if self._lost:
            return
        try:
            add(self._socket.fileno(), call)
        except OSError:  # the system watches no more sockets
            self._lose()

    # The end

    def is_closing(self) -> bool:
        return self._closing

    def close(self) -> None:
        if not self._closing:
            self.pause_reading()
            self._closing = True
            if not self._unsent:
                self._lose()

    def abort(self) -> None:
        self._lose()

    def _lose(self) -> None:
        if self._cut():
            self._loop.call_soon(self._tell)

    def _lose_at_once(self) -> None:
        """The same where the loop is the caller: who comes back has knocked already, and is to find the place empty."""
        if self._cut():
            self._tell()

    def _cut(self) -> bool:
        """Have nothing to do with the socket any more. Returns False where that was so before."""
        if self._lost:
            return False
        self._lost = True
        self.pause_reading()
        self._closing = True
        if self._unsent:
            self._loop.remove_writer(self._socket.fileno())
        self._unsent = bytearray()
        return True

    def _tell(self) -> None:
        protocol = self._protocol
        # The two know each other, and would wait for the collector.
        del self._protocol
        try:
            protocol.connection_lost(None)
        finally:
            self._socket.close()
