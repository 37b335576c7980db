"""What stands in place of the composer where one cannot write: a way in, or why there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.plain import caption
from chatapp.gui.theme.look import label, push_button


class JoinFoot(QFrame):
    """A viewed room: joining it is one click, and why it failed stands beneath."""

    asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "foot")
        self._kept = label(self.tr("What you wrote is kept until then."), "small", parent=self)
        self.button = push_button(caption(self.tr("Join {room} to write").format(room=title)), self)
        self.button.setAccessibleName(self.tr("Join room"))
        self.button.setProperty("look", "primary")
        self._error = label("", "error", wrap=True, parent=self)
        viewing = label(self.tr("You are looking into this room."), "muted", wrap=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(viewing, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._kept)
        column.addWidget(self._error)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self.asked)
        self.say("")
        self.show_draft(there=False)

    @property
    def error(self) -> str:
        return self._error.text()

    def say(self, sentence: str) -> None:
        """Why joining failed; empty for no reason. Either way it may be tried again."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.button.setAccessibleDescription(sentence)
        read_aloud(self.button, sentence)
        self.button.setEnabled(True)

    def wait(self) -> None:
        """The server has been asked."""
        self.say("")
        self.button.setEnabled(False)

    def show_draft(self, *, there: bool) -> None:
        self._kept.setVisible(there)


class GoneFoot(QFrame):
    """A room that is no more. What was written for it can still be taken along."""

    copy_asked = Signal()
    close_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "foot")
        words = label(self.tr("{room} was deleted. You can still read what was said.").format(room=title), wrap=True)
        self.copy = push_button(self.tr("Copy what you wrote"), self)
        self.close_tab = push_button(self.tr("Close tab"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.close_tab)
        self.setFocusProxy(self.close_tab)
        self.copy.clicked.connect(self.copy_asked)
        self.close_tab.clicked.connect(self.close_asked)

    def show_draft(self, *, there: bool) -> None:
        self.copy.setVisible(there)
