"""What the person chose to see: light, dark or as the system does, and how large the text is."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from chatapp.gui.theme.style import palette, sheet
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK, LIGHT

TEXT_SIZES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


STYLE = ("-style", "fusion")
"""for the arguments of the QApplication: `setStyle` does the same, but has Python learn all of QStyle, for 5 ms"""


class Mode(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """Dresses an application made with STYLE, and keeps it dressed: follows the system while the mode is SYSTEM."""

    mode_changed = Signal(str)
    text_size_changed = Signal(float)

    def __init__(self, application: QApplication, mode: Mode = Mode.SYSTEM, text_size: float = 1.0) -> None:
        super().__init__(application)
        self.theme = Theme(parent=self)
        self._application = application
        self._font = QFont(application.font())
        self._own_emoji = False
        self._mode = mode
        self._text_size = min(TEXT_SIZES, key=lambda size: abs(size - text_size))
        application.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    @property
    def mode(self) -> Mode:
        return self._mode

    def use(self, mode: Mode) -> None:
        if mode != self._mode:
            self._mode = mode
            self._dress()
            self.mode_changed.emit(mode)

    @property
    def text_size(self) -> float:
        """One of TEXT_SIZES; 1.0 is the system's own."""
        return self._text_size

    def larger(self) -> None:
        self._resize(TEXT_SIZES.index(self._text_size) + 1)

    def smaller(self) -> None:
        self._resize(TEXT_SIZES.index(self._text_size) - 1)

    def normal(self) -> None:
        self._resize(TEXT_SIZES.index(1.0))

    def draw_emoji_anew(self, *, own: bool) -> None:
        """Lay every text out again: emoji are drawn with a font of our `own` from now on, or no longer.

        Once it has drawn a text, Qt keeps what it found for characters that the text's font lacks.
        """
        if own is not self._own_emoji:
            self._own_emoji = own
            self._dress()

    def _resize(self, place: int) -> None:
        size = TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))]
        if size != self._text_size:
            self._text_size = size
            self._dress()
            self.text_size_changed.emit(size)

    def _dress(self) -> None:
        system_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._mode is Mode.DARK or (self._mode is Mode.SYSTEM and system_dark)
        tokens = DARK if dark else LIGHT
        font = QFont(self._font)
        if self._own_emoji:
            # Naming the same family twice changes nothing but the key that Qt keeps what it found by.
            font.setFamilies([*font.families(), QFontInfo(self._font).family()])
        font.setPointSizeF(QFontInfo(self._font).pointSizeF() * self._text_size)
        with _no_collection():
            self._application.setFont(font)
            self._application.setPalette(palette(tokens))
            self._application.setStyleSheet(sheet(tokens, font.pointSizeF()))
        self.theme.use(tokens)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Qt goes through a list of all widgets and has them run our code: a collection there could delete the next one."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
