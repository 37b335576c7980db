"""What a screen reader sees of the links in a message."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow

from chatapp.text.links import Link

if TYPE_CHECKING:
    from chatapp.gui.timeline.accessible import MessageItem

# By None Qt means "there is none"; its types for Python do not say so.
_NOBODY = cast("QAccessibleInterface", None)
_NO_OBJECT = cast("QObject", None)


class LinkItem(QAccessibleInterface):
    """A link in a message: its name is what is shown of it, its description where it leads."""

    def __init__(self, message: "MessageItem", number: int) -> None:
        super().__init__()
        self._message = message
        self.number = number

    def _link(self) -> Link | None:
        links = self._message.links() if self._message.isValid() else ()
        return links[self.number] if self.number < len(links) else None

    def isValid(self) -> bool:
        return self._link() is not None

    def object(self) -> QObject:
        return _NO_OBJECT

    def window(self) -> QWindow:
        return self._message.window()

    def parent(self) -> QAccessibleInterface:
        return self._message

    def child(self, _index: int) -> QAccessibleInterface:
        return _NOBODY

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        return _NOBODY

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def text(self, kind: QAccessible.Text) -> str:
        link = self._link()
        if link is None:
            return ""
        if kind == QAccessible.Text.Description:
            return link.url
        return self._message.said()[link.start : link.end] if kind == QAccessible.Text.Name else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """A link cannot be changed this way."""

    def rect(self) -> QRect:
        """In pixels of the screen, of its first line: a click there opens it. Empty where that does not show."""
        link, view = self._link(), self._message.view
        top = dict(view.visible()).get(self._message.row)
        if link is None or top is None:
            return QRect()
        place = view.rows.row(self._message.row).place_of(link).translated(0, top).toRect()
        place = place.intersected(view.viewport().rect())
        return QRect(view.viewport().mapToGlobal(place.topLeft()), place.size()) if place.isValid() else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.invalid = int(not self.isValid())
        state.linked = state.readOnly = 1
        state.offscreen = int(self.rect().isEmpty())
        return state
