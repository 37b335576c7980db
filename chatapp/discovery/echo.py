"""Whether a computer hears its own announcement: whether multicast works on it at all."""

import asyncio
import secrets
from collections.abc import Sequence
from typing import Final

from chatapp.discovery.air import NoMulticast, on_air
from chatapp.discovery.beside import Beside
from chatapp.discovery.networks import networks

TYPE: Final = "_chatapp-echo._tcp.local."
"""a service of its own, so that nobody takes it for a host"""


async def hears_itself(within: float, interfaces: Sequence[str] | None = None) -> bool:
    """Announce something and listen for it, each by itself; False where it is not heard within so many seconds, or
    there is no network. `interfaces` are addresses of those to do it on; all but loopback if none is given."""
    if interfaces is None:
        used = [one.address for one in networks() if not one.loopback and not (one.link_local and ":" in one.address)]
        interfaces = [address for address in used if ":" not in address] or used
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bool] = loop.create_future()
    names = list(interfaces)

    def done(heard: bool) -> None:  # an answer
        if not answer.done():
            answer.set_result(heard)

    async def work() -> None:
        heard = False
        try:
            heard = bool(names) and await _echo(names, within)
        finally:
            if not loop.is_closed():
                loop.call_soon_threadsafe(done, heard)

    beside = Beside("chatapp-echo", work)
    beside.start()
    try:
        return await answer
    finally:
        beside.stop(0)


async def _echo(interfaces: list[str], within: float) -> bool:
    from zeroconf import ServiceStateChange  # noqa: PLC0415  # the thread's own: see `air`
    from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo  # noqa: PLC0415  # as above

    name = f"{secrets.token_hex(8)}.{TYPE}"
    heard = asyncio.Event()

    def hear(*, name: str, state_change: ServiceStateChange, **_more: object) -> None:
        if name == ours and state_change is not ServiceStateChange.Removed:
            heard.set()

    ours = name
    try:
        async with on_air(interfaces) as ear, on_air(interfaces) as mouth:
            browser = AsyncServiceBrowser(ear.zeroconf, TYPE, handlers=[hear])
            info = AsyncServiceInfo(TYPE, name, port=9, parsed_addresses=interfaces[:1], server=f"{name[:16]}.local.")
            # Nobody else has this name: nobody needs to be asked for it.
            said = await mouth.async_register_service(info, cooperating_responders=True)
            try:
                async with asyncio.timeout(within):
                    await heard.wait()
            except TimeoutError:
                return False
            finally:
                await said
                await browser.async_cancel()
    except NoMulticast:
        return False
    return True
