"""The reactions under a message: one chip for each emoji."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPen

from chatapp.gui.counts import number
from chatapp.gui.plain import isolated
from chatapp.gui.timeline.body import name
from chatapp.gui.timeline.hits import Chip
from chatapp.gui.timeline.look import Label, Look
from chatapp.gui.timeline.notes import listed
from chatapp.session.timeline import Reaction

_NAMED = 20
"""of more people than this the rest is counted"""


class Chips:
    """Laid out in lines, in the column of texts. Heights count from its own upper edge."""

    __slots__ = ("_chips", "_look", "height")

    def __init__(self, look: Look, reactions: tuple[Reaction, ...]) -> None:
        self._look = look
        self._chips: list[tuple[QRectF, Label, Label, Reaction]] = []
        high, gap = round(look.line * 1.5), round(look.line * 0.3)
        x, y = 0.0, float(gap)
        for reaction in reactions:
            emoji = look.label(name(reaction.emoji), look.font, look.body_width / 2)
            count = look.label(number(len(reaction.names)), look.small, look.body_width / 2)
            wide = round(emoji.width + count.width + look.line * 1.35)
            if x and x + wide > look.body_width:
                x, y = 0.0, y + high + gap
            place = QRectF(look.left(look.body_left + x, wide), y, wide, high)
            self._chips.append((place, emoji, count, reaction))
            x += wide + gap
        self.height = y + high + look.line * 0.1

    def hit_at(self, x: float, y: float) -> Chip | None:
        """The chip that is there."""
        found = self._reaction_at(x, y)
        return None if found is None else Chip(found.emoji, found.mine)

    def hint_at(self, x: float, y: float) -> str:
        """Who reacted with what is there."""
        found = self._reaction_at(x, y)
        if found is None:
            return ""
        names = [isolated(name(person)) for person in found.names[:_NAMED]]
        more = len(found.names) - len(names)
        if more:
            names.append(QCoreApplication.translate("Timeline", "%Ln more", "", more))
        told = QCoreApplication.translate("Timeline", "{names} reacted with {emoji}", "", len(found.names))
        return told.format(names=listed(names), emoji=name(found.emoji))

    def _reaction_at(self, x: float, y: float) -> Reaction | None:
        return next((reaction for place, _, _, reaction in self._chips if place.contains(x, y)), None)

    def paint(self, painter: QPainter, top: float) -> None:
        look = self._look
        for place, emoji, count, reaction in self._chips:
            ground, edge = look.own_chip if reaction.mine else look.chip
            painter.setPen(QPen(edge, 1))
            painter.setBrush(ground)
            there = place.translated(0, round(top)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(there, place.height() / 2, place.height() / 2)
            # Emoji first wherever reading begins; the two never turn around, as one text would.
            first, last = (count, emoji) if look.mirrored else (emoji, count)
            colour = look.accent if reaction.mine else look.muted
            middle, x = there.center().y(), there.left() + look.line * 0.5
            for label in (first, last):
                label.paint(painter, x, middle + (look.small_middle if label is count else look.middle), colour)
                x += label.width + look.line * 0.35
