"""The levels of being told, as a person chooses among them in a menu."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from chatapp.gui.told.levels import EVERYTHING, MENTIONS, NOTHING, Levels

CHOICES: Final = ("", EVERYTHING, MENTIONS, NOTHING)
"""the levels that a room can have, in their order; empty: that of the settings"""

translate = QCoreApplication.translate


def text_of(level: str, usual: str = MENTIONS) -> str:
    """What a level is called; `usual` is that of the settings."""
    match level or usual:
        case "everything":
            return translate("Levels", "&Everything") if level else translate("Levels", "&As in settings (everything)")
        case "nothing":
            return translate("Levels", "&Nothing") if level else translate("Levels", "&As in settings (nothing)")
        case _:
            return translate("Levels", "&Mentions") if level else translate("Levels", "&As in settings (mentions)")


def fill(menu: QMenu, levels: Levels, room: str) -> None:
    """Put the choices for a room into a menu."""
    group = QActionGroup(menu)
    for level in CHOICES:
        action = menu.addAction(text_of(level, levels.usual))
        action.setCheckable(True)
        action.setChecked(level == levels.own(room))
        action.setActionGroup(group)
        action.triggered.connect(lambda _checked=False, level=level: levels.choose(room, level))


class LevelActions:
    """The same as actions that last, for whatever room is in front."""

    def __init__(self, group: QActionGroup, chosen: Callable[[str], object]) -> None:
        """`chosen` gets the level that the person chose."""
        self.actions: dict[str, QAction] = {}
        for level in CHOICES:
            action = self.actions[level] = QAction(text_of(level), group)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, level=level: chosen(level))

    def show(self, levels: Levels, room: str | None) -> None:
        """Say how it is for a room; nothing can be chosen where there is none."""
        for level, action in self.actions.items():
            action.setEnabled(room is not None)
            action.setText(text_of(level, levels.usual))
            action.setChecked(room is not None and level == levels.own(room))
