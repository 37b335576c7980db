"""What a screen reader sees of a timeline: a list, in which each message is one item.

Qt asks for the list's interface once and keeps it as long as the view lives. An item's interface is made when it is
first asked for, at most `KEPT` of them exist, and it goes away with its row; Qt owns and deletes them, we only hold
on to those that it has.
"""

from functools import cache, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from chatapp.gui.timeline.view import TimelineView

# By None Qt means "there is none"; its types for Python do not say so.
_NOBODY = cast("QAccessibleInterface", None)
_NO_OBJECT = cast("QObject", None)

KEPT = 1024
"""items that a screen reader may hold at a time"""

READ = 3
"""of more messages than this at once, only their number is announced"""

_GATHER = 400
"""milliseconds for which announcements are gathered"""


@cache
def install_factory() -> None:
    """Have Qt find the interface of every `TimelineView`. Once for a process."""
    QAccessible.installFactory(_make)


def _make(class_name: str, about: QObject) -> QAccessibleInterface | None:
    if class_name != "TimelineView":
        return None
    view = cast("TimelineView", about)
    return view.announcer.list()


class MessageItem(QAccessibleInterface):
    """One message."""

    def __init__(self, messages: "MessageList", row: int) -> None:
        super().__init__()
        self._messages = messages
        self.row = row

    def isValid(self) -> bool:
        return 0 <= self.row < self._messages.messages()

    def object(self) -> QObject:
        return _NO_OBJECT

    def window(self) -> QWindow:
        return self._messages.window()

    def parent(self) -> QAccessibleInterface:
        return self._messages

    def child(self, _index: int) -> QAccessibleInterface:
        return _NOBODY

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        return _NOBODY

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        return self._messages.item_text(self.row) if kind == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """A message cannot be changed this way."""

    def rect(self) -> QRect:
        return self._messages.item_rect(self.row)

    def state(self) -> QAccessible.State:
        return self._messages.item_state(self.row)


class MessageList(QAccessibleWidget):
    """The list of all messages, and behind them the button to the newest, while it shows."""

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self.items: dict[int, MessageItem] = {}

    def messages(self) -> int:
        """How many items there are."""
        return len(self._view.rows)

    def item(self, row: int) -> MessageItem:
        """The interface of a row."""
        found = self.items.get(row)
        if found is None:
            found = self.items[row] = MessageItem(self, row)
            QAccessible.registerAccessibleInterface(found)
            if len(self.items) > KEPT:
                self._delete(next(iter(self.items)))
        return found

    def item_text(self, row: int) -> str:
        return "" if self._view.model is None else self._view.model.accessible_text(row)

    def item_rect(self, row: int) -> QRect:
        """In pixels of the screen; empty where the row does not show."""
        viewport = self._view.viewport()
        place = self._view.message_rect(row).intersected(viewport.rect())
        return QRect(viewport.mapToGlobal(place.topLeft()), place.size()) if place.isValid() else QRect()

    def item_state(self, row: int) -> QAccessible.State:
        state = QAccessible.State()
        if not 0 <= row < self.messages():
            state.invalid = 1
            return state
        state.focusable = state.selectable = state.readOnly = state.multiLine = 1
        state.focused = int(self._view.hasFocus() and self._view.keyboard.current == row)
        state.selected = int(self._view.selection.within(row) is not None)
        state.offscreen = int(not self._view.message_rect(row).intersects(self._view.viewport().rect()))
        return state

    def inserted(self, first: int, count: int) -> None:
        """Rows came before row `first`."""
        self._renumber({row: row + count if row >= first else row for row in self.items})

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        for row in [row for row in self.items if first <= row < first + count]:
            self._delete(row)
        self._renumber({row: row - count if row >= first else row for row in self.items})

    def reset(self) -> None:
        """All rows are gone."""
        _forget(self.items)

    def _renumber(self, rows: dict[int, int]) -> None:
        moved = {}
        for old, new in rows.items():
            moved[new] = self.items[old]
            moved[new].row = new
        self.items.clear()
        self.items.update(moved)

    def _delete(self, row: int) -> None:
        item = self.items.pop(row)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))

    # What Qt asks

    def childCount(self) -> int:
        return self.messages() + self._view.jump.isVisible()

    def child(self, index: int) -> QAccessibleInterface:
        if 0 <= index < self.messages():
            return self.item(index)
        if index == self.messages() and self._view.jump.isVisible():
            return QAccessible.queryAccessibleInterface(self._view.jump)
        return _NOBODY

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, MessageItem):
            return child.row
        return self.messages() if child.object() is self._view.jump else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        viewport = self._view.viewport()
        at = viewport.mapFromGlobal(QPoint(x, y))
        if self._view.jump.isVisible() and self._view.jump.geometry().contains(self._view.mapFromGlobal(QPoint(x, y))):
            return QAccessible.queryAccessibleInterface(self._view.jump)
        found = self._view.row_at(at.y()) if viewport.rect().contains(at) else None
        return _NOBODY if found is None else self.item(found[0])

    def focusChild(self) -> QAccessibleInterface:
        if not self._view.hasFocus() or self._view.keyboard.current is None:
            return _NOBODY
        return self.item(self._view.keyboard.current)


class Announcer(QObject):
    """Tells a screen reader, where one listens, what happens in a view: new messages, and where the keyboard is.

    New messages are spoken while their window is the active one and the view stands at the bottom, wherever in the
    window the keyboard is: one who writes wants to hear the answers.
    """

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view)
        self._view = view
        self._count = 0
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_GATHER)
        self._gathering.timeout.connect(self._announce)
        self.messages: MessageList | None = None
        """the list's interface, once somebody has asked"""
        self._texts: list[str] = []

    def list(self) -> MessageList:
        """The list's interface."""
        if self.messages is None:
            self.messages = MessageList(self._view)
            self._view.destroyed.connect(partial(_forget, self.messages.items))
        return self.messages

    def inserted(self, first: int, count: int) -> None:
        """Rows came before row `first`, and the view knows them."""
        if self.messages is not None:
            self.messages.inserted(first, count)
        view = self._view
        if view.model is None or not (QAccessible.isActive() and view.at_bottom and view.isVisible()):
            return
        rows = [row for row in range(first, first + count) if not view.model.entry(row).mine]
        self._count += len(rows)
        self._texts += [view.model.accessible_text(row) for row in rows[: READ + 1 - len(self._texts)]]
        if self._count and not self._gathering.isActive():
            self._gathering.start()

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        if self.messages is not None:
            self.messages.removed(first, count)

    def reset(self) -> None:
        """All rows are gone."""
        if self.messages is not None:
            self.messages.reset()
        self._gathering.stop()
        self._texts, self._count = [], 0

    def focus(self, row: int) -> None:
        """The keyboard is at a row."""
        if QAccessible.isActive() and self._view.hasFocus():
            event = QAccessibleEvent(self._view, QAccessible.Event.Focus)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    def _announce(self) -> None:
        text = "\n".join(self._texts)
        if self._count > READ:
            text = self.tr("{count} new messages").format(count=self._count)
        self._texts, self._count = [], 0
        if self._view.isActiveWindow() and self._view.isVisible():
            event = QAccessibleAnnouncementEvent(self._view, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)


def _forget(items: dict[int, MessageItem]) -> None:
    """The view is gone, and its items with it."""
    while items:
        _, item = items.popitem()
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
