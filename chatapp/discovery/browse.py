"""Hosts on this network, as they come, change and go (mDNS and DNS-SD, RFC 6762 and 6763)."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from chatapp.discovery.air import LOOK, NoMulticast, on_air
from chatapp.discovery.beside import Beside
from chatapp.discovery.networks import Network, networks
from chatapp.discovery.service import TYPE, FoundHost, read

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf

MOST: Final = 100
"""hosts that are looked after; who comes after them is not seen"""
SOON: Final = 0.2
"""seconds for which what comes in is gathered before it is told"""
PATIENCE: Final = 3.0
"""seconds that a host has to answer"""
ASKED: Final = 10
"""hosts that are asked at the same time"""
END: Final = 2.0
"""seconds that the end may take"""

log = logging.getLogger(__name__)


class Found(Struct, frozen=True):
    """What there is to know at one moment."""

    hosts: tuple[FoundHost, ...] = ()
    """those that are there, in the order in which they came"""
    able: bool = True
    """whether this computer can look at all"""


class Browser:
    """Looks until it is stopped. `changed` is called on the browser's own thread, with all that are there, at first and
    whenever something about them is otherwise."""

    def __init__(
        self,
        changed: Callable[[Found], None],
        *,
        interfaces: Sequence[str] | None = None,
        look: float = LOOK,
        patience: float = PATIENCE,
        around: Callable[[], tuple[Network, ...]] = networks,
    ) -> None:
        """`interfaces` are addresses of those to look on; all if none is given. `look` seconds after a host was asked
        last, it is asked again. `around` tells this computer's addresses."""
        self._changed = changed
        self._interfaces = interfaces
        self._look = look
        self._patience = patience
        self._around = around
        self._told: Found | None = None
        self._beside = Beside("chatapp-browser", self._work)

    def start(self) -> None:
        """Once."""
        self._beside.start()

    def stop(self, within: float = END) -> None:
        """Look no more. Waits that many seconds at most for the thread to end."""
        self._beside.stop(within)

    async def _work(self) -> None:
        while True:
            around = self._around()
            try:
                async with on_air(self._interfaces) as air:
                    await self._listen(air.zeroconf, around)
            except NoMulticast as problem:
                log.info("hosts on this network cannot be looked for: %s", problem)
                self._tell(Found(able=False))
                await asyncio.sleep(self._look)

    async def _listen(self, air: "Zeroconf", around: tuple[Network, ...]) -> None:
        """Until this computer has other addresses."""
        from zeroconf.asyncio import AsyncServiceBrowser  # noqa: PLC0415  # the thread's own: see `air`

        ear = _Ear(air, around, self._patience)
        browser = AsyncServiceBrowser(air, TYPE, handlers=[ear.hear])
        turn = asyncio.create_task(self._tell_what(ear))
        try:
            self._tell(Found())
            while around == self._around():
                await asyncio.sleep(self._look)
                ear.look_again()
        finally:
            turn.cancel()
            ear.close()
            await browser.async_cancel()

    async def _tell_what(self, ear: "_Ear") -> None:
        while True:
            await ear.news.wait()
            await asyncio.sleep(SOON)
            ear.news.clear()
            self._tell(Found(ear.hosts()))

    def _tell(self, found: Found) -> None:
        if found != self._told:
            self._told = found
            self._changed(found)


class _Ear:
    """Hears of services, and finds out about each. Belongs to the browser's loop."""

    def __init__(self, air: "Zeroconf", around: tuple[Network, ...], patience: float) -> None:
        self._air = air
        self._around = around
        self._patience = patience
        self._hosts: dict[str, FoundHost | None] = {}
        """by the name of the service; None: heard of, and not to be joined"""
        self._asking: dict[str, asyncio.Task[None]] = {}
        self._turn = asyncio.Semaphore(ASKED)
        self.news = asyncio.Event()

    def hosts(self) -> tuple[FoundHost, ...]:
        return tuple(host for host in self._hosts.values() if host is not None)

    def hear(self, *, name: str, state_change: "ServiceStateChange", **_more: object) -> None:
        """Called by zeroconf, by these names."""
        if state_change.name == "Removed":
            asking = self._asking.pop(name, None)
            if asking is not None:
                asking.cancel()
            if self._hosts.pop(name, None) is not None:
                self.news.set()
        elif name in self._hosts or self._has_room():
            self._hosts.setdefault(name, None)
            self._ask(name)

    def look_again(self) -> None:
        """Ask those of whom nothing was heard for a while; who does not answer is there no more."""
        for name in self._hosts:
            if name not in self._asking:
                self._ask(name)

    def close(self) -> None:
        for each in self._asking.values():
            each.cancel()

    def _has_room(self) -> bool:
        """Where it is full, one who does not answer makes room."""
        if len(self._hosts) >= MOST:
            silent = next((name for name, host in self._hosts.items() if host is None and name not in self._asking), "")
            self._hosts.pop(silent, None)
        return len(self._hosts) < MOST

    def _ask(self, name: str) -> None:
        before = self._asking.get(name)
        if before is not None:
            # What it found may be older than what was heard now.
            before.cancel()
        task = asyncio.get_running_loop().create_task(self._find_out(name))
        self._asking[name] = task
        task.add_done_callback(lambda task: self._asked(name, task))

    def _asked(self, name: str, task: "asyncio.Task[None]") -> None:
        if self._asking.get(name) is task:
            del self._asking[name]
        if not task.cancelled():
            task.result()

    async def _find_out(self, name: str) -> None:
        from zeroconf import BadTypeInNameException  # noqa: PLC0415  # the thread's own: see `air`
        from zeroconf.asyncio import AsyncServiceInfo  # noqa: PLC0415  # as above

        host = None
        async with self._turn:
            try:
                info = AsyncServiceInfo(TYPE, name)
                # What is known and fresh is not asked for.
                if await info.async_request(self._air, self._patience * 1_000):
                    host = read(name, info.port, info.parsed_addresses(), info.properties, self._around)
            except (BadTypeInNameException, OSError):
                pass
        if name in self._hosts and self._hosts[name] != host:
            self._hosts[name] = host
            self.news.set()
