"""Colour for every emoji: which font draws them, and which of them it can draw."""

import sys
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QBitmap, QFont, QFontDatabase, QFontMetricsF, QImage, QPainter, QRegion, QTextLayout

from chatapp import assets
from chatapp.gui.options import SYSTEM

BUNDLED = "emoji/twemoji.ttf"
FAMILY = "Twemoji Chatapp"
"""of the font we bring"""
_SYSTEM = {"win32": ("Segoe UI Emoji",), "darwin": ("Apple Color Emoji",)}
_ELSEWHERE = ("Noto Color Emoji", "Twemoji", "Twemoji Mozilla", "JoyPixels", "Blobmoji")
_SEPARATOR = "\n"
_SAMPLE = 64  # pixels
_NO_FLAG = "🇽🇽"  # no country's: some fonts have one glyph for all flags they do not know


_installed: str | None = None


def install_emoji_font(style: str = SYSTEM, platform: str = sys.platform) -> str | None:
    """Have Qt draw emoji with the system's colour font, or with ours where there is none or `style` is not SYSTEM.

    Returns its family, or None where neither can be had and the text's own fonts are left to it. Needs a
    QGuiApplication. What was laid out before keeps its font. Blocks for 3 ms where our font has to be loaded.
    """
    global _installed  # noqa: PLW0603 -- there is one for the whole application, in Qt too
    families = () if style != SYSTEM else _SYSTEM.get(platform, _ELSEWHERE)
    family = next((name for name in families if QFontDatabase.hasFamily(name)), None) or _bundled()
    if family is not None:
        QFontDatabase.setApplicationEmojiFontFamilies([family])
        _installed = family
    return family


def _bundled() -> str | None:
    """The family of our font, loaded; None where it is damaged."""
    if QFontDatabase.hasFamily(FAMILY):
        return FAMILY
    loaded = QFontDatabase.addApplicationFontFromData(QByteArray(assets.read_bytes(BUNDLED)))
    return next(iter(QFontDatabase.applicationFontFamilies(loaded)), None) if loaded >= 0 else None


def emoji_font(pixels: int) -> QFont:
    """A font of this pixel size that asks for the emoji family in use, if any, first."""
    font = QFont()
    families = QFontDatabase.applicationEmojiFontFamilies()
    if families:
        font.setFamilies([*families, *font.families()])
    font.setPixelSize(pixels)
    return font


CELL = 1.6
"""times the size of an emoji that can be picked: the side of the place that it has to itself"""


def cell_font(text: QFont) -> QFont:
    """The font of emoji that can be picked, beside text in this one."""
    return emoji_font(max(round(QFontMetricsF(text).height() * 1.4), 20))


def emoji_pen(font: QFont) -> QPointF:
    """Where to draw an emoji with `QPainter.drawText`, seen from the point that it is to be centred on."""
    return _pen(tuple(font.families())) * font.pixelSize()


@lru_cache(maxsize=8)
def _pen(families: tuple[str, ...]) -> QPointF:
    """As `emoji_pen`, for a font of one pixel."""
    # Metrics speak of outlines, which bitmap and layered fonts do not have: what is painted is the truth.
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(_SAMPLE)
    start = QPointF(_SAMPLE, 2 * _SAMPLE)
    image = QImage(3 * _SAMPLE, 3 * _SAMPLE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(start, "😀")
    painter.end()
    ink = QRectF(QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect())
    return (start - ink.center()) / _SAMPLE


class Drawable:
    """Which emoji the font in use draws as one glyph of its own. Asks Qt once an emoji, and again of another font."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}
        self._font = _installed

    def __call__(self, characters: str) -> bool:
        """Whether this one is drawn."""
        if self._font != _installed or characters not in self._known:
            self.learn((characters,))
        return self._known[characters]

    def learn(self, emoji: Iterable[str]) -> None:
        """Ask about many at once: some 6 µs each, a third of what it takes one by one; 20 ms more for a cold font."""
        if self._font != _installed:
            self._font = _installed
            self._known.clear()
        asked = [characters for characters in dict.fromkeys(emoji) if characters not in self._known]
        if asked:
            unknown_flag, *glyphs = _glyphs([_NO_FLAG, *asked])
            for characters, glyph in zip(asked, glyphs, strict=True):
                self._known[characters] = glyph not in {0, unknown_flag}


def _glyphs(texts: list[str]) -> list[int]:
    """For each text the glyph of the emoji font that draws it; 0 where it takes several, or another font."""
    layout = QTextLayout(_SEPARATOR.join(texts), emoji_font(24))
    layout.beginLayout()
    layout.createLine().setLineWidth(1e7)
    layout.endLayout()
    owners: list[int] = []  # by UTF-16 offset; -1 for a separator
    for place, text in enumerate(texts):
        owners += [place] * (len(text.encode("utf-16-le")) // 2) + [-1] * len(_SEPARATOR)
    found: list[list[int]] = [[] for _ in texts]
    flags = QTextLayout.GlyphRunRetrievalFlag
    families = QFontDatabase.applicationEmojiFontFamilies()
    for run in layout.glyphRuns(-1, -1, flags.RetrieveGlyphIndexes | flags.RetrieveStringIndexes):
        foreign = bool(families) and run.rawFont().familyName() not in families
        for glyph, offset in zip(run.glyphIndexes(), run.stringIndexes(), strict=True):
            if (owner := owners[offset]) >= 0:
                found[owner].append(0 if foreign else glyph)
    return [glyphs[0] if len(glyphs) == 1 else 0 for glyphs in found]
