"""A room's messages as a Qt item model."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chatapp.gui.timeline.body import body, name
from chatapp.gui.timeline.heads import clock
from chatapp.session.timeline import Entry, State, Timeline

_NO_PARENT = QModelIndex()


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
    Until then this model goes on showing what it has announced: settled rows never change, so they are read from the
    timeline itself; unconfirmed ones are remembered. `refresh()` announces the difference in this order: unconfirmed
    rows that are gone, settled rows that came (one insertion, before the unconfirmed ones), unconfirmed rows that
    came (one insertion at the end), unconfirmed rows that changed, the "new" line where it moved. A timeline that lost
    settled rows, or whose unconfirmed rows changed places, is announced as a reset. The cost is that of the difference.
    """

    def __init__(self, timeline: Timeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._settled = timeline.settled
        self._pending = list(timeline.pending)
        self._new_from = timeline.new_from

    @property
    def timeline(self) -> Timeline:
        return self._timeline

    @property
    def new_from(self) -> int | None:
        """The announced row above which the "new" line stands."""
        return self._new_from

    def entry(self, row: int) -> Entry:
        """The announced entry of a row, 0 … rowCount() - 1. Raises IndexError outside."""
        if row < self._settled:
            return self._timeline[row]
        return self._pending[row - self._settled]

    def refresh(self) -> None:
        """Announce what has happened to the timeline since the last call."""
        pending = self._timeline.pending
        kept = {entry.key for entry in pending}
        known = {entry.key for entry in self._pending}
        survivors = [entry.key for entry in self._pending if entry.key in kept]
        if self._timeline.settled < self._settled or [entry.key for entry in pending[: len(survivors)]] != survivors:
            self._reset()
            return
        for place in reversed(range(len(self._pending))):
            if self._pending[place].key not in kept:
                row = self._settled + place
                self.beginRemoveRows(_NO_PARENT, row, row)
                del self._pending[place]
                self.endRemoveRows()
        self._insert_settled(self._timeline.settled)
        arrived = [entry for entry in pending if entry.key not in known]
        if arrived:
            first = self._settled + len(self._pending)
            self.beginInsertRows(_NO_PARENT, first, first + len(arrived) - 1)
            self._pending += arrived
            self.endInsertRows()
        for place, entry in enumerate(pending):
            if self._pending[place] != entry:
                self._pending[place] = entry
                self._tell(self._settled + place)
        if self._new_from != self._timeline.new_from:
            ends = (self._new_from, self._timeline.new_from)
            self._new_from = self._timeline.new_from
            for end in ends:
                if end is not None and end < self.rowCount():
                    self._tell(end, Role.NEW)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._settled + len(self._pending)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Role.NEW:
            return index.row() == self._new_from
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.accessible_text(index.row())
        reader = _READERS.get(role)
        return None if reader is None else reader(self.entry(index.row()))

    def accessible_text(self, row: int) -> str:
        """A row as it is read aloud: author, time, text."""
        entry = self.entry(row)
        spoken = f"{name(entry.author)}, {clock(entry.at)}: {body(entry.text).text}"
        return spoken if entry.state is State.SENT else self.tr("{message} (sending)").format(message=spoken)

    def _insert_settled(self, settled: int) -> None:
        if settled > self._settled:
            self.beginInsertRows(_NO_PARENT, self._settled, settled - 1)
            self._settled = settled
            self.endInsertRows()

    def _tell(self, row: int, *roles: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index, list(roles))

    def _reset(self) -> None:
        self.beginResetModel()
        self._settled = self._timeline.settled
        self._pending = list(self._timeline.pending)
        self._new_from = self._timeline.new_from
        self.endResetModel()
