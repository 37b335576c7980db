"""The line above an answer that shows what it answers."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from chatapp.gui.timeline.body import name
from chatapp.gui.timeline.hits import Quoted
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.spoken import deleted_words, excerpt, quoted
from chatapp.session.timeline import Quote


class QuoteLine:
    """A bar in the author's colour, their name, and the beginning of what they said. Heights count from its own upper
    edge.
    """

    __slots__ = ("_author", "_bar", "_look", "_said", "_start", "height", "hit")

    def __init__(self, look: Look, quote: Quote) -> None:
        self._look = look
        self.hit = Quoted(quote.seq)
        self.height = look.line * 1.15
        self._start = look.body_left + look.gap * 0.75
        room = look.body_width - look.gap * 0.75
        self._bar: QColor = look.muted
        self._author = None
        text = quoted(quote)
        if quote.author:
            self._bar = look.author_colour(quote.author)
            self._author = look.label(name(quote.author), look.small_strong, room / 2)
            room -= self._author.width + look.gap * 0.5
            text = excerpt(quote.text) or deleted_words()
        self._said = look.label(text, look.small, room)

    @property
    def _width(self) -> float:
        """From the bar to the end of what is drawn."""
        look = self._look
        named = 0.0 if self._author is None else self._author.width + look.gap * 0.5
        return look.gap * 0.75 + named + self._said.width

    def holds(self, x: float, y: float) -> bool:
        """Whether it is drawn there."""
        left = self._look.left(self._look.body_left, self._width)
        return 0 <= y < self.height and left <= x < left + self._width

    def paint(self, painter: QPainter, top: float) -> None:
        look = self._look
        bar = QRectF(look.left(look.body_left, 3), top + look.line * 0.1, 3, look.line * 0.9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        baseline = top + look.line * 0.55 + look.small_middle
        x = self._start
        if self._author is not None:
            self._author.paint(painter, look.left(x, self._author.width), baseline, self._bar)
            x += self._author.width + look.gap * 0.5
        self._said.paint(painter, look.left(x, self._said.width), baseline, look.muted)
