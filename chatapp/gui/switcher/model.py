"""What was found, as a Qt model."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chatapp.gui.switcher.entry import Entry

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Role(IntEnum):
    ENTRY = Qt.ItemDataRole.UserRole
    BEGINS = ENTRY + 1
    """whether it is the first of its kind"""


class Results(QAbstractListModel):
    """One row an entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these from now on."""
        self.beginResetModel()
        self._rows = entries
        self.endResetModel()

    def row_of(self, entry: Entry) -> int:
        """Where the same room, person or command stands; -1 where it does not."""
        same = (row for row, other in enumerate(self._rows) if (other.kind, other.key) == (entry.kind, entry.key))
        return next(same, -1)

    def entry(self, row: int) -> Entry | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case Role.ENTRY:
                return entry
            case Role.BEGINS:
                row = index.row()
                return not row or self._rows[row - 1].kind is not entry.kind
        return None
