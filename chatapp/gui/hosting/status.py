"""The foot of the window while hosting: the address to give to others, and how many are here."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chatapp.gui.counts import people
from chatapp.gui.elided import Elided
from chatapp.gui.plain import isolated
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import push_button
from chatapp.gui.theme.theme import Theme

SHOWN = 2_000
"""milliseconds for which the button says that it has copied"""


class HostingStatus(QWidget):
    """Hidden while this computer does not host."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._address = ""
        self._people: int | None = None
        self._words = Elided(parent=self, snug=True)
        self.copy = push_button(self.tr("Copy address"), self)
        self.copy.setProperty("look", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        row.addWidget(self.copy)
        row.addStretch()
        self._reset = QTimer(self, singleShot=True, interval=SHOWN)
        self._reset.timeout.connect(lambda: self.copy.setText(self.tr("Copy address")))
        self.copy.clicked.connect(self._copy)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    @property
    def text(self) -> str:
        return self._words.whole

    def show_hosting(self, address: str) -> None:
        """The best address to give to others; empty: this computer hosts no more."""
        self._address = address
        self._say()
        self.setVisible(bool(address))

    def show_people(self, count: int | None) -> None:
        """How many are here, this person included; None where that is not known."""
        self._people = count
        self._say()

    def minimumSizeHint(self) -> QSize:
        # A status bar gives no more than this.
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _say(self) -> None:
        text = self.tr("Hosting on {address}").format(address=isolated(self._address))
        self._words.show_text(text if self._people is None else f"{text} · {people(self._people)}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copy.setText(self.tr("Copied"))
        self._reset.start()

    def _draw_icons(self) -> None:
        self.copy.setIcon(icon("copy", self._theme.tokens.text_link, size=self._theme.sized(16)))
