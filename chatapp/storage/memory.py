"""Logs that end with the process. They are bounded: the oldest events make room for new ones."""

from collections.abc import Iterator, Sequence
from heapq import merge
from threading import Lock
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from chatapp.protocol.messages import Cursor, Event, Kind
from chatapp.rooms.log import (
    Append,
    Draft,
    DropRoom,
    DropStay,
    KeepStay,
    KnownRoom,
    KnownStay,
    NotStored,
    OpenRoom,
    Outcome,
    Stored,
    Write,
)
from chatapp.storage.base import Found, NoRoom, Page, Retention
from chatapp.storage.folding import folded, words
from chatapp.storage.pages import fitting
from chatapp.storage.verdict import NO_ANSWERED, NO_ROOM, ROOM_THERE, Subject, Verdict, judge

BOUNDS: Final = Retention(max_events=5_000, max_bytes=64 * 1024 * 1024)
EVENT_SIZE: Final = 400
"""bytes that an event takes beside its text, about"""
CHARACTER_SIZE: Final = 8
"""bytes of a character that is not ASCII, with the copy in UTF-8 that it leaves behind"""
AT_ONCE: Final = 16
"""a full log is relieved of this part of it, so that the next events find it open"""


class _Changes(Struct):
    """What was done to a message."""

    edited: int = 0
    edit: int = 0
    """the newest edit's `seq`"""
    deleted: bool = False
    reactions: dict[str, dict[str, str]] = field(default_factory=dict)


class _Log:
    """The log of one room."""

    __slots__ = ("changes", "entries", "epoch", "first", "name", "numbers", "owner", "places", "size", "top")

    def __init__(self, write: OpenRoom) -> None:
        self.name = write.room
        self.owner = write.owner
        self.epoch = write.epoch
        self.first = 1
        """the `seq` of the first event kept"""
        self.top = 0
        self.size = 0
        self.entries: list[Append] = []
        """the text of a message is the one it has by now"""
        self.numbers: list[int] = []
        """of each entry among those of all rooms"""
        self.changes: dict[int, _Changes] = {}
        self.places: dict[tuple[str, str], int] = {}

    def append(self, write: Append, number: int) -> Outcome:
        draft = write.draft
        if draft.id and draft.person:
            place = self.places.get((draft.person, draft.id))
            if place is not None:
                return self._repeated(place)
        if draft.kind is not Kind.MESSAGE:
            verdict = judge(draft, self._subject(draft))
            if isinstance(verdict, NotStored):
                return verdict
            if verdict is Verdict.SO_ALREADY:
                return self._repeated(draft.target)
        elif draft.reply_to and not 0 < draft.reply_to <= self.top:
            return NO_ANSWERED
        self.top = seq = self.top + 1
        self.entries.append(write)
        self.numbers.append(number)
        text = draft.message
        self.size += EVENT_SIZE + (len(text) if text.isascii() else CHARACTER_SIZE * len(text))
        if draft.id and draft.person:
            self.places[draft.person, draft.id] = seq
        if draft.kind is not Kind.MESSAGE:
            self._change(write, seq)
        return Stored(self.epoch, seq, write.ts)

    def prune(self, count: int) -> None:
        """Let go of the oldest events."""
        for seq, write in enumerate(self.entries[:count], self.first):
            self.size -= _size(write)
            self.changes.pop(seq, None)
            if write.draft.id and write.draft.person:
                del self.places[write.draft.person, write.draft.id]
        del self.entries[:count]
        del self.numbers[:count]
        self.first += count

    def page_before(self, before: int | None, limit: int) -> Page:
        last = self.top if before is None else max(min(before - 1, self.top), self.first - 1)
        events = fitting(self.events(last, max(last - limit, self.first - 1)))
        events.reverse()
        return Page(self.epoch, self.top, events, last - len(events) < self.first)

    def page_after(self, after: int, limit: int) -> Page:
        start = min(max(after + 1, self.first), self.top + 1)
        events = fitting(self.events(start, min(start + limit, self.top + 1)))
        return Page(self.epoch, self.top, events, start + len(events) > self.top)

    def newest_first(self, before: int) -> Iterator[tuple[int, "_Log", int, Append]]:
        """The messages as they are now, each with its number: those below `before`, where that is not 0."""
        numbers, entries, first = self.numbers.copy(), self.entries.copy(), self.first
        return (
            (numbers[index], self, first + index, entries[index])
            for index in reversed(range(len(entries)))
            if entries[index].draft.kind is Kind.MESSAGE and (not before or numbers[index] < before)
        )

    def holds(self, seq: int, write: Append) -> bool:
        """Whether it is still there, unchanged."""
        return self.first <= seq and self.entries[seq - self.first] is write

    def events(self, start: int, stop: int) -> Iterator[Event]:
        """Those with a `seq` from `start` on, below `stop`; backwards where `stop` is below `start`."""
        step = 1 if start < stop else -1
        return (self.event(seq, self.entries[seq - self.first]) for seq in range(start, stop, step))

    def event(self, seq: int, write: Append, *, placed: bool = False) -> Event:
        """The event as it is by now; `placed` with room and epoch."""
        draft = write.draft
        changes = self.changes.get(seq) or _Changes()
        return Event(
            kind=str(draft.kind),
            seq=seq,
            ts=write.ts,
            author=draft.author,
            room=self.name if placed else "",
            epoch=self.epoch if placed else "",
            id=draft.id,
            message=draft.message,
            target=draft.target,
            reply_to=draft.reply_to,
            reaction=draft.reaction,
            on=draft.on,
            edited=changes.edited,
            deleted=changes.deleted,
            reactions={reaction: list(dict.fromkeys(who.values())) for reaction, who in changes.reactions.items()},
        )

    def _repeated(self, seq: int) -> Stored:
        return Stored(self.epoch, seq, self.entries[seq - self.first].ts, repeated=True)

    def _subject(self, draft: Draft) -> Subject | None:
        seq = draft.target
        if not self.first <= seq <= self.top:
            return None
        target = self.entries[seq - self.first].draft
        changes = self.changes.get(seq) or _Changes()
        if target.kind is not Kind.MESSAGE:
            return None
        alike = changes.reactions.get(draft.reaction, {})
        return Subject(
            target.person,
            changes.deleted,
            reacted=draft.person in alike,
            alike=len(alike),
            different=len(changes.reactions),
            total=sum(map(len, changes.reactions.values())),
        )

    def _change(self, write: Append, seq: int) -> None:
        draft = write.draft
        changes = self.changes.setdefault(draft.target, _Changes())
        match draft.kind:
            case Kind.EDIT:
                self._retext(changes.edit, "")
                changes.edited, changes.edit = write.ts, seq
                self._retext(draft.target, draft.message)
            case Kind.DELETE:
                self._retext(changes.edit, "")
                self._retext(draft.target, "")
                self.changes[draft.target] = _Changes(deleted=True)
            case _:
                people = changes.reactions.setdefault(draft.reaction, {})
                if draft.on:
                    people[draft.person] = draft.author
                else:
                    del people[draft.person]
                    if not people:
                        del changes.reactions[draft.reaction]

    def _retext(self, seq: int, text: str) -> None:
        if seq < self.first:  # 0 for no edit; or pruned
            return
        before = self.entries[seq - self.first]
        after = self.entries[seq - self.first] = replace(before, draft=replace(before.draft, message=text))
        self.size += _size(after) - _size(before)


def _size(write: Append) -> int:
    text = write.draft.message
    return EVENT_SIZE + (len(text) if text.isascii() else CHARACTER_SIZE * len(text))


class MemoryStorage:
    """A `Storage` that is not durable. `max_bytes` is shared out evenly among the rooms there are."""

    durable: Final = False

    def __init__(self, retention: Retention = BOUNDS) -> None:
        self._retention = retention
        self._max_events = _number(retention.max_events)
        self._max_bytes = self._share = _number(retention.max_bytes)
        self._logs: dict[str, _Log] = {}
        self._stays: dict[str, KnownStay] = {}
        self._count = 0
        self._lock = Lock()

    def load(self) -> tuple[list[KnownRoom], list[KnownStay]]:
        with self._lock:
            rooms = [KnownRoom(log.name, log.owner, log.epoch, log.top) for log in self._logs.values()]
            return rooms, list(self._stays.values())

    def commit(self, writes: Sequence[Write]) -> list[Outcome]:
        with self._lock:
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

    def _log(self, room: str) -> _Log:
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

    def _other(self, write: OpenRoom | DropRoom | KeepStay | DropStay) -> Outcome:
        match write:
            case OpenRoom():
                if write.room in self._logs:
                    return ROOM_THERE
                self._logs[write.room] = _Log(write)
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
        return Stored()

    def _share_out(self) -> None:
        self._share = self._max_bytes // max(len(self._logs), 1)
        for log in self._logs.values():
            self._relieve(log)

    def _relieve(self, log: _Log) -> None:
        """Let the oldest events go where there are too many, a few more than need be; the newest one stays."""
        if log.size <= self._share and len(log.entries) <= self._max_events:
            return
        size = log.size - (self._share - self._share // AT_ONCE)
        count = len(log.entries) - (self._max_events - self._max_events // AT_ONCE)
        for index, write in enumerate(log.entries):
            if (size <= 0 and index >= count) or index == len(log.entries) - 1:
                log.prune(index)
                return
            size -= _size(write)

    def _all(self, log: _Log, top: int) -> Iterator[Event]:
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
