"""The messages of one room, in the order in which they are shown: a window over the room's log."""

from collections.abc import Iterable, Sequence
from enum import Enum

from msgspec import Struct

from chatapp.protocol.limits import PAGE

NOTES = 100
"""of one folded row, at most"""


class State(Enum):
    """How safe a message is."""

    SENT = "sent"
    SENDING = "sending"
    FAILED = "failed"
    """the server will not take it as it is: `Session.retry` or `Session.discard`"""


class EntryKind(Enum):
    """What a row is."""

    MESSAGE = "message"
    NOTE = "note"
    """who came, went and took another name"""
    GAP = "gap"
    """what stood here is not kept any more, or not here yet: the first row where `older` says that there is more"""


class NoteKind(Enum):
    JOINED = "joined"
    LEFT = "left"
    RENAMED = "renamed"


class Note(Struct, frozen=True, gc=False):
    kind: NoteKind
    name: str
    after: str = ""
    """of RENAMED: the new name"""


class Quote(Struct, frozen=True, gc=False):
    """The message that another one answers."""

    seq: int
    author: str = ""
    text: str = ""
    """author and text are empty where the message is not known here, the text alone where it was deleted"""


class Reaction(Struct, frozen=True, gc=False):
    emoji: str
    names: tuple[str, ...]
    mine: bool = False


class Entry(Struct, frozen=True, gc=False):
    """One row. `at` is seconds since the Unix epoch: by the server's clock where it tells, else by this computer's."""

    author: str
    text: str
    at: float
    mine: bool = False
    state: State = State.SENT
    key: int = 0
    """tells this person's own unconfirmed messages apart; 0 for everything that the server has shown"""
    kind: EntryKind = EntryKind.MESSAGE
    seq: int = 0
    """the place in the room's log, by which messages are answered, edited and found; 0 where there is none"""
    id: str = ""
    """of this person's own unconfirmed messages"""
    reply: Quote | None = None
    edited: bool = False
    deleted: bool = False
    """the text is empty then"""
    reactions: tuple[Reaction, ...] = ()
    notes: tuple[Note, ...] = ()
    """of a NOTE, oldest first"""
    reason: str = ""
    """of a FAILED one: the server's `Reason`"""
    problem: str = ""
    """of a FAILED one: a sentence that says why"""


class Timeline:
    """What is here of a room's log, then what this person said and the server has not confirmed.

    Rows of the log have absolute indices, `first` … `end` - 1, that keep their meaning while rows come and go at both
    ends; `pending` stands after them, in the order in which it was said. Everything is new where `generation` rises.
    `timeline[row]` and `len(timeline)` count from the first row instead, the unconfirmed included.

    Adding at either end costs what is added, however long the log is. With `most`, no more rows than that (and a page)
    are kept: they go at the end that is not being read, and `older` or `newer` says that they can be had again.
    """

    __slots__ = (
        "_back",
        "_changed",
        "_ends_taken",
        "_extremes",
        "_front",
        "_pending",
        "_start",
        "generation",
        "loading_newer",
        "loading_older",
        "most",
        "new_from",
        "newer",
        "older",
    )

    def __init__(self, entries: Iterable[Entry] = (), *, most: int | None = None) -> None:
        self._front: list[Entry] = []
        """what was put in front, newest first"""
        self._back = list(entries)
        self._start = 0
        """the absolute index of the first of `_back`"""
        self._pending: list[Entry] = []
        self._changed: set[int] = set()
        self._ends_taken = self._extremes = (self.first, self.end)
        """the two ends when `take_changed` was called last, and the innermost that they were since"""
        self.most = most
        self.generation = 0
        """rises when all rows of the log were replaced"""
        self.new_from: int | None = None
        """the absolute index of the row above which the "new" line stands; None without one"""
        self.older = False
        """`Session.older` can bring rows before the first"""
        self.newer = False
        """the window ends before the log does, as after a jump: `Session.newer` brings what follows"""
        self.loading_older = False
        self.loading_newer = False

    def __len__(self) -> int:
        return len(self._front) + len(self._back) + len(self._pending)

    def __getitem__(self, row: int) -> Entry:
        """The entry of a row. Raises IndexError outside 0 … len - 1."""
        settled = self.settled
        if 0 <= row < settled:
            return self.entry(row + self.first)
        if row < 0:
            raise IndexError(row)
        return self._pending[row - settled]

    def entry(self, index: int) -> Entry:
        """The entry of an absolute index. Raises IndexError outside `first` … `end` - 1."""
        place = index - self._start
        return self._back[place] if place >= 0 else self._front[-1 - place]

    @property
    def first(self) -> int:
        """The absolute index of the first row; falls when older ones are put in front of it."""
        return self._start - len(self._front)

    @property
    def end(self) -> int:
        """The absolute index after the last row of the log."""
        return self._start + len(self._back)

    @property
    def settled(self) -> int:
        """How many rows stand before the unconfirmed ones."""
        return len(self._front) + len(self._back)

    @property
    def pending(self) -> Sequence[Entry]:
        """The unconfirmed rows, in order: SENDING or FAILED."""
        return self._pending

    @property
    def loading(self) -> bool:
        """More rows are on their way, at one end or the other."""
        return self.loading_older or self.loading_newer

    def find(self, seq: int) -> int | None:
        """The absolute index of the message at that place of the log; None where it is not here."""
        low, high = self.first, self.end
        while low < high:
            middle = probe = (low + high) // 2
            while probe >= low and not self.entry(probe).seq:
                probe -= 1
            if probe < low or self.entry(probe).seq < seq:
                low = middle + 1
            elif self.entry(probe).seq == seq:
                return probe
            else:
                high = probe
        return None

    def reach(self, seq: int) -> int | None:
        """The absolute index of the first message at that place of the log or after it; None where it is not here, or
        where it is not known what stands between.
        """
        low, high = self.first, self.end
        while low < high:
            middle = probe = (low + high) // 2
            while probe >= low and not self.entry(probe).seq:
                probe -= 1
            if probe < low or self.entry(probe).seq < seq:
                low = middle + 1
            else:
                high = probe
        if high == self.end:
            return None
        if not self.older or self.entry(high).seq == seq:
            return high
        return high if any(self.entry(index).seq for index in range(self.first, high)) else None

    def take_changed(self) -> list[int]:
        """The absolute indices, in order, that have another entry than when this was last called. Rows that came, or
        are gone, at either end are not among them.
        """
        (first, end), (inner_first, inner_end) = self._ends_taken, self._extremes
        self._changed.update(range(max(first, self.first), inner_first), range(inner_end, min(end, self.end)))
        changed = sorted(index for index in self._changed if max(first, self.first) <= index < min(end, self.end))
        self._changed.clear()
        self._ends_taken = self._extremes = (self.first, self.end)
        return changed

    # The log

    def append(self, entries: Iterable[Entry]) -> None:
        """Add what was just said, or what follows, at the end of the log and before the unconfirmed."""
        self._back.extend(entries)
        if self.most is not None and self.settled > self.most + PAGE:
            self._drop_oldest(self.settled - self.most)

    def prepend(self, entries: Sequence[Entry]) -> None:
        """Put older rows in front. A GAP at the top goes where they join on to what follows."""
        if entries and self.settled and self.entry(self.first).kind is EntryKind.GAP:
            self.replace(self.first, entries[-1])
            entries = entries[:-1]
        self._front.extend(reversed(entries))
        if self.most is not None and self.settled > self.most + PAGE:
            self._drop_newest(self.settled - self.most)

    def reset(self, entries: Iterable[Entry], *, older: bool, newer: bool = False) -> None:
        """Show another part of the log, or another log. The unconfirmed rows stay."""
        self._front, self._back, self._start = [], list(entries), 0
        self._changed.clear()
        self._ends_taken = self._extremes = (self.first, self.end)
        self.generation += 1
        self.new_from = None
        self.older, self.newer = older, newer
        self.loading_older = self.loading_newer = False

    def replace(self, index: int, entry: Entry) -> None:
        """The row of an absolute index differs. Raises IndexError outside."""
        place = index - self._start
        if place >= 0:
            self._back[place] = entry
        else:
            self._front[-1 - place] = entry
        self._changed.add(index)

    def note(self, note: Note, at: float) -> None:
        """Add a note at the end of the log, in the row of the notes just before it."""
        last = self.entry(self.end - 1) if self.settled else None
        if last is not None and last.kind is EntryKind.NOTE and len(last.notes) < NOTES:
            self.replace(self.end - 1, Entry("", "", at, kind=EntryKind.NOTE, notes=(*last.notes, note)))
        else:
            self.append([Entry("", "", at, kind=EntryKind.NOTE, notes=(note,))])

    # What is not confirmed

    def say(self, entry: Entry) -> None:
        """Add an unconfirmed message of this person at the end."""
        self._pending.append(entry)

    def settle(self, key: int) -> Entry | None:
        """Take an unconfirmed message out again, confirmed or given up; None where there is none of that key."""
        for place, entry in enumerate(self._pending):
            if entry.key == key:
                return self._pending.pop(place)
        return None

    def alter(self, entry: Entry) -> bool:
        """Put another version of an unconfirmed message in its place; False where there is none of its key."""
        for place, known in enumerate(self._pending):
            if known.key == entry.key:
                self._pending[place] = entry
                return True
        return False

    def _drop_oldest(self, count: int) -> None:
        in_front = min(count, len(self._front))
        del self._front[len(self._front) - in_front :]
        del self._back[: count - in_front]
        self._start += count - in_front
        self.older = True
        self._extremes = (max(self._extremes[0], self.first), self._extremes[1])

    def _drop_newest(self, count: int) -> None:
        in_back = min(count, len(self._back))
        del self._back[len(self._back) - in_back :]
        del self._front[: count - in_back]
        self._start -= count - in_back
        self.newer = True
        self._extremes = (self._extremes[0], min(self._extremes[1], self.end))
