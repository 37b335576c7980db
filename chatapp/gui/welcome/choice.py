"""A large button: a picture, what it does, and one line about what that means."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

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
        self.setAccessibleDescription(about)
        self.setProperty("look", "choice")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def describe(self, about: str) -> None:
        self._about = about
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
        room = QRect(0, 0, max(1, width - 2 * MARGIN - PICTURE - GAP), 10_000)
        about = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._about).height()
        return max(PICTURE, QFontMetrics(self._title_font()).height() + 2 + about) + 2 * MARGIN

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inner = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = inner.right() - PICTURE if mirrored else inner.left()
        colour = tokens.accent if self.isEnabled() else tokens.text_muted
        density = self.devicePixelRatioF()
        painter.drawPixmap(left, inner.top() + 2, pixmap(self._picture, colour, PICTURE, density))
        words = inner.adjusted(0, 0, -PICTURE - GAP, 0) if mirrored else inner.adjusted(PICTURE + GAP, 0, 0, 0)
        self._paint_words(painter, words)

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
