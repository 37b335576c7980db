"""What the person chose to see: light, dark, of high contrast or as the system does, how large and how dense."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from chatapp.gui.settings import Settings
from chatapp.gui.theme.style import palette, sheet
from chatapp.gui.theme.theme import Measures, Theme
from chatapp.gui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens

TEXT_SIZES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


STYLE = ("-style", "fusion")
"""for the arguments of the QApplication: `setStyle` does the same, but has Python learn all of QStyle, for 5 ms"""


class Mode(StrEnum):
    """What can be chosen as a theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_FOLLOWED = {Settings.theme.key, Settings.text_size.key, Settings.density.key}


class Appearance(QObject):
    """Dresses an application made with STYLE, and keeps it dressed as the settings say.

    Where the mode is SYSTEM, it is light or dark as the system is, and of high contrast where the system asks for that
    (since Qt 6.10); that of high contrast is light or dark as the system is.
    """

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self.theme = Theme(parent=self)
        self._application = application
        self._settings = settings
        self._font = QFont(application.font())
        self._own_emoji = False
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._dress)
        settings.changed.connect(self._follow)
        self._dress()

    @property
    def mode(self) -> Mode:
        return Mode(self._settings.theme)

    def use(self, mode: Mode) -> None:
        self._settings.theme = mode.value

    @property
    def text_size(self) -> float:
        """One of TEXT_SIZES; 1.0 is the system's own."""
        return min(TEXT_SIZES, key=lambda size: abs(size - self._settings.text_size))

    def larger(self) -> None:
        self._resize(TEXT_SIZES.index(self.text_size) + 1)

    def smaller(self) -> None:
        self._resize(TEXT_SIZES.index(self.text_size) - 1)

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
        self._settings.text_size = TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))]

    def _follow(self, option: str) -> None:
        if option in _FOLLOWED:
            self._dress()

    def _tokens(self) -> Tokens:
        hints = self._application.styleHints()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        strong = False
        match self.mode:
            case Mode.SYSTEM if hasattr(hints, "accessibility"):
                strong = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
            case Mode.LIGHT | Mode.DARK:
                dark = self.mode is Mode.DARK
            case Mode.CONTRAST:
                strong = True
        if strong:
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT

    def _dress(self) -> None:
        tokens = self._tokens()
        measures = Measures(self.text_size, self._settings.density == "compact")
        font = QFont(self._font)
        if self._own_emoji:
            # Naming the same family twice changes nothing but the key that Qt keeps what it found by.
            font.setFamilies([*font.families(), QFontInfo(self._font).family()])
        font.setPointSizeF(QFontInfo(self._font).pointSizeF() * self.text_size)
        with _no_collection():
            self._application.setFont(font)
            self._application.setPalette(palette(tokens))
            self._application.setStyleSheet(sheet(tokens, font.pointSizeF(), measures))
        self.theme.use(tokens, measures)


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
