"""Who has guessed too often."""

from typing import Final

from chatapp.protocol.limits import STRIKE_WINDOW, TRIES

MOST: Final = 4_096
"""networks that are remembered at once; one more, and the one that guessed least lately goes"""


class Guesses:
    """Wrong secrets of each network (`origin.network`) within `STRIKE_WINDOW`. `now` is monotonic seconds."""

    def __init__(self) -> None:
        self._wrong: dict[str, list[float]] = {}
        """the latest guesser last"""

    def may(self, network: str, now: float) -> bool:
        """Whether one more is looked at."""
        return len(self._recent(network, now)) < TRIES

    def wrong(self, network: str, now: float) -> None:
        recent = self._recent(network, now)
        self._wrong.pop(network, None)
        self._wrong[network] = [*recent, now][-TRIES:]
        if len(self._wrong) > MOST:
            del self._wrong[next(iter(self._wrong))]

    def _recent(self, network: str, now: float) -> list[float]:
        return [time for time in self._wrong.get(network, ()) if now - time < STRIKE_WINDOW]
