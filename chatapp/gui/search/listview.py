"""The list of hits: a click or Enter shows one in its place."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from chatapp.gui.search.model import Hits, Role
from chatapp.gui.search.row import HitRow
from chatapp.gui.theme.theme import Theme


class HitList(QListView):
    chosen = Signal(str, int)
    """the room and `seq` of a message"""

    def __init__(self, theme: Theme, hits: Hits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = hits
        self.row = HitRow(theme, self)
        self.setModel(hits)
        self.setItemDelegate(self.row)
        self.setAccessibleName(self.tr("Search results"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.viewport().update)

    def step(self, by: int) -> None:
        """Choose the hit that is `by` rows further down; the first where none is chosen yet, none beyond the ends."""
        if not self._hits.rowCount():
            return
        here = self.currentIndex() if self.selectionModel().hasSelection() else None
        row = 0 if here is None else here.row() + by
        if 0 <= row < self._hits.rowCount():
            self.setCurrentIndex(self._hits.index(row))
            self._choose()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            # The keyboard has to be somewhere that can be seen.
            self.selectionModel().setCurrentIndex(self._hits.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.chosen.emit(index.data(Role.ROOM), index.data(Role.SEQ))
