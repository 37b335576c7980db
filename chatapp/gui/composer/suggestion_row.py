"""How one suggestion looks: its picture or letter, its title, more words, and the key that takes it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from chatapp.gui.composer.suggestion import Role, Suggestion
from chatapp.gui.emoji.font import emoji_font, emoji_pen
from chatapp.gui.people.row import initial
from chatapp.gui.plain import isolated
from chatapp.gui.sidelist import paint_ground
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import author_colour

Index = QModelIndex | QPersistentModelIndex
PADDING = 8
GAP = 10
SMALL = 0.85
_SIDE = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class SuggestionRow(QStyledItemDelegate):
    """Paints with the theme's tokens; the view's font sets the size. All rows are as high."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.taken_by_tab = 0
        """the row that Tab takes"""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Suggestion = index.data(Role.SUGGESTION)
        metrics, small = QFontMetrics(option.font), QFontMetrics(_small(option.font))
        height = max(30, metrics.height() + 12)
        detail = small.horizontalAdvance(row.detail) + GAP if row.detail else 0
        words = metrics.horizontalAdvance(row.title) + detail
        key = small.horizontalAdvance(_tab()) + 2 * PADDING + GAP
        return QSize(2 * PADDING + _picture(height) + GAP + words + key + PADDING, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: Suggestion = index.data(Role.SUGGESTION)
        painter.setLayoutDirection(option.direction)
        paint_ground(painter, option.rect, option.state & ~QStyle.StateFlag.State_HasFocus, self._theme.tokens)
        inner = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        inner = self._paint_picture(painter, inner, option, row)
        if index.row() == self.taken_by_tab:
            inner = self._paint_key(painter, inner, option)
        self._paint_words(painter, inner, option, row)
        painter.restore()

    def _paint_picture(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, row: Suggestion) -> QRect:
        """The emoji, or the first letter in a round of the author's colour; returns what is left."""
        side = _picture(place.height())
        box = _at_start(place, side, option)
        tokens = self._theme.tokens
        if row.emoji:
            font = emoji_font(round(side * 0.9))
            painter.setFont(font)
            painter.setPen(QColor(tokens.text))
            painter.drawText(QRectF(box).center() + QPointF(emoji_pen(font)), row.emoji)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(author_colour(row.title, tokens))
            painter.drawEllipse(box)
            letter = _small(option.font)
            letter.setWeight(QFont.Weight.DemiBold)
            painter.setFont(letter)
            painter.setPen(QColor(tokens.window))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initial(row.title))
        return _without_start(place, side + GAP, option)

    def _paint_key(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> QRect:
        """The key at the far end; returns what is left."""
        tokens = self._theme.tokens
        font = _small(option.font)
        width = QFontMetrics(font).horizontalAdvance(_tab()) + 2 * PADDING
        height = QFontMetrics(font).height() + 2
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        cap = QRectF(0, 0, width, height)
        cap.moveCenter(QPointF(QRectF(place).center()))
        cap.moveLeft(place.left()) if mirrored else cap.moveRight(place.right())
        painter.setPen(QPen(QColor(tokens.border_strong), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, _tab())
        used = width + GAP
        return place.adjusted(used, 0, 0, 0) if mirrored else place.adjusted(0, 0, -used, 0)

    def _paint_words(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, row: Suggestion) -> None:
        tokens, metrics = self._theme.tokens, QFontMetrics(option.font)
        title = metrics.elidedText(isolated(row.title), Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(place, _SIDE | Qt.TextFlag.TextSingleLine, isolated(title))
        left = _without_start(place, metrics.horizontalAdvance(title) + GAP, option)
        small = _small(option.font)
        if row.detail and left.width() > GAP:
            painter.setFont(small)
            painter.setPen(QColor(tokens.text_muted))
            detail = QFontMetrics(small).elidedText(row.detail, Qt.TextElideMode.ElideRight, left.width())
            painter.drawText(left, _SIDE | Qt.TextFlag.TextSingleLine, isolated(detail))


def _tab() -> str:
    return QKeySequence(Qt.Key.Key_Tab).toString(QKeySequence.SequenceFormat.NativeText)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return small


def _picture(height: int) -> int:
    return height - 10


def _at_start(place: QRect, side: int, option: QStyleOptionViewItem) -> QRect:
    box = QRect(0, 0, side, side)
    box.moveCenter(place.center())
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    box.moveRight(place.right()) if mirrored else box.moveLeft(place.left())
    return box


def _without_start(place: QRect, width: int, option: QStyleOptionViewItem) -> QRect:
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    return place.adjusted(0, 0, -width, 0) if mirrored else place.adjusted(width, 0, 0, 0)
