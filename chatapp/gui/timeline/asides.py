"""How rows look that are no messages: who came and went, and what is missing."""

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from chatapp.gui.timeline.body import words_alone
from chatapp.gui.timeline.heads import Head
from chatapp.gui.timeline.hits import Act, Hit
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.notes import folded, unfolded
from chatapp.gui.timeline.row import Marks, Row
from chatapp.gui.timeline.spoken import gap_words
from chatapp.gui.timeline.words import Words
from chatapp.session.timeline import Entry


class NoteRow(Row):
    """Notes in small letters; a click shows all names where they are folded."""

    __slots__ = ("_words", "_words_top", "foldable", "full")

    def __init__(self, look: Look, entry: Entry, head: Head, *, full: bool) -> None:
        super().__init__(look, head)
        few, everybody = folded(entry.notes), unfolded(entry.notes)
        self.foldable = few != everybody
        """whether there is more to be shown, or less"""
        self.full = full
        """whether all of it is shown"""
        self._tame = False
        self._words = Words(look, words_alone(everybody if full else few), look.small)
        self._words_top = self._own_top + look.line * 0.3
        self.height = ceil(self._words_top + self._words.height + look.line * 0.3)

    def hit_at(self, x: float, y: float) -> Hit | None:
        return Act.FOLD if self.foldable and self._words.over(x, y - self._words_top) else None

    def _paint_own(self, painter: QPainter, top: int, clip: QRectF, _marks: Marks) -> None:
        self._words.paint(painter, top + self._words_top, clip, None, self._look.muted)


class GapRow(Row):
    """A line across the view that says what is missing."""

    __slots__ = ("_gap",)

    def __init__(self, look: Look, head: Head, *, beginning: bool) -> None:
        super().__init__(look, head)
        self._gap = look.label(gap_words(beginning=beginning), look.small, look.width * 0.7)
        self.height = ceil(self._own_top + look.line * 2)

    def _paint_own(self, painter: QPainter, top: int, _clip: QRectF, _marks: Marks) -> None:
        look = self._look
        self._paint_separator(painter, self._gap, top + self._own_top, look.line * 2, look.muted)
