"""What is offered while somebody writes, as a value and as a Qt model."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Suggestion(NamedTuple):
    insert: str
    """what takes the place of what was written"""
    title: str
    detail: str = ""
    """more words about it, or none"""
    emoji: str = ""
    """its picture; empty for a person, who is shown by a letter"""


def spoken(suggestion: Suggestion) -> str:
    """As it is read aloud: in words, where there are some."""
    if suggestion.emoji and not suggestion.detail:
        return suggestion.title.strip(":").replace("_", " ")
    return suggestion.detail or suggestion.title


class Role(IntEnum):
    SUGGESTION = Qt.ItemDataRole.UserRole


class SuggestionModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Suggestion, ...] = ()

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._rows = tuple(suggestions)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Role.SUGGESTION:
                return row
        return None
