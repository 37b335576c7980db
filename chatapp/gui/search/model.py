"""What a search found, as a Qt model: newest first, the next page asked for when the last row comes into sight."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from chatapp.gui import names
from chatapp.gui.plain import isolated
from chatapp.gui.search.excerpt import excerpt
from chatapp.gui.search.when import when
from chatapp.gui.timeline.body import visible
from chatapp.protocol.messages.rich import Event
from chatapp.protocol.names import shown

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Role(IntEnum):
    ROOM = Qt.ItemDataRole.UserRole
    """as on the wire"""
    SEQ = ROOM + 1
    AUTHOR = ROOM + 2
    """fit to be seen"""
    WHEN = ROOM + 3
    EXCERPT = ROOM + 4
    """an Excerpt; DisplayRole is its text"""


class Hits(QAbstractListModel):
    """One row a message. Where there are more, `more_wanted` asks for them, once until `add` or `refuse`."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Event] = []
        self._query = ""
        self._more = self._asked = False

    def show(self, query: str, hits: Iterable[Event], *, more: bool) -> None:
        """What a new search found; `more` says that there is another page."""
        self.beginResetModel()
        self._rows = list(hits)
        self._query, self._more, self._asked = query, more, False
        self.endResetModel()

    def add(self, hits: Iterable[Event], *, more: bool) -> None:
        """The next page of the same search."""
        self._more, self._asked = more, False
        new = list(hits)
        if new:
            end = len(self._rows)
            self.beginInsertRows(NOWHERE, end, end + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def refuse(self) -> None:
        """The next page cannot be had now; it is not asked for again by itself."""
        self._more = self._asked = False

    @property
    def complete(self) -> bool:
        """Every hit is here."""
        return not self._more

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        hit = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return excerpt(visible(hit.message), self._query).text
            case Qt.ItemDataRole.AccessibleTextRole:
                said = excerpt(visible(hit.message), self._query).text
                parts = {
                    "author": names.person(hit.author),
                    "when": when(hit.ts),
                    "room": names.room(hit.room),
                    "text": isolated(said),
                }
                return self.tr("{author}, {when}, {room}, {text}").format(**parts)
            case Role.ROOM:
                return hit.room
            case Role.SEQ:
                return hit.seq
            case Role.AUTHOR:
                return shown(hit.author)
            case Role.WHEN:
                return when(hit.ts)
            case Role.EXCERPT:
                return excerpt(visible(hit.message), self._query)
        return None
