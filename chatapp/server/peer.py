"""The seam between sockets and rooms: what a listener tells its handler, and what that may do with a connection."""

from collections.abc import Callable
from typing import Protocol


class Peer(Protocol):
    """One client's connection, compared by identity. None of these blocks or raises, unless said so."""

    write: Callable[[bytes], object]
    """Sends whole frames, in order. May raise where the connection has just died; goes nowhere once it is closing."""

    address: str
    secure: bool
    """it is encrypted"""
    nonce: str
    """what it was given in the handshake to prove a name with (base64url); empty for none"""

    def close(self, code: int, reason: str) -> None:
        """Close with a code (RFC 6455, section 7.4) after what was written. Doing it again does nothing."""

    def abort(self) -> None:
        """Cut it; what was not sent yet is lost."""

    def probe(self) -> None:
        """Ping, and cut the connection unless it shows that it lives within `Timing.claim_pong_within`."""


class Handler(Protocol):
    """Whom a listener tells. `now` is monotonic seconds. An exception costs the connection it concerns, nobody else."""

    def opened(self, connection: Peer, now: float) -> None:
        """The handshake is done."""

    def turned_away(self, connection: Peer, detail: str) -> None:
        """The handshake is done with a connection over the limit; the handler says so and closes it. It hears no more
        of it."""

    def received(self, connection: Peer, text: bytes, now: float) -> None:
        """A text message: valid UTF-8, at most `limits.FRAME` bytes."""

    def received_binary(self, connection: Peer, data: bytes, now: float) -> None:
        """A binary message of at most `limits.FRAME` bytes."""

    def idled(self, connection: Peer, now: float) -> None:
        """`Timing.identify` seconds have passed since it opened. Said once."""

    def closed(self, connection: Peer, now: float, *, polite: bool) -> None:
        """It is closing or gone; `polite`: because its client said so (with 1000 or 1001). Said once to whom `opened`
        was said, never from inside a call of the handler's."""
