"""Where one is, and whether the server is there: a dot, and always the words for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from chatapp.gui.elided import Elided
from chatapp.gui.theme.theme import Theme
from chatapp.session.changes import Phase


class Dot(QWidget):
    """Full while the server is there, a ring otherwise, so that it is not told by colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phase = Phase.OFFLINE
        theme.changed.connect(self._grow)
        self._grow()

    def show_phase(self, phase: Phase) -> None:
        self._phase = phase
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.sized(12)
        return QSize(side, side)

    def _grow(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.rect().adjusted(2, 2, -2, -2)
        if self._phase is Phase.ONLINE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.text_success))
        else:
            lost = self._phase not in {Phase.CONNECTING, Phase.IDENTIFYING}
            painter.setPen(QPen(QColor(tokens.text_danger if lost else tokens.text_muted), 2))
        painter.drawEllipse(place)


class ServerHeader(QFrame):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = Phase.OFFLINE
        self._name = ""
        self.setProperty("look", "head")
        self._dot = Dot(theme, self)
        self._server = Elided("strong", self)
        self._state = Elided("small", self)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 10, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(self._dot, 0, 0)
        grid.addWidget(self._server, 0, 1)
        grid.addWidget(self._state, 1, 1)
        grid.setColumnStretch(1, 1)

    def show_server(self, server: str) -> None:
        self._server.show_text(server)

    def show_name(self, name: str) -> None:
        self._name = name
        self._say()

    def show_phase(self, phase: Phase) -> None:
        self._phase = phase
        self._dot.show_phase(phase)
        self._say()

    @property
    def server(self) -> str:
        """What the chat is called."""
        return self._server.whole

    @property
    def state(self) -> str:
        """What is said about the connection."""
        return self._state.whole

    def _say(self) -> None:
        match self._phase:
            case Phase.ONLINE:
                state = self.tr("Connected as {name}").format(name=self._name)
            case Phase.CONNECTING | Phase.IDENTIFYING:
                state = self.tr("Connecting…")
            case Phase.WAITING:
                state = self.tr("Reconnecting…")
            case Phase.REFUSED:
                state = self.tr("Choose another name")
            case Phase.ASKED:
                state = self.tr("A password is needed")
            case Phase.TURNED_AWAY:
                state = self.tr("Not let in")
            case Phase.OFFLINE:
                state = self.tr("Disconnected")
        self._state.show_text(state)
