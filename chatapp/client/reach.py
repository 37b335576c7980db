"""Finding the one address of an invite that answers."""

import asyncio
import ssl
from collections.abc import Callable, Sequence
from typing import Final

from chatapp.client import faults
from chatapp.client.wire import Wire
from chatapp.protocol.invite import Address
from chatapp.protocol.limits import CONNECT, NEXT_ADDRESS

HAPPY_EYEBALLS: Final = 0.25
"""before the next IP address of the same name is tried (RFC 8305, section 5)"""


class Unreachable(Exception):
    """No address answered. Its text is one sentence that says what to do."""


async def reach(addresses: Sequence[Address], tls: Callable[[], ssl.SSLContext]) -> Wire:
    """An open connection to the first address that answers.

    Each address has NEXT_ADDRESS seconds before the next one is tried beside it. Raises Unreachable when none answers,
    with what the first one has to say. Leaves nothing behind, however it ends.
    """
    attempts: list[asyncio.Task[Wire | str]] = []
    waiting = list(addresses)
    winner: Wire | None = None
    try:
        while winner is None:
            if waiting:
                attempts.append(asyncio.create_task(_open(waiting.pop(0), tls)))
            running = [attempt for attempt in attempts if not attempt.done()]
            if running:
                patience = NEXT_ADDRESS if waiting else None
                await asyncio.wait(running, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            results = [attempt.result() for attempt in attempts if attempt.done()]
            winner = next((result for result in results if isinstance(result, Wire)), None)
            if winner is None and len(results) == len(addresses):
                raise Unreachable(results[0])
        return winner
    finally:
        for attempt in attempts:
            attempt.cancel()
        for loser in await asyncio.gather(*attempts, return_exceptions=True):
            if isinstance(loser, Wire) and loser is not winner:
                loser.abort()


async def _open(address: Address, tls: Callable[[], ssl.SSLContext]) -> Wire | str:
    """A connection whose handshake is done, or why there is none."""
    wire = Wire(address)
    try:
        async with asyncio.timeout(CONNECT):
            # Reading the system's certificates takes tens of milliseconds.
            context = await asyncio.to_thread(tls) if address.secure else None
            await asyncio.get_running_loop().create_connection(
                lambda: wire, address.host, address.port, ssl=context, happy_eyeballs_delay=HAPPY_EYEBALLS
            )
            opened = await wire.opened
    except (OSError, UnicodeError) as problem:
        wire.abort()
        return faults.unreachable(address, problem)
    except asyncio.CancelledError:
        wire.abort()
        raise
    return wire if opened else await wire.over
