"""Rows of what a server told, in columns, as a Qt model, and the table that shows them."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from chatapp.gui.names import in_a_row
from chatapp.gui.plain import isolated, tooltip
from chatapp.gui.sidelist import paint_ground
from chatapp.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
T = TypeVar("T")
PADDING = 8


class Column(NamedTuple, Generic[T]):
    title: str
    text: Callable[[T], str]


class Rows(QAbstractTableModel, Generic[T]):
    """One row a thing; `key` says which things are the same one, so that a selection stays with it."""

    def __init__(
        self, columns: Sequence[Column[T]], key: Callable[[T], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._key = key
        self._rows: list[T] = []

    def update(self, rows: Sequence[T]) -> None:
        """Show these from now on, in this order."""
        before, after = [self._key(row) for row in self._rows], [self._key(row) for row in rows]
        if before == after:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._columns) - 1))
            return
        # Those that stay keep their place among each other, in what servers send: what goes and comes is told.
        kept = set(after)
        for place in reversed(range(len(self._rows))):
            if before[place] not in kept:
                self.beginRemoveRows(NOWHERE, place, place)
                del self._rows[place]
                self.endRemoveRows()
        known = {self._key(row) for row in self._rows}
        if [key for key in after if key in known] != [self._key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            if self._key(row) in known:
                self._rows[place] = row
            else:
                self.beginInsertRows(NOWHERE, place, place)
                self._rows.insert(place, row)
                self.endInsertRows()
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._columns) - 1))

    def row(self, number: int) -> T | None:
        """None where there is no such row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @property
    def rows(self) -> list[T]:
        return list(self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return isolated(" ".join(column.text(row).split()))
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(column.text(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                # The first cell says it all; the others what they are.
                return self._spoken(row) if index.column() == 0 else f"{column.title}: {column.text(row)}"
        return None

    def _spoken(self, row: T) -> str:
        texts = [column.text(row) for column in self._columns]
        return in_a_row(text for text in texts if text)


class _Cell(QStyledItemDelegate):
    """Paints with the theme's tokens; a whole row is one thing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data() or "")
        return QSize(option.fontMetrics.horizontalAdvance(text) + 2 * PADDING + 2, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, place = self._theme.tokens, option.rect
        painter.save()
        painter.setClipRect(place)
        painter.setLayoutDirection(option.direction)
        # One ground for the row: the ends of the cells' own are out of sight.
        last = index.model().columnCount() - 1
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        before, behind = (0 if index.column() == 0 else 20), (0 if index.column() == last else 20)
        ground = place.adjusted(-(behind if mirrored else before), 0, before if mirrored else behind, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, ground, option.state & ~QStyle.StateFlag.State_MouseOver, tokens)
        painter.setPen(QColor(tokens.text if index.column() == 0 else tokens.text_muted))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(tokens.text))
        inner = place.adjusted(PADDING, 0, -PADDING, 0)
        text = option.fontMetrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, side | Qt.TextFlag.TextSingleLine, text)
        painter.restore()


class Table(QTableView):
    """The arrows choose a row; Tab goes on. As wide as it is given; the first column takes what is left."""

    chosen = Signal()
    """another row, or none"""
    menu_wanted = Signal(object)
    """where on the screen; about the chosen row"""

    def __init__(
        self, theme: Theme, model: QAbstractTableModel, name: str, parent: QWidget | None = None, *, nothing: str = ""
    ) -> None:
        """`nothing` is said where there is no row."""
        super().__init__(parent)
        self._theme = theme
        self._nothing = nothing
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Cell(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        self.selectionModel().selectionChanged.connect(self.chosen)
        model.modelReset.connect(self.chosen)
        for change in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            change.connect(self._describe)
        self._describe()
        theme.changed.connect(self.viewport().update)

    @property
    def row(self) -> int:
        """The chosen row; -1 for none."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def selectRow(self, row: int) -> None:
        """Choose it. Qt's own chooses nothing where one reads from the right: it looks for a column beyond the edge."""
        wanted = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._nothing and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.tokens.text_muted))
            place = self.viewport().rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
            side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
            painter.drawText(place, side | Qt.TextFlag.TextWordWrap, self._nothing)

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.model().rowCount() else self._nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
            if index.isValid():
                self.selectRow(index.row())
        else:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            self.menu_wanted.emit(place)
