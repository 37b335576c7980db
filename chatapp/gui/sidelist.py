"""What the lists beside the messages have in common: how one chooses in them, and the ground of a row."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import Tokens

RADIUS = 6
_CHOOSE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_LEAVE = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}


class SideList(QListView):
    """Chosen is what is clicked, or where the keyboard is on Enter or Space. The arrows alone choose nothing."""

    picked = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)
    """an item, and where on the screen"""

    def __init__(self, theme: Theme, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Also how high its rows are.
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def item_at(self, point: QPoint) -> QModelIndex:
        """The item at a place of the viewport; an invalid index where there is none."""
        return self.indexAt(point)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            # The keyboard has to be somewhere that can be seen.
            first = self.model().index(0, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.item_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.picked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _CHOOSE and index.isValid():
            self.picked.emit(index)
        elif event.key() in _LEAVE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.item_at(event.pos()), event.globalPos()
        else:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            self.menu_wanted.emit(index, place)


def paint_ground(painter: QPainter, row: QRect, state: QStyle.StateFlag, tokens: Tokens) -> None:
    """What lies under an item: that it is selected, that the mouse is over it, a ring where the keyboard is."""
    ground = edge = None
    inset = 1.0
    if state & QStyle.StateFlag.State_Selected:
        ground = tokens.accent_soft
        edge = QPen(QColor(tokens.accent), 2) if tokens.strong else None
    elif state & QStyle.StateFlag.State_MouseOver:
        ground = tokens.surface_hover
    focused = state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active
    if focused:
        edge, inset = QPen(QColor(tokens.focus), tokens.ring), tokens.ring / 2
    if ground or edge:
        painter.setPen(edge or Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
