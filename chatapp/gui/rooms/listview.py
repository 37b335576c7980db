"""The room list: a click or Enter opens a room, the menu does the rest."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from chatapp.gui.rooms.model import FoundRooms, Role
from chatapp.gui.rooms.row import RoomRow
from chatapp.gui.theme.theme import Theme


class RoomList(QListView):
    opened = Signal(str)
    menu_asked = Signal(str, QPoint)
    """a room, and where on the screen"""

    def __init__(self, theme: Theme, model: FoundRooms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = model
        self._row = RoomRow(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setAccessibleName(self.tr("Rooms"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme.changed.connect(self.viewport().update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            # The keyboard has to be somewhere that can be seen.
            self.selectionModel().setCurrentIndex(self._found.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._room_at(event.position().toPoint()) is not None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        room = self._room_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and room is not None and room == self.current():
            self.opened.emit(room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        room = self.current()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and room is not None:
            self.opened.emit(room)
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            room, place = self._room_at(event.pos()), event.globalPos()
        else:
            room = self.current()
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if room is not None:
            self.menu_asked.emit(room, place)

    def current(self) -> str | None:
        """The room under the keyboard's cursor."""
        index = self.currentIndex()
        return index.data(Role.NAME) if index.isValid() else None

    def _room_at(self, point: QPoint) -> str | None:
        """The room at a place of the viewport; None on a section's title."""
        index = self.indexAt(point)
        if not index.isValid():
            return None
        title = self._row.title_height(index.row(), self.font())
        return index.data(Role.NAME) if point.y() >= self.visualRect(index).top() + title else None
