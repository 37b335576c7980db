"""The line under a message that was not sent: why, and what can be done."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from chatapp.gui.timeline.hits import Act
from chatapp.gui.timeline.look import Label, Look
from chatapp.gui.timeline.spoken import problem_words
from chatapp.session.timeline import Entry


class Failure:
    """`Not sent. Why.  Retry  Delete`, on two lines where one is too short. Heights count from its own upper edge."""

    __slots__ = ("_look", "_places", "_words", "height", "sentence")

    def __init__(self, look: Look, entry: Entry) -> None:
        self._look = look
        self.sentence = problem_words(entry)
        links: list[tuple[Label, Act]] = [
            (look.label(QCoreApplication.translate("Timeline", "Retry"), look.small_link, look.body_width), Act.RETRY),
            (
                look.label(QCoreApplication.translate("Timeline", "Delete"), look.small_link, look.body_width),
                Act.DISCARD,
            ),
        ]
        step = look.line * 1.2
        self._words = look.label(self.sentence, look.small, look.body_width)
        x, y = self._words.width + look.gap, 0.0
        if x + sum(label.width for label, _ in links) + look.gap > look.body_width:
            x, y = 0.0, step
        self.height = y + step
        self._places: list[tuple[QRectF, Label, Act]] = []
        for label, hit in links:
            self._places.append((QRectF(look.left(look.body_left + x, label.width), y, label.width, step), label, hit))
            x += label.width + look.gap

    def hit_at(self, x: float, y: float) -> Act | None:
        """What a click there does."""
        return next((hit for place, _, hit in self._places if place.contains(x, y)), None)

    def paint(self, painter: QPainter, top: float) -> None:
        look = self._look
        down = look.line * 0.6 + look.small_middle
        x = look.left(look.body_left, self._words.width)
        self._words.paint(painter, x, top + down, look.danger)
        for place, label, _ in self._places:
            label.paint(painter, place.x(), top + place.y() + down, look.accent)
