"""A window that stands beside what it was opened from, with round corners, until one presses elsewhere."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBitmap, QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from chatapp.gui.theme.theme import Theme

_GAP = 4
_RADIUS = 10.0


class PopupFrame(QWidget):
    """What is in it, and how large it wants to be, is its subclass's to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._anchor: QWidget | None = None
        # Where windows are always composited the corners are transparent; X11 may do without, so there they are cut.
        self._cut_corners = QGuiApplication.platformName() == "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._cut_corners)
        theme.changed.connect(self.update)

    def show_at(self, anchor: QWidget) -> None:
        """Show it above the anchor, or below where there is more room, on the anchor's screen."""
        self._anchor = anchor
        available = anchor.screen().availableGeometry()
        target = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setGeometry(placed(target, self.sizeHint(), available, mirrored=mirrored))
        self.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The press that closes it must not open it again when it lands on the button that did.
        anchor = self._anchor
        on_anchor = anchor is not None and anchor.rect().contains(
            anchor.mapFromGlobal(event.globalPosition().toPoint())
        )
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, on_anchor)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cut_corners:
            mask = QBitmap(self.size())
            mask.fill(Qt.GlobalColor.color0)
            painter = QPainter(mask)
            painter.setBrush(Qt.GlobalColor.color1)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)
            painter.end()
            self.setMask(mask)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._cut_corners:
            painter.fillRect(self.rect(), edge(self._theme))
        paint_sheet(painter, self.rect(), self._theme, _RADIUS)


def paint_sheet(painter: QPainter, rect: QRect, theme: Theme, radius: float) -> None:
    """The ground of something that lies over the rest of the window."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge(theme), 1))
    painter.setBrush(QColor(theme.tokens.surface))
    painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def edge(theme: Theme) -> QColor:
    """Between the two borders: nothing is typed here, yet it has to stand out from what is beneath."""
    one, other = QColor(theme.tokens.border), QColor(theme.tokens.border_strong)
    return QColor((one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2)


def placed(anchor: QRect, size: QSize, available: QRect, *, mirrored: bool = False) -> QRect:
    """Where a popup of this size goes: above the anchor, else below, else where there is more room, made smaller.

    It starts at the anchor's leading edge and is moved and narrowed to lie within `available` entirely.
    """
    above = anchor.top() - _GAP - available.top()
    below = available.bottom() + 1 - (anchor.bottom() + 1 + _GAP)
    width = min(size.width(), available.width())
    upwards = above >= size.height() or above >= below
    height = max(min(size.height(), above if upwards else below, available.height()), min(120, available.height()))
    left = anchor.right() + 1 - width if mirrored else anchor.left()
    top = anchor.top() - _GAP - height if upwards else anchor.bottom() + 1 + _GAP
    return QRect(
        max(available.left(), min(left, available.right() + 1 - width)),
        max(available.top(), min(top, available.bottom() + 1 - height)),
        width,
        height,
    )
