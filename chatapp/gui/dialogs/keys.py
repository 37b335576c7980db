"""What keys do: those of the menus, and those that mean something at one place only, which no menu says."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from chatapp.gui import names
from chatapp.gui.actions import Command, native

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that can be done."""

    what: str
    keys: tuple[str, ...]
    """any of these does it, as this system writes them"""
    path: str = ""
    """where it stands in the menus, for what has no keys"""

    @property
    def spoken(self) -> str:
        return ": ".join(filter(None, (self.what, ", ".join(self.keys) or self.path)))


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: tuple[Line, ...]


_PLACES: tuple[tuple[object, tuple[tuple[object, tuple[str, ...]], ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Keys", "Writing"),
        (
            (QT_TRANSLATE_NOOP("Keys", "Send the message"), ("Return",)),
            (QT_TRANSLATE_NOOP("Keys", "Break the line"), ("Shift+Return",)),
            (QT_TRANSLATE_NOOP("Keys", "Edit your last message, where nothing is written"), ("Up",)),
            (QT_TRANSLATE_NOOP("Keys", "Cancel a reply or an edit"), ("Esc",)),
            (QT_TRANSLATE_NOOP("Keys", "Complete :emoji: and @name"), ("Tab",)),
            (QT_TRANSLATE_NOOP("Keys", "Choose among the suggestions"), ("Up", "Down")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Messages"),
        (
            (QT_TRANSLATE_NOOP("Keys", "Previous and next message"), ("Up", "Down")),
            (QT_TRANSLATE_NOOP("Keys", "Select messages"), ("Shift+Up", "Shift+Down")),
            (QT_TRANSLATE_NOOP("Keys", "Everything that can be done with a message"), ("Return", "Shift+F10")),
            (QT_TRANSLATE_NOOP("Keys", "Delete your message"), ("Del",)),
            (QT_TRANSLATE_NOOP("Keys", "Oldest and newest message"), ("Home", "End")),
            (QT_TRANSLATE_NOOP("Keys", "Copy what is selected"), ("Ctrl+C",)),
            (QT_TRANSLATE_NOOP("Keys", "Select everything"), ("Ctrl+A",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Rooms and people"),
        (
            (QT_TRANSLATE_NOOP("Keys", "Open a room, mention a person"), ("Return",)),
            (QT_TRANSLATE_NOOP("Keys", "Everything that can be done with them"), ("Shift+F10",)),
            (QT_TRANSLATE_NOOP("Keys", "From the filter into the list"), ("Down",)),
            (QT_TRANSLATE_NOOP("Keys", "Show all rooms again"), ("Esc",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Going to rooms, people and commands"),
        (
            (QT_TRANSLATE_NOOP("Keys", "Go there"), ("Return",)),
            (QT_TRANSLATE_NOOP("Keys", "Go there and join the room"), ("Ctrl+Return",)),
            (QT_TRANSLATE_NOOP("Keys", "Rooms, people or commands alone"), ("#", "@", ">")),
            (QT_TRANSLATE_NOOP("Keys", "Back to where you were"), ("Esc",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Search"),
        (
            (QT_TRANSLATE_NOOP("Keys", "Next and previous hit"), ("Return", "Shift+Return")),
            (QT_TRANSLATE_NOOP("Keys", "Back to where you were"), ("Esc",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Emoji"),
        (
            (QT_TRANSLATE_NOOP("Keys", "Insert the emoji"), ("Return",)),
            (QT_TRANSLATE_NOOP("Keys", "Insert it and choose another one"), ("Shift+Return",)),
            (QT_TRANSLATE_NOOP("Keys", "Other skin tones"), ("Alt+Down", "Shift+F10")),
            (QT_TRANSLATE_NOOP("Keys", "Close"), ("Esc",)),
        ),
    ),
)


def places() -> list[Group]:
    """What keys do where the keyboard is, in the order in which people get to know it."""
    return [
        Group(
            translate("Keys", str(title)),
            tuple(Line(translate("Keys", str(what)), tuple(map(native, keys))) for what, keys in lines),
        )
        for title, lines in _PLACES
    ]


def menus(commands: Iterable[Command]) -> list[Group]:
    """Every action that there is, menu by menu."""
    groups: dict[str, list[Line]] = {}
    for path, text, action in commands:
        if text:
            keys = tuple(native(each) for each in action.shortcuts() if not _is_rare(each))
            groups.setdefault(path[0], []).append(Line(text.removesuffix("…"), keys, names.path(path)))
    return [Group(title, tuple(lines)) for title, lines in groups.items()]


_RARE = [QKeySequence(key) for key in (Qt.Key.Key_New, Qt.Key.Key_Find, Qt.Key.Key_ZoomIn, Qt.Key.Key_ZoomOut)]


def _is_rare(keys: QKeySequence) -> bool:
    """Whether it is a key of its own that few keyboards have, such as one on which “Find” is written."""
    return keys in _RARE
