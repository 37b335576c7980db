"""Hosts on this network for the Join page: looked for while somebody sees it, and as they are known to this person."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from chatapp.gui.settings import Settings
from chatapp.gui.welcome.found.found import Found
from chatapp.gui.welcome.found.model import FoundServer
from chatapp.protocol.invite import Address, BadInvite, Invite, parse
from chatapp.session.known import KnownHost

if TYPE_CHECKING:
    from chatapp.discovery.browse import Browser
    from chatapp.discovery.browse import Found as Heard
    from chatapp.discovery.service import FoundHost

LINGER: Final = 10_000
"""milliseconds for which it is still looked when the page is left: an attempt that fails leads back to it"""


def nobody(_pin: str) -> KnownHost | None:
    """Whose key it is, where none are kept."""
    return None


class Finding(QObject):
    """Lives in the window's thread; the browser has one of its own, and hands values over."""

    def __init__(
        self,
        page: Found,
        settings: Settings,
        loop: asyncio.AbstractEventLoop,
        known: Callable[[str], KnownHost | None] = nobody,
        *,
        linger: int = LINGER,
        browser: "Callable[[Callable[[Heard], None]], Browser] | None" = None,
    ) -> None:
        """`known` tells which host has a pin, as this person met it. `browser` makes what looks; the real one if it is
        not given."""
        super().__init__(page)
        self._page = page
        self._settings = settings
        self._loop = loop
        self._known = known
        self._make = browser
        self._browser: Browser | None = None
        self._leaving = QTimer(self, singleShot=True, interval=linger)
        self._leaving.timeout.connect(self.stop)
        page.watched.connect(self._watch)
        if page.isVisible():
            self._watch(watched=True)

    def stop(self) -> None:
        """Look no more. Waits for nothing."""
        self._leaving.stop()
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.stop(0)
            # What was there when it was looked last may be gone when it is looked next.
            self._page.show_servers(())

    async def close(self) -> None:
        """The same, and the browser's thread has ended; after two seconds at most."""
        browser, self._browser = self._browser, None
        self._leaving.stop()
        if browser is not None:
            await asyncio.to_thread(browser.stop)

    def _watch(self, watched: bool) -> None:  # a slot
        if not watched:
            self._leaving.start()
            return
        self._leaving.stop()
        if self._browser is None:
            make = self._make or _real_browser
            browser = self._browser = make(lambda heard: self._hear(browser, heard))
            browser.start()

    def _hear(self, browser: "Browser", heard: "Heard") -> None:
        """On the browser's thread."""
        with suppress(RuntimeError):  # the loop has ended meanwhile
            self._loop.call_soon_threadsafe(self._show, browser, heard)

    def _show(self, browser: "Browser", heard: "Heard") -> None:
        if browser is self._browser:
            remembered = list(_read(self._settings.servers))
            servers = [offered(host, remembered, self._known(host.pin) if host.pin else None) for host in heard.hosts]
            self._page.show_servers(servers, able=heard.able)


def offered(host: "FoundHost", remembered: Iterable[Invite], known: KnownHost | None = None) -> FoundServer:
    """A host as this person sees it. `remembered` are the servers joined before, `known` is who has its pin.

    What a host says of itself can be forged. A pin that was verified is held to it: whoever claims another's is found
    out when it is joined. Any other is left out, since a link with a pin makes verified what was only found; so a host
    that was only met counts as joined before at an address where it was, which is held to its key, and nowhere else.
    """
    remembered = list(remembered)
    invited = bool(host.pin) and any(host.pin == invite.pin for invite in remembered)
    pinned = invited or (known is not None and known.verified)
    addresses = tuple(Address(address, host.port, secure=True if pinned else None) for address in host.addresses)
    places = {(address.host, address.port) for address in addresses}
    before = pinned or any(
        not invite.pin and not places.isdisjoint((address.host, address.port) for address in invite.addresses)
        for invite in remembered
    )
    invite = Invite(addresses, pin=host.pin if pinned else "")
    # One address is what a person would have typed: it is remembered as such.
    text = invite.link if pinned or len(addresses) > 1 else str(addresses[0])
    return FoundServer(host.id, host.name, host.people, before, host.locked, text)


def _read(servers: Iterable[str]) -> Iterable[Invite]:
    for server in servers:
        with suppress(BadInvite):
            yield parse(server)


def _real_browser(changed: "Callable[[Heard], None]") -> "Browser":
    from chatapp.discovery.browse import Browser  # noqa: PLC0415  # who only hosts, or returns, needs none

    return Browser(changed)
