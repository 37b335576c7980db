"""What every storage of a server's rooms does. `memory.py` and `sqlite.py` do it; one contract test runs over both.

Writes come from one thread, a batch at a time; reads may come from any thread at the same time, and see whole batches.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event
from chatapp.rooms.log import KeepNote, KnownRoom, KnownStay, Outcome, Write


class Retention(Struct, frozen=True, gc=False):
    """How much is kept. What is older goes, a log's oldest events first; None keeps it whatever there is."""

    max_age: float | None = None
    """seconds since it was said"""
    max_events: int | None = 1_000_000
    """of one room"""
    max_bytes: int | None = 1024 * 1024 * 1024
    """of all rooms together, about"""


class StorageFailed(Exception):
    """The batch was not written, none of it. Its text is a sentence that a host can act on; `full` says whether space
    is what is missing."""

    def __init__(self, sentence: str, *, full: bool = False) -> None:
        super().__init__(sentence)
        self.full = full


class NoRoom(Exception):
    """There is no log of that name."""


class Page(Struct, frozen=True, gc=False):
    """Events of one log, in its order without a hole. Messages are as they are by now; an edit that another edit or a
    deletion followed holds no text any more."""

    epoch: str
    top: int
    """the newest `seq`; 0 where nothing was said"""
    events: list[Event]
    complete: bool
    """nothing is kept beyond them in the direction asked for"""
    recovered: bool = True
    """False: they do not follow the cursor (another epoch, or pruned meanwhile) and are the newest instead. `complete`
    holds for what comes after them, here as well."""


class Found(Struct, frozen=True, gc=False):
    hits: list[Event]
    """newest first, each with `room` and `epoch`"""
    next: int
    """`before` of the next page, which there may be even where there are no hits: a search looks for a limited time at
    once; 0 where this is the last"""


class Storage(Protocol):
    """`limit` is a number of events, at least 1; a page is also kept under `limits.PAGE_BYTES`, but holds one event
    where there is one. Every method may block on a disk."""

    @property
    def durable(self) -> bool:
        """Whether what is written survives the process."""

    def load(self) -> tuple[list[KnownRoom], list[KnownStay], list[KeepNote]]:
        """Rooms in the order of creation, who may come back, and what is remembered beside."""

    def commit(self, writes: Sequence[Write]) -> list[Outcome]:
        """Write all of them, or none. One outcome for each, in order; a later write sees the earlier ones. When this
        returns, all of it survives a crash of the system, where the storage is durable. Raises StorageFailed.

        `repeated` says that nothing was written and nobody need be told: the same person had given the same id in this
        room (the place is that event's), or what a deletion or reaction asks for is so already (the place is the
        message's)."""

    def page(self, room: str, *, before: int | None = None, after: int | None = None, limit: int) -> Page:
        """The events just before or just after a `seq`; the newest where neither is given. Raises NoRoom."""

    def since(self, room: str, cursor: Cursor, limit: int) -> Page:
        """What follows a cursor, or the newest where nothing is known to follow it. Raises NoRoom."""

    def search(self, query: str, room: str, *, before: int = 0, limit: int) -> Found:
        """Messages that hold every word of the query, in any script, whatever the case; in every room where `room` is
        empty. Raises NoRoom."""

    def events(self, room: str) -> Iterator[Event]:
        """The whole log up to what is the newest event now, oldest first, read a little at a time: an event that is
        changed, or a room that goes, meanwhile is given as it is then. Raises NoRoom, at once."""

    def tidy(self, now: float) -> bool:
        """Do a little of the work that can wait, a few milliseconds: prepare searches, let go of what is older than
        the retention allows. `now` is the wall clock in seconds. True where more of it waits. For the thread that
        writes, whenever it has nothing else to do and once a minute at least. Raises StorageFailed."""

    def close(self) -> None:
        """Nothing may be asked afterwards. Doing it again does nothing."""
