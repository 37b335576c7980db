"""How long to wait before the next attempt to reach a server."""

from collections.abc import Callable

from chatapp.protocol.limits import RETRY_FIRST, RETRY_GROWTH, RETRY_MOST


class Backoff:
    """Waiting times that grow, each shortened at random by up to half, so that the clients of a server that restarts
    do not all come at once. `random` gives numbers from 0 to 1.
    """

    def __init__(self, random: Callable[[], float]) -> None:
        self._random = random
        self._most = RETRY_FIRST

    def next(self) -> float:
        """Seconds to wait now, at most RETRY_MOST."""
        wait = self._most * (1.0 - 0.5 * self._random())
        self._most = min(RETRY_MOST, self._most * RETRY_GROWTH)
        return wait

    def reset(self) -> None:
        """The server was there: the next wait is a short one again."""
        self._most = RETRY_FIRST
