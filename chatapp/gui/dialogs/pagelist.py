"""The pages of a dialog, to choose one of."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chatapp.gui.sidelist import paint_ground
from chatapp.gui.theme.theme import Theme

MARGIN = 12
GAP = 6


class PageList(QListWidget):
    """The arrows alone choose. As wide as its longest title."""

    chosen = Signal(object)
    """a page, as `titles` names it"""

    def __init__(self, theme: Theme, titles: Mapping[Hashable, str], parent: QWidget | None = None) -> None:
        """`titles` are those of the pages, in their order."""
        super().__init__(parent)
        self._pages = list(titles)
        self.setItemDelegate(_Row(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Pages"))
        self.setTabKeyNavigation(False)
        for title in titles.values():
            self.addItem(title)
        self.currentRowChanged.connect(self._chosen)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        widths = [self.fontMetrics().horizontalAdvance(self.item(row).text()) for row in range(self.count())]
        return QSize(max(widths) + 2 * MARGIN + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)

    def choose(self, page: Hashable | None) -> None:
        """Mark a page without telling; none for None."""
        blocked = self.blockSignals(True)
        self.setCurrentRow(-1 if page is None else self._pages.index(page))
        if page is None:
            self.clearSelection()
        self.blockSignals(blocked)

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._pages[row])


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + 2 * GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, place, option.state, self._theme.tokens)
        painter.setPen(QColor(self._theme.tokens.text))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(option.direction)
        painter.drawText(place.adjusted(MARGIN, 0, -MARGIN, 0), side, index.data())
        painter.restore()
