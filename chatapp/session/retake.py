"""Taking rooms back after a lost connection, a few at a time."""

from collections.abc import Iterable
from typing import Final

AT_ONCE: Final = 8
"""rooms asked for and not answered; well under the burst of requests that a server of ours takes"""
PAUSE: Final = 2.0
"""after a server said that we ask too fast"""


class Retake:
    """The rooms that are still to be joined again, in order."""

    def __init__(self) -> None:
        self.waiting: list[str] = []
        """not asked for yet"""
        self._asked: set[str] = set()
        self._not_before = 0.0

    def __contains__(self, room: object) -> bool:
        return room in self.waiting or room in self._asked

    def start(self, rooms: Iterable[str]) -> None:
        """A new connection: these rooms and no others."""
        self.waiting, self._asked, self._not_before = list(rooms), set(), 0.0

    def ask(self, now: float) -> list[str]:
        """The rooms to ask for now."""
        if now < self._not_before:
            return []
        free = AT_ONCE - len(self._asked)
        asked, self.waiting = self.waiting[:free], self.waiting[free:]
        self._asked.update(asked)
        return asked

    def settle(self, room: str) -> None:
        """The room is taken back, or never will be."""
        self._asked.discard(room)
        if room in self.waiting:
            self.waiting.remove(room)

    def slow_down(self, room: str, now: float) -> None:
        """The server was asked for the room too fast: try again later."""
        self._asked.discard(room)
        self.waiting.insert(0, room)
        self._not_before = now + PAUSE

    @property
    def deadline(self) -> float | None:
        """When to ask again after a pause."""
        return self._not_before if self.waiting and len(self._asked) < AT_ONCE else None
