"""What waits for the disk: effects behind writes that are not safe yet, in their order. Used with a journal alone."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence

from chatapp.protocol.messages.base import RoomsList
from chatapp.rooms.effects import Effect, Record
from chatapp.rooms.log import Outcome, Write
from chatapp.server.journal import Journal
from chatapp.server.peer import Peer

log = logging.getLogger(__name__)


class Pending:
    """A record in its place, and what became of it."""

    __slots__ = ("outcome", "record")

    def __init__(self, record: Record[Peer]) -> None:
        self.record = record
        self.outcome: Outcome | None = None
        """None while it is being written"""


class Round:
    """The room list is due to everyone, as it is at this place."""

    __slots__ = ("rooms", "version")

    def __init__(self, rooms: RoomsList, version: int) -> None:
        self.rooms = rooms
        self.version = version


Item = Effect[Peer] | Pending | Round | asyncio.Future[None]


class Order:
    """`release` is called with each item when everything before it is safe. `soon` is the event loop's `call_soon`."""

    def __init__(
        self,
        journal: Journal[Pending],
        release: Callable[[Item], None],
        soon: Callable[[Callable[[], None]], object],
    ) -> None:
        self._journal = journal
        self._release = release
        self._soon = soon
        self._waiting: deque[Item] = deque()
        """where there is one, the first of them is being written"""
        self._given: list[tuple[Pending, Write]] = []
        """for the journal, at the end of this turn"""
        journal.start(self._written)

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, item: Item) -> None:
        """Release it behind what waits; at once where nothing does."""
        if self._waiting:
            self._waiting.append(item)
        else:
            self._release(item)

    def record(self, record: Record[Peer], write: Write) -> None:
        """Have the journal write, and hold up what is put behind it until that is done."""
        pending = Pending(record)
        self._waiting.append(pending)
        if not self._given:
            self._soon(self._hand_over)
        self._given.append((pending, write))

    def _hand_over(self) -> None:
        given, self._given = self._given, []
        self._journal.write(given)

    def _written(self, entries: Sequence[tuple[Pending, Outcome]]) -> None:
        for pending, outcome in entries:
            pending.outcome = outcome
        waiting = self._waiting
        while waiting:
            first = waiting[0]
            if type(first) is Pending and first.outcome is None:
                return
            waiting.popleft()
            try:
                self._release(first)
            except Exception:  # what is behind it concerns others
                log.exception("Something that had waited could not be carried out")
