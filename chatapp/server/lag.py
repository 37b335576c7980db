"""How late the event loop is: a call asked for at a certain time, and when it came."""

import asyncio
from collections.abc import Callable
from typing import Final

EVERY: Final = 0.5
"""seconds between two looks"""


class Lag:
    """From `start` to `stop`. `tell` is given seconds, each time; `loop` is the one that is watched."""

    def __init__(self, loop: asyncio.AbstractEventLoop, tell: Callable[[float], None]) -> None:
        self._loop = loop
        self._tell = tell
        self._timer: asyncio.TimerHandle | None = None
        self._due = 0.0

    def start(self) -> None:
        self._due = self._loop.time() + EVERY
        self._timer = self._loop.call_at(self._due, self._look)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._tell(max(self._loop.time() - self._due, 0.0))
        self.start()
