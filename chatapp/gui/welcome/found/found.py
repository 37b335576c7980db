"""On this network: the hosts that were found, or what to do where there are none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.found.listview import FoundList
from chatapp.gui.welcome.found.model import FoundServer, FoundServers

EDGES = 6
ROWS = 2.5
"""as many are seen at once, at least: that there are more shows in the last one"""
MOST_ROWS = 4.5
"""where there is room for them"""


class Found(QWidget):
    """As high with hosts as without, so that nothing beneath it moves when they come and go."""

    chosen = Signal(str)
    """the invite of a host"""
    test_asked = Signal()
    """somebody is missing: what is wrong with the network?"""
    watched = Signal(bool)
    """somebody sees this, and wants to know of hosts; or does not any more"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FoundServers(self)
        self.list = FoundList(theme, self.model, self)
        self.test = push_button(self.tr("Test my network"), self)
        self.test.setProperty("look", "link")
        title = label(self.tr("On this network"), "strong", parent=self)
        title.setBuddy(self.list)
        self._hint = label("", "muted", wrap=True, parent=self)
        self._hint.setAlignment(
            self._hint.alignment() & ~Qt.AlignmentFlag.AlignVertical_Mask | Qt.AlignmentFlag.AlignVCenter
        )
        self._hint.setContentsMargins(12, 4, 12, 4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(self.test)
        self._frame = QFrame(self)
        self._frame.setProperty("look", "field")
        # What is in it does not matter for how high it is.
        self._frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack = QStackedLayout(self._frame)
        self._stack.setContentsMargins(2, 2, 2, 2)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._frame, 1)
        QWidget.setTabOrder(self.list, self.test)
        self.list.joined.connect(self.chosen)
        self.list.released.connect(self._settle)
        self.test.clicked.connect(self.test_asked)
        theme.changed.connect(self._fit)
        self._able = True
        self._say()
        self._fit()

    @property
    def hint(self) -> str:
        """What is said where there is nobody."""
        return self._hint.text()

    def show_servers(self, servers: Sequence[FoundServer], *, able: bool = True) -> None:
        """These are there now. Where this computer cannot look at all, it is not `able`."""
        before = self.model.rowCount()
        self._able = able
        self.model.show(servers, held=self.list.held)
        self._say()
        if servers and not before:
            read_aloud(self, self.tr("%Ln hosts found on this network", "", len(servers)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watched.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _settle(self) -> None:
        self.model.settle()
        self._say()

    def _say(self) -> None:
        if self._able:
            hint = self.tr("Nobody hosts on this network yet. As soon as somebody does, you see it here.")
        else:
            hint = self.tr("This computer has no network at the moment. Connect to the Wi-Fi, or put a cable in.")
        if hint != self._hint.text():
            self._hint.setText(hint)
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self._hint)

    def _fit(self) -> None:
        row = self.list.row.height(self.list.font())
        least = max(round(ROWS * row), self._hint.heightForWidth(240)) + EDGES
        self._frame.setMinimumHeight(least)
        self._frame.setMaximumHeight(max(least, round(MOST_ROWS * row) + EDGES))
