"""A message that was jumped to lights up for a moment, so that the eye finds it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

if TYPE_CHECKING:
    from chatapp.gui.timeline.canvas import Canvas

_LASTS = 1_800
"""milliseconds"""


class Flash(QObject):
    """Lights up one row at a time, and follows it."""

    def __init__(self, view: "Canvas") -> None:
        super().__init__(view)
        self._view = view
        self.row: int | None = None
        """the row that is lit"""
        self.strength = 0.0
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(_LASTS)
        self._fading.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fading.valueChanged.connect(self._fade)

    def light(self, row: int) -> None:
        """Let a row light up."""
        self._fading.stop()
        self._view.update_rows((self.row,))
        self.row, self.strength = row, 1.0
        self._fading.start()
        self._view.update_rows((row,))

    def on(self, row: int) -> float:
        """How bright a row is, from 0 to 1."""
        return self.strength if row == self.row else 0.0

    def inserted(self, first: int, count: int) -> None:
        """Rows came before what was row `first`."""
        if self.row is not None and self.row >= first:
            self.row += count

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        if self.row is not None and self.row >= first:
            self.row = self.row - count if self.row >= first + count else None

    def reset(self) -> None:
        """All rows are other ones."""
        self._fading.stop()
        self.row, self.strength = None, 0.0

    def _fade(self, strength: float) -> None:
        self.strength = strength
        self._view.update_rows((self.row,))
