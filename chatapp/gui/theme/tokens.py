"""Colours by what they are for. Widgets name a token, never a colour."""

from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from PySide6.QtGui import QColor


class Tokens(NamedTuple):
    """One theme. Every `text*` token keeps `least` against `window`, `surface` and `sidebar` (WCAG 2.2, 1.4.3)."""

    dark: bool
    strong: bool
    """for eyes that need high contrast: 7:1, thick edges, what is chosen has an edge of its own"""
    window: str
    """behind everything; the timeline's ground"""
    sidebar: str
    """the room list's ground"""
    surface: str
    """fields, cards, popups"""
    surface_hover: str
    surface_pressed: str
    border: str
    border_strong: str
    """the edge of something to type into or press (3:1 against its ground)"""
    text: str
    text_muted: str
    text_link: str
    text_danger: str
    text_success: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str
    """on `accent`"""
    accent_soft: str
    """a quiet accent ground: the chosen room, the pressed toggle"""
    selection: str
    selection_text: str
    badge: str
    badge_text: str
    focus: str
    """the focus ring"""

    @property
    def least(self) -> float:
        """The contrast that all text keeps (WCAG 2.2, 1.4.3; 1.4.6 for high contrast)."""
        return 7.0 if self.strong else 4.5

    @property
    def ring(self) -> int:
        """How thick the focus ring is, in pixels."""
        return 3 if self.strong else 2


LIGHT = Tokens(
    dark=False,
    strong=False,
    window="#ffffff",
    sidebar="#f4f5f7",
    surface="#ffffff",
    surface_hover="#eceef2",
    surface_pressed="#e0e3e9",
    border="#dfe2e8",
    border_strong="#828a98",
    text="#1c2026",
    text_muted="#5a6270",
    text_link="#1a5fb4",
    text_danger="#b3261e",
    text_success="#1b6e3c",
    accent="#2f5fd0",
    accent_hover="#284fb0",
    accent_pressed="#214293",
    accent_text="#ffffff",
    accent_soft="#dfe7fa",
    selection="#c9d9fb",
    selection_text="#10141a",
    badge="#2f5fd0",
    badge_text="#ffffff",
    focus="#2f5fd0",
)

DARK = Tokens(
    dark=True,
    strong=False,
    window="#1b1d22",
    sidebar="#15171b",
    surface="#24272e",
    surface_hover="#2d3139",
    surface_pressed="#373c46",
    border="#33373f",
    border_strong="#7a8394",
    text="#e8eaee",
    text_muted="#a3abb8",
    text_link="#8ab4f8",
    text_danger="#ff8a80",
    text_success="#7ad8a0",
    accent="#4f7df0",
    accent_hover="#6a91f4",
    accent_pressed="#4a77ea",
    accent_text="#0b0e14",
    accent_soft="#27365c",
    selection="#35508f",
    selection_text="#ffffff",
    badge="#7aa2ff",
    badge_text="#0b0e14",
    focus="#8ab4f8",
)

CONTRAST_LIGHT = Tokens(
    dark=False,
    strong=True,
    window="#ffffff",
    sidebar="#ffffff",
    surface="#ffffff",
    surface_hover="#e4e4e4",
    surface_pressed="#cccccc",
    border="#4a4a4a",
    border_strong="#000000",
    text="#000000",
    text_muted="#2a2a2a",
    text_link="#00308f",
    text_danger="#8b0000",
    text_success="#00401a",
    accent="#00308f",
    accent_hover="#002066",
    accent_pressed="#001a4d",
    accent_text="#ffffff",
    accent_soft="#d6e4ff",
    selection="#00308f",
    selection_text="#ffffff",
    badge="#00308f",
    badge_text="#ffffff",
    focus="#b4006a",
)

CONTRAST_DARK = Tokens(
    dark=True,
    strong=True,
    window="#000000",
    sidebar="#000000",
    surface="#000000",
    surface_hover="#2b2b2b",
    surface_pressed="#404040",
    border="#b0b0b0",
    border_strong="#ffffff",
    text="#ffffff",
    text_muted="#e0e0e0",
    text_link="#8fcbff",
    text_danger="#ffb0a8",
    text_success="#8dffb8",
    accent="#8fcbff",
    accent_hover="#b8deff",
    accent_pressed="#6fb8f5",
    accent_text="#000000",
    accent_soft="#00335c",
    selection="#ffe14d",
    selection_text="#000000",
    badge="#ffe14d",
    badge_text="#000000",
    focus="#ffe14d",
)


_HUES = (2, 20, 36, 52, 88, 130, 166, 188, 207, 226, 252, 276, 300, 330)
"""degrees, as far apart as eyes tell them apart: among greens they tell least"""


@lru_cache(maxsize=1024)
def author_colour(name: str, tokens: Tokens) -> QColor:
    """The colour of an author's name: the same for a name at every start, readable on the theme's grounds."""
    hue = _HUES[(crc32(name.encode("utf-8", "replace")) >> 7) % len(_HUES)]
    grounds = (tokens.window, tokens.sidebar, tokens.surface, tokens.accent_soft)
    for step in range(41):
        lightness = 0.72 + 0.007 * step if tokens.dark else 0.42 - 0.01 * step
        colour = QColor.fromHslF(hue / 360, 0.62, lightness)
        if all(contrast(colour, QColor(ground)) >= tokens.least for ground in grounds):
            return colour
    return QColor(tokens.text)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
