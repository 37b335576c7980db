"""One emoji to press, outside of the grid."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from chatapp.gui.emoji.font import CELL, cell_font, emoji_pen
from chatapp.gui.plain import tooltip
from chatapp.gui.theme.theme import Theme

_BUTTON_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Select}
_RADIUS = 7.0


class EmojiButton(QAbstractButton):
    """Looks like a cell of the grid. Space and Enter press it; all other keys are its parent's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.emoji = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_emoji(self, characters: str, name: str) -> None:
        self.emoji = characters
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))
        self.update()

    def sizeHint(self) -> QSize:
        side = round(cell_font(self.font()).pixelSize() * CELL)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _BUTTON_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()  # Qt's own buttons would take the arrows, and go round with them

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), tokens.ring))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        elif self.underMouse() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if self.isChecked() else tokens.surface_hover))
            painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
        font = cell_font(self.font())
        font.setPixelSize(min(font.pixelSize(), max(round(self.height() / CELL), 1)))
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))  # of glyphs without colours of their own
        painter.drawText(QRectF(self.rect()).center() + emoji_pen(font), self.emoji)
