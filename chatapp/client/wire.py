"""One WebSocket connection to a server: handshake, frames, signs of life, and how it ends.

websockets' Sans-I/O layer under a protocol of our own, for three things that its asyncio client has not: a frame is
handled where it is parsed, without waking a task; everything that one read brought is handed over at once; and a read
is short enough for a window that shares the loop to stay fluent.
"""

import asyncio
import re
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.protocol import State
from websockets.uri import parse_uri

from chatapp.client import faults
from chatapp.client.trust import Untrusted, Vet, anybody, is_here
from chatapp.protocol.invite import Address
from chatapp.protocol.limits import CLOSE, OUTBOX, PING_AFTER, PONG_WITHIN, REPLIES
from chatapp.session.ground import Ground

READ: Final = 32 * 1024
"""bytes of one read: some 200 messages, 2 ms of work"""

GOING_AWAY: Final = 1001

_NONCE: Final = re.compile(r"[A-Za-z0-9_-]{22}")


class Wire(asyncio.BufferedProtocol):
    """Made by `loop.create_connection`. Everything happens in the loop's thread; no method blocks or raises.

    Life: `opened` tells whether the handshake succeeded; texts are kept until `begin`; `over` gives, exactly once, a
    sentence that says why the connection ended.
    """

    def __init__(
        self,
        address: Address,
        vet: Vet = anybody,
        *,
        ping_after: float = PING_AFTER,
        pong_within: float = PONG_WITHIN,
    ) -> None:
        """`vet` decides whom to speak with before a word is said."""
        self._loop = asyncio.get_running_loop()
        self.address = address
        self.ground = Ground()
        """what the connection stands on; once it is open"""
        self.here = False
        """it does not leave this computer"""
        self.untrusted = False
        """it has ended because of whom it would have been with; not a word was sent"""
        self._vet = vet
        self.opened: asyncio.Future[bool] = self._loop.create_future()
        self.over: asyncio.Future[str] = self._loop.create_future()

        self._transport: asyncio.Transport | None = None
        self._protocol = ClientProtocol(parse_uri(address.url), max_size=REPLIES)
        self._buffer = bytearray(READ)
        self._view = memoryview(self._buffer)
        self._why = ""
        self._closing: asyncio.TimerHandle | None = None

        self._take: Callable[[list[bytes]], None] | None = None
        self._kept: list[bytes] = []
        self._whole = bytearray()
        """of a message that comes in fragments, what is there; an endless number of empty ones adds nothing"""
        self._is_text = True

        self._ping_after, self._pong_within = ping_after, pong_within
        self._heard_at = self._loop.time()
        self._watch: asyncio.TimerHandle | None = None

    # What the connection does

    def begin(self, take: Callable[[list[bytes]], None]) -> None:
        """From now on `take` gets the texts that arrive, in order, those of one read together."""
        self._take = take
        kept, self._kept = self._kept, []
        if kept:
            take(kept)

    @property
    def sent_away(self) -> bool:
        """The server has ended the connection so that this person does not come back."""
        received = self._protocol.close_rcvd
        return received is not None and received.code in faults.SENT_AWAY

    def send(self, data: bytes) -> None:
        """Send one text message. After the end it does nothing."""
        if self._protocol.state is State.OPEN:
            self._protocol.send_text(data)
            self._flush()

    def check(self, within: float) -> None:
        """Find out whether the server is still there: `within` seconds it has to show a sign of life."""
        if self._protocol.state is State.OPEN:
            self._ping(within)

    def close(self, code: int = GOING_AWAY) -> None:
        """End the connection politely. It is over when the server has answered, after CLOSE seconds at most."""
        if self._protocol.state is State.OPEN:
            self._protocol.send_close(code)
            self._flush()
            self._expect_the_end()
        elif self._protocol.state is State.CONNECTING:
            self.abort()

    def drop(self, why: str) -> None:
        """End the connection without waiting for the server, for a reason of our own."""
        self._why = self._why or why
        self.close()
        if self._transport is not None:
            self._transport.close()

    def drop_as_strange(self) -> None:
        """End the connection because what answers is no Chatapp server."""
        self.drop(faults.not_a_server(self.address))

    def abort(self) -> None:
        """End the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    # What the loop tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        peer = transport.get_extra_info("peername")
        self.here = bool(peer) and is_here(str(peer[0]))
        try:
            self.ground = self._vet(_pin(transport), self.here)
        except Untrusted as problem:
            self.untrusted = True
            self._die(problem.args[0])
            return
        except ValueError:
            self._die(faults.not_a_server(self.address))
            return
        self._protocol.send_request(self._protocol.connect())
        self._flush()

    def get_buffer(self, _sizehint: int) -> memoryview:
        return self._view

    def buffer_updated(self, nbytes: int) -> None:
        self._heard_at = self._loop.time()
        self._protocol.receive_data(bytes(self._view[:nbytes]))
        self._go_on()

    def eof_received(self) -> None:
        self._protocol.receive_eof()
        self._go_on()

    def connection_lost(self, _problem: Exception | None) -> None:
        if self._protocol.state is not State.CLOSED:
            self._protocol.receive_eof()
            self._go_on()
        for timer in (self._closing, self._watch):
            if timer is not None:
                timer.cancel()
        if not self.opened.done():
            self.opened.set_result(False)
        if not self.over.done():
            self.over.set_result(self._why or self._reason())

    # How it is done

    def _go_on(self) -> None:
        """Handle what the protocol has made of what was received."""
        texts: list[bytes] = []
        for event in self._protocol.events_received():
            match event:
                case Frame():
                    self._frame(event, texts)
                case Response() if self._protocol.handshake_exc is None:
                    self.ground = replace(self.ground, nonce=_nonce(event))
                    self._watch = self._loop.call_later(self._ping_after, self._look)
                    if not self.opened.done():
                        self.opened.set_result(True)
        if self._protocol.handshake_exc is not None:
            self._why = self._why or faults.refused(self.address, self._protocol.handshake_exc)
            self.abort()
            return
        self._flush()
        if self._protocol.close_expected():
            self._expect_the_end()
        if texts and self._take is not None:
            self._take(texts)
        else:
            self._kept += texts

    def _frame(self, frame: Frame, texts: list[bytes]) -> None:
        """Put together what was sent in fragments (RFC 6455, section 5.4). Binary messages have no meaning here."""
        match frame.opcode:
            case Opcode.TEXT | Opcode.BINARY if frame.fin:
                if frame.opcode is Opcode.TEXT:
                    texts.append(bytes(frame.data))
            case Opcode.TEXT | Opcode.BINARY:
                self._whole, self._is_text = bytearray(frame.data), frame.opcode is Opcode.TEXT
            case Opcode.CONT:
                self._whole += frame.data
                if frame.fin:
                    whole, self._whole = bytes(self._whole), bytearray()
                    if self._is_text:
                        texts.append(whole)
            case _:
                pass

    def _flush(self) -> None:
        transport = self._transport
        data = self._protocol.data_to_send()
        if transport is None or transport.is_closing():
            return
        for piece in data:
            if piece:
                transport.write(piece)
            elif transport.can_write_eof():
                transport.write_eof()
        if transport.get_write_buffer_size() > OUTBOX:
            # A server that asks for answers and never reads them.
            self._die(faults.SILENT)

    def _expect_the_end(self) -> None:
        if self._closing is None:
            self._closing = self._loop.call_later(CLOSE, self.abort)

    def _look(self) -> None:
        """Time to ask for a sign of life, unless there was one lately."""
        quiet = self._loop.time() - self._heard_at
        if quiet < self._ping_after:
            self._watch = self._loop.call_later(self._ping_after - quiet, self._look)
        else:
            self._ping(self._pong_within)

    def _ping(self, within: float) -> None:
        if self._watch is not None:
            self._watch.cancel()
        asked_at = self._loop.time()
        self._protocol.send_ping(b"")
        self._flush()
        self._watch = self._loop.call_later(within, self._judge, asked_at)

    def _judge(self, asked_at: float) -> None:
        if self._heard_at < asked_at:
            self._die(faults.SILENT)
        else:
            self._look()

    def _die(self, why: str) -> None:
        self._why = self._why or why
        self.abort()

    def _reason(self) -> str:
        if self._protocol.parser_exc is not None and not isinstance(self._protocol.parser_exc, EOFError):
            return faults.STRANGE
        received = self._protocol.close_rcvd
        return faults.LOST if received is None else faults.closed(received.code, received.reason)


def _pin(transport: asyncio.Transport) -> str:
    """Of the key that the other end has just shown to have; empty where it is not encrypted. Raises ValueError where
    its certificate is of no kind that we know."""
    tls = transport.get_extra_info("ssl_object")
    if tls is None:
        return ""
    from chatapp.security.certificates import pin_of  # noqa: PLC0415  # whoever makes an encrypted one has it already

    return pin_of(tls.getpeercert(binary_form=True))


def _nonce(response: Response) -> str:
    """What the server gave in its handshake to prove a name with; empty for nothing, or for what is none."""
    given = response.headers.get_all("Chatapp-Nonce")
    return given[0] if len(given) == 1 and _NONCE.fullmatch(given[0]) else ""
