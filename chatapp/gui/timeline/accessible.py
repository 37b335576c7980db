"""What a screen reader sees of a timeline: a list, in which each message is one item.

Qt asks for the list's interface once, and deletes it with the view. An item's interface is made when it is first asked
for, at most `KEPT` of them exist, and it goes away with its row. Qt's registry does not know of Python: whatever stands
in it must be held here until Qt itself has deleted it, or Qt would go on to use what Python has freed.
"""

from collections.abc import Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, cast
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from chatapp.gui.timeline.accessible_links import LinkItem
from chatapp.gui.timeline.body import body
from chatapp.session.timeline import EntryKind
from chatapp.text.links import Link

if TYPE_CHECKING:
    from chatapp.gui.timeline.view import TimelineView

# By None Qt means "there is none"; its types for Python do not say so.
_NOBODY = cast("QAccessibleInterface", None)
_NO_OBJECT = cast("QObject", None)

KEPT = 1024
"""items that a screen reader may hold at a time"""

LINKS = 50
"""of one message that a screen reader is told of, at most"""

READ = 3
"""of more messages than this at once, only their number is announced"""

_GATHER = 400
"""milliseconds for which announcements are gathered"""


_held: list["MessageList"] = []
"""the lists that Qt has"""


@cache
def install_factory() -> None:
    """Have Qt find the interface of every `TimelineView`. Once for a process."""
    QAccessible.installFactory(_make)


def _make(class_name: str, about: QObject) -> QAccessibleInterface | None:
    # Qt asks again for the same view whenever PySide has rebuilt its meta-object, and registers each answer: it must
    # never get the same interface twice, for it deletes each of them.
    if class_name != "TimelineView":
        return None
    made = MessageList(cast("TimelineView", about))
    _held[:] = [messages for messages in _held if isValid(messages)]
    _held.append(made)
    return made


class Items:
    """The items of one view that a screen reader has asked for, by row."""

    def __init__(self, view: "TimelineView") -> None:
        # Weak: what Qt's registry keeps must not keep the view.
        self._view_reference = ref(view)
        self._made: dict[int, MessageItem] = {}
        view.destroyed.connect(partial(_forget, self._made))

    @property
    def view(self) -> "TimelineView":
        view = self._view_reference()
        if view is None:
            raise ReferenceError("the view is gone")
        return view

    def __len__(self) -> int:
        """How many items there are, asked for or not."""
        return len(self.view.rows)

    def __getitem__(self, row: int) -> "MessageItem":
        """The interface of a row."""
        found = self._made.get(row)
        if found is None:
            found = self._made[row] = MessageItem(self, row)
            QAccessible.registerAccessibleInterface(found)
            if len(self._made) > KEPT:
                self._delete(next(iter(self._made)))
        return found

    def inserted(self, first: int, count: int) -> None:
        """Rows came before row `first`."""
        self._renumber({row: row + count if row >= first else row for row in self._made})

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        for row in [row for row in self._made if first <= row < first + count]:
            self._delete(row)
        self._renumber({row: row - count if row >= first else row for row in self._made})

    def reset(self) -> None:
        """All rows are gone."""
        _forget(self._made)

    def known(self, first: int, last: int) -> list[int]:
        """Which of these rows a screen reader has asked for."""
        return [row for row in self._made if first <= row <= last]

    def _renumber(self, rows: dict[int, int]) -> None:
        moved = {new: self._made[old] for old, new in rows.items()}
        for row, item in moved.items():
            item.row = row
        self._made.clear()
        self._made.update(moved)

    def _delete(self, row: int) -> None:
        _let_go(self._made.pop(row))


def _forget(items: "dict[int, MessageItem]") -> None:
    """The view is gone, and its items with it."""
    while items:
        _, item = items.popitem()
        _let_go(item)


def _let_go(item: "MessageItem") -> None:
    """Delete an item, and before it what is in it."""
    for each in (*item.made, item):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(each))


class MessageItem(QAccessibleInterface):
    """One message, with its links in it."""

    def __init__(self, items: Items, row: int) -> None:
        super().__init__()
        self._items = items
        self.row = row
        self.made: list[LinkItem] = []
        """the items of its first links, as far as they have been asked for"""

    @property
    def view(self) -> "TimelineView":
        return self._items.view

    def links(self) -> Sequence[Link]:
        """The links of its text, in order."""
        model = self._items.view.model
        if model is None or not self.isValid():
            return ()
        entry = model.entry(self.row)
        return body(entry.text).links if entry.kind is EntryKind.MESSAGE and not entry.deleted else ()

    def said(self) -> str:
        """Its text, as it is shown."""
        model = self._items.view.model
        return "" if model is None or not self.isValid() else body(model.entry(self.row).text).text

    def isValid(self) -> bool:
        return 0 <= self.row < len(self._items)

    def object(self) -> QObject:
        return _NO_OBJECT

    def window(self) -> QWindow:
        return self._items.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._items.view)

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return _NOBODY
        while len(self.made) <= index:
            made = LinkItem(self, len(self.made))
            self.made.append(made)
            QAccessible.registerAccessibleInterface(made)
        return self.made[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        found = (number for number in range(self.childCount()) if self.child(number).rect().contains(x, y))
        return next((self.child(number) for number in found), _NOBODY)

    def childCount(self) -> int:
        return min(len(self.links()), LINKS)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, LinkItem) and child in self.made else -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        model = self._items.view.model
        if kind != QAccessible.Text.Name or model is None or not self.isValid():
            return ""
        return model.accessible_text(self.row, self._items.view.me)

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """A message cannot be changed this way."""

    def rect(self) -> QRect:
        """In pixels of the screen; empty where the message does not show."""
        view = self._items.view
        place = view.message_rect(self.row).intersected(view.viewport().rect())
        return QRect(view.viewport().mapToGlobal(place.topLeft()), place.size()) if place.isValid() else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = 1
            return state
        view = self._items.view
        state.focusable = state.selectable = state.readOnly = state.multiLine = 1
        state.focused = int(view.hasFocus() and view.keyboard.current == self.row)
        state.selected = int(view.selection.within(self.row) is not None)
        state.offscreen = int(self.rect().isEmpty())
        return state


class MessageList(QAccessibleWidget):
    """The list of all messages, and behind them the button to the newest, while it shows."""

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view, QAccessible.Role.List)
        self._items = view.announcer.items

    def childCount(self) -> int:
        return len(self._items) + self._items.view.jump.isVisible()

    def child(self, index: int) -> QAccessibleInterface:
        if 0 <= index < len(self._items):
            return self._items[index]
        jump = self._items.view.jump
        return QAccessible.queryAccessibleInterface(jump) if index == len(self._items) and jump.isVisible() else _NOBODY

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, MessageItem):
            return child.row
        return len(self._items) if child.object() is self._items.view.jump else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        view = self._items.view
        if view.jump.isVisible() and view.jump.geometry().contains(view.mapFromGlobal(QPoint(x, y))):
            return QAccessible.queryAccessibleInterface(view.jump)
        at = view.viewport().mapFromGlobal(QPoint(x, y))
        found = view.row_at(at.y()) if view.viewport().rect().contains(at) else None
        return _NOBODY if found is None else self._items[found[0]]

    def focusChild(self) -> QAccessibleInterface:
        view = self._items.view
        current = view.keyboard.current
        return _NOBODY if current is None or not view.hasFocus() else self._items[current]


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
        self.items = Items(view)
        self._texts: list[str] = []

    def inserted(self, first: int, count: int) -> None:
        """Rows came before row `first`, and the view knows them."""
        self.items.inserted(first, count)
        view = self._view
        if view.model is None or not (QAccessible.isActive() and view.at_bottom and view.isVisible()):
            return
        if first == 0 and count < len(view.rows):
            return  # history
        entries = ((row, view.model.entry(row)) for row in range(first, first + count))
        rows = [row for row, entry in entries if entry.kind is EntryKind.MESSAGE and not entry.mine]
        self._count += len(rows)
        self._texts += [view.model.accessible_text(row, view.me) for row in rows[: READ + 1 - len(self._texts)]]
        if self._count and not self._gathering.isActive():
            self._gathering.start()

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        self.items.removed(first, count)

    def reset(self) -> None:
        """All rows are gone."""
        self.items.reset()
        self._gathering.stop()
        self._texts, self._count = [], 0

    def changed(self, first: int, last: int) -> None:
        """Rows have other texts: tell of those that a screen reader knows."""
        for row in self.items.known(first, last) if QAccessible.isActive() else ():
            event = QAccessibleEvent(self._view, QAccessible.Event.NameChanged)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    def focus(self, row: int) -> None:
        """The keyboard is at a row."""
        if QAccessible.isActive() and self._view.hasFocus():
            event = QAccessibleEvent(self._view, QAccessible.Event.Focus)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    def _announce(self) -> None:
        text = "\n".join(self._texts)
        if self._count > READ:
            text = self.tr("%Ln new messages", "", self._count)
        self._texts, self._count = [], 0
        if self._view.isActiveWindow() and self._view.isVisible():
            event = QAccessibleAnnouncementEvent(self._view, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
