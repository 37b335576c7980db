"""A large button: a picture, what it does, and one line about what that means."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from chatapp.gui.theme.icons import pixmap
from chatapp.gui.theme.theme import Theme

MARGIN = 16
PICTURE = 32
GAP = 14


class Choice(QPushButton):
    """Its text is the title; the description belongs to its accessible description too."""

    def __init__(self, theme: Theme, picture: str, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self._picture = picture
        self._about = about
        self._heights: dict[int, int] = {}
        self.setAccessibleDescription(about)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._measure)

    def describe(self, about: str) -> None:
        self._about = about
        self._heights.clear()
        self.setAccessibleDescription(about)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks some eighty times before the window is there.
        if width not in self._heights:
            side = self._theme.sized(PICTURE)
            room = QRect(0, 0, max(1, width - 2 * MARGIN - side - GAP), 10_000)
            about = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._about).height()
            words = QFontMetrics(self._title_font()).height() + 2 + about
            self._heights[width] = max(side, words) + 2 * MARGIN
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def _measure(self) -> None:
        """Forget how high it has to be: the text, or what is beside it, may be of another size."""
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        self._paint_ground(painter)
        inner = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = self._theme.sized(PICTURE)
        left = inner.right() - side if mirrored else inner.left()
        colour = tokens.accent if self.isEnabled() else tokens.text_muted
        density = self.devicePixelRatioF()
        painter.drawPixmap(left, inner.top() + 2, pixmap(self._picture, colour, side, density))
        words = inner.adjusted(0, 0, -side - GAP, 0) if mirrored else inner.adjusted(side + GAP, 0, 0, 0)
        self._paint_words(painter, words)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        hovered = self.isEnabled() and self.underMouse()
        ground = tokens.surface_pressed if self.isDown() else tokens.surface_hover if hovered else tokens.surface
        edge = tokens.focus if self.hasFocus() else tokens.accent if hovered else tokens.border_strong
        width = tokens.ring if self.hasFocus() else tokens.ring - 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 8, 8)

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        tokens = self._theme.tokens
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        font = self._title_font()
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.text_muted))
        painter.drawText(place, side, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text_muted))
        below = place.adjusted(0, QFontMetrics(font).height() + 2, 0, 0)
        painter.drawText(below, side | Qt.TextFlag.TextWordWrap, self._about)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        return font
