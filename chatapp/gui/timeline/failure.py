"""What stands under a message that was not sent: why, and what can be done."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from chatapp.gui.timeline.body import words_alone
from chatapp.gui.timeline.hits import Act
from chatapp.gui.timeline.look import Label, Look
from chatapp.gui.timeline.spoken import problem_words
from chatapp.gui.timeline.words import Words
from chatapp.session.timeline import Entry


class Failure:
    """`Not sent. Why.  Retry  Delete`; the last two on a line of their own where there is no room behind the rest.
    Heights count from its own upper edge.
    """

    __slots__ = ("_links", "_look", "_words", "height")

    def __init__(self, look: Look, entry: Entry) -> None:
        self._look = look
        self._words = Words(look, words_alone(problem_words(entry)), look.small)
        retry = look.label(QCoreApplication.translate("Timeline", "Retry"), look.small_link, look.body_width)
        discard = look.label(QCoreApplication.translate("Timeline", "Delete"), look.small_link, look.body_width)
        last = self._words.layout.lineAt(self._words.layout.lineCount() - 1)
        x, y = last.naturalTextWidth() + look.gap, last.y()
        if self._words.layout.lineCount() > 1 or x + retry.width + look.gap + discard.width > look.body_width:
            x, y = 0.0, self._words.height
        self._links: list[tuple[QRectF, Label, Act]] = []
        for label, act in ((retry, Act.RETRY), (discard, Act.DISCARD)):
            place = QRectF(look.left(look.body_left + x, label.width), y, label.width, look.line)
            self._links.append((place, label, act))
            x += label.width + look.gap
        self.height = y + look.line * 1.1

    def hit_at(self, x: float, y: float) -> Act | None:
        """What a click there does."""
        return next((act for place, _, act in self._links if place.contains(x, y)), None)

    def paint(self, painter: QPainter, top: float, clip: QRectF) -> None:
        look = self._look
        self._words.paint(painter, top, clip, None, look.danger)
        for place, label, _ in self._links:
            label.paint(painter, place.x(), top + place.y() + self._words.ascent, look.accent)
