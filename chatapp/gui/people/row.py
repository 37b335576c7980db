"""How one person looks in the list: a letter on their colour, the name, a mark for whether it is theirs, and a word for
the owner and oneself."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from chatapp.gui.names import person
from chatapp.gui.people.model import Role
from chatapp.gui.plain import isolated
from chatapp.gui.sidelist import paint_ground
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import author_colour
from chatapp.session.acquaintances import Acquaintance, Tie

Index = QModelIndex | QPersistentModelIndex
SIDE = 8
PADDING = 8
GAP = 8
MARK_GAP = 4
"""pixels between a name and what is known of it"""
WORDS = 0.35
"""of the width; of more, words leave to a name what it needs"""


class PersonRow(QStyledItemDelegate):
    """Paints with the theme's tokens; the view's font sets the size."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  # all rows are as high
        return QSize(
            100, max(self._theme.spaced(34, 26), QFontMetrics(option.font).height() + self._theme.spaced(14, 6))
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(SIDE, 1, -SIDE, -1)
        # A click mentions, and is done with.
        paint_ground(painter, row, option.state & ~QStyle.StateFlag.State_Selected, self._theme.tokens)
        inner = row.adjusted(PADDING, 0, -PADDING, 0)
        inner = self._paint_letter(painter, inner, option.font, index)
        inner = self._paint_word(painter, inner, option.font, index)
        self._paint_name(painter, inner, option.font, index)
        painter.restore()

    def _paint_letter(self, painter: QPainter, place: QRect, font: QFont, index: Index) -> QRect:
        """The first letter in a round of the author's colour; returns what is left."""
        tokens = self._theme.tokens
        side = min(place.height() - self._theme.spaced(8, 4), QFontMetrics(font).height() + 4)
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        badge = QRect(0, 0, side, side)
        badge.moveCenter(place.center())
        badge.moveRight(place.right()) if mirrored else badge.moveLeft(place.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(author_colour(index.data(Role.NAME), tokens))
        painter.drawEllipse(badge)
        letter = QFont(font)
        letter.setPointSizeF(font.pointSizeF() * 0.85)
        letter.setWeight(QFont.Weight.DemiBold)
        painter.setFont(letter)
        painter.setPen(QColor(tokens.window))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, initial(index.data()))
        return place.adjusted(0, 0, -side - GAP, 0) if mirrored else place.adjusted(side + GAP, 0, 0, 0)

    def _paint_word(self, painter: QPainter, place: QRect, font: QFont, index: Index) -> QRect:
        """What sets this person apart, at the far end; returns what is left for the name."""
        words = [self.tr("host")] if index.data(Role.HOST) else []
        if index.data(Role.ADMIN) and not index.data(Role.HOST):
            words.append(self.tr("in charge"))
        words += [self.tr("owner")] if index.data(Role.OWNER) else []
        words += [self.tr("you")] if index.data(Role.ME) else []
        known: Acquaintance = index.data(Role.ACQUAINTANCE)
        if known.tie is Tie.RENAMED:
            words.append(self.tr("was {name}").format(name=person(known.was)))
        if not words:
            return place
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        metrics = QFontMetrics(small)
        mark = self._mark_side(font) + MARK_GAP if known.tie is not Tie.NONE else 0
        left = place.width() - GAP - mark - QFontMetrics(font).horizontalAdvance(index.data())
        most = max(left, round(place.width() * WORDS))
        text = metrics.elidedText(" · ".join(words), Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(text)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.tokens.text_muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, text)
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return place.adjusted(width + GAP, 0, 0, 0) if mirrored else place.adjusted(0, 0, -width - GAP, 0)

    def _paint_name(self, painter: QPainter, place: QRect, font: QFont, index: Index) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.text))
        mark = self._mark(index.data(Role.ACQUAINTANCE))
        room = place.width() - (self._mark_side(font) + MARK_GAP if mark is not None else 0)
        name = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        if mark is not None:
            self._paint_mark(painter, place, font, mark, QFontMetrics(font).horizontalAdvance(isolated(name)))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, side | Qt.TextFlag.TextSingleLine, isolated(name))

    def _mark(self, known: Acquaintance) -> tuple[str, str] | None:
        """The picture behind a name, and its colour."""
        tokens = self._theme.tokens
        if known.tie is Tie.NONE:
            return None
        if known.tie.is_doubtful:
            return "warning", tokens.text_danger
        if known.tie is Tie.PROVEN:
            return "check", tokens.text_muted
        return "met", tokens.text_success

    def _paint_mark(self, painter: QPainter, place: QRect, font: QFont, mark: tuple[str, str], behind: int) -> None:
        side = self._mark_side(font)
        box = QRect(0, 0, side, side)
        box.moveCenter(place.center())
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(place.right() - behind - MARK_GAP)
        else:
            box.moveLeft(place.left() + behind + MARK_GAP)
        picture, colour = mark
        icon(picture, colour, size=side).paint(painter, box)

    @staticmethod
    def _mark_side(font: QFont) -> int:
        return QFontMetrics(font).ascent()


def initial(name: str) -> str:
    """What stands for a name: its first letter or digit, or else its first character."""
    return next((sign for sign in name if sign.isalnum()), name[:1]).upper()[:1]
