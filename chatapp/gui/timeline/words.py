"""The words of a message, laid out: where each of them stands, and how they are painted."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from chatapp.gui.timeline.body import Body, from_utf16, to_utf16
from chatapp.gui.timeline.look import Look
from chatapp.text.emphasis import Style
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


class Place(NamedTuple):
    """Where in the column of texts words stand."""

    indent: float
    """from the side on which reading begins"""
    room: float
    """how wide they may be"""
    code: bool = False
    """they begin at the left of that room, whichever way one reads here"""


class Words:
    """A text in the column of texts, `height` pixels high. Heights count from its own upper edge, widths from the
    row's left one; indexes are code points.
    """

    __slots__ = ("_added", "_body", "_code", "_look", "_tops", "height", "layout", "left", "length")

    def __init__(self, look: Look, body: Body, font: QFont, aside: str = "", place: Place | None = None) -> None:
        """`aside` follows the text in small letters; it is no part of it, and cannot be selected. Without a place, the
        words have all of the column.
        """
        self._look = look
        self._body = body
        self.length = len(body.text)
        self._added: Sequence[int] = ()
        """before which of its UTF-16 units the layout has one more, in order"""
        self._lay_out(font, f" \u2068{aside}\u2069" if aside else "", place)
        code = [span for span in body.spans if span.style is Style.CODE]
        self._code = (
            [place.adjusted(-2, 1, 2, 0) for span in code for place in self._places(span.start, span.end)]
            if code
            else ()
        )

    def _lay_out(self, font: QFont, aside: str, place: Place | None) -> None:
        look, body = self._look, self._body
        text = (self._isolated() if body.right_to_left else body.text) + aside
        self.layout = layout = QTextLayout(text.replace("\n", "\u2028"), font)
        layout.setTextOption(look.code_option if place is not None and place.code else _OPTIONS[body.right_to_left])
        layout.setCacheEnabled(True)
        if body.links or body.emoji or aside or body.spans or body.calls:
            formats = self._formats()
            if aside:
                formats.append(_range(look.aside, self._position(self.length), len(aside)))
            layout.setFormats(formats)
        self._tops: list[float] = []
        tops = self._tops
        room, y, widest = float(look.body_width if place is None else place.room), 0.0, 0.0
        # Every call to Qt counts here: only what is drawn from the right needs to know how wide it is, and only where
        # another font may have to help out are lines of unlike height.
        measured = body.right_to_left or look.mirrored
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
        self.height = y
        if place is None:
            self.left = look.left(look.body_left, widest)
        else:
            self.left = look.left(look.body_left + place.indent, place.room if place.code else widest)
        if body.right_to_left:
            # Lines begin below one another, at the right edge of what they take together.
            for number, top in enumerate(tops):
                line = layout.lineAt(number)
                line.setPosition(QPointF(widest - line.naturalTextWidth(), top))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        look, body = self._look, self._body
        formats = [self._format(look.link, link.start, link.end) for link in body.links]
        formats += [self._format(look.emoji, first, last) for first, last in body.emoji]
        formats += [self._format(look.styles[style], first, last) for style, first, last in body.spans]
        formats += [self._format(look.call, first, last) for first, last in body.calls]
        return formats

    def _places(self, start: int, end: int) -> Iterator[QRectF]:
        """Where code points are drawn, line by line, from the upper left corner of the words."""
        text, layout = self._body.text, self.layout
        first, last = self._position(start), self._position(end)
        for number in range(layout.lineForTextPosition(first).lineNumber(), layout.lineCount()):
            line = layout.lineAt(number)
            begin, behind = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if line.textStart() >= last:
                return
            index = self._index(begin)
            shown = text[index : min(end, self._index(behind))].rstrip()
            if not shown:
                continue
            # Letters that run another way than those beside them stand where only Qt knows.
            edges = [run.boundingRect() for run in line.glyphRuns(begin, to_utf16(shown, len(shown)))]
            if edges:
                left, right = min(edge.left() for edge in edges), max(edge.right() for edge in edges)
                yield QRectF(left, line.y(), right - left, line.height())

    def _format(self, style: QTextCharFormat, first: int, last: int) -> QTextLayout.FormatRange:
        start = self._position(first)
        return _range(style, start, self._position(last) - start)

    def _isolated(self) -> str:
        """The text with what turns its signs around in text from the right, code and addresses, kept from doing so."""
        text = self._body.text
        spans = [(span.start, span.end) for span in self._body.spans if span.style is Style.CODE]
        spans = sorted([*spans, *((link.start, link.end) for link in self._body.links)])
        pieces, done = [], 0
        for start, end in spans:
            pieces += [text[done:start], "\u2066", text[start:end], "\u2069"]
            done = end
        self._added = [to_utf16(text, edge) for span in spans for edge in span]
        return "".join((*pieces, text[done:]))

    def _position(self, index: int) -> int:
        """Where Qt has a code point."""
        position = to_utf16(self._body.text, index)
        return position + bisect_right(self._added, position) if self._added else position

    def _index(self, position: int) -> int:
        """The code point at a position of Qt."""
        if self._added:
            added = self._added
            position -= bisect_left(range(len(added)), position, key=lambda number: added[number] + number)
        return from_utf16(self._body.text, position)

    @property
    def links(self) -> Sequence[Link]:
        return self._body.links

    @property
    def ascent(self) -> float:
        """How far the first baseline is below the upper edge."""
        return self.layout.lineAt(0).ascent()

    # Where

    def index_at(self, x: float, y: float) -> int:
        """The code point before which a click there stands."""
        place = max(0, bisect_right(self._tops, y) - 1)
        line = self.layout.lineAt(place)
        if place == len(self._tops) - 1 and y >= line.y() + max(line.height(), self._look.line):
            return self.length
        return self._index(line.xToCursor(x - self.left))

    def over(self, x: float, y: float) -> bool:
        """Whether drawn text is there."""
        return self._index_on(x, y) is not None

    def link_at(self, x: float, y: float) -> Link | None:
        """The link that is drawn there."""
        if not self._body.links:
            return None
        index = self._index_on(x, y)
        if index is None:
            return None
        return next((link for link in self._body.links if link.start <= index < link.end), None)

    def place_of(self, link: Link) -> QRectF:
        """Where a link is drawn, on the first of its lines."""
        return next(self._places(link.start, link.end), QRectF()).translated(self.left, 0)

    def _index_on(self, x: float, y: float) -> int | None:
        x -= self.left
        place = bisect_right(self._tops, y) - 1
        if place < 0:
            return None
        line = self.layout.lineAt(place)
        if not line.naturalTextRect().contains(QPointF(x, y)):
            return None
        return self._index(line.xToCursor(x, line.CursorPosition.CursorOnCharacter))

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
        self, painter: QPainter, top: float, clip: QRectF, selected: tuple[int, int] | None, colour: QColor
    ) -> None:
        """Paint the words with their upper edge at `top`."""
        for ground in self._code:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.code_ground)
            painter.drawRoundedRect(ground.translated(self.left, top), 4, 4)
        marks = []
        if selected is not None:
            marks.append(self._format(self._look.selected, selected[0], min(selected[1], self.length)))
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(self.left, top), marks, clip)


def _range(style: QTextCharFormat, start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, style
    return found
