"""How long each part of a connection's life may take."""

from typing import Final

from msgspec import Struct

from chatapp.protocol import limits


class Timing(Struct, frozen=True):
    """Seconds. The defaults are the promised ones; tests have shorter ones."""

    first_byte: float = limits.FIRST_BYTE
    handshake: float = limits.HANDSHAKE
    identify: float = limits.IDENTIFY
    ping_after: float = limits.PING_AFTER
    pong_within: float = limits.PONG_WITHIN
    claim_pong_within: float = limits.CLAIM_PONG_WITHIN
    close: float = limits.CLOSE
    stop: float = limits.STOP
    sweep: float = 0.5
    """between two looks at who is overdue: everything above may take so much longer"""


PROMISED: Final = Timing()
