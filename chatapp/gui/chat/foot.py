"""What stands in place of the composer where one cannot write: a way in, or why there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.plain import caption
from chatapp.gui.theme.look import label, push_button

WORDS = 16
"""characters that the words beside buttons have on a line, or else they stand above them"""


class _Foot(QFrame):
    """Words, and beside them buttons; above them where it is too narrow for both, such as in large text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "foot")
        self.row = QHBoxLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = WORDS * self.fontMetrics().averageCharWidth()
        for button in self.findChildren(QPushButton):
            if not button.isHidden():
                needed += self.row.spacing() + button.sizeHint().width()
        narrow = self.contentsRect().width() < needed
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() is not way:
            self.row.setDirection(way)


class JoinFoot(_Foot):
    """A viewed room: joining it is one click, and why it failed stands beneath."""

    asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = label(self.tr("What you wrote is kept until then."), "small", parent=self)
        self.button = push_button(caption(self.tr("Join {room} to write").format(room=title)), self)
        self.button.setAccessibleName(self.tr("Join room"))
        self.button.setProperty("look", "primary")
        self._error = label("", "error", wrap=True, parent=self)
        viewing = label(self.tr("You are looking into this room."), "muted", wrap=True, parent=self)
        self.row.setSpacing(12)
        self.row.addWidget(viewing, 1)
        self.row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        column.addLayout(self.row)
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


class QuietFoot(_Foot):
    """A room in which others write. It can be read, and reacted in."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Only those in charge write in {room}.").format(room=title)
        self.words = label(words, "muted", wrap=True, parent=self)
        self._kept = label(self.tr("What you wrote is kept until you may write again."), "small", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self._kept)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        self.show_draft(there=False)

    def show_draft(self, *, there: bool) -> None:
        self._kept.setVisible(there)


class GoneFoot(_Foot):
    """A room that is no more. What was written for it can still be taken along."""

    copy_asked = Signal()
    close_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = label(self.tr("{room} was deleted. You can still read what was said.").format(room=title), wrap=True)
        self.copy = push_button(self.tr("Copy what you wrote"), self)
        self.close_tab = push_button(self.tr("Close tab"), self)
        self.setLayout(self.row)
        self.row.setContentsMargins(16, 10, 16, 12)
        self.row.setSpacing(8)
        self.row.addWidget(words, 1)
        self.row.addWidget(self.copy)
        self.row.addWidget(self.close_tab)
        self.setFocusProxy(self.close_tab)
        self.copy.clicked.connect(self.copy_asked)
        self.close_tab.clicked.connect(self.close_asked)

    def show_draft(self, *, there: bool) -> None:
        self.copy.setVisible(there)
