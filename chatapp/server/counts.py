"""What a server counts of what it does: numbers that are added to where things happen, and read when somebody asks.

Nobody's name, address or text is among them. One addition for each write to a room, not for each of its members, so
that counting costs nothing that can be measured.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

COMMITS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
LAGS: Final = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class Spread:
    """How often something took how long, in seconds. One thread adds; any may read."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self._bounds = bounds
        self._in_each = [0] * (len(bounds) + 1)
        self.total = 0.0
        """seconds, of all together"""

    def add(self, seconds: float) -> None:
        self._in_each[bisect_left(self._bounds, seconds)] += 1
        self.total += seconds

    @property
    def up_to(self) -> list[tuple[str, float]]:
        """How many took at most so long, rising; the last of them, `+Inf`, is how many there were."""
        return list(zip([*map(str, self._bounds), "+Inf"], map(float, accumulate(self._in_each)), strict=True))


class Counts:
    """Of one server, since it started."""

    def __init__(self) -> None:
        self.connections = 0
        """that were accepted, those over a limit as well"""
        self.turned_away = 0
        """over a limit"""
        self.slow = 0
        """dropped because they did not read what they were sent"""
        self.events: Counter[str] = Counter()
        """that people said and did, by kind (`Kind`), each accepted and, where it is kept, safe"""
        self.refused: Counter[str] = Counter()
        """requests, by reason (`Reason`)"""
        self.deliveries = 0
        """frames that were written, each counted for each connection"""
        self.sent = 0
        """bytes of them"""
        self.commits = Spread(COMMITS)
        self.commits_failed = 0
        self.commit_failed_at = float("-inf")
        """monotonic seconds of the last one that failed, unless one has succeeded since"""
        self.lags = Spread(LAGS)
        """how late the event loop was"""
