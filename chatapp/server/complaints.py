"""What a host is told about a disk that fails: at once, and then not again for every message."""

import logging
import time
from collections.abc import Callable
from typing import Final

EVERY: Final = 60.0
"""seconds between two lines"""


class Complaints:
    """Of one part of the server. May be used by several threads."""

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._log = logging.getLogger(name)
        self._clock = clock
        self._next = float("-inf")

    def say(self, text: str, *words: object, exc_info: bool = False) -> None:
        """Put it into the log as an error, unless there was one a short while ago."""
        now = self._clock()
        if now >= self._next:
            self._next = now + EVERY
            self._log.error(text, *words, exc_info=exc_info)
