"""The list of hits: a click or Enter shows one in its place."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.search.model import Hits, Role
from chatapp.gui.search.row import HitRow
from chatapp.gui.sidelist import SideList
from chatapp.gui.theme.theme import Theme


class HitList(SideList):
    chosen = Signal(str, int)
    """the room and `seq` of a message"""

    def __init__(self, theme: Theme, hits: Hits, parent: QWidget | None = None) -> None:
        super().__init__(theme, hits, parent)
        self.setAccessibleName(self.tr("Search results"))
        self._hits = hits
        self.row = HitRow(theme, self)
        self.setItemDelegate(self.row)
        self.setUniformItemSizes(True)
        self.picked.connect(self._choose)

    def step(self, by: int) -> None:
        """Choose the hit that is `by` rows further down; the first where none is chosen yet, none beyond the ends."""
        if not self._hits.rowCount():
            return
        here = self.currentIndex() if self.selectionModel().hasSelection() else None
        row = 0 if here is None else here.row() + by
        if 0 <= row < self._hits.rowCount():
            self.setCurrentIndex(self._hits.index(row))
            self._choose(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.chosen.emit(index.data(Role.ROOM), index.data(Role.SEQ))
