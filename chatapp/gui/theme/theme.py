"""Which tokens and measures are in force, and who is told when they change."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from chatapp.gui.theme.tokens import LIGHT, Tokens


class Measures(NamedTuple):
    """How large and how close together everything is."""

    scale: float = 1.0
    """the text's size, of the system's own; pictures grow with it"""
    compact: bool = False
    """more rows to a screen, with less between them"""


class Theme(QObject):
    """The tokens and measures in force. Panels read them when they paint and repaint on `changed`."""

    changed = Signal()

    def __init__(self, tokens: Tokens = LIGHT, parent: QObject | None = None, measures: Measures | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._measures = measures or Measures()

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def measures(self) -> Measures:
        return self._measures

    def sized(self, pixels: float) -> int:
        """A length that grows with the text, such as a picture's side."""
        return round(pixels * self._measures.scale)

    def spaced(self, comfortable: int, compact: int) -> int:
        """The one of two lengths that belongs to the density in force."""
        return compact if self._measures.compact else comfortable

    def use(self, tokens: Tokens, measures: Measures | None = None) -> None:
        """Put others in force, the same measures where none are given; emits `changed` where they differ."""
        wanted = tokens, measures or self._measures
        if wanted != (self._tokens, self._measures):
            self._tokens, self._measures = wanted
            self.changed.emit()
