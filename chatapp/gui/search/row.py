"""How one hit looks: author, room and time, and beneath them the excerpt with the words marked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from chatapp.gui import names
from chatapp.gui.plain import isolated
from chatapp.gui.search.excerpt import Excerpt
from chatapp.gui.search.model import Role
from chatapp.gui.sidelist import paint_ground
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import author_colour
from chatapp.gui.timeline.body import from_utf16, to_utf16

Index = QModelIndex | QPersistentModelIndex
SIDE = 8
PADDING = 10
LINES = 2
"""of the excerpt"""


class HitRow(QStyledItemDelegate):
    """Paints with the theme's tokens; the view's font sets the size. All rows are as high."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.with_rooms = True
        """name each hit's room: they are not all of one"""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  # all rows are as high
        line = QFontMetrics(option.font).lineSpacing()
        return QSize(160, (1 + LINES) * line + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(SIDE, 1, -SIDE, -1)
        paint_ground(painter, row, option.state, self._theme.tokens)
        inner = row.adjusted(PADDING, PADDING - 1, -PADDING, 1 - PADDING)
        line = QFontMetrics(option.font).lineSpacing()
        head = QRect(inner.left(), inner.top(), inner.width(), line)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_head(painter, head, option.font, index, chosen=chosen)
        self._paint_excerpt(painter, inner.adjusted(0, line, 0, 0), option.font, index.data(Role.EXCERPT))
        painter.restore()

    def _paint_head(self, painter: QPainter, place: QRect, font: QFont, index: Index, *, chosen: bool) -> None:
        """The author, then the room, and the time at the far end."""
        tokens = self._theme.tokens
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.87)
        painter.setFont(small)
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignTrailing | side, index.data(Role.WHEN))
        taken = QFontMetrics(small).horizontalAdvance(index.data(Role.WHEN)) + 8
        place = place.adjusted(taken, 0, 0, 0) if mirrored else place.adjusted(0, 0, -taken, 0)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(strong)
        room = names.room(index.data(Role.ROOM)) if self.with_rooms else ""
        most = place.width() if not room else max(place.width() * 6 // 10, place.width() - 80)
        author = metrics.elidedText(index.data(Role.AUTHOR), Qt.TextElideMode.ElideRight, most)
        painter.setFont(strong)
        # Their colour is made to be read on the plain ground.
        painter.setPen(QColor(tokens.text) if chosen else author_colour(index.data(Role.AUTHOR), tokens))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | side, isolated(author))
        taken = metrics.horizontalAdvance(author) + 8
        place = place.adjusted(0, 0, -taken, 0) if mirrored else place.adjusted(taken, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(QColor(tokens.text_muted))
        room = QFontMetrics(small).elidedText(room, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | side, isolated(room))

    def _paint_excerpt(self, painter: QPainter, place: QRect, font: QFont, found: Excerpt) -> None:
        tokens = self._theme.tokens
        mark = QTextCharFormat()
        mark.setBackground(QColor(tokens.selection))
        mark.setForeground(QColor(tokens.selection_text))
        mark.setFontWeight(QFont.Weight.DemiBold)
        layout = _laid_out(found, font, mark, place.width())
        painter.setPen(QColor(tokens.text))
        layout.draw(painter, QPointF(place.topLeft()))


def _laid_out(found: Excerpt, font: QFont, mark: QTextCharFormat, width: int) -> QTextLayout:
    """As much of the excerpt as its lines hold."""
    layout = _layout(found, font, mark, width)
    fits, kept = _held(layout, found.text), found.text
    while fits < len(found.text):
        # What takes the place of the last characters may be wider than they were, or go to a line of its own.
        kept = kept[: min(fits, len(kept)) - 1].rstrip()
        marks = tuple((start, min(end, len(kept))) for start, end in found.marks if start < len(kept))
        layout = _layout(Excerpt(kept + "…", marks), font, mark, width)
        if not kept or _held(layout, kept + "…") > len(kept):
            break
    return layout


def _held(layout: QTextLayout, text: str) -> int:
    """How many code points of its text the lines hold."""
    last = layout.lineAt(layout.lineCount() - 1)
    return from_utf16(text, last.textStart() + last.textLength()) if last.isValid() else len(text)


def _layout(found: Excerpt, font: QFont, mark: QTextCharFormat, width: int) -> QTextLayout:
    layout = QTextLayout(found.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats([_range(found.text, start, end, mark) for start, end in found.marks])
    layout.beginLayout()
    y = 0.0
    for _ in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _range(text: str, start: int, end: int, of: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = to_utf16(text, start)
    made.length = to_utf16(text, end) - made.start
    made.format = of
    return made
