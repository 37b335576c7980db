"""What the mouse does to a timeline: select, click links, hover."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from chatapp.gui.timeline.hits import Hit
from chatapp.gui.timeline.selection import Span, Spot, whole
from chatapp.text.links import Link

if TYPE_CHECKING:
    from chatapp.gui.timeline.view import TimelineView

_FRAME = 16
"""milliseconds between two steps while a drag scrolls"""
_AWAY = QPointF(-1, -1)
"""where the mouse is while it is elsewhere"""


class Pointer(QObject):
    """Press, drag and hover over a view. One click on a link, a reaction or the like acts; a drag,
    even one that ends there, selects.
    """

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view)
        self._view = view
        self._at = _AWAY
        self._pressed_at: QPointF | None = None
        self._third_at = _AWAY
        self._pressed_hit: Hit | None = None
        self._dragging = False
        self._clicks = 1
        self.hovered: int | None = None
        """the row under the mouse"""
        # Runs for as long as another click would be the third.
        self._third = QTimer(self)
        self._third.setSingleShot(True)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_FRAME)
        self._scrolling.timeout.connect(self._scroll)

    def press(self, event: QMouseEvent) -> None:
        """The left button went down."""
        self._at = self._pressed_at = event.position()
        self._dragging = False
        third = self._third.isActive() and self._near(self._third_at)
        self._third.stop()
        self._clicks = 3 if third else 1
        self._pressed_hit = self._view.hit_at(self._at) if self._clicks == 1 else None
        span = self._span()
        if span is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pressed_hit = None
            self._view.extend_selection(span)
        else:
            self._view.begin_selection(span)

    def double_click(self, event: QMouseEvent) -> None:
        """The left button went down a second time: a word."""
        self._at = self._pressed_at = self._third_at = event.position()
        self._third.start(QApplication.doubleClickInterval())
        self._dragging = False
        self._clicks = 2
        self._pressed_hit = None
        span = self._span()
        if span is not None:
            self._view.begin_selection(span)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved, with the left button down or not."""
        self._at = event.position()
        if self._pressed_at is None:
            self.hover()
            self._view.bar.show_at(self.hovered)
            return
        if not self._dragging and self._near(self._pressed_at):
            return
        self._dragging = True
        self._extend()
        outside = not 0 <= self._at.y() < self._view.viewport().height()
        if outside and not self._scrolling.isActive():
            self._scrolling.start()
        elif not outside:
            self._scrolling.stop()

    def release(self, event: QMouseEvent) -> None:
        """The left button went up."""
        self._at = event.position()
        self._scrolling.stop()
        hit = self._pressed_hit
        clicked = self._pressed_at is not None and not self._dragging
        self._pressed_at = self._pressed_hit = None
        self._view.offer_selection()
        found = self._view.row_at(self._at.y())
        if clicked and hit is not None and found is not None and hit == self._view.hit_at(self._at):
            self._view.act(found[0], hit)
        self.hover()

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._at = _AWAY
        self.hover()
        self._view.bar.leave()

    def hover(self) -> None:
        """Bring what is shown under the mouse in line with what is there."""
        view = self._view
        hovered = hit = None
        shape = Qt.CursorShape.ArrowCursor
        if self._pressed_at is None and view.viewport().rect().contains(self._at.toPoint()):
            found = view.row_at(self._at.y())
            hovered = None if found is None else found[0]
            hit = view.hit_at(self._at)
            if hit is not None:
                shape = Qt.CursorShape.PointingHandCursor
            elif view.over_text(self._at):
                shape = Qt.CursorShape.IBeamCursor
            if view.viewport().cursor().shape() != shape:
                view.viewport().setCursor(shape)
        view.target.show_target(hit.url if isinstance(hit, Link) else "", self._at.toPoint())
        if hovered != self.hovered:
            rows = {self.hovered, hovered}
            self.hovered = hovered
            view.update_rows(rows)

    def _near(self, other: QPointF) -> bool:
        return (self._at - other).manhattanLength() < QApplication.startDragDistance()

    def _span(self) -> Span | None:
        """What a click, by how many times, takes at where the mouse is."""
        spot = self._view.spot_at(self._at)
        if spot is None:
            return None
        if self._clicks == 3:
            return whole(spot.row)
        if self._clicks == 2:
            first, last = self._view.rows.row(spot.row).word_at(spot.place)
            return Spot(spot.row, first), Spot(spot.row, last)
        return spot, spot

    def _extend(self) -> None:
        span = self._span()
        if span is not None:
            self._view.extend_selection(span)

    def _scroll(self) -> None:
        y, height = self._at.y(), self._view.viewport().height()
        over = y if y < 0 else y - height
        self._view.scroll_by(round(over / 4) or (1 if over >= 0 else -1))
        self._extend()
