"""The room list: a click or Enter opens a room, the menu does the rest."""

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from chatapp.gui.rooms.model import FoundRooms, Role
from chatapp.gui.rooms.row import RoomRow
from chatapp.gui.sidelist import SideList
from chatapp.gui.theme.theme import Theme


class RoomList(SideList):
    opened = Signal(str)
    menu_asked = Signal(str, QPoint)
    """a room, and where on the screen"""

    def __init__(self, theme: Theme, model: FoundRooms, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self.setAccessibleName(self.tr("Rooms"))
        self._row = RoomRow(theme, model, self)
        self.setItemDelegate(self._row)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.picked.connect(lambda index: self.opened.emit(index.data(Role.NAME)))
        self.menu_wanted.connect(lambda index, place: self.menu_asked.emit(index.data(Role.NAME), place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.item_at(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def item_at(self, point: QPoint) -> QModelIndex:
        """A section's title is no room."""
        index = super().item_at(point)
        title = self._row.title_height(index.row(), self.font()) if index.isValid() else 0
        return index if point.y() >= self.visualRect(index).top() + title else QModelIndex()
