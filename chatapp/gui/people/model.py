"""Who is in a room, as a Qt model: its owner first, then by name."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chatapp.gui import names
from chatapp.gui.plain import tooltip
from chatapp.protocol.names import shown
from chatapp.session.acquaintances import NOBODY, Acquaintance, Tie

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NOBODY_KNOWN: Final[Mapping[str, Acquaintance]] = MappingProxyType({})


class Role(IntEnum):
    NAME = Qt.ItemDataRole.UserRole
    """as on the wire; DisplayRole is fit to be seen"""
    OWNER = NAME + 1
    """whoever made the room"""
    ME = NAME + 2
    HOST = NAME + 3
    """whose computer the chat is on"""
    ADMIN = NAME + 4
    """whoever may do everything here"""
    ACQUAINTANCE = NAME + 5
    """what is known of them by their key"""


FIELDS: Final[Mapping[int, str]] = {
    Role.NAME: "name",
    Role.ME: "me",
    Role.HOST: "host",
    Role.ADMIN: "admin",
    Role.ACQUAINTANCE: "acquaintance",
}


class Person(NamedTuple):
    """Sorts as the list does."""

    others: bool
    """False for the owner, who leads"""
    folded: str
    name: str
    me: bool
    host: bool
    admin: bool
    acquaintance: Acquaintance


class People(QAbstractListModel):
    """One row a person. `update` takes out and puts in only those that differ, so a selection stays where it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Person] = []

    def update(
        self,
        names: Iterable[str],
        owner: str,
        me: str,
        host: str = "",
        *,
        admins: Container[str] = (),
        acquaintances: Mapping[str, Acquaintance] = NOBODY_KNOWN,
    ) -> None:
        """Show these people from now on. `owner` and `host` are empty where nobody knows."""
        wanted = {
            Person(
                name != owner,
                name.casefold(),
                name,
                name == me,
                name == host,
                name in admins,
                acquaintances.get(name, NOBODY),
            )
            for name in names
        }
        for place in reversed(range(len(self._rows))):
            if self._rows[place] not in wanted:
                self.beginRemoveRows(NOWHERE, place, place)
                del self._rows[place]
                self.endRemoveRows()
        new = sorted(wanted.difference(self._rows), key=_order)
        if not self._rows and new:
            self.beginInsertRows(NOWHERE, 0, len(new) - 1)
            self._rows = new
            self.endInsertRows()
            return
        for person in new:
            place = bisect_left(self._rows, _order(person), key=_order)
            self.beginInsertRows(NOWHERE, place, place)
            self._rows.insert(place, person)
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        person = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(person.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(person)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(self._spoken(person))
            case Role.OWNER:
                return not person.others
        return getattr(person, FIELDS[role]) if role in FIELDS else None

    def _spoken(self, person: Person) -> str:
        """The name first, then what else there is to know."""
        parts = [names.person(person.name)]
        if person.host:
            parts.append(self.tr("hosts this chat"))
        if person.admin and not person.host:
            parts.append(self.tr("in charge here"))
        if not person.others:
            parts.append(self.tr("made this room"))
        if person.me:
            parts.append(self.tr("you"))
        if known := self._known(person.acquaintance):
            parts.append(known)
        return names.in_a_row(parts)

    def _known(self, known: Acquaintance) -> str:
        was = names.person(known.was)
        match known.tie:
            case Tie.NONE:
                return ""
            case Tie.PROVEN:
                return self.tr("has proven this name")
            case Tie.MET:
                return self.tr("you have met them before")
            case Tie.RENAMED:
                return self.tr("you have met them before, as {name}").format(name=was)
            case Tie.UNPROVEN:
                return self.tr("has not proven to be the {name} whom you know").format(name=was)
            case Tie.STRANGER:
                return self.tr("this is not the {name} whom you know").format(name=was)


def _order(person: Person) -> tuple[bool, str, str]:
    return person.others, person.folded, person.name
