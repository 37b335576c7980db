"""Logs that end with the process. They are bounded: the oldest events make room for new ones."""

from collections.abc import Iterator, Sequence
from heapq import merge
from threading import Lock
from typing import Final

from msgspec.structs import replace

from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event
from chatapp.rooms.log import (
    Append,
    DropNote,
    DropRoom,
    DropStay,
    KeepNote,
    KeepStay,
    KnownRoom,
    KnownStay,
    OpenRoom,
    Outcome,
    Stored,
    Write,
)
from chatapp.storage.base import Found, NoRoom, Page, Retention
from chatapp.storage.folding import folded, words
from chatapp.storage.memory_log import MemoryLog, size
from chatapp.storage.pages import fitting
from chatapp.storage.verdict import NO_ROOM, ROOM_THERE

BOUNDS: Final = Retention(max_events=5_000, max_bytes=64 * 1024 * 1024)
AT_ONCE: Final = 16
"""a full log is relieved of this part of it, so that the next events find it open"""


class MemoryStorage:
    """A `Storage` that is not durable. `max_bytes` is shared out evenly among the rooms there are."""

    durable: Final = False

    def __init__(self, retention: Retention = BOUNDS) -> None:
        self._retention = retention
        self._max_events = _number(retention.max_events)
        self._max_bytes = self._share = _number(retention.max_bytes)
        self._logs: dict[str, MemoryLog] = {}
        self._stays: dict[str, KnownStay] = {}
        self._notes: dict[tuple[str, str], KeepNote] = {}
        self._count = 0
        self._lock = Lock()

    def load(self) -> tuple[list[KnownRoom], list[KnownStay], list[KeepNote]]:
        with self._lock:
            rooms = [KnownRoom(log.name, log.owner, log.epoch, log.top) for log in self._logs.values()]
            return rooms, list(self._stays.values()), list(self._notes.values())

    def commit(self, writes: Sequence[Write]) -> list[Outcome]:
        with self._lock:
            if len(writes) == 1 and type(writes[0]) is Append:  # as nearly always: every message costs this
                return [self._append(writes[0])]
            return [self._append(write) if isinstance(write, Append) else self._other(write) for write in writes]

    def page(self, room: str, *, before: int | None = None, after: int | None = None, limit: int) -> Page:
        with self._lock:
            log = self._log(room)
            return log.page_after(after, limit) if after is not None else log.page_before(before, limit)

    def since(self, room: str, cursor: Cursor, limit: int) -> Page:
        with self._lock:
            log = self._log(room)
            if cursor.epoch == log.epoch and log.first - 1 <= cursor.seq <= log.top:
                return log.page_after(cursor.seq, limit)
            return replace(log.page_before(None, limit), complete=True, recovered=False)

    def search(self, query: str, room: str, *, before: int = 0, limit: int) -> Found:
        wanted = words(query)
        with self._lock:
            logs = [self._log(room)] if room else list(self._logs.values())
            # Copies of two lists each: the reading itself then stands in nobody's way.
            parts = [log.newest_first(before) for log in logs] if wanted else []
        found = []
        for number, log, seq, write in merge(*parts, key=lambda part: -part[0]):
            text = folded(write.draft.message)
            if all(word in text for word in wanted):
                found.append((number, log, seq, write))
                if len(found) > limit:
                    break
        with self._lock:
            # What was changed or let go of meanwhile is left out.
            fresh = [
                (number, log.event(seq, write, placed=True))
                for number, log, seq, write in found[:limit]
                if log.holds(seq, write)
            ]
        hits = fitting(event for _, event in fresh)
        if len(hits) < len(fresh):
            return Found(hits, fresh[len(hits) - 1][0])
        return Found(hits, found[limit - 1][0] if len(found) > limit else 0)

    def events(self, room: str) -> Iterator[Event]:
        with self._lock:
            log = self._log(room)
            return self._all(log, log.top)

    def tidy(self, now: float) -> bool:
        if self._retention.max_age is None:
            return False
        oldest = (now - self._retention.max_age) * 1000
        with self._lock:
            for log in self._logs.values():
                kept = next((index for index, write in enumerate(log.entries) if write.ts >= oldest), len(log.entries))
                log.prune(kept)
        return False

    def close(self) -> None:
        """There is nothing to let go of."""

    def _log(self, room: str) -> MemoryLog:
        try:
            return self._logs[room]
        except KeyError:
            raise NoRoom(room) from None

    def _append(self, write: Append) -> Outcome:
        log = self._logs.get(write.room)
        if log is None:
            return NO_ROOM
        self._count += 1
        outcome = log.append(write, self._count)
        if log.size > self._share or len(log.entries) > self._max_events:
            self._relieve(log)
        return outcome

    def _other(self, write: OpenRoom | DropRoom | KeepStay | DropStay | KeepNote | DropNote) -> Outcome:
        match write:
            case OpenRoom():
                if write.room in self._logs:
                    return ROOM_THERE
                self._logs[write.room] = MemoryLog(write)
                self._share_out()
            case DropRoom():
                if self._logs.pop(write.room, None) is None:
                    return NO_ROOM
                self._share_out()
            case KeepStay():
                self._stays[write.person] = KnownStay(write.person, write.name, write.digest)
            case DropStay():
                self._stays.pop(write.person, None)
                for log in self._logs.values():
                    if log.owner == write.person:
                        log.owner = ""
            case KeepNote() | DropNote():
                self._note(write)
        return Stored()

    def _note(self, write: KeepNote | DropNote) -> None:
        if isinstance(write, KeepNote):
            self._notes[write.kind, write.id] = write
        else:
            self._notes.pop((write.kind, write.id), None)

    def _share_out(self) -> None:
        self._share = self._max_bytes // max(len(self._logs), 1)
        for log in self._logs.values():
            self._relieve(log)

    def _relieve(self, log: MemoryLog) -> None:
        """Let the oldest events go where there are too many, a few more than need be; the newest one stays."""
        if log.size <= self._share and len(log.entries) <= self._max_events:
            return
        excess = log.size - (self._share - self._share // AT_ONCE)
        count = len(log.entries) - (self._max_events - self._max_events // AT_ONCE)
        for index, write in enumerate(log.entries):
            if (excess <= 0 and index >= count) or index == len(log.entries) - 1:
                log.prune(index)
                return
            excess -= size(write)

    def _all(self, log: MemoryLog, top: int) -> Iterator[Event]:
        seq = 1
        while True:
            with self._lock:
                seq = max(seq, log.first)
                events = list(log.events(seq, min(seq + 100, top + 1))) if seq <= top else []
            if not events:
                return
            yield from events
            seq += len(events)


def _number(bound: int | None) -> int:
    return 1 << 62 if bound is None else bound
