"""How a room is written in: by everybody or by those in charge, and how fast; in words, and as a menu for whoever may
decide it."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from chatapp.gui.counts import fit

translate = QCoreApplication.translate

SLOW = (0, 5, 10, 30, 60, 300, 900, 3_600)
"""seconds between two messages of one person, to choose from"""
State = tuple[bool, int] | tuple[None, None]
"""whether only those in charge write, and the seconds between two messages; twice None where the server has not told"""


def slowness(seconds: int) -> str:
    """“every 30 seconds”; never sooner than that."""
    seconds = fit(seconds)
    if not seconds:
        return translate("Pace", "as fast as they like")
    if seconds < 60:
        return translate("Pace", "every %Ln seconds", "", seconds)
    return translate("Pace", "every %Ln minutes", "", ceil(seconds / 60))


def paces(seconds: int) -> list[int]:
    """Those to choose from, with the one that holds among them."""
    return sorted({*SLOW, seconds})


def fill(menu: QMenu, state: State, choose: Callable[[bool | None, int | None], None]) -> None:
    """Put into a menu what may be chosen; what holds is marked, as far as it is known. `choose` is called with what is
    to be otherwise, and None for what is to stay."""
    announce, slow = state
    alone = menu.addAction(translate("Pace", "Only those in charge write"))
    alone.setCheckable(True)
    alone.setChecked(bool(announce))
    alone.triggered.connect(lambda on: choose(on, None))
    menu.addSeparator()
    group = QActionGroup(menu)
    for seconds in paces(slow or 0):
        action = menu.addAction(translate("Pace", "Everybody may write {pace}").format(pace=slowness(seconds)))
        action.setCheckable(True)
        action.setChecked(seconds == slow)
        group.addAction(action)
        action.triggered.connect(lambda _on, seconds=seconds: choose(None, seconds))
