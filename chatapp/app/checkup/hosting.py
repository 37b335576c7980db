"""Can others reach the chat that this computer hosts?"""

import asyncio
from typing import Final

from msgspec import Struct

from chatapp.app.checkup.finding import Finding, Verdict
from chatapp.discovery.networks import is_here_alone
from chatapp.protocol.sentences import Sentence

PATIENCE: Final = 2.0
"""seconds; this computer answers itself at once, or not at all"""


class Hosted(Struct, frozen=True):
    """The chat that this computer hosts."""

    port: int
    addresses: tuple[str, ...]
    """hosts that others can type, best first"""


def running(hosted: Hosted | None) -> Finding:
    """Whether there is one, and whom it is for."""
    what = Sentence("Your chat")
    if hosted is None:
        return Finding(
            Verdict.NOTE,
            what,
            Sentence("This computer hosts no chat at the moment."),
            Sentence("To see whether others can reach yours, host it first, then test again."),
        )
    if all(is_here_alone(address) for address in hosted.addresses):
        return Finding(
            Verdict.BAD,
            what,
            Sentence("Your chat is for this computer only: nobody else can join."),
            Sentence("Stop hosting, then choose Chat ▸ Host a chat…, “Everyone on my network”."),
        )
    return Finding(Verdict.GOOD, what, Sentence("Your chat is open to others, on port {port}.", port=hosted.port))


async def reached(hosted: Hosted) -> Finding:
    """Whether this computer reaches it by the address that others type."""
    what, address, port = Sentence("Its address"), hosted.addresses[0], hosted.port
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(address, port)
    except OSError:  # TimeoutError is one
        return Finding(
            Verdict.BAD,
            what,
            Sentence("Not even this computer reaches your chat at {address}.", address=f"{address}, {port}"),
            Sentence("Stop hosting and host again: this computer may have got another address meanwhile."),
        )
    writer.close()
    return Finding(
        Verdict.GOOD,
        what,
        Sentence("This computer reaches your chat by the address {address}, as others would.", address=address),
    )
