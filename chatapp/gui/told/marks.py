"""The marks by which something new is seen: a dot, and a pill with a number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPixmap

from chatapp.gui.counts import number
from chatapp.gui.theme.icons import DENSITIES
from chatapp.gui.told.summary import Badge

MOST = 99
"""beyond it, a mark says only that there are more"""


def badge_text(badge: Badge) -> str:
    """“7”: so many messages. “@”, “@3”: so many of them are for this person."""
    text = count_text(badge.mentions or badge.unread)
    if badge.mentions:
        return "@" if badge.mentions == 1 else f"@{text}"
    return text


def count_text(count: int, most: int = MOST) -> str:
    """The number, as far as there is room for it."""
    return number(count) if count <= most else f"{number(most)}+"


def pill_size(text: str, font: QFont) -> QSize:
    """How large the pill around a text is, in logical pixels."""
    metrics = QFontMetricsF(font)
    height = round(metrics.height()) + 2
    return QSize(max(height, round(metrics.horizontalAdvance(text)) + 10), height)


def paint_pill(painter: QPainter, place: QRectF, text: str, font: QFont, *, ground: str, ink: str) -> None:
    """Paint a text on a round ground, in the middle of the place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def dot(colour: str, side: int, margin: int = 0) -> QIcon:
    """A dot, for what is only new; with so many empty pixels left and right of it."""
    made = QIcon()
    for density in DENSITIES:
        picture = _blank(QSize(side + 2 * margin, side), density)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(margin, 0, side, side)
        painter.end()
        made.addPixmap(picture)
    return made


def pill(text: str, font: QFont, *, ground: str, ink: str, margin: int = 0) -> QIcon:
    """A pill, for what one is to be told of; with the same margins."""
    made, size = QIcon(), pill_size(text, font)
    for density in DENSITIES:
        picture = _blank(size + QSize(2 * margin, 0), density)
        painter = QPainter(picture)
        paint_pill(painter, QRectF(margin, 0, size.width(), size.height()), text, font, ground=ground, ink=ink)
        painter.end()
        made.addPixmap(picture)
    return made


def _blank(size: QSize, density: float) -> QPixmap:
    picture = QPixmap(size * density)
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
