"""The person's own key in the window: looked for once, beside the loop, and given to whoever proves a name with it."""

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from chatapp.session.ground import Signer

if TYPE_CHECKING:
    from chatapp.security.person import Identity

log = logging.getLogger(__name__)


class Key:
    """Made for one loop, which may start later. What is looked for may take seconds; nobody else waits for it."""

    def __init__(self, loop: asyncio.AbstractEventLoop, find: "Callable[[], Identity]") -> None:
        """`find` is called on a thread of its own, and blocks there."""
        self._loop = loop
        self._found: asyncio.Future[Signer | None] = loop.create_future()
        self.notice = ""
        """a Sentence for the person, once it was looked for; empty where all is well"""
        # A daemon: a keyring may ask its person something while the window closes.
        threading.Thread(target=self._look, args=(find,), name="chatapp-key", daemon=True).start()

    async def signer(self) -> Signer | None:
        """What proves names, as soon as it is there; None where there is nothing to prove them with today."""
        return await asyncio.shield(self._found)

    def _look(self, find: "Callable[[], Identity]") -> None:
        from chatapp.security import person  # noqa: PLC0415  # neither it nor cryptography is for the window's thread

        identity = find()
        made = person.signer(identity.seed) if identity.seed is not None else None
        with suppress(RuntimeError):  # the window has closed meanwhile
            self._loop.call_soon_threadsafe(self._take, made, identity.notice)

    def _take(self, signer: Signer | None, notice: str) -> None:
        if notice:
            log.warning("%s", notice)
        self.notice = notice
        if not self._found.done():
            self._found.set_result(signer)
