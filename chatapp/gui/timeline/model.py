"""A room's messages as a Qt item model."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from itertools import pairwise

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from chatapp.gui.timeline.spoken import spoken
from chatapp.session.timeline import Entry, EntryKind, Timeline

_NO_PARENT = QModelIndex()
_GIVEN_UP = Entry("", "", 0.0)
"""shown where the timeline has given up a row that is still announced: until `refresh`, for a frame"""

OWN_AMONG = 300
"""this person's last message is looked for among so many rows"""


class Role(IntEnum):
    """What `data()` gives beside DisplayRole (the text) and AccessibleTextRole (author, time, text)."""

    AUTHOR = Qt.ItemDataRole.UserRole
    """str"""
    TEXT = AUTHOR + 1
    """str, as it was written"""
    TIME = AUTHOR + 2
    """float, seconds since the Unix epoch"""
    STATE = AUTHOR + 3
    """session.timeline.State"""
    MINE = AUTHOR + 4
    """bool"""
    NEW = AUTHOR + 5
    """bool: the "new" line stands above this row"""


_READERS: dict[int, Callable[[Entry], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda entry: entry.text,
    Role.AUTHOR: lambda entry: entry.author,
    Role.TEXT: lambda entry: entry.text,
    Role.TIME: lambda entry: entry.at,
    Role.STATE: lambda entry: entry.state,
    Role.MINE: lambda entry: entry.mine,
}


class TimelineModel(QAbstractListModel):
    """The rows of one `Timeline`, as far as they have been announced.

    Protocol: whoever owns the timeline changes it as often as it likes, then calls `refresh()`; once a frame is enough.
    `refresh()` announces the difference in this order: rows of the log that changed, unconfirmed rows that are gone,
    rows of the log that went and came at the top, then at the end (one removal and one insertion each), unconfirmed
    rows that came (one insertion), unconfirmed rows that changed, the "new" line where it moved. A timeline that shows
    another part of its log, or whose unconfirmed rows changed places, is announced as a reset. The cost is that of the
    difference: rows are read from the timeline itself.
    """

    paging_changed = Signal()
    """whether there is more to be had at an end, or on its way, differs"""

    def __init__(self, timeline: Timeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._take()

    def _take(self) -> None:
        """Announce the timeline as it is."""
        timeline = self._timeline
        timeline.take_changed()
        self._generation = timeline.generation
        self._first, self._end = timeline.first, timeline.end
        self._pending = list(timeline.pending)
        self._new_from = timeline.new_from
        self._paging = self._paging_of_now()

    @property
    def timeline(self) -> Timeline:
        return self._timeline

    @property
    def new_from(self) -> int | None:
        """The announced row above which the "new" line stands."""
        return None if self._new_from is None else self._new_from - self._first

    @property
    def beginning(self) -> bool:
        """Nothing older than the first row is to be had."""
        return not self._paging[0]

    @property
    def live(self) -> bool:
        """What is said next comes right after the last row."""
        return not self._paging[1]

    def entry(self, row: int) -> Entry:
        """The announced entry of a row, 0 … rowCount() - 1. Raises IndexError outside."""
        settled = self._end - self._first
        if row >= settled:
            return self._pending[row - settled]
        if row < 0:
            raise IndexError(row)
        if self._timeline.generation != self._generation:
            return _GIVEN_UP
        try:
            return self._timeline.entry(self._first + row)
        except IndexError:
            return _GIVEN_UP

    def lasting(self, row: int) -> int:
        """A number for a row that it keeps while rows come and go around it, until a reset."""
        return self._first + row

    def row_of(self, seq: int) -> int | None:
        """The announced row of a message; None where it is not here."""
        index = self._timeline.find(seq) if self._timeline.generation == self._generation else None
        return None if index is None or not self._first <= index < self._end else index - self._first

    def last_own(self) -> Entry | None:
        """The last message of this person that the room's log holds and that is not deleted."""
        for row in range(self._end - self._first - 1, max(-1, self._end - self._first - 1 - OWN_AMONG), -1):
            entry = self.entry(row)
            if entry.mine and entry.seq and not entry.deleted and entry.kind is EntryKind.MESSAGE:
                return entry
        return None

    def refresh(self) -> None:
        """Announce what has happened to the timeline since the last call."""
        timeline = self._timeline
        pending = timeline.pending
        kept = {entry.key for entry in pending}
        survivors = [entry.key for entry in self._pending if entry.key in kept]
        apart = timeline.first > self._end or timeline.end < self._first
        reordered = [entry.key for entry in pending[: len(survivors)]] != survivors
        if timeline.generation != self._generation or apart or reordered:
            self.beginResetModel()
            self._take()
            self.endResetModel()
            self.paging_changed.emit()
            return
        self._tell_indices(timeline.take_changed())
        for place in reversed(range(len(self._pending))):
            if self._pending[place].key not in kept:
                row = self._end - self._first + place
                self.beginRemoveRows(_NO_PARENT, row, row)
                del self._pending[place]
                self.endRemoveRows()
        self._move_top(timeline.first)
        self._move_end(timeline.end)
        self._refresh_pending(pending)
        self._refresh_new(timeline.new_from)
        self._refresh_paging()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._end - self._first + len(self._pending)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Role.NEW:
            return index.row() == self.new_from
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.accessible_text(index.row())
        reader = _READERS.get(role)
        return None if reader is None else reader(self.entry(index.row()))

    def accessible_text(self, row: int, me: str = "") -> str:
        """A row as it is read aloud to the person of that name: author, time, text, and what else is seen of it."""
        return spoken(self.entry(row), me, beginning=row == 0 and self.beginning)

    # What refresh() is made of

    def _move_top(self, first: int) -> None:
        if first > self._first:
            self.beginRemoveRows(_NO_PARENT, 0, first - self._first - 1)
            self._first = first
            self.endRemoveRows()
        elif first < self._first:
            self.beginInsertRows(_NO_PARENT, 0, self._first - first - 1)
            self._first = first
            self.endInsertRows()

    def _move_end(self, end: int) -> None:
        if end < self._end:
            self.beginRemoveRows(_NO_PARENT, end - self._first, self._end - self._first - 1)
            self._end = end
            self.endRemoveRows()
        elif end > self._end:
            self.beginInsertRows(_NO_PARENT, self._end - self._first, end - self._first - 1)
            self._end = end
            self.endInsertRows()

    def _refresh_pending(self, pending: Iterable[Entry]) -> None:
        known = {entry.key for entry in self._pending}
        settled = self._end - self._first
        arrived = [entry for entry in pending if entry.key not in known]
        if arrived:
            first = settled + len(self._pending)
            self.beginInsertRows(_NO_PARENT, first, first + len(arrived) - 1)
            self._pending += arrived
            self.endInsertRows()
        for place, entry in enumerate(pending):
            if self._pending[place] != entry:
                self._pending[place] = entry
                self._tell(settled + place, settled + place)

    def _refresh_new(self, new_from: int | None) -> None:
        if self._new_from != new_from:
            ends = (self._new_from, new_from)
            self._new_from = new_from
            for end in ends:
                if end is not None and 0 <= end - self._first < self.rowCount():
                    self._tell(end - self._first, end - self._first, Role.NEW)

    def _refresh_paging(self) -> None:
        paging = self._paging_of_now()
        if paging != self._paging:
            beginning = self.beginning
            self._paging = paging
            if beginning != self.beginning and self.rowCount() and self.entry(0).kind is EntryKind.GAP:
                self._tell(0, 0)
            self.paging_changed.emit()

    def _paging_of_now(self) -> tuple[bool, bool, bool, bool]:
        timeline = self._timeline
        return timeline.older, timeline.newer, timeline.loading_older, timeline.loading_newer

    def _tell_indices(self, changed: list[int]) -> None:
        """Announce rows of the log as changed, neighbours together."""
        known = [index - self._first for index in changed if self._first <= index < self._end]
        if not known:
            return
        first = known[0]
        for row, following in pairwise([*known, -1]):
            if following != row + 1:
                self._tell(first, row)
                first = following

    def _tell(self, first: int, last: int, *roles: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last), list(roles))
