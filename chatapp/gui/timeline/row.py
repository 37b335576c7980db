"""What every row of a timeline has: separators above it, and the ways in which all of it can be marked."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from chatapp.gui.timeline.heads import Head
from chatapp.gui.timeline.hits import Hit
from chatapp.gui.timeline.look import Label, Look
from chatapp.text.links import Link


class Marks(NamedTuple):
    """What of a row is set off."""

    selected: tuple[int, int] | None = None
    """code points: the first, and the one after the last"""
    hovered: bool = False
    ringed: bool = False
    flash: float = 0.0
    """from 0 to 1: how bright it still is after it was jumped to"""


UNMARKED = Marks()
"""as nearly all rows are"""


class Row:
    """What an entry is under what stands above it, laid out for one look. Coordinates begin at its upper left corner.

    A kind of row sets `height` and `_own_top`, from where on it is the entry's own, and paints what is in it.
    """

    __slots__ = ("_called", "_day", "_day_top", "_look", "_new", "_new_top", "_own_top", "_tame", "height")

    length: int = 0
    """how many code points can be selected"""
    height: int

    def __init__(self, look: Look, head: Head) -> None:
        self._look = look
        self._day = self._new = None
        # Whether nothing in it can reach over its edges.
        self._tame = True
        # Whether it calls the person who looks at it by name.
        self._called = False
        y = 0.0
        if head.day is not None:
            self._day = look.label(look.day_name(head.day), look.small, look.width / 2)
            self._day_top = y
            y += look.line * 2.2
        if head.new:
            self._new = look.label(QCoreApplication.translate("Timeline", "new"), look.small, look.width / 2)
            self._new_top = y
            y += look.line * 1.3
        self._own_top = y

    @property
    def links(self) -> Sequence[Link]:
        """The links of its text."""
        return ()

    def place_of(self, _link: Link) -> QRectF:
        """Where one of them is drawn, on the first of its lines."""
        return QRectF()

    def message_rect(self) -> QRect:
        """The row without the separators above it."""
        top = int(self._own_top)
        return QRect(0, top, self._look.width, self.height - top)

    # Where

    def index_at(self, _x: float, _y: float) -> int:
        """The code point before which a click there stands."""
        return 0

    def over_text(self, _x: float, _y: float) -> bool:
        """Whether text that can be selected is drawn there."""
        return False

    def hit_at(self, _x: float, _y: float) -> Hit | None:
        """What a click there means."""
        return None

    def hint_at(self, _x: float, _y: float) -> str:
        """What is to be said of what is drawn there; empty for nothing."""
        return ""

    def word_at(self, _index: int) -> tuple[int, int]:
        """The word around a code point: its first one, and the one after it. What is between words counts as one."""
        return 0, 0

    # Painting

    def paint(self, painter: QPainter, top: int, clip: QRectF, marks: Marks) -> None:
        """Paint the row with its upper edge at `top`; `clip` is what is to be painted of the view."""
        look = self._look
        if not self._tame:
            painter.setClipRect(QRectF(0, top, look.width, self.height))
        if marks is not UNMARKED or self._called:
            self._paint_ground(painter, top, marks)
        if self._day is not None:
            self._paint_separator(painter, self._day, top + self._day_top, look.line * 2.2, look.rule, muted=True)
        if self._new is not None:
            self._paint_separator(painter, self._new, top + self._new_top, look.line * 1.3, look.accent)
        self._paint_own(painter, top, clip, marks)
        if marks is not UNMARKED and marks.ringed:
            painter.setPen(look.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = QRectF(self.message_rect().translated(0, top))
            painter.drawRoundedRect(place.adjusted(3, 1, -3, -1), 6, 6)
        if not self._tame:
            painter.setClipping(False)

    def _paint_ground(self, painter: QPainter, top: int, marks: Marks) -> None:
        look, place = self._look, self.message_rect().translated(0, top)
        if marks.hovered:
            painter.fillRect(place, look.hover)
        if self._called:
            painter.fillRect(place, look.call_ground)
            painter.fillRect(QRectF(look.left(0, 3), place.top(), 3, place.height()), look.call_bar)
        if marks.flash:
            ground = QColor(look.flash)
            ground.setAlphaF(marks.flash)
            painter.fillRect(place, ground)

    def _paint_own(self, painter: QPainter, top: int, clip: QRectF, marks: Marks) -> None:
        raise NotImplementedError

    def _paint_separator(
        self, painter: QPainter, label: Label, top: float, height: float, colour: QColor, *, muted: bool = False
    ) -> None:
        look = self._look
        middle = top + height / 2
        x = (look.width - label.width) / 2
        painter.setPen(QPen(colour, 1))
        edge = round(middle) + 0.5
        painter.drawLine(QPointF(look.margin, edge), QPointF(x - look.gap, edge))
        painter.drawLine(QPointF(x + label.width + look.gap, edge), QPointF(look.width - look.margin, edge))
        label.paint(painter, x, middle + look.small_middle, look.muted if muted else colour)
