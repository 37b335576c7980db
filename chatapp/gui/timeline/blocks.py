"""The words of a message in which paragraphs, quotes and blocks of code stand below one another."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from chatapp.gui.timeline.body import Body, part, words_alone
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.words import Place, Words
from chatapp.text.links import Link

DEEPEST = 4
"""quotes in more quotes than this stand no further in"""


class Blocks:
    """As `Words`, which each of the blocks is: what is asked of one, and painted of it, is so of all together. Indexes
    count the line feed between two blocks.
    """

    __slots__ = ("_aside", "_bars", "_grounds", "_look", "_quoted", "_starts", "_tops", "_words", "height", "length")

    def __init__(self, look: Look, body: Body, aside: str = "") -> None:
        """`aside` stands beneath the last block."""
        self._look = look
        self.length = len(body.text)
        self._starts = [block.start for block in body.blocks]
        self._words: list[Words] = []
        self._quoted: list[bool] = []
        self._tops: list[float] = []
        self._grounds: list[QRectF] = []
        """under code"""
        self._bars: list[QRectF] = []
        """beside quotes"""
        self._lay_out(body, aside)

    def _lay_out(self, body: Body, aside: str) -> None:
        look = self._look
        step, padding, gap = round(look.gap * 0.9), round(look.line * 0.4), round(look.line * 0.3)
        open_bars: list[QRectF] = []
        y = 0.0
        for number, block in enumerate(body.blocks):
            depth = min(block.depth, DEEPEST)
            y += gap if number else 0
            begins = y
            indent = float(depth * step)
            room = max(look.line, look.body_width - indent)
            if block.code:
                inner = Place(indent + padding, max(look.line, room - 2 * padding), code=True)
                y += padding
                words = Words(look, part(body, block), look.code_font, place=inner)
            else:
                words = Words(look, part(body, block), look.font, place=Place(indent, room))
            self._tops.append(y)
            self._words.append(words)
            self._quoted.append(depth > 0)
            y += words.height
            if block.code:
                y += padding
                left = look.left(look.body_left + indent, room)
                self._grounds.append(QRectF(left, begins, room, y - begins))
            del open_bars[depth:]
            for level in range(depth):
                if level < len(open_bars):
                    open_bars[level].setBottom(y)
                else:
                    place = look.left(look.body_left + level * step, 3)
                    open_bars.append(QRectF(place, begins, 3, y - begins))
                    self._bars.append(open_bars[level])
        self._aside = Words(look, words_alone(aside), look.small) if aside else None
        self.height = y + (self._aside.height if self._aside is not None else 0)

    @property
    def links(self) -> Sequence[Link]:
        shifted = zip(self._starts, self._words, strict=True)
        return [
            Link(start + link.start, start + link.end, link.url) for start, words in shifted for link in words.links
        ]

    # Where

    def _at(self, y: float) -> int:
        """The block at a height, or the nearest one above."""
        return max(0, bisect_right(self._tops, y) - 1)

    def index_at(self, x: float, y: float) -> int:
        """The code point before which a click there stands."""
        number = self._at(y)
        return self._starts[number] + self._words[number].index_at(x, y - self._tops[number])

    def over(self, x: float, y: float) -> bool:
        """Whether drawn text is there."""
        number = self._at(y)
        return self._words[number].over(x, y - self._tops[number])

    def link_at(self, x: float, y: float) -> Link | None:
        """The link that is drawn there."""
        number = self._at(y)
        found = self._words[number].link_at(x, y - self._tops[number])
        start = self._starts[number]
        return None if found is None else Link(start + found.start, start + found.end, found.url)

    def place_of(self, link: Link) -> QRectF:
        """Where a link is drawn, on the first of its lines."""
        number = max(0, bisect_right(self._starts, link.start) - 1)
        start = self._starts[number]
        place = self._words[number].place_of(Link(link.start - start, link.end - start, link.url))
        return place.translated(0, self._tops[number])

    def word_at(self, index: int) -> tuple[int, int]:
        """The word around a code point: its first one, and the one after it. What is between words counts as one."""
        number = max(0, bisect_right(self._starts, index) - 1)
        start, words = self._starts[number], self._words[number]
        first, last = words.word_at(min(index - start, words.length))
        return start + first, start + last

    # Painting

    def paint(
        self, painter: QPainter, top: float, clip: QRectF, selected: tuple[int, int] | None, colour: QColor
    ) -> None:
        """Paint the blocks with their upper edge at `top`."""
        look = self._look
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.code_ground)
        for ground in self._grounds:
            painter.drawRoundedRect(ground.translated(0, top), 6, 6)
        painter.setBrush(look.quote_bar)
        for bar in self._bars:
            painter.drawRoundedRect(bar.translated(0, top), 1.5, 1.5)
        for start, y, words, quoted in zip(self._starts, self._tops, self._words, self._quoted, strict=True):
            if clip.top() <= top + y + words.height and top + y <= clip.bottom():
                words.paint(
                    painter, top + y, clip, _within(selected, start, words.length), look.muted if quoted else colour
                )
        if self._aside is not None:
            self._aside.paint(painter, top + self.height - self._aside.height, clip, None, look.muted)


def _within(selected: tuple[int, int] | None, start: int, length: int) -> tuple[int, int] | None:
    """What is selected of a block."""
    if selected is None or selected[1] <= start or selected[0] >= start + length:
        return None
    return max(0, selected[0] - start), min(length, selected[1] - start)
