"""What the pages of the Host panel have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import AdminRequest


class Page(QWidget):
    """Shows what the server answered, and nothing before that. What went wrong is said at its foot."""

    acted = Signal()
    """something was done that other pages show, too"""

    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asking = asking
        self._title = label("", "heading", wrap=True, parent=self)
        self._about = label("", "muted", wrap=True, parent=self)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._error = label("", "error", wrap=True, parent=self)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(self.body, 1)
        column.addWidget(self._error)
        asking.told.connect(self.take)

    def entitle(self, title: str, about: str) -> None:
        """What the page is called, and what is on it."""
        self._title.setText(title)
        self._about.setText(about)

    @property
    def title(self) -> str:
        return self._title.text()

    def refresh(self) -> None:
        """Ask the server for what is shown here."""
        raise NotImplementedError

    def take(self, reply: object) -> None:
        """An answer of the server, to whichever page."""
        raise NotImplementedError

    @property
    def error(self) -> str:
        """What went wrong last; empty for nothing."""
        return self._error.text()

    def do(self, request: AdminRequest) -> None:
        """Ask for something that changes the server."""
        self.refuse("")
        self._asking.ask(request, self, self.refuse, self.acted.emit)

    def look(self, request: AdminRequest) -> None:
        """Ask for what is shown."""
        self._asking.ask(request, self, self.refuse)

    def refuse(self, sentence: str) -> None:
        """Say what went wrong; nothing for an empty sentence."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        read_aloud(self._error, sentence)
