"""A host makes itself known on the network (mDNS and DNS-SD, RFC 6762 and 6763), for as long as it hosts."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from chatapp.discovery.air import LOOK, NoMulticast, on_air
from chatapp.discovery.beside import Beside
from chatapp.discovery.networks import Network, heard_at, networks
from chatapp.discovery.service import TYPE, Notice, instance, said

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

EVERY: Final = 3.0
"""seconds between two changes that are told, at least: a class that comes in at once is one"""
HOST_TTL: Final = 45
"""seconds after which a host that vanished without a word is forgotten, if nobody asks it meanwhile"""
GOODBYE: Final = 2.0
"""seconds that the last word may take"""

log = logging.getLogger(__name__)


class Announcer:
    """Announces one server on every interface, again whenever this computer gets other addresses. A computer without a
    network waits for one. Its methods can be called from any thread, and only `stop` waits."""

    def __init__(
        self,
        notice: Notice,
        bind: str = "",
        *,
        interfaces: Sequence[str] | None = None,
        every: float = EVERY,
        look: float = LOOK,
        around: Callable[[], tuple[Network, ...]] = networks,
    ) -> None:
        """`bind` is the address that the server listens on. `interfaces` are addresses of those to speak on, and then
        those that are announced; all interfaces if none is given. `around` tells this computer's addresses."""
        self._notice = notice
        self._bind = bind
        self._interfaces = interfaces
        self._every = every
        self._look = look
        self._around = around
        # A name of its own: that of the computer may belong to the system's own responder, or to two computers.
        self._server = f"chatapp-{secrets.token_hex(5)}.local."
        self._news = asyncio.Event()
        self._beside = Beside("chatapp-announcer", self._work)

    @property
    def notice(self) -> Notice:
        """What is announced, or about to be."""
        return self._notice

    def start(self) -> None:
        """Once."""
        self._beside.start()

    def show(self, notice: Notice) -> None:
        """From now on this is what there is to know; told within `EVERY` seconds."""
        if notice != self._notice:
            self._notice = notice
            self._beside.call(self._news.set)

    def stop(self) -> None:
        """Say that the host is gone. Takes `GOODBYE` seconds at most."""
        self._beside.stop(GOODBYE)

    async def _work(self) -> None:
        told = ""
        while True:
            addresses = self._addresses()
            try:
                if addresses:
                    async with on_air(self._interfaces) as air:
                        log.debug("announced at %s", ", ".join(addresses))
                        await self._announce(air, addresses)
                        continue
                why = "there is no network"
            except NoMulticast as problem:
                why = str(problem)
            if why != told:
                told = why
                log.info("this server is not announced on the network: %s", why)
            await asyncio.sleep(self._look)

    async def _announce(self, air: "AsyncZeroconf", addresses: tuple[str, ...]) -> None:
        """Until this computer has other addresses."""
        from zeroconf import Error  # noqa: PLC0415  # the thread's own: see `air`

        said_last = self._notice
        info = self._info(said_last, addresses, instance(said_last.name))
        try:
            # Who else has the name is asked for first; a number is added to ours then.
            await (await air.async_register_service(info, allow_name_change=True))
            while addresses == self._addresses():
                until = time.monotonic() + self._look
                while (left := until - time.monotonic()) > 0:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._news.wait(), left)
                    if self._news.is_set():
                        self._news.clear()
                        if self._notice != said_last:
                            said_last = self._notice
                            await (await air.async_update_service(self._info(said_last, addresses, info.name)))
                            await asyncio.sleep(self._every)
        except (Error, OSError) as problem:
            raise NoMulticast(str(problem)) from None

    def _addresses(self) -> tuple[str, ...]:
        around = self._around()
        if self._interfaces is not None:
            return tuple(address for address in self._interfaces if any(one.address == address for one in around))
        return heard_at(self._bind, around)

    def _info(self, notice: Notice, addresses: tuple[str, ...], called: str) -> "AsyncServiceInfo":
        from zeroconf.asyncio import AsyncServiceInfo  # noqa: PLC0415  # as above

        return AsyncServiceInfo(
            TYPE,
            called,
            port=notice.port,
            parsed_addresses=list(addresses),
            properties=said(notice),
            server=self._server,
            host_ttl=HOST_TTL,
        )
