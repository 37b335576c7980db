"""The server's rooms as a Qt model, and the order in which the list shows them."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from chatapp.gui import names
from chatapp.gui.counts import fit, people
from chatapp.gui.plain import isolated, tooltip
from chatapp.gui.told.levels import MENTIONS, NOTHING
from chatapp.gui.told.summary import badge
from chatapp.protocol.messages.base import DEFAULT_ROOM
from chatapp.protocol.names import shown
from chatapp.session.roomlist import Room

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Role(IntEnum):
    NAME = Qt.ItemDataRole.UserRole
    """as on the wire; DisplayRole is fit to be seen"""
    PEOPLE = NAME + 1
    """None where an older server does not say"""
    JOINED = NAME + 2
    UNREAD = NAME + 3
    """messages, also where the person wants to be told nothing"""
    OWNED = NAME + 4
    ORDER = NAME + 5
    """a text that sorts as the list does"""
    BADGE = NAME + 6
    """a Badge"""
    MUTED = NAME + 7
    """the person wants to be told nothing of the room"""


class Rooms(QAbstractListModel):
    """One row a room. `update` changes only the rows that differ, so a selection stays where it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Room] = []
        self._places: dict[str, int] = {}
        self._level: Callable[[str], str] = lambda _room: MENTIONS

    def use_levels(self, level: Callable[[str], str]) -> None:
        """How much the person wants to be told of a room; to be called again where that is otherwise."""
        self._level = level
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def update(self, rooms: Iterable[Room]) -> None:
        """Show these rooms from now on."""
        wanted = {room.name: room for room in rooms}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].name not in wanted:
                self.beginRemoveRows(NOWHERE, place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(self._rows):
            if row != (new := wanted.pop(row.name)):
                self._rows[place] = new
                index = self.index(place)
                self.dataChanged.emit(index, index)
        if wanted:
            end = len(self._rows)
            self.beginInsertRows(NOWHERE, end, end + len(wanted) - 1)
            self._rows.extend(wanted.values())
            self.endInsertRows()
        self._places = {row.name: place for place, row in enumerate(self._rows)}

    def index_of(self, name: str) -> QModelIndex:
        """The room's index; an invalid one where there is no such room."""
        return self.index(self._places[name]) if name in self._places else NOWHERE

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        room = self._rows[index.row()]
        fields: dict[int, object] = {
            Role.NAME: room.name,
            Role.PEOPLE: None if room.people is None else fit(room.people),
            Role.JOINED: room.joined,
            Role.UNREAD: fit(room.unread),
            Role.OWNED: room.owned,
        }
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(room.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(room)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(self._spoken(room))
            case Role.BADGE:
                return badge(room, self._level(room.name))
            case Role.MUTED:
                return room.joined and self._level(room.name) == NOTHING
            case Role.ORDER:
                return f"{'01'[not room.joined]}{'01'[room.name != DEFAULT_ROOM]}{room.name.casefold()}"
        return fields.get(role)

    def _spoken(self, row: Room) -> str:
        """The room's name first, then what else there is to know."""
        parts = [isolated(shown(row.name))]
        if row.people is not None:
            parts.append(people(row.people))
        parts.append(self.tr("joined") if row.joined else self.tr("not joined"))
        if row.unread:
            parts.append(self.tr("%Ln unread", "", fit(row.unread)))
        if row.mentions:
            parts.append(self.tr("%Ln mentions", "", fit(row.mentions)))
        if row.joined and self._level(row.name) == NOTHING:
            parts.append(self.tr("muted"))
        return names.in_a_row(parts)


class FoundRooms(QSortFilterProxyModel):
    """The rooms whose name contains what was typed: joined ones first, `default` leading, then by name."""

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self.setSourceModel(rooms)
        self.setFilterRole(Qt.ItemDataRole.DisplayRole)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortRole(Role.ORDER)
        self.sort(0)

    def row_of(self, name: str) -> int:
        """The row of a room; -1 where it is not shown."""
        return self.mapFromSource(self._rooms.index_of(name)).row()

    def begins_section(self, row: int) -> bool:
        """Whether this row is the first joined room, or the first of the others."""
        if row == 0:
            return True
        return bool(self.index(row, 0).data(Role.JOINED) != self.index(row - 1, 0).data(Role.JOINED))
