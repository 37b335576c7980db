"""TLS between a transport and a `Connection`, by OpenSSL without a socket (`SSLContext.wrap_bio`).

To the transport it is a protocol, to the connection a transport. So TLS is told from plain by the first byte, which the
connection reads anyway, on every event loop; the deadlines and limits of a connection hold from that byte on; and it is
small: asyncio's own TLS keeps a buffer of 256 KiB for each connection.
"""

import asyncio
import logging
import ssl
from contextlib import suppress
from typing import Final

HELLO: Final = 0x16
"""how TLS begins: with a record of this type (RFC 8446, section 5.1). HTTP begins with a letter"""
PIECE: Final = 16 * 1024
"""bytes of one record, at most (section 5.1); with more at a time OpenSSL would only keep larger buffers"""
READ: Final = 64 * 1024
"""encrypted bytes of one read"""
AROUND: Final = 22
"""bytes of a record around its text: head, type and tag (sections 5.1 and 5.2), with every cipher spoken here"""
BESIDE: Final = PIECE + 1024
"""bytes that may come beside texts and what is around them: those of a record that is not whole yet, and a few messages
of TLS itself. A new key (section 4.6.3) costs whoever has to make it ten times what a text costs, and nobody who means
well asks for one in a thousand gigabytes; thousands of them at once would hold up everybody else"""

log = logging.getLogger(__name__)


class Encryption:
    """What the encrypted connections of one event loop have in common."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.context = context
        self.buffer = bytearray(READ)
        """where all of them read into"""


class TlsTransport(asyncio.Transport, asyncio.BufferedProtocol):
    """The server's end of TLS on a transport. What comes is in the connection's own buffer when it is told of it.

    What `SocketTransport` promises holds here too: nothing raises because the other end is gone or talks nonsense,
    `connection_lost` is always with None and never from inside a call by the connection, and at the end of the other
    side's stream it closes itself. That end is its `close_notify` or the transport's own: a WebSocket connection says
    itself when it is complete, so it does no harm if somebody cuts it short.
    """

    __slots__ = ("_beside", "_buffer", "_connection", "_ended", "_in", "_out", "_shaken", "_tls", "_transport")

    def __init__(
        self, encryption: Encryption, transport: asyncio.Transport, connection: asyncio.BufferedProtocol
    ) -> None:
        """The transport is its own from now on; the connection has had its `connection_made`."""
        super().__init__()
        self._buffer = encryption.buffer
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = encryption.context.wrap_bio(self._in, self._out, server_side=True)
        self._shaken = False
        """the handshake is done"""
        self._beside = 0
        """bytes that came so far beside texts"""
        self._ended = False
        """nothing is said any more"""
        self._transport = transport
        self._connection = connection
        transport.set_protocol(self)

    # In

    def get_buffer(self, sizehint: int) -> bytearray:  # noqa: ARG002  # the signature is asyncio's
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        self.receive(memoryview(self._buffer)[:nbytes])

    def receive(self, data: memoryview | bytearray) -> None:
        """Take what came off the line: no more than the connection's buffer holds."""
        texts: list[bytes] = []
        problem, goes_on = "", True
        try:
            for start in range(0, len(data), PIECE):
                goes_on = goes_on and self._decrypt(data[start : start + PIECE], texts)
                if self._beside > BESIDE:
                    problem = "too little text in too many records"
                    break
        except ssl.SSLError as nonsense:
            problem = nonsense.reason or "nonsense"
        self._flush()
        if texts:
            text = b"".join(texts)
            memoryview(self._connection.get_buffer(-1))[: len(text)] = text
            self._connection.buffer_updated(len(text))
        if problem:
            peer = self._transport.get_extra_info("peername")
            log.info("%s does not go on in TLS: %s", peer[0] if peer else "", problem)
            self._ended = True
            self._transport.close()
        elif not goes_on:
            self.eof_received()
            self._transport.close()

    def _decrypt(self, data: memoryview | bytearray, texts: list[bytes]) -> bool:
        """Add what is whole by now. Returns False where the other side says that there will be no more. Raises SSLError
        where it breaks the protocol."""
        self._in.write(data)
        with suppress(ssl.SSLWantReadError):
            if self._shaken:
                self._beside += len(data)
            else:
                self._tls.do_handshake()
                self._shaken = True
            while self._in.pending:
                try:
                    text = self._tls.read(PIECE)
                except ssl.SSLZeroReturnError:  # both sides have
                    return False
                if not text:
                    return False
                texts.append(text)
                self._beside = max(self._beside - len(text) - AROUND, 0)
        return True

    def eof_received(self) -> None:
        self._connection.eof_received()
        self._say_goodbye()

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        self._transport.resume_reading()

    # Out

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not data or self._ended:
            return
        try:
            if len(data) <= PIECE:
                self._tls.write(data)
                self._transport.write(self._out.read())
                return
            rest = memoryview(data)
            while rest and not self._ended:  # the connection may cut it meanwhile
                self._tls.write(rest[:PIECE])
                self._transport.write(self._out.read())
                rest = rest[PIECE:]
        except ssl.SSLError:
            log.warning("TLS cannot go on", exc_info=True)
            self.abort()

    def _flush(self) -> None:
        """Send what TLS itself has to say."""
        if self._out.pending:
            self._transport.write(self._out.read())

    def _say_goodbye(self) -> None:
        """Tell the other side that nothing more comes (RFC 8446, section 6.1)."""
        if self._ended:
            return
        self._ended = True
        if self._shaken:
            with suppress(ssl.SSLError):  # its answer is not there yet
                self._tls.unwrap()
            self._flush()

    def can_write_eof(self) -> bool:
        return self._transport.can_write_eof()

    def write_eof(self) -> None:
        self._say_goodbye()
        self._transport.write_eof()

    def get_write_buffer_size(self) -> int:
        return self._transport.get_write_buffer_size()

    def pause_writing(self) -> None:
        self._connection.pause_writing()

    def resume_writing(self) -> None:
        self._connection.resume_writing()

    # The end

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    def close(self) -> None:
        self._say_goodbye()
        self._transport.close()

    def abort(self) -> None:
        self._ended = True
        self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # the signature is asyncio's
        self._ended = True
        connection = self._connection
        # The two know each other, and would wait for the collector.
        del self._connection
        connection.connection_lost(None)
