"""All checks in their order. What takes a while is awaited, so that a test can be given up at any moment."""

from collections.abc import AsyncIterator, Callable
from functools import partial

from chatapp.app.aside import aside
from chatapp.app.checkup import around, firewall, guest, hosting, multicast
from chatapp.app.checkup.finding import Finding
from chatapp.app.checkup.hosting import Hosted
from chatapp.discovery.networks import Network, networks
from chatapp.protocol.invite import Address
from chatapp.protocol.limits import PORT


async def own(hosted: Hosted | None, find: Callable[[], tuple[Network, ...]] = networks) -> AsyncIterator[Finding]:
    """What there is to say of this computer, and of the chat that it hosts. Takes some seconds."""
    for finding in around.look(await aside(find)):
        yield finding
    running = hosting.running(hosted)
    yield running
    if hosted is not None and running.ok:
        yield await hosting.reached(hosted)
    yield await aside(partial(firewall.look, hosted.port if hosted is not None else PORT))
    yield await multicast.heard()


async def other(address: Address, find: Callable[[], tuple[Network, ...]] = networks) -> AsyncIterator[Finding]:
    """What there is to say of a chat at an address. Takes some seconds."""
    here = await aside(find)
    for finding in around.look(here):
        yield finding
    async for finding in guest.look(address, here):
        yield finding
