"""How one host that was found looks: its name, and beneath it what there is to know; a lock where one needs a key."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from chatapp.gui.plain import isolated
from chatapp.gui.sidelist import paint_ground
from chatapp.gui.theme.icons import pixmap
from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.found.model import Role

Index = QModelIndex | QPersistentModelIndex
SIDE = 3
PADDING = 8
GAP = 10
PICTURE = 22
LOCK = 16
SMALL = 0.88


class FoundRow(QStyledItemDelegate):
    """Paints with the theme's tokens; the view's font sets the size. All rows are as high."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, font: QFont) -> int:
        """Of every row, in logical pixels."""
        lines = QFontMetrics(font).height() + QFontMetrics(_small(font)).height()
        return lines + self._theme.spaced(2 * PADDING, PADDING)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  # all rows are as high
        return QSize(160, self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(SIDE, 1, -SIDE, -1)
        paint_ground(painter, row, option.state, tokens)
        place = row.adjusted(PADDING, 0, -PADDING, 0)
        gone = bool(index.data(Role.GONE))
        place = self._picture(painter, place, "host", PICTURE, tokens.text_muted if gone else tokens.accent, first=True)
        if index.data(Role.SERVER).locked and not gone:
            place = self._picture(painter, place, "lock", LOCK, tokens.text_muted, first=False)
        name, about = option.font, _small(option.font)
        name.setWeight(QFont.Weight.DemiBold)
        heights = QFontMetrics(name).height(), QFontMetrics(about).height()
        top = place.center().y() - sum(heights) // 2
        lines = (
            (name, index.data(), tokens.text_muted if gone else tokens.text),
            (about, index.data(Role.ABOUT), tokens.text_muted),
        )
        for (font, text, colour), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            line = QRect(place.left(), top, place.width(), height)
            side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, side | Qt.TextFlag.TextSingleLine, isolated(shown))
            top += height
        painter.restore()

    def _picture(self, painter: QPainter, place: QRect, name: str, size: int, colour: str, *, first: bool) -> QRect:
        """A picture at the leading or the trailing end; returns what is left for the rest."""
        side = self._theme.sized(size)
        at_left = first is not (painter.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        left = place.left() if at_left else place.right() + 1 - side
        top = place.center().y() - side // 2
        painter.drawPixmap(left, top, pixmap(name, colour, side, painter.device().devicePixelRatioF()))
        taken = side + GAP
        return place.adjusted(taken, 0, 0, 0) if at_left else place.adjusted(0, 0, -taken, 0)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return small
