"""No faster than a server of ours takes it, so that coming back with a lot to ask loses nothing to `rate_limited`."""

from typing import Final

PAUSE: Final = 2.0
"""after a server said that we ask too fast, or that it is too busy"""
_ALMOST: Final = 1.0 - 1e-9


class Pace:
    """How many more may go out now. Never in debt: what had to go out at once counts only as far as there was room."""

    def __init__(self, burst: float, rate: float) -> None:
        self._burst, self._rate = burst, rate
        self._free = burst
        self._counted_at = 0.0
        self._not_before = 0.0

    def spend(self, now: float) -> None:
        """One went out, whether there was room for it or not."""
        self._refill(now)
        self._free = max(0.0, self._free - 1.0)

    def take(self, now: float) -> bool:
        """Whether one more may go out now; if so it counts."""
        self._refill(now)
        if self._free < _ALMOST or now < self._not_before:
            return False
        self._free -= 1.0
        return True

    def pause(self, now: float) -> None:
        """The server wants less of it."""
        self._refill(now)
        self._free = 0.0
        self._not_before = now + PAUSE

    @property
    def next(self) -> float:
        """When `take` will say yes, if nothing else happens."""
        return max(self._not_before, self._counted_at + max(0.0, 1.0 - self._free) / self._rate)

    def _refill(self, now: float) -> None:
        self._free = min(self._burst, self._free + max(0.0, now - self._counted_at) * self._rate)
        self._counted_at = max(now, self._counted_at)
