"""How a message looks: one row, laid out and painted."""

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from chatapp.gui.timeline.body import Body, body, from_utf16, name, to_utf16
from chatapp.gui.timeline.heads import Head, clock
from chatapp.gui.timeline.look import Label, Look
from chatapp.session.timeline import Entry, State
from chatapp.text.links import Link


def _option(direction: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction)
    return option


_OPTIONS = {
    False: _option(Qt.LayoutDirection.LeftToRight),
    True: _option(Qt.LayoutDirection.RightToLeft),
}
"""by whether a text runs from right to left"""


class Row:
    """One message under what stands above it, laid out for one look. Its coordinates begin at its upper left corner."""

    __slots__ = (
        "_author",
        "_author_baseline",
        "_body",
        "_body_left",
        "_body_top",
        "_day",
        "_day_top",
        "_entry",
        "_layout",
        "_left_out",
        "_look",
        "_new",
        "_new_top",
        "_tame",
        "_time",
        "_tops",
        "height",
    )

    def __init__(self, look: Look, entry: Entry, head: Head) -> None:
        self._look = look
        self._entry = entry
        self._body: Body = body(entry.text)
        # Marks piled on a letter reach far over the row's edge, and what is not ASCII may be one.
        self._tame = self._body.text.isascii() and entry.author.isascii()
        line = look.line
        y = 0.0
        self._day = self._new = self._author = self._left_out = None
        if head.day is not None:
            self._day = look.label(look.day_name(head.day), look.small, look.width / 2)
            self._day_top = y
            y += line * 2.2
        if head.new:
            self._new = look.label(QCoreApplication.translate("Timeline", "new"), look.small, look.width / 2)
            self._new_top = y
            y += line * 1.3
        self._time: Label | None = None
        if head.author:
            self._time = self._clock()
            y += line * (0.25 if self._day or self._new else 0.75)
            author = name(entry.author)
            room = look.body_width - look.time_room
            self._author = look.label(author, look.strong, room)
            self._author_baseline = y + self._author.ascent
            y += line * 1.15
        else:
            y += line * 0.15
        self._body_top = y
        self._layout, self._tops, height = self._lay_out()
        y += height
        if self._body.left_out:
            text = QCoreApplication.translate("Timeline", "… {count} more characters: copy the message to read them")
            self._left_out = look.label(text.format(count=self._body.left_out), look.small, look.body_width)
            y += line
        self.height = ceil(y + line * 0.15)

    def _clock(self) -> Label:
        return self._look.label(clock(self._entry.at), self._look.small, self._look.width)

    def _lay_out(self) -> tuple[QTextLayout, list[float], float]:
        """The text's layout, the upper edge of each of its lines, and its height."""
        look, text = self._look, self._body.text
        layout = QTextLayout(text.replace("\n", "\u2028"), look.large if self._body.large else look.font)
        layout.setTextOption(_OPTIONS[self._body.right_to_left])
        layout.setCacheEnabled(True)
        if self._body.links or self._body.emoji:
            formats = [self._format(look.link, link.start, link.end) for link in self._body.links]
            formats += [self._format(look.emoji, first, last) for first, last in self._body.emoji]
            layout.setFormats(formats)
        tops: list[float] = []
        room, y, widest = float(look.body_width), 0.0, 0.0
        # Every call to Qt counts here: only what is drawn from the right needs to know how wide it is, and only where
        # another font may have to help out are lines of unlike height.
        measured = self._body.right_to_left or look.mirrored
        height = 0.0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, y))
            tops.append(y)
            if not height or not text.isascii():
                height = max(line.height(), look.line)
            y += height
            if measured:
                widest = max(widest, line.naturalTextWidth())
            line = layout.createLine()
        layout.endLayout()
        self._body_left = look.left(look.body_left, widest)
        if self._body.right_to_left:
            # Lines begin below one another, at the right edge of what they take together.
            for number, top in enumerate(tops):
                line = layout.lineAt(number)
                line.setPosition(QPointF(widest - line.naturalTextWidth(), top))
        return layout, tops, y

    def _format(self, style: QTextCharFormat, first: int, last: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = to_utf16(self._body.text, first)
        found.length = to_utf16(self._body.text, last) - found.start
        found.format = style
        return found

    @property
    def length(self) -> int:
        """How many code points can be selected."""
        return len(self._body.text)

    @property
    def links(self) -> Sequence[Link]:
        return self._body.links

    def message_rect(self) -> QRect:
        """The row without the separators above it."""
        top = int(self._body_top)
        if self._author is not None:
            top = int(self._author_baseline - self._author.ascent - self._look.line * 0.15)
        else:
            top -= round(self._look.line * 0.15)
        return QRect(0, top, self._look.width, self.height - top)

    # Where

    def index_at(self, x: float, y: float) -> int:
        """The code point before which a click there stands."""
        y -= self._body_top
        if y < 0 and self._author is not None:
            return 0
        place = max(0, bisect_right(self._tops, y) - 1)
        line = self._layout.lineAt(place)
        if place == len(self._tops) - 1 and y >= line.y() + max(line.height(), self._look.line):
            return self.length
        return from_utf16(self._body.text, line.xToCursor(x - self._body_left))

    def over_text(self, x: float, y: float) -> bool:
        """Whether drawn text is there."""
        return self._character_at(x, y) is not None

    def link_at(self, x: float, y: float) -> Link | None:
        """The link that is drawn there."""
        if not self._body.links:
            return None
        index = self._character_at(x, y)
        return (
            None if index is None else next((link for link in self._body.links if link.start <= index < link.end), None)
        )

    def _character_at(self, x: float, y: float) -> int | None:
        x, y = x - self._body_left, y - self._body_top
        place = bisect_right(self._tops, y) - 1
        if place < 0:
            return None
        line = self._layout.lineAt(place)
        if not line.naturalTextRect().contains(QPointF(x, y)):
            return None
        return from_utf16(self._body.text, line.xToCursor(x, line.CursorPosition.CursorOnCharacter))

    def word_at(self, index: int) -> tuple[int, int]:
        """The word around a code point: its first one, and the one after it. What is between words counts as one."""
        text = self._body.text
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
        position = min(to_utf16(text, index), max(0, to_utf16(text, len(text)) - 1))
        finder.setPosition(position)
        first = position if finder.isAtBoundary() else max(0, finder.toPreviousBoundary())
        finder.setPosition(position)
        last = max(position, finder.toNextBoundary())
        return from_utf16(text, first), from_utf16(text, last)

    # Painting

    def paint(
        self,
        painter: QPainter,
        top: int,
        clip: QRectF,
        selected: tuple[int, int] | None,
        *,
        hovered: bool,
        ringed: bool,
    ) -> None:
        """Paint the row with its upper edge at `top`; `clip` is what is to be painted of the view."""
        look = self._look
        if not self._tame:
            painter.setClipRect(QRectF(0, top, look.width, self.height))
        if hovered:
            painter.fillRect(self.message_rect().translated(0, top), look.hover)
        if self._day is not None:
            self._paint_separator(painter, self._day, top + self._day_top, look.line * 2.2, look.rule, muted=True)
        if self._new is not None:
            self._paint_separator(painter, self._new, top + self._new_top, look.line * 1.3, look.accent)
        if self._author is not None:
            self._paint_author(painter, top)
        elif hovered:
            self._time = self._time or self._clock()
            x = look.left(look.margin + (look.disc - self._time.width) / 2, self._time.width)
            self._time.paint(painter, x, top + self._body_top + look.ascent, look.muted)
        self._paint_body(painter, top, clip, selected)
        if ringed:
            painter.setPen(QPen(look.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = QRectF(self.message_rect().translated(0, top))
            painter.drawRoundedRect(place.adjusted(3, 1, -3, -1), 6, 6)
        if not self._tame:
            painter.setClipping(False)

    def _paint_separator(
        self, painter: QPainter, label: Label, top: float, height: float, colour: QColor, *, muted: bool = False
    ) -> None:
        look = self._look
        middle = top + height / 2
        x = (look.width - label.width) / 2
        painter.setPen(QPen(colour, 1))
        edge = round(middle) + 0.5
        painter.drawLine(QPointF(look.margin, edge), QPointF(x - look.gap, edge))
        painter.drawLine(QPointF(x + label.width + look.gap, edge), QPointF(look.width - look.margin, edge))
        label.paint(painter, x, middle + look.small_middle, look.muted if muted else colour)

    def _paint_author(self, painter: QPainter, top: int) -> None:
        look = self._look
        if self._author is None or self._time is None:
            return
        baseline = top + self._author_baseline
        colour = look.author_colour(self._entry.author)
        self._author.paint(painter, look.left(look.body_left, self._author.width), baseline, colour)
        after = look.body_left + self._author.width + look.gap * 0.7
        self._time.paint(painter, look.left(after, self._time.width), baseline, look.muted)
        disc = QPointF(look.left(look.margin, look.disc), baseline - self._author.ascent)
        painter.drawPixmap(disc, look.disc_of(self._entry.author))

    def _paint_body(self, painter: QPainter, top: int, clip: QRectF, selected: tuple[int, int] | None) -> None:
        look = self._look
        marks = []
        if selected is not None:
            marks.append(self._format(look.selected, selected[0], min(selected[1], self.length)))
        muted = self._entry.state is State.SENDING
        painter.setPen(look.muted if muted else look.text)
        self._layout.draw(painter, QPointF(self._body_left, top + self._body_top), marks, clip)
        if self._left_out is not None:
            x = look.left(look.body_left, self._left_out.width)
            self._left_out.paint(painter, x, top + self.height - look.line * 0.4, look.muted)
