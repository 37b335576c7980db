"""What the rows of a timeline have in common: fonts, colours, measures, and what comes again and again."""

from datetime import date, timedelta
from functools import cache, cached_property

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, Qt, QTime
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from chatapp.gui.theme.tokens import Tokens, author_colour
from chatapp.gui.timeline.body import name
from chatapp.text.emphasis import Style

_WIDE = QTime(22, 58)
"""as wide as any time of day"""
_LARGE = 2.4
"""times the size of text, for messages of emoji alone"""
_INLINE = 1.25
"""times the size of text, for emoji among it"""
_CODE = 0.94
"""times the size of text, for code: its letters look larger"""
_LABELS = 256
"""labels that stay laid out"""
_DISCS = 128
"""discs that stay drawn"""


class Label:
    """One line of text, painted in any colour at any place."""

    __slots__ = ("_layout", "ascent", "width")

    def __init__(self, text: str, font: QFont, room: float) -> None:
        self._layout, line = self._lay_out(text, font)
        if line.naturalTextWidth() > room:
            text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._layout, line = self._lay_out(text, font)
        self.width = line.naturalTextWidth()
        self.ascent = line.ascent()

    @staticmethod
    def _lay_out(text: str, font: QFont) -> tuple[QTextLayout, QTextLine]:
        layout = QTextLayout(text, font)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return layout, line

    def paint(self, painter: QPainter, x: float, baseline: float, colour: QColor) -> None:
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, baseline - self.ascent))


class Look:
    """What all rows of a view have in common; lengths in pixels. Rows laid out by one look are painted by it."""

    def __init__(
        self,
        tokens: Tokens,
        font: QFont,
        width: int,
        *,
        mirrored: bool,
        locale: QLocale,
        today: date,
        scale: float = 1.0,
        compact: bool = False,
        me: str = "",
    ) -> None:
        """`scale` is how many pixels of the screen one of the others counts, `me` what the person is called who looks
        at it.
        """
        self._tokens = tokens
        self._scale = scale
        self.me = me
        self._take_colours(tokens)
        self.width = width
        self.mirrored = mirrored
        self.locale = locale
        self.today = today
        self.font = font
        self.large = _sized(font, _LARGE)
        self.small = _sized(font, 0.87)
        self.strong, self.small_strong = _strong(font), _strong(self.small)
        self.small_link = QFont(self.small)
        self.small_link.setUnderline(True)
        metrics, small = QFontMetricsF(font), QFontMetricsF(self.small)
        self.line = metrics.height()
        self.ascent = metrics.ascent()
        self.small_middle = (small.ascent() - small.descent()) / 2
        """how far the middle of small text is above its baseline"""
        self.middle = (metrics.ascent() - metrics.descent()) / 2
        """the same of text of the usual size"""
        self.time_room = small.horizontalAdvance(locale.toString(_WIDE, QLocale.FormatType.ShortFormat)) + self.line
        """what a header keeps free of the author's name"""
        self.air = self.line * (0.05 if compact else 0.15)
        """above and below each message"""
        self.apart = self.line * (0.3 if compact else 0.75)
        """above what another author says"""
        self.least = self.line + 2 * self.air
        """no row is lower than this"""
        self.margin = round(self.line)
        self.disc = round(self.line * (1.8 if compact else 2))
        self.gap = round(self.line * 0.7)
        self.body_left = self.margin + self.disc + self.gap
        self.body_width = max(round(self.line), min(width - self.body_left - self.margin, round(self.line * 60)))
        self._make_formats(tokens)
        self._labels: dict[tuple[str, QFont, float], Label] = {}
        self._discs: dict[str, QPixmap] = {}

    def _take_colours(self, tokens: Tokens) -> None:
        self.text = QColor(tokens.text)
        self.muted = QColor(tokens.text_muted)
        self.accent = QColor(tokens.text_link)
        self.danger = QColor(tokens.text_danger)
        self.chip = (QColor(tokens.sidebar), QColor(tokens.border))
        """ground and edge of a reaction"""
        self.own_chip = (QColor(tokens.accent_soft), QColor(tokens.accent))
        self.flash = QColor(tokens.accent_soft)
        self.rule = QColor(tokens.border)
        self.call_bar = QColor(tokens.accent)
        self.quote_bar = QColor(tokens.border_strong)
        self.hover = QColor(tokens.surface_hover if tokens.strong else tokens.sidebar)
        self.focus = QPen(QColor(tokens.focus), tokens.ring)
        self.ground = QColor(tokens.window)

    def _make_formats(self, tokens: Tokens) -> None:
        """How parts of a text differ from the rest of it."""
        self.link = QTextCharFormat()
        self.link.setForeground(self.accent)
        self.link.setFontUnderline(True)
        self.emoji = QTextCharFormat()
        self.emoji.setFontPointSize(QFontInfo(self.font).pointSizeF() * _INLINE)
        self.aside = QTextCharFormat()
        self.aside.setForeground(self.muted)
        self.aside.setFont(self.small)
        self.selected = QTextCharFormat()
        self.selected.setForeground(QColor(tokens.selection_text))
        self.selected.setBackground(QColor(tokens.selection))

    # What few messages have is made when the first of them asks: a look is made at every step of a resize.

    @cached_property
    def code_font(self) -> QFont:
        """For blocks of code."""
        font = _sized(self.font, _CODE)
        font.setFamilies([_code_family(), *self.font.families()])
        return font

    @cached_property
    def code_ground(self) -> QColor:
        """Under code; shows on any ground."""
        return _clear(self.text, 0.075)

    @cached_property
    def call_ground(self) -> QColor:
        """Under a message that calls the person who looks at it."""
        return _clear(QColor(self._tokens.accent_soft), 0.6)

    @cached_property
    def styles(self) -> dict[Style, QTextCharFormat]:
        """How what is set off differs from the rest of a text."""
        code, emphasis, strong, struck = (QTextCharFormat() for _ in range(4))
        code.setFontFamilies([_code_family(), *self.font.families()])
        code.setFontPointSize(QFontInfo(self.font).pointSizeF() * _CODE)
        emphasis.setFontItalic(True)
        strong.setFontWeight(QFont.Weight.Bold)
        struck.setFontStrikeOut(True)
        return {Style.CODE: code, Style.EMPHASIS: emphasis, Style.STRONG: strong, Style.STRUCK: struck}

    @cached_property
    def call(self) -> QTextCharFormat:
        """The name by which that person is called."""
        call = QTextCharFormat()
        call.setForeground(self.accent)
        call.setFontWeight(QFont.Weight.Bold)
        return call

    @cached_property
    def code_option(self) -> QTextOption:
        """How blocks of code are laid out: from left to right, with a stop every four letters."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(4 * QFontMetricsF(self.code_font).horizontalAdvance("0"))
        return option

    def label(self, text: str, font: QFont, room: float) -> Label:
        """One line of text, cut off after `room`; the same one for the same text, since names and times come again."""
        asked = (text, font, room)
        found = self._labels.get(asked)
        if found is None:
            if len(self._labels) >= _LABELS:
                self._labels.clear()
            found = self._labels[asked] = Label(text, font, room)
        return found

    def disc_of(self, author: str) -> QPixmap:
        """The disc that stands beside an author's messages: their colour, and the first letter of their name."""
        found = self._discs.get(author)
        if found is None:
            if len(self._discs) >= _DISCS:
                self._discs.clear()
            found = self._discs[author] = self._draw_disc(author)
        return found

    def _draw_disc(self, author: str) -> QPixmap:
        drawn = QPixmap(round(self.disc * self._scale), round(self.disc * self._scale))
        drawn.setDevicePixelRatio(self._scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.author_colour(author))
        painter.drawEllipse(QRectF(0, 0, self.disc, self.disc))
        initial = Label(name(author)[:1].upper(), self.strong, self.disc)
        baseline = (self.disc + QFontMetricsF(self.strong).capHeight()) / 2
        initial.paint(painter, (self.disc - initial.width) / 2, baseline, self.ground)
        painter.end()
        return drawn

    def author_colour(self, author: str) -> QColor:
        """The colour of an author's name."""
        return author_colour(author, self._tokens)

    def left(self, x: float, width: float) -> float:
        """Where something `width` wide begins that stands `x` from the side on which reading begins."""
        return self.width - x - width if self.mirrored else x

    def day_name(self, day: date) -> str:
        """A day as people call it."""
        if day == self.today:
            return QCoreApplication.translate("Timeline", "Today")
        if day == self.today - timedelta(days=1):
            return QCoreApplication.translate("Timeline", "Yesterday")
        return self.locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


@cache
def _code_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def _clear(colour: QColor, part: float) -> QColor:
    """A colour of which only so much covers what is under it."""
    clear = QColor(colour)
    clear.setAlphaF(part)
    return clear


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _sized(font: QFont, times: float) -> QFont:
    sized = QFont(font)
    if font.pointSizeF() > 0:
        sized.setPointSizeF(font.pointSizeF() * times)
    else:
        sized.setPixelSize(max(1, round(font.pixelSize() * times)))
    return sized
