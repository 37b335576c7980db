"""Hosts found on this network as a Qt model: in an order that stands still while somebody chooses."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from chatapp.gui.counts import people
from chatapp.gui.plain import isolated, tooltip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class FoundServer(NamedTuple):
    """A host as it is offered."""

    id: str
    """tells it from others for as long as it is there"""
    name: str
    """fit to be shown"""
    people: int | None
    """None where it does not say"""
    known: bool
    """this person joined it before"""
    locked: bool
    """only an invite or a password lets in"""
    invite: str
    """what joins it"""


class Role(IntEnum):
    SERVER = Qt.ItemDataRole.UserRole
    """a FoundServer"""
    ABOUT = SERVER + 1
    """the line beneath its name"""
    GONE = SERVER + 2
    """it was there a moment ago"""


class FoundServers(QAbstractListModel):
    """Those joined before first, each half by name. While the list is `held`, since somebody has the pointer or the
    keyboard in it, nothing moves: who comes stands at the end, and who went stays, and says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FoundServer] = []
        self._gone: set[str] = set()

    def show(self, servers: Iterable[FoundServer], *, held: bool) -> None:
        """These are there now."""
        there = {server.id: server for server in servers}
        gone = {row.id for row in self._rows} - there.keys()
        differs = gone ^ self._gone
        self._gone = gone
        for place, row in enumerate(self._rows):
            after = there.pop(row.id, row)
            if after != row or row.id in differs:
                self._rows[place] = after
                self.dataChanged.emit(self.index(place), self.index(place))
        for server in there.values():
            self.beginInsertRows(NOWHERE, len(self._rows), len(self._rows))
            self._rows.append(server)
            self.endInsertRows()
        if not held:
            self.settle()

    def settle(self) -> None:
        """Nobody is choosing any more: take away who went, and put everything into its order."""
        for place in reversed(range(len(self._rows))):
            if self._rows[place].id in self._gone:
                self.beginRemoveRows(NOWHERE, place, place)
                self._gone.discard(self._rows.pop(place).id)
                self.endRemoveRows()
        for place, server in enumerate(sorted(self._rows, key=_order)):
            before = self._rows.index(server)
            if before != place:
                self.beginMoveRows(NOWHERE, before, before, NOWHERE, place)
                self._rows.insert(place, self._rows.pop(before))
                self.endMoveRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Who went can be looked at, and not be joined."""
        flags = super().flags(index)
        if index.isValid() and self._rows[index.row()].id in self._gone:
            return flags & ~Qt.ItemFlag.ItemIsEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        server = self._rows[index.row()]
        gone = server.id in self._gone
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return server.name
            case Role.SERVER:
                return server
            case Role.ABOUT:
                return " · ".join(_about(server, gone=gone))
            case Role.GONE:
                return gone
            case Qt.ItemDataRole.AccessibleTextRole:
                between = QCoreApplication.translate("Names", ", ")
                return between.join([isolated(server.name), *_about(server, gone=gone)])
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(server.name)
        return None


def _about(server: FoundServer, *, gone: bool) -> list[str]:
    translate = QCoreApplication.translate
    if gone:
        return [translate("FoundServers", "no longer there")]
    parts = []
    if server.people is not None:
        parts.append(people(server.people) if server.people else translate("FoundServers", "nobody there yet"))
    if server.known:
        parts.append(translate("FoundServers", "joined before"))
    if server.locked:
        parts.append(translate("FoundServers", "by invite or password"))
    return parts


def _order(server: FoundServer) -> tuple[bool, str, str]:
    return not server.known, server.name.casefold(), server.id
