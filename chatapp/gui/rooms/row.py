"""How one room looks in the list, and the title above the first of each section."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from chatapp.gui.counts import number
from chatapp.gui.plain import isolated
from chatapp.gui.rooms.model import FoundRooms, Role
from chatapp.gui.sidelist import paint_ground
from chatapp.gui.theme.icons import pixmap
from chatapp.gui.theme.theme import Theme
from chatapp.gui.told.marks import badge_text, paint_pill, pill_size
from chatapp.gui.told.summary import Badge

Index = QModelIndex | QPersistentModelIndex
SIDE = 8
PADDING = 10


class RoomRow(QStyledItemDelegate):
    """Paints with the theme's tokens; the view's font sets the size."""

    def __init__(self, theme: Theme, model: FoundRooms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def title_height(self, row: int, font: QFont) -> int:
        """How much of the row's height belongs to the section's title; 0 within a section."""
        return (
            QFontMetrics(_small(font)).height() + self._theme.spaced(18, 12) if self._model.begins_section(row) else 0
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = option.font
        height = max(self._theme.spaced(32, 24), QFontMetrics(font).height() + self._theme.spaced(12, 4))
        return QSize(120, height + self.title_height(index.row(), font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        font = option.font
        whole = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = self.title_height(index.row(), font)
        if title:
            self._paint_title(painter, whole, title, font, joined=bool(index.data(Role.JOINED)))
        row = whole.adjusted(SIDE, title + 1, -SIDE, -1)
        paint_ground(painter, row, state, self._theme.tokens)
        inner = row.adjusted(PADDING, 0, -PADDING, 0)
        inner = self._paint_numbers(painter, inner, font, index)
        self._paint_name(painter, inner, font, index)
        painter.restore()

    def _paint_title(self, painter: QPainter, whole: QRect, height: int, font: QFont, *, joined: bool) -> None:
        small = _small(font)
        small.setWeight(QFont.Weight.DemiBold)
        small.setCapitalization(QFont.Capitalization.AllUppercase)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.tokens.text_muted))
        place = whole.adjusted(SIDE + PADDING, 0, -SIDE - PADDING, 0)
        place.setHeight(height - 2)
        place.setTop(place.bottom() - QFontMetrics(small).height())
        text = self.tr("Joined") if joined else self.tr("Other rooms")
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_numbers(self, painter: QPainter, place: QRect, font: QFont, index: Index) -> QRect:
        """The count of people at the far end, before it the badge, or that the room is muted; returns what is left for
        the name."""
        tokens = self._theme.tokens
        small = _small(font)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        people = index.data(Role.PEOPLE)
        count = number(people) if people is not None else ""
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, count)
        place = _cut(place, max(metrics.horizontalAdvance("000"), metrics.horizontalAdvance(count)) + 4, painter)
        badge: Badge = index.data(Role.BADGE)
        if badge.unread:
            small.setWeight(QFont.Weight.Bold)
            text = badge_text(badge)
            size = pill_size(text, small)
            ground, ink = (tokens.badge, tokens.badge_text) if badge.calls else (tokens.surface_pressed, tokens.text)
            paint_pill(painter, QRectF(_at_end(place, size, painter)), text, small, ground=ground, ink=ink)
            place = _cut(place, size.width() + 6, painter)
        elif index.data(Role.MUTED):
            side = metrics.height()
            density = painter.device().devicePixelRatioF()
            sign = _at_end(place, QSize(side, side), painter)
            painter.drawPixmap(sign, pixmap("bell-off", tokens.text_muted, side, density))
            place = _cut(place, side + 6, painter)
        return place

    def _paint_name(self, painter: QPainter, place: QRect, font: QFont, index: Index) -> None:
        tokens = self._theme.tokens
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(place, side, "#")
        step = QFontMetrics(font).horizontalAdvance("# ") + 2
        place = place.adjusted(0, 0, -step, 0) if _mirrored(painter) else place.adjusted(step, 0, 0, 0)
        name_font = QFont(font)
        if index.data(Role.BADGE).stands_out:
            name_font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(name_font)
        painter.setPen(QColor(tokens.text if index.data(Role.JOINED) else tokens.text_muted))
        name = QFontMetrics(name_font).elidedText(index.data(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side | Qt.TextFlag.TextSingleLine, isolated(name))


def _at_end(place: QRect, size: QSize, painter: QPainter) -> QRect:
    """A rectangle of that size in the middle of the place's trailing end."""
    made = QRect(QPoint(), size)
    made.moveCenter(place.center())
    made.moveRight(place.right()) if not _mirrored(painter) else made.moveLeft(place.left())
    return made


def _mirrored(painter: QPainter) -> bool:
    return painter.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _cut(place: QRect, width: int, painter: QPainter) -> QRect:
    """The place without `width` pixels at its trailing end."""
    return place.adjusted(width, 0, 0, 0) if _mirrored(painter) else place.adjusted(0, 0, -width, 0)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small
