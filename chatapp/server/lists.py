"""When who gets the room list: the newest one wins, and the last one always arrives. Pure.

Counts change with every join and leave, and the list goes to everyone, so n arrivals would cost n² lists. Lists go out
in rounds instead: the first change after quiet makes one at once, whatever changes after that waits for the next. A
round is the later, the more bytes the last one took (`limits.LIST_BUDGET`).
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from chatapp.protocol.codec import encode, encode_flat_list
from chatapp.protocol.limits import LIST_BUDGET, LIST_INTERVAL
from chatapp.protocol.messages.base import RoomsList
from chatapp.server.frames import text_frame

K = TypeVar("K")


class Lists(Generic[K]):
    """`now` is monotonic seconds; a `version` is the hub's."""

    def __init__(self, interval: float = LIST_INTERVAL, budget: float = LIST_BUDGET) -> None:
        self._interval = interval
        self._budget = budget
        self._next = float("-inf")
        """no round before then"""
        self._told: dict[K, int] = {}
        """who was answered directly since the last round, and with which version"""

    def due(self, now: float) -> float:
        """When the round goes out that a change at `now` asks for; `now` where that is at once."""
        return max(now, self._next)

    def told(self, connection: K, version: int) -> None:
        """The connection asked for the list and has just got it."""
        self._told[connection] = version

    def forget(self, connection: K) -> None:
        """The connection is gone."""
        self._told.pop(connection, None)

    def round(self, everyone: Iterable[K], version: int) -> list[K]:
        """To whom the list of this version goes now: to all who do not have it."""
        told, self._told = self._told, {}
        return [connection for connection in everyone if told.get(connection) != version]

    def spent(self, now: float, size: int) -> None:
        """The round has gone out and took so many bytes."""
        self._next = now + max(self._interval, size / self._budget)


class ListFrames:
    """The newest list on the wire: encoded once for all, or twice."""

    def __init__(self) -> None:
        self._version = -1
        self._frames: dict[bool, bytes] = {}

    def frame(self, rooms: RoomsList, version: int, *, flat: bool) -> bytes:
        """The frame of the list of that version; `flat`: with `rooms` in both places."""
        if self._version != version:
            self._version = version
            self._frames.clear()
        frame = self._frames.get(flat)
        if frame is None:
            frame = self._frames[flat] = text_frame(encode_flat_list(rooms) if flat else encode(rooms))
        return frame
