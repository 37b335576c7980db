"""The bar above the field that says what is written there besides a message of its own: an answer, or an edit."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from chatapp.gui.elided import Elided
from chatapp.gui.plain import tooltip
from chatapp.gui.theme.icons import icon, pixmap
from chatapp.gui.theme.theme import Theme

_PICTURE = 16


class Mode(Enum):
    REPLY = "reply"
    EDIT = "edit"


class Target(NamedTuple):
    """The message that is answered or edited."""

    mode: Mode
    seq: int
    text: str
    """of EDIT: as it was"""


class ModeBar(QWidget):
    """Hidden while nothing but a message of its own is written."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mode = Mode.REPLY
        self._mark = QLabel(self)
        self._words = Elided("muted", self)
        self.cancel = QToolButton(self)
        self.cancel.setAccessibleName(self.tr("Cancel"))
        self.cancel.setToolTip(tooltip(self.tr("Cancel (Esc)")))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 4, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(self.cancelled)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    @property
    def words(self) -> str:
        """What it says; meaningless while it is hidden."""
        return self._words.whole

    def tell(self, mode: Mode, words: str) -> None:
        """Say what is written."""
        self._mode = mode
        self._words.show_text(words)
        self._draw_icons()
        self.show()

    def _draw_icons(self) -> None:
        muted = self._theme.tokens.text_muted
        side = self._theme.sized(_PICTURE)
        self._mark.setPixmap(pixmap(self._mode.value, muted, side, self.devicePixelRatioF()))
        self.cancel.setIcon(icon("close", muted, size=side))
