"""The line that says where the link under the mouse leads, before anybody clicks on it."""

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from chatapp.gui.theme.theme import Theme

_PART = 0.7
"""of the view's width, at most"""


class TargetLine(QWidget):
    """Stands in the lower corner at which lines begin, and in the other one while the mouse is there: it never covers
    what one points at. It is not in the way of the mouse, and a screen reader reads the link itself.
    """

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._theme = theme
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text

    def show_target(self, url: str, at: QPoint) -> None:
        """Say where the link at a point of the viewport leads; nothing for an empty URL."""
        if not url:
            if self._text:
                self._text = ""
                self.hide()
            return
        viewport = self.parentWidget()
        assert viewport is not None
        if url != self._text:
            self._text = url
            self.resize(self.sizeHint())
            self.update()
        place = self.rect()
        place.moveBottomLeft(viewport.rect().bottomLeft())
        other = self.rect()
        other.moveBottomRight(viewport.rect().bottomRight())
        if self.isRightToLeft():
            place, other = other, place
        # Not even near the mouse: the link may be on the line above.
        near = place.adjusted(0, -place.height(), 0, 0)
        self.move((other if near.contains(at) else place).topLeft())
        self.show()

    @property
    def cut(self) -> bool:
        """Whether there is no room for all of it."""
        return self.width() < self._wanted()

    def _wanted(self) -> int:
        metrics = QFontMetricsF(self.font())
        return ceil(metrics.horizontalAdvance(self._text) + metrics.height()) + 2

    def sizeHint(self) -> QSize:
        viewport = self.parentWidget()
        most = round(viewport.width() * _PART) if viewport is not None else 0
        return QSize(min(most, self._wanted()), round(self.fontMetrics().height() * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        metrics = self.fontMetrics()
        room = self.rect().adjusted(metrics.height() // 2, 0, -(metrics.height() // 2), 0)
        painter.setPen(QColor(tokens.text_muted))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        # The host stands at the beginning of an address, and must not be what is left out.
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
