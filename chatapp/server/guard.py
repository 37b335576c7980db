"""Passwords are hashed and looked at beside the event loop: two at once, so that however many come, the rest of the
server has the computer."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from chatapp.rooms.effects import CheckPassword, HashPassword
from chatapp.security import passwords
from chatapp.server.peer import Peer

AT_ONCE: Final = 2
WAITING: Final = 256
"""looks that wait; any more are refused"""

Look = CheckPassword[Peer] | HashPassword[Peer]

log = logging.getLogger(__name__)


class Guard:
    """`told` is called on the loop, once, with what came of each look: of a check whether the password is right, of a
    hash the hash; None where it could not be done, such as for lack of memory, or there was too much to do."""

    def __init__(self, loop: asyncio.AbstractEventLoop, told: Callable[[Look, bool | str | None], None]) -> None:
        self._loop = loop
        self._told = told
        self._workers: ThreadPoolExecutor | None = None
        self._under_way: set[asyncio.Future[bool | str]] = set()

    def work(self, look: Look) -> None:
        """Does not block. What comes of it is told later, unless the guard is stopped before."""
        if len(self._under_way) >= WAITING:
            self._loop.call_soon(self._told, look, None)
            return
        if self._workers is None:
            self._workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="chatapp-passwords")
        future = self._loop.run_in_executor(self._workers, _look, look)
        self._under_way.add(future)
        future.add_done_callback(lambda done: self._done(look, done))

    def stop(self) -> None:
        """Nobody is told any more. Waits for the looks that are under way, a moment."""
        for future in self._under_way:
            future.cancel()
        if self._workers is not None:
            self._workers.shutdown(cancel_futures=True)
            self._workers = None

    def _done(self, look: Look, done: "asyncio.Future[bool | str]") -> None:
        self._under_way.discard(done)
        if done.cancelled():
            return
        problem = done.exception()
        if problem is not None:
            log.error("A password could not be looked at", exc_info=problem)
        self._told(look, None if problem is not None else done.result())


def _look(look: Look) -> bool | str:
    if isinstance(look, CheckPassword):
        return passwords.is_right(look.password, look.hashed)
    return passwords.hashed(look.request.password or "")
