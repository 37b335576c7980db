"""The list of what was found. The keyboard is never in it: the field above passes on what it means."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from chatapp.gui.sidelist import SideList
from chatapp.gui.switcher.model import Results
from chatapp.gui.switcher.row import ResultRow
from chatapp.gui.theme.theme import Theme


class ResultList(SideList):
    def __init__(self, theme: Theme, model: Results, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self.setAccessibleName(self.tr("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = ResultRow(theme, self)
        self.setItemDelegate(self._row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.item_at(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def item_at(self, point: QPoint) -> QModelIndex:
        """A title is nothing to go to."""
        index = super().item_at(point)
        title = self._row.title_height(index, self.font()) if index.isValid() else 0
        return index if point.y() >= self.visualRect(index).top() + title else QModelIndex()
