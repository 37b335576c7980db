"""The cells of the grid: sections of emoji, as one flat list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chatapp.text.emoji import Emoji

EMOJI_ROLE = Qt.ItemDataRole.UserRole
"""The `Emoji` of a row."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    """already translated"""
    emoji: tuple[Emoji, ...]


class EmojiModel(QAbstractListModel):
    """One row an emoji, section by section. Display role: its characters in the form that is offered; accessible text:
    its name.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._rows: tuple[Emoji, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._form: Callable[[Emoji], str] = attrgetter("characters")

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._sections

    @property
    def rows(self) -> tuple[Emoji, ...]:
        return self._rows

    @property
    def shown(self) -> tuple[str, ...]:
        """The characters of each row."""
        return self._shown

    def section(self, row: int) -> Section:
        """The one that a row is in."""
        for section in self._sections:
            if row < len(section.emoji):
                return section
            row -= len(section.emoji)
        raise IndexError(row)

    def offer(self, form: Callable[[Emoji], str]) -> None:
        """Show each emoji in the form that this gives. Resets the model."""
        self.beginResetModel()
        self._form = form
        self._shown = tuple(map(form, self._rows))
        self.endResetModel()

    def show(self, sections: Iterable[Section]) -> None:
        """Replace everything; sections without emoji are left out. Resets the model where that changes anything."""
        kept = tuple(section for section in sections if section.emoji)
        if kept == self._sections:
            return
        self.beginResetModel()
        self._sections = kept
        self._rows = tuple(emoji for section in kept for emoji in section.emoji)
        self._shown = tuple(map(self._form, self._rows))
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        emoji = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown[index.row()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return emoji.name
            case Qt.ItemDataRole.AccessibleDescriptionRole if emoji.skins:
                return self.tr("Alt+Down for skin tones")
            case _ if role == EMOJI_ROLE:
                return emoji
        return None
