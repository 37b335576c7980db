"""How one line of the switcher looks, and the title above the first of each kind."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from chatapp.gui.counts import number
from chatapp.gui.plain import isolated
from chatapp.gui.sidelist import paint_ground
from chatapp.gui.switcher.entry import Entry, Kind
from chatapp.gui.switcher.model import Role
from chatapp.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SIDE = 6
_PADDING = 10
_GAP = 10
_SIGNS = {Kind.ROOM: "#", Kind.PERSON: "@", Kind.COMMAND: "›", Kind.NEW_ROOM: "+"}
_SMALL = 0.88
_NAME = 0.6
"""of the width, which a name may have before what stands beside it gives way"""


class ResultRow(QStyledItemDelegate):
    """Paints with the theme's tokens; the view's font sets the size."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def title_height(self, index: Index, font: QFont) -> int:
        """How much of the row's height belongs to the title of its kind; 0 within it."""
        return QFontMetrics(_small(font)).height() + 12 if index.data(Role.BEGINS) else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = option.font
        return QSize(120, max(30, QFontMetrics(font).height() + 12) + self.title_height(index, font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, font, whole, state = index.data(Role.ENTRY), option.font, option.rect, option.state
        painter.save()
        title = self.title_height(index, font)
        if title:
            self._paint_title(painter, whole, title, font, entry.kind)
        row = whole.adjusted(_SIDE, title + 1, -_SIDE, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, row, state, self._theme.tokens)
        inner = row.adjusted(_PADDING, 0, -_PADDING, 0)
        inner = self._paint_sign(painter, inner, font, entry)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_name(painter, self._paint_aside(painter, inner, font, entry, chosen=chosen), font, entry)
        painter.restore()

    def _paint_title(self, painter: QPainter, whole: QRect, height: int, font: QFont, kind: Kind) -> None:
        small = _small(font)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.tokens.text_muted))
        place = whole.adjusted(_SIDE + _PADDING, 4, -_SIDE - _PADDING, 0)
        place.setHeight(height - 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, self._title(kind))

    def _title(self, kind: Kind) -> str:
        match kind:
            case Kind.ROOM:
                return self.tr("Rooms")
            case Kind.PERSON:
                return self.tr("People")
            case Kind.COMMAND:
                return self.tr("Commands")
            case Kind.NEW_ROOM:
                return self.tr("New room")

    def _paint_sign(self, painter: QPainter, place: QRect, font: QFont, entry: Entry) -> QRect:
        """The sign of its kind; returns what is left."""
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.text_muted))
        room = QFontMetrics(font).horizontalAdvance("@") + 8
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sign = QRect(place.right() - room + 8 if mirrored else place.left(), place.top(), room - 8, place.height())
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, _SIGNS[entry.kind])
        return place.adjusted(0, 0, -room, 0) if mirrored else place.adjusted(room, 0, 0, 0)

    def _paint_aside(self, painter: QPainter, place: QRect, font: QFont, entry: Entry, *, chosen: bool) -> QRect:
        """What is unread, the shortcut or the detail, at the far end; returns what is left for the name."""
        tokens = self._theme.tokens
        name = QFontMetrics(_of_name(font, entry)).horizontalAdvance(entry.text)
        least = min(name, round(place.width() * _NAME))
        if entry.unread:
            place = self._paint_badge(painter, place, font, entry)
        small = _small(font)
        painter.setFont(small)
        metrics = QFontMetrics(small)
        for text, colour in ((entry.keys, tokens.text if chosen else tokens.text_muted), (entry.detail, None)):
            most = place.width() - least - _GAP
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most) if most > metrics.height() else ""
            if shown:
                painter.setPen(QColor(colour or tokens.text_muted))
                end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(place, end | Qt.TextFlag.TextSingleLine, shown)
                place = _cut(place, metrics.horizontalAdvance(shown) + _GAP, painter)
        return place

    def _paint_badge(self, painter: QPainter, place: QRect, font: QFont, entry: Entry) -> QRect:
        """The number of unread messages: filled where some are for this person. Returns what is left."""
        tokens = self._theme.tokens
        small = _small(font)
        small.setWeight(QFont.Weight.Bold)
        metrics = QFontMetrics(small)
        text = f"@{number(entry.mentions)}" if entry.mentions else number(entry.unread)
        badge = QRect(0, 0, max(metrics.height() + 2, metrics.horizontalAdvance(text) + 10), metrics.height() + 2)
        badge.moveCenter(place.center())
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        badge.moveLeft(place.left()) if mirrored else badge.moveRight(place.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.badge if entry.mentions else tokens.surface_pressed))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setFont(small)
        painter.setPen(QColor(tokens.badge_text if entry.mentions else tokens.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return _cut(place, badge.width() + _GAP, painter)

    def _paint_name(self, painter: QPainter, place: QRect, font: QFont, entry: Entry) -> None:
        quiet = entry.kind is Kind.ROOM and not entry.joined
        font = _of_name(font, entry)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.text_muted if quiet else self._theme.tokens.text))
        name = QFontMetrics(font).elidedText(entry.text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, side | Qt.TextFlag.TextSingleLine, isolated(name))


def _of_name(font: QFont, entry: Entry) -> QFont:
    made = QFont(font)
    if entry.unread:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _cut(place: QRect, width: int, painter: QPainter) -> QRect:
    """The place without `width` pixels at its trailing end."""
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return place.adjusted(width, 0, 0, 0) if mirrored else place.adjusted(0, 0, -width, 0)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
