"""The list of hosts that were found: a click or Enter joins one."""

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QWidget

from chatapp.gui.sidelist import SideList
from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.found.model import FoundServers, Role
from chatapp.gui.welcome.found.row import FoundRow


class FoundList(SideList):
    joined = Signal(str)
    """the invite of a host"""
    released = Signal()
    """neither the pointer nor the keyboard is in it any more"""

    def __init__(self, theme: Theme, model: FoundServers, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self.setAccessibleName(self.tr("Hosts on this network"))
        self.row = FoundRow(theme, self)
        self.setItemDelegate(self.row)
        self.setUniformItemSizes(True)
        self._pointed = False
        self.picked.connect(self._join)

    @property
    def held(self) -> bool:
        """Whether somebody is choosing."""
        return self._pointed or self.hasFocus()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._pointed = True

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointed = False
        self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        if not self.held:
            self.released.emit()

    def _join(self, index: QModelIndex) -> None:
        if not index.data(Role.GONE):
            self.joined.emit(index.data(Role.SERVER).invite)
