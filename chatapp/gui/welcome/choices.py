"""The first question: host a chat, or join one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.choice import Choice


class Choices(QWidget):
    host_chosen = Signal()
    join_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host = Choice(theme, "host", self.tr("Host a chat"), "", self)
        about = self.tr("Somebody else hosts: on this network, or elsewhere with an invite for you.")
        self.join = Choice(theme, "join", self.tr("Join a chat"), about, self)
        self._error = label("", "error", wrap=True, parent=self)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.host)
        column.addWidget(self.join)
        column.addWidget(self._error)
        column.addStretch(1)
        self.host.clicked.connect(self.host_chosen)
        self.join.clicked.connect(self.join_chosen)
        self.set_port(None)

    def set_port(self, port: int | None) -> None:
        """Say what hosting means; with the port hosted on before, so that old addresses are seen to work again."""
        about = self.tr("On this computer, for people on your network. One click, no account.")
        if port is not None:
            about = self.tr("Again on this computer, at the address that you gave to others before.")
        self.host.describe(about)

    def show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        read_aloud(self._error, sentence)
