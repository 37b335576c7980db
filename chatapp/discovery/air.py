"""Multicast DNS on this computer's interfaces (RFC 6762), through python-zeroconf, which is read from disk here, on the
thread of whoever announces or looks.
"""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncZeroconf

LOOK = 10.0
"""seconds between two looks at which addresses this computer has"""


class NoMulticast(Exception):
    """This computer has no network on which many can be spoken to at once. Its one argument is the system's reason."""


@asynccontextmanager
async def on_air(interfaces: Sequence[str] | None = None) -> "AsyncIterator[AsyncZeroconf]":
    """Speak and hear on these addresses' interfaces, or on all. What is registered is withdrawn at the end. Raises
    NoMulticast."""
    import zeroconf  # noqa: PLC0415  # see the top
    from zeroconf.asyncio import AsyncZeroconf  # noqa: PLC0415  # see the top

    # What others send that makes no sense, and networks that go away, are no faults of this program.
    logging.getLogger("zeroconf").setLevel(logging.CRITICAL)
    made = None
    problem: Exception | None = None
    # Where IPv6 is switched off, the whole of it cannot be had.
    for version in (zeroconf.IPVersion.All, zeroconf.IPVersion.V4Only):
        try:
            if interfaces is None:
                made = AsyncZeroconf(ip_version=version)
            else:
                made = AsyncZeroconf(interfaces=list(interfaces))
            await made.zeroconf.async_wait_for_start()
        except (OSError, RuntimeError, zeroconf.Error) as failed:
            problem = problem or failed
            if made is not None:
                await _close(made)
                made = None
        else:
            break
    if made is None:
        raise NoMulticast(str(problem))
    try:
        yield made
    finally:
        await _close(made)


async def _close(made: "AsyncZeroconf") -> None:
    import zeroconf  # noqa: PLC0415  # see the top

    with suppress(OSError, zeroconf.Error):
        await made.async_close()
