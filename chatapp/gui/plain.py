"""Foreign text in places where it would act on what is around it: tooltips, captions, window titles, sentences."""

from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_RIGHT_TO_LEFT = {"R", "AL", "AN"}


def tooltip(text: str) -> str:
    """A tooltip that shows exactly this text (Qt would read text that looks like HTML as HTML)."""
    from html import escape  # noqa: PLC0415  # its table of entities is not needed for the first frame

    return f"<span>{escape(text)}</span>"


def caption(text: str) -> str:
    """A text for a button, tab or menu item in which `&` is no mnemonic."""
    return text.replace("&", "&&")


def heading(text: str) -> str:
    """A text for a window's title in which `[*]` marks nothing."""
    return text.replace("[*]", "[*][*]")


def isolated(text: str) -> str:
    """A name or an address inside a sentence, or by itself: neither turns the other's signs around (UAX #9, FSI).

    The text itself where nothing could: it is read from the left, and so is the window.
    """
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight and (
        text.isascii() or not any(bidirectional(character) in _RIGHT_TO_LEFT for character in text)
    ):
        return text
    return f"\u2068{text}\u2069" if text else text
