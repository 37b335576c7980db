"""The button that leads back to the newest message."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from chatapp.gui.theme.theme import Theme

MOST = 999
"""more new messages than this are not counted"""


class JumpButton(QAbstractButton):
    """`↓ 3 new`; without new messages the arrow alone. Painted by hand: it lies over every frame while one scrolls, and
    a style sheet takes a third of the time of all messages under it.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        # Not in the way of the Tab key: End does the same.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_count(self, new: int) -> None:
        """Say how many messages came since the reader left the newest one."""
        if new:
            text = self.tr("↓ %Ln new", "", new) if new <= MOST else self.tr("↓ %Ln+ new", "", MOST)
            spoken = self.tr("%Ln new messages", "", new)
        else:
            text, spoken = "↓", self.tr("To the newest message")
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(spoken)
            self.setToolTip(spoken)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        height = round(metrics.height() * 1.75)
        return QSize(max(height, metrics.horizontalAdvance(self.text()) + round(metrics.height() * 1.8)), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        ground = tokens.accent_pressed if self.isDown() else tokens.accent_hover if self.underMouse() else tokens.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent_text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
