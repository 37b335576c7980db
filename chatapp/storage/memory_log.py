"""The log of one room in memory."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from chatapp.protocol.messages.rich import Event, Kind
from chatapp.rooms.log import Append, Draft, NotStored, OpenRoom, Outcome, Stored
from chatapp.storage.base import Page
from chatapp.storage.pages import fitting
from chatapp.storage.verdict import NO_ANSWERED, Subject, Verdict, judge

# Looking up a member of an enumeration costs as much as making a message.
_MESSAGE: Final = Kind.MESSAGE

EVENT_SIZE: Final = 400
"""bytes that an event takes beside its text, about"""
CHARACTER_SIZE: Final = 8
"""bytes of a character that is not ASCII, with the copy in UTF-8 that it leaves behind"""


class _Changes(Struct):
    """What was done to a message."""

    edited: int = 0
    edit: int = 0
    """the newest edit's `seq`"""
    deleted: bool = False
    reactions: dict[str, dict[str, str]] = field(default_factory=dict)


class MemoryLog:
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
        is_message = draft.kind is _MESSAGE
        identified = draft.id and draft.person
        if identified and (place := self.places.get((draft.person, draft.id))) is not None:
            return self._repeated(place)
        moderated = False
        if not is_message:
            verdict = judge(draft, self._subject(draft))
            if isinstance(verdict, NotStored):
                return verdict
            if verdict is Verdict.SO_ALREADY:
                return self._repeated(draft.target)
            moderated = verdict is Verdict.MODERATE
        elif draft.reply_to and not 0 < draft.reply_to <= self.top:
            return NO_ANSWERED
        self.top = seq = self.top + 1
        self.entries.append(write)
        self.numbers.append(number)
        text = draft.message
        self.size += EVENT_SIZE + (len(text) if text.isascii() else CHARACTER_SIZE * len(text))
        if identified:
            self.places[draft.person, draft.id] = seq
        if not is_message:
            self._change(write, seq)
        return (
            Stored(self.epoch, seq, write.ts, moderated=moderated) if moderated else Stored(self.epoch, seq, write.ts)
        )

    def prune(self, count: int) -> None:
        """Let go of the oldest events."""
        for write in self.entries[:count]:
            self.size -= size(write)
            if write.draft.id and write.draft.person:
                del self.places[write.draft.person, write.draft.id]
        for seq in [seq for seq in self.changes if seq < self.first + count]:
            del self.changes[seq]
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

    def newest_first(self, before: int) -> Iterator[tuple[int, "MemoryLog", int, Append]]:
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
        self.size += size(after) - size(before)


def size(write: Append) -> int:
    """Bytes that an event takes, about."""
    text = write.draft.message
    return EVENT_SIZE + (len(text) if text.isascii() else CHARACTER_SIZE * len(text))
