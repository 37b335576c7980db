"""The foot of the window while hosting: where, how many are here, the invite for others, and the way to the panel."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.counts import people
from chatapp.gui.elided import Elided
from chatapp.gui.plain import isolated
from chatapp.gui.theme.icons import icon, pixmap
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme

SHOWN = 2_000
"""milliseconds for which the button says that it has copied"""


class HostingStatus(QWidget):
    """Hidden while this computer does not host."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._address = self._link = ""
        self._people: int | None = None
        self._exposed = 0
        self._encrypts = False
        self._words = Elided(parent=self, snug=True)
        self.copy = push_button(self.tr("Copy invite"), self)
        self.manage = push_button(self.tr("Manage"), self)
        self._lock = QLabel(self)
        self._secure = label("", "small", parent=self)
        for button in (self.copy, self.manage):
            button.setProperty("look", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.manage)
        row.addStretch()
        row.addWidget(self._secure)
        row.addWidget(self._lock)
        self._reset = QTimer(self, singleShot=True, interval=SHOWN)
        self._reset.timeout.connect(lambda: self.copy.setText(self.tr("Copy invite")))
        self.copy.clicked.connect(self._copy)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.manage.hide()
        self.hide()

    @property
    def text(self) -> str:
        return self._words.whole

    def show_hosting(self, address: str, link: str = "", *, secure: bool = False) -> None:
        """The best address to give to others, and the invite; empty: this computer hosts no more. `secure` says that
        connections are encrypted."""
        self._address, self._link = address, link or address
        self._encrypts, self._exposed = secure, 0
        self._say()
        self.setVisible(bool(address))

    def show_in_charge(self, *, there: bool) -> None:
        """Whether this person may manage the chat."""
        self.manage.setVisible(there)

    def show_people(self, count: int | None, exposed: int = 0) -> None:
        """How many are here, this person included; None where that is not known. `exposed`: so many of them are on
        connections that are not encrypted."""
        self._people, self._exposed = count, exposed
        self._say()

    def minimumSizeHint(self) -> QSize:
        # A status bar gives no more than this.
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _say(self) -> None:
        text = self.tr("Hosting on {address}").format(address=isolated(self._address))
        self._words.show_text(text if self._people is None else f"{text} · {people(self._people)}")
        if self._encrypts and self._exposed:
            self._secure.setText(self.tr("%Ln not encrypted", "", self._exposed))
        else:
            self._secure.setText(self.tr("encrypted") if self._encrypts else self.tr("not encrypted"))
        self._lock.setVisible(self._encrypts and not self._exposed)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link)
        self.copy.setText(self.tr("Copied"))
        read_aloud(self.copy, self.copy.text())
        self._reset.start()

    def _draw_icons(self) -> None:
        side, tokens = self._theme.sized(16), self._theme.tokens
        self.copy.setIcon(icon("copy", tokens.text_link, size=side))
        self._lock.setPixmap(pixmap("lock", tokens.text_muted, side, self.devicePixelRatioF()))
