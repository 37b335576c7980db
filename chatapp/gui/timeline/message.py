"""How a message looks: author and time, what it answers, its text, its reactions, and why it was not sent."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from chatapp.gui.timeline.blocks import Blocks
from chatapp.gui.timeline.body import body, name, words_alone
from chatapp.gui.timeline.chips import Chips
from chatapp.gui.timeline.failure import Failure
from chatapp.gui.timeline.heads import Head, clock
from chatapp.gui.timeline.hits import Hit
from chatapp.gui.timeline.look import Label, Look
from chatapp.gui.timeline.quote import QuoteLine
from chatapp.gui.timeline.row import Marks, Row
from chatapp.gui.timeline.spoken import deleted_words, edited_words
from chatapp.gui.timeline.words import Words
from chatapp.session.timeline import Entry, State
from chatapp.text.links import Link


class MessageRow(Row):
    """One message. What it does not have takes no room."""

    __slots__ = (
        "_author",
        "_author_baseline",
        "_chips",
        "_chips_top",
        "_entry",
        "_failure",
        "_failure_top",
        "_left_out",
        "_left_out_top",
        "_quote",
        "_quote_top",
        "_time",
        "length",
        "words",
        "words_top",
    )

    def __init__(self, look: Look, entry: Entry, head: Head) -> None:
        super().__init__(look, head)
        self._entry = entry
        self._author: Label | None = None
        self._time: Label | None = None
        self._quote: QuoteLine | None = None
        self._left_out: Label | None = None
        self._chips: Chips | None = None
        self._failure: Failure | None = None
        line, y = look.line, self._own_top
        if head.author:
            self._time = self._clock()
            y += line * 0.25 if head.day is not None or head.new else look.apart
            self._author = look.label(name(entry.author), look.strong, look.body_width - look.time_room)
            self._author_baseline = y + self._author.ascent
            self._own_top = y - look.air
            y += line * 1.15
        else:
            y += look.air
        if entry.reply is not None and not entry.deleted:
            y += line * (0.1 if head.author else 0.35)
            self._quote, self._quote_top = QuoteLine(look, entry.reply), y
            y += self._quote.height
        said = words_alone(deleted_words()) if entry.deleted else body(entry.text, "" if entry.mine else look.me)
        aside = edited_words() if entry.edited and not entry.deleted else ""
        self.words: Words | Blocks
        if said.blocks:
            self.words = Blocks(look, said, aside)
        else:
            self.words = Words(look, said, look.large if said.large else look.font, aside)
        self._called = bool(said.calls)
        self.words_top = y
        self.length = 0 if entry.deleted else self.words.length
        # Marks piled on a letter reach far over the row's edge, and what is not ASCII may be one.
        self._tame = said.text.isascii() and entry.author.isascii()
        y += self.words.height
        if said.left_out:
            text = QCoreApplication.translate(
                "Timeline", "… %Ln more characters: copy the message to read them", "", said.left_out
            )
            self._left_out = look.label(text, look.small, look.body_width)
            self._left_out_top = y
            y += line
        if entry.reactions or entry.reply is not None or entry.state is State.FAILED:
            y = self._lay_out_below(y)
        self.height = ceil(y + look.air)

    def _lay_out_below(self, y: float) -> float:
        entry = self._entry
        self._tame = False
        if entry.reactions and not entry.deleted:
            self._chips, self._chips_top = Chips(self._look, entry.reactions), y
            y += self._chips.height
        if entry.state is State.FAILED:
            y += self._look.line * 0.15
            self._failure, self._failure_top = Failure(self._look, entry), y
            y += self._failure.height
        return y

    def _clock(self) -> Label:
        return self._look.label(clock(self._entry.at), self._look.small, self._look.width)

    @property
    def links(self) -> Sequence[Link]:
        return self.words.links

    def place_of(self, link: Link) -> QRectF:
        return self.words.place_of(link).translated(0, self.words_top)

    # Where

    def index_at(self, x: float, y: float) -> int:
        if not self.length or (y < self.words_top and (self._author is not None or self._quote is not None)):
            return 0
        return self.words.index_at(x, y - self.words_top)

    def over_text(self, x: float, y: float) -> bool:
        return bool(self.length) and self.words.over(x, y - self.words_top)

    def hit_at(self, x: float, y: float) -> Hit | None:
        if self._quote is not None and self._quote.holds(x, y - self._quote_top):
            return self._quote.hit
        if self._chips is not None and y >= self._chips_top:
            hit = self._chips.hit_at(x, y - self._chips_top)
            if hit is not None:
                return hit
        if self._failure is not None and y >= self._failure_top:
            return self._failure.hit_at(x, y - self._failure_top)
        return self.words.link_at(x, y - self.words_top)

    def hint_at(self, x: float, y: float) -> str:
        if self._chips is not None and y >= self._chips_top:
            hint = self._chips.hint_at(x, y - self._chips_top)
            if hint:
                return hint
        link = self.words.link_at(x, y - self.words_top)
        return "" if link is None else link.url

    def word_at(self, index: int) -> tuple[int, int]:
        return self.words.word_at(index) if self.length else (0, 0)

    # Painting

    def _paint_own(self, painter: QPainter, top: int, clip: QRectF, marks: Marks) -> None:
        look = self._look
        if self._author is not None:
            self._paint_author(painter, self._author, top)
        elif marks.hovered:
            self._time = self._time or self._clock()
            x = look.left(look.margin + (look.disc - self._time.width) / 2, self._time.width)
            self._time.paint(painter, x, top + self.words_top + look.ascent, look.muted)
        if self._quote is not None:
            self._quote.paint(painter, top + self._quote_top)
        quiet = self._entry.state is State.SENDING or self._entry.deleted
        self.words.paint(painter, top + self.words_top, clip, marks.selected, look.muted if quiet else look.text)
        if self._left_out is not None:
            x = look.left(look.body_left, self._left_out.width)
            self._left_out.paint(painter, x, top + self._left_out_top + look.line * 0.75, look.muted)
        if self._chips is not None:
            self._chips.paint(painter, top + self._chips_top)
        if self._failure is not None:
            self._failure.paint(painter, top + self._failure_top, clip)

    def _paint_author(self, painter: QPainter, author: Label, top: int) -> None:
        look = self._look
        baseline = top + self._author_baseline
        author.paint(painter, look.left(look.body_left, author.width), baseline, look.author_colour(self._entry.author))
        if self._time is not None:
            after = look.body_left + author.width + look.gap * 0.7
            self._time.paint(painter, look.left(after, self._time.width), baseline, look.muted)
        disc = QPointF(look.left(look.margin, look.disc), baseline - author.ascent)
        painter.drawPixmap(disc, look.disc_of(self._entry.author))
