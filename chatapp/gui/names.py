"""Names that came from elsewhere, as they stand in the window's own words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from chatapp.gui.plain import isolated
from chatapp.protocol.names import shown


def room(name: str) -> str:
    """“#default”, also among words that are read from the right."""
    return isolated("#" + shown(name))


def person(name: str) -> str:
    return isolated(shown(name))


def in_a_row(parts: Iterable[str]) -> str:
    """What there is to say of something, part by part: “homework, 5 people, joined”."""
    return QCoreApplication.translate("Names", ", ").join(parts)


def path(parts: Iterable[str]) -> str:
    """Where something is in the menus: “View ▸ Theme”; the sign points where reading goes."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return (" ◂ " if mirrored else " ▸ ").join(parts)
