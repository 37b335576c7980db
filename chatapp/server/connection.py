"""Sockets to messages and back: the WebSocket protocol (RFC 6455) on `websockets`' Sans-I/O layer.

A message is handled where it is parsed, without waking a task. Whole single text frames are read by `frames`;
`websockets` does the opening handshake, the closing one, control frames, fragments, and whatever breaks the protocol.
It is kept for as long as it is needed only, so that an idle connection is small. What begins as TLS does has a
`TlsTransport` put below it.

A connection's life, and what ends each part of it (the listener's sweep looks after all, instead of a timer of each):

    OPENING    no byte came yet                  cut after `Timing.first_byte`
    SHAKING    the handshakes are not complete   cut `Timing.handshake` after it connected
    OPEN       messages go both ways             when quiet for `ping_after` pinged, then cut after `pong_within`
    DOOMED     the protocol was broken           the same, until `websockets` has seen enough to close it
    CLOSING    a close was sent or received      cut after `Timing.close`
    GONE
"""

import asyncio
import logging
from collections.abc import Callable
from enum import Enum
from typing import Concatenate, Final, ParamSpec, Protocol, Self, cast

from websockets.frames import CloseCode, Frame, Opcode
from websockets.protocol import SEND_EOF, State
from websockets.server import ServerProtocol

from chatapp.protocol.limits import FRAME, OUTBOX, PART_RATE
from chatapp.rooms.rates import TokenBucket
from chatapp.server.counts import Counts
from chatapp.server.frames import PING, is_utf8, single_text, split_texts, whole_frame
from chatapp.server.handshake import answer, server_protocol, whole_request
from chatapp.server.peer import Handler
from chatapp.server.timing import Timing
from chatapp.server.tls import HELLO, Encryption, TlsTransport

try:
    from websockets.speedups import apply_mask
except ImportError:  # a platform without the compiled half
    from websockets.utils import apply_mask

TURN: Final = 64
"""frames taken from one connection before the others have their turn"""
_FAILED: Final = "What came from %s could not be handled; its connection is closed"

T = ParamSpec("T")

log = logging.getLogger(__name__)


class Phase(Enum):
    OPENING = 1
    SHAKING = 2
    OPEN = 3
    DOOMED = 4
    CLOSING = 5
    GONE = 6


_OPEN: Final = Phase.OPEN
_SILENT: Final = float("-inf")


def _nowhere(_data: bytes) -> None:
    """Where a connection writes that is not open."""


class Keeper(Protocol):
    """What a connection needs of the listener that keeps it."""

    handler: Handler
    loop: asyncio.AbstractEventLoop
    timing: Timing
    clock: Callable[[], float]
    buffer: bytearray
    """where every connection reads into"""
    encryption: Encryption | None
    """None: TLS is not spoken"""
    nonce: Callable[[], str]
    """makes what nobody can foresee, for each connection (`Peer.nonce`)"""
    counts: Counts
    stopping: bool

    def admit(self, connection: "Connection") -> str:
        """Count it in. Returns why it is to be turned away; empty where it is welcome."""

    @property
    def crowded(self) -> bool:
        """More are being turned away than are heard out."""

    def forget(self, connection: "Connection", *, turned_away: bool) -> None:
        """It is gone."""


class Connection(asyncio.BufferedProtocol):
    """One client's connection: a `Peer`."""

    __slots__ = (
        "_heard",
        "_held",
        "_idled",
        "_listener",
        "_message",
        "_over_limit",
        "_parts",
        "_phase",
        "_protocol",
        "_tail",
        "_transport",
        "address",
        "deadline",
        "nonce",
        "secure",
        "write",
    )

    def __init__(self, listener: Keeper) -> None:
        self.write: Callable[[bytes], object] = _nowhere
        self.address = ""
        """the other end's, without the port; empty where the system cannot tell"""
        self.secure = False
        self.nonce = ""
        self.deadline = 0.0
        """when the sweep is to look at it"""
        self._listener = listener
        self._phase = Phase.OPENING
        self._over_limit = ""
        """why it is turned away; empty where it is welcome"""
        self._protocol: ServerProtocol | None = None
        """None until it is needed; None again at the start of a frame outside a fragmented message, where a new one is
        as good as any"""
        self._parts: TokenBucket | None = None
        """how many frames may come that are no whole message; None before the first of them"""
        self._message: tuple[Opcode, bytearray] | None = None
        """the fragmented message under way"""
        self._tail: bytearray | None = None
        """what came and is not handled yet; never empty"""
        self._held: list[bytes] | None = None
        """what is written while several messages of its own are handled, to go as one"""
        self._heard = 0.0
        """when something last came; _SILENT: nothing since the ping that asks whether it lives"""
        self._idled = False

    # asyncio.BufferedProtocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        listener = self._listener
        self._transport = transport = cast("asyncio.Transport", transport)  # uvloop's is one in all but name
        transport.set_write_buffer_limits(high=OUTBOX)
        peer = transport.get_extra_info("peername")
        self.address = str(peer[0]) if peer else ""
        self._heard = listener.clock()
        self.deadline = self._heard + listener.timing.first_byte
        self._over_limit = listener.admit(self)
        if listener.stopping or (self._over_limit and listener.crowded):
            self.abort()

    def get_buffer(self, sizehint: int) -> bytearray:  # noqa: ARG002  # the signature is asyncio's
        # One for all connections: what was read is taken out of it before anything else happens on this thread.
        return self._listener.buffer

    def buffer_updated(self, nbytes: int) -> None:
        listener = self._listener
        self._heard = now = listener.clock()
        if self._protocol is None and self._phase is _OPEN and self._tail is None:
            text = single_text(listener.buffer, nbytes, apply_mask)
            if text is not None:
                self._hand_on(text, now)
                return
        if self._phase is Phase.OPENING and self._starts_tls(listener.buffer, nbytes):
            return
        if self._tail is None:
            self._tail = listener.buffer[:nbytes]
        else:
            self._tail += listener.buffer[:nbytes]
        self._take(now)

    def eof_received(self) -> None:
        # The transport now closes itself, as soon as the rest is written; the sweep sees to it that this ends.
        self._leave()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # the signature is asyncio's
        self._leave()
        self._phase = Phase.GONE
        self._tail = None
        self._protocol = None
        self._listener.forget(self, turned_away=bool(self._over_limit))

    def pause_writing(self) -> None:
        log.info("%s does not read what it is sent: dropped", self.address)
        self._listener.counts.slow += 1
        self.abort()

    # Peer

    @property
    def is_open(self) -> bool:
        """Messages may go."""
        return self._phase in (Phase.OPEN, Phase.DOOMED)

    def close(self, code: int, reason: str) -> None:
        if self.is_open:
            protocol = self._protocol = self._protocol or server_protocol(State.OPEN)
            protocol.send_close(code, reason)
            self._write_out(protocol)

    def abort(self) -> None:
        self._leave()
        self._transport.abort()

    def go_away(self) -> None:
        """Close it because the server stops; cut it where there is no conversation yet."""
        self.close(CloseCode.GOING_AWAY, "the server is stopping")
        if self._phase in (Phase.OPENING, Phase.SHAKING):
            self.abort()

    def probe(self) -> None:
        if self.is_open:
            self._ping(self._listener.clock(), self._listener.timing.claim_pong_within)

    # What came

    def _hand_on(self, text: bytes, now: float) -> None:
        if self._phase is not _OPEN:
            return  # closed over a message that came just before
        try:
            self._listener.handler.received(self, text, now)
        except Exception:
            log.exception(_FAILED, self.address)
            self.close(CloseCode.INTERNAL_ERROR, "internal error")

    def _take(self, now: float) -> None:
        """Handle what is in the tail as far as it goes, but no more than a turn's worth."""
        if self._tail and self._phase is Phase.SHAKING:
            self._shake(self._tail, now)
        if self._tail and self._phase is Phase.OPEN:
            self._held = []
            self.write = self._held.append
            self._take_frames(TURN, now)
            self._release()
        if not self._tail:
            self._tail = None
        elif self._phase in (Phase.DOOMED, Phase.CLOSING):
            rest, self._tail = self._tail, None
            self._pass_on(rest, now)

    def _take_frames(self, turn: int, now: float) -> None:
        while self._phase is Phase.OPEN and self._tail:
            if turn <= 0:
                self._transport.pause_reading()
                self._listener.loop.call_soon(self._take_more)
                return
            taken = self._take_texts(self._tail, turn, now) or self._take_frame(self._tail, now)
            if not taken:
                return
            turn -= taken

    def _take_texts(self, tail: bytearray, most: int, now: float) -> int:
        """Handle the whole single text messages that come next. Returns how many."""
        if self._protocol is not None:  # amid a fragmented message, where they have no place
            return 0
        texts, size = split_texts(tail, len(tail), most, apply_mask)
        del tail[:size]
        for text in texts:
            self._hand_on(text, now)
        return len(texts)

    def _take_frame(self, tail: bytearray, now: float) -> int:
        """Handle the frame that comes next, whatever it is. Returns 0 where it is not whole, or breaks the protocol."""
        room = FRAME - len(self._message[1]) if self._message else FRAME
        size = whole_frame(tail, room)
        if size < 0:
            self._phase = Phase.DOOMED
        if size <= 0:
            return 0
        frame = tail[:size]
        del tail[:size]
        # Each costs ten times what a message costs, and nobody else counts them.
        parts = self._parts = self._parts or TokenBucket(*PART_RATE, now)
        if not parts.take(now):
            log.info("%s sends too many frames that are no messages", self.address)
            self.close(CloseCode.POLICY_VIOLATION, "too many frames that are no messages")
            return 1
        self._pass_on(frame, now)
        return 1

    def _take_more(self) -> None:
        if self._phase is not Phase.GONE:
            self._transport.resume_reading()
            self._take(self._listener.clock())

    def _pass_on(self, data: bytearray, now: float) -> None:
        """Let `websockets` look at what is not a whole single text message."""
        protocol = self._protocol
        if protocol is None:
            if self._phase is Phase.CLOSING:  # cut already
                return
            protocol = self._protocol = server_protocol(State.OPEN)
        protocol.receive_data(data)
        for event in protocol.events_received():
            if isinstance(event, Frame):
                self._gather(event, protocol, now)
        self._write_out(protocol)
        if self._phase is Phase.OPEN and self._message is None:
            self._protocol = None

    def _gather(self, frame: Frame, protocol: ServerProtocol, now: float) -> None:
        """Put fragments together, and hand on what is whole. Control frames `websockets` has answered itself."""
        match frame.opcode:
            case Opcode.TEXT | Opcode.BINARY:
                self._message = frame.opcode, bytearray(frame.data)
            case Opcode.CONT if self._message is not None:
                self._message[1].extend(frame.data)
            case _:
                return
        if not frame.fin:
            return
        (kind, data), self._message = self._message, None
        if not self.is_open or protocol.state is not State.OPEN:
            return
        content = bytes(data)
        if kind is Opcode.TEXT and not is_utf8(content):
            protocol.fail(CloseCode.INVALID_DATA, "text is not UTF-8")
            return
        handler = self._listener.handler
        self._tell(handler.received if kind is Opcode.TEXT else handler.received_binary, content, now)

    def _tell(self, how: Callable[Concatenate[Self, T], None], *what: T.args, **more: T.kwargs) -> None:
        """Tell the handler. What it cannot handle costs this connection, nobody else."""
        try:
            how(self, *what, **more)
        except Exception:
            log.exception(_FAILED, self.address)
            self.close(CloseCode.INTERNAL_ERROR, "internal error")

    # The opening handshake

    def _starts_tls(self, buffer: bytearray, size: int) -> bool:
        """The first bytes are there. Where TLS begins so, it goes on below, and what it carries comes from there."""
        listener = self._listener
        self._phase = Phase.SHAKING
        self.deadline += listener.timing.handshake - listener.timing.first_byte
        if listener.encryption is None or buffer[0] != HELLO:
            return False
        self.secure = True
        tls = TlsTransport(listener.encryption, self._transport, self)
        self._transport = tls
        tls.receive(buffer[:size])
        return True

    def _shake(self, tail: bytearray, now: float) -> None:
        size = whole_request(tail)
        if size == 0:
            return
        # Without what may follow: frames before the answer would be parsed as if the connection were open.
        request = bytes(tail[: max(size, 0)])
        del tail[: len(request)]
        nonce = self._listener.nonce()
        response, refusal = answer(request, nonce)
        self._write(response)
        if refusal:
            log.info("%s was refused: %s", self.address, refusal)
            self._write(SEND_EOF)
            self._leave()
        else:
            self.nonce = nonce
            self._open(now)

    def _open(self, now: float) -> None:
        self._phase = Phase.OPEN
        self.deadline = now + self._listener.timing.identify
        self.write = self._transport.write
        if self._over_limit:
            self._tell(self._listener.handler.turned_away, self._over_limit)
        else:
            self._tell(self._listener.handler.opened, now)

    # What goes

    def _release(self) -> None:
        """Write what was held."""
        held, self._held = self._held, None
        if held is not None and self.is_open:
            self.write = self._transport.write
            if held:
                self._write(b"".join(held))

    def _write_out(self, protocol: ServerProtocol) -> None:
        self._release()
        for data in protocol.data_to_send():
            self._write(data)
        if protocol.close_expected():
            self._leave()

    def _write(self, data: bytes) -> None:
        try:
            if data:
                self._transport.write(data)
            elif self._transport.can_write_eof():
                self._transport.write_eof()
            else:
                self._transport.close()
        except Exception:
            log.debug("%s is gone", self.address, exc_info=True)
            self.abort()

    def _leave(self) -> None:
        """It is open no longer, whoever wanted that."""
        if self._phase in (Phase.CLOSING, Phase.GONE):
            return
        if self.is_open and not self._over_limit:
            # Later, because this may have come up in the middle of writing to everyone in a room.
            self._listener.loop.call_soon(self._tell_closed, self._said_goodbye())
        self._phase = Phase.CLOSING
        self._message = None
        self.write = _nowhere
        self.deadline = self._listener.clock() + self._listener.timing.close

    def _tell_closed(self, polite: bool) -> None:
        self._tell(self._listener.handler.closed, self._listener.clock(), polite=polite)

    def _said_goodbye(self) -> bool:
        """The other end closed it, and meant to."""
        protocol = self._protocol
        if protocol is None or protocol.close_rcvd is None or not protocol.close_rcvd_then_sent:
            return False
        return protocol.close_rcvd.code in (CloseCode.NORMAL_CLOSURE, CloseCode.GOING_AWAY)

    # What is owed

    def look(self, now: float) -> None:
        """The deadline has passed."""
        if not self.is_open:
            log.debug("%s took too long: %s", self.address, self._phase.name)
            self.abort()
            return
        timing = self._listener.timing
        if not self._idled:
            self._idled = True
            self._tell(self._listener.handler.idled, now)
        if self._phase is Phase.CLOSING:
            return
        if self._heard == _SILENT:
            log.info("%s does not answer any more: dropped", self.address)
            self.abort()
            return
        self.deadline = self._heard + timing.ping_after
        if self.deadline <= now:
            self._ping(now, timing.pong_within)

    def _ping(self, now: float, within: float) -> None:
        if self._heard == _SILENT:  # asked already, and claimed by somebody meanwhile
            within = min(within, self.deadline - now)
        self._heard = _SILENT
        self.deadline = now + within
        self._write(PING)
