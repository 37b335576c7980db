"""In which order Tab and F6 go through the chat: as one reads it, from the rooms over the conversation to the people.

Qt's own chain of widgets cannot be relied on for that: what is made later comes at its end, and widgets that pass the
keyboard on to a part of theirs are stops of their own in it.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from chatapp.gui.chat.room import RoomView
from chatapp.gui.notice import NoticeBar
from chatapp.gui.people.panel import PeoplePanel
from chatapp.gui.rooms.panel import RoomsPanel
from chatapp.gui.search.panel import SearchPanel


def reading_order(
    rooms: RoomsPanel,
    tabs: QWidget,
    view: RoomView | None,
    *,
    bars: Iterable[NoticeBar],
    search: SearchPanel,
    people: PeoplePanel,
) -> list[QWidget]:
    """Everything that takes the keyboard, shown or not."""
    way: list[QWidget] = [rooms.filter, rooms.list, rooms.new, rooms.trust, tabs]
    for bar in bars:
        way += [bar.action, bar.other, bar.dismiss]
    if view is not None:
        composer, join, gone = view.composer, view.join, view.gone
        way += [view.timeline, composer.mode.cancel, composer.emoji, composer.field, composer.send]
        way += [join.button, view.quiet, gone.copy, gone.close_tab]
    way += [search.field, search.in_room, search.everywhere, search.close_panel, search.again, search.list]
    return [*way, people.close_panel, people.list]


def step(way: Sequence[QWidget], by: int) -> bool:
    """Take the keyboard to the next stop, round the end; False where it is at none of them."""
    at = QApplication.focusWidget()
    if at not in way:
        return False
    place = way.index(at)
    others = [way[(place + by * steps) % len(way)] for steps in range(1, len(way))]
    there = next((stop for stop in others if _takes_keyboard(stop)), None)
    if there is not None:
        there.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)
    return there is not None


def step_pane(panes: Sequence[QWidget], by: int) -> None:
    """Take the keyboard from its part of the page to the next one that is seen, round the end."""
    seen = [pane for pane in panes if pane.isVisible()]
    at = QApplication.focusWidget()
    here = next((n for n, pane in enumerate(seen) if at is not None and (pane is at or pane.isAncestorOf(at))), None)
    start = (-1 if by > 0 else 0) if here is None else here
    seen[(start + by) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_keyboard(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
