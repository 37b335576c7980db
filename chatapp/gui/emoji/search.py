"""The search field: a magnifying glass before the text, a cross behind it that clears it."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from chatapp.gui.theme.look import aligned
from chatapp.gui.theme.theme import Theme

_ROOM = 26
"""for the magnifying glass, beside text of the usual height"""
_USUAL = 15.0


class SearchField(QLineEdit):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        aligned(self)
        self._theme = theme
        self.setPlaceholderText(self.tr("Search emoji"))
        self.setAccessibleName(self.tr("Search emoji"))
        self._clear = QAction(self.tr("Clear search"), self)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        theme.changed.connect(self._restyle)
        self._restyle()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange}:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_pen(self._theme.tokens.text_muted))
        scale = self._scale()
        painter.translate(self.width() - _ROOM * scale if mirrored else 10, self.height() / 2 - 8 * scale)
        painter.scale(scale, scale)
        painter.drawEllipse(QPointF(7, 7), 4.2, 4.2)
        painter.drawLine(QPointF(10.3, 10.3), QPointF(13.4, 13.4))

    def _scale(self) -> float:
        """Pictures grow with the text."""
        return max(QFontMetricsF(self.font()).height() / _USUAL, 1.0)

    def _fit(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = round(_ROOM * self._scale())
        self.setTextMargins(0 if mirrored else room, 0, room if mirrored else 0, 0)

    def _restyle(self) -> None:
        tokens = self._theme.tokens
        ring = tokens.ring
        self._clear.setIcon(_cross(tokens.text_muted))
        self.setStyleSheet(f"""
            QLineEdit {{
                background: {tokens.window}; color: {tokens.text}; border: 1px solid {tokens.border_strong};
                border-radius: 7px; padding: 5px 4px; placeholder-text-color: {tokens.text_muted};
                selection-background-color: {tokens.selection}; selection-color: {tokens.selection_text};
            }}
            QLineEdit:focus {{ border: {ring}px solid {tokens.focus}; padding: {6 - ring}px {5 - ring}px; }}
        """)


def _pen(colour: str) -> QPen:
    return QPen(QColor(colour), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _cross(colour: str) -> QIcon:
    scale = 3  # sharp on dense screens
    pixmap = QPixmap(16 * scale, 16 * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setPen(_pen(colour))
    painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5))
    painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5))
    painter.end()
    return QIcon(pixmap)
