"""What a person has said and the wire has not taken yet."""

from collections.abc import Container

from msgspec import Struct

from chatapp.protocol.limits import MESSAGE_RATE


class Unsent(Struct, frozen=True, gc=False):
    ticket: int
    room: str
    text: str


class Outbox:
    """Messages that wait for their room to be there again, in the order in which they were said.

    They go out no faster than a server of ours takes them, so that coming back with a lot to say loses nothing to
    `rate_limited`.
    """

    def __init__(self) -> None:
        self._waiting: list[Unsent] = []
        self._free, self._rate = MESSAGE_RATE
        self._counted_at = 0.0

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def __contains__(self, room: object) -> bool:
        """Whether something waits for that room."""
        return any(unsent.room == room for unsent in self._waiting)

    def put(self, unsent: Unsent) -> None:
        self._waiting.append(unsent)

    def put_back(self, unsent: list[Unsent]) -> None:
        """Messages older than all that wait."""
        self._waiting[:0] = unsent

    def spend(self, now: float) -> None:
        """A message went out without waiting here."""
        self._refill(now)
        self._free = max(0.0, self._free - 1.0)

    def release(self, now: float, open_rooms: Container[str]) -> list[Unsent]:
        """What may go out now: to the rooms given, as many as the rate allows."""
        if not self._waiting:
            return []
        self._refill(now)
        released: list[Unsent] = []
        kept: list[Unsent] = []
        for unsent in self._waiting:
            if self._free >= 1.0 - 1e-9 and unsent.room in open_rooms:
                self._free -= 1.0
                released.append(unsent)
            else:
                kept.append(unsent)
        self._waiting = kept
        return released

    def next_release(self, open_rooms: Container[str]) -> float | None:
        """When `release` will have more to give, if nothing else happens."""
        if not any(unsent.room in open_rooms for unsent in self._waiting):
            return None
        return self._counted_at + max(0.0, 1.0 - self._free) / self._rate

    def take(self, room: str | None = None) -> list[Unsent]:
        """Everything that waits, or what waits for one room; it is in here no longer."""
        taken = [unsent for unsent in self._waiting if room is None or unsent.room == room]
        self._waiting = [unsent for unsent in self._waiting if unsent not in taken]
        return taken

    def _refill(self, now: float) -> None:
        burst, rate = MESSAGE_RATE
        self._free = min(burst, self._free + (now - self._counted_at) * rate)
        self._counted_at = now
