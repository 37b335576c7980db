"""The list of suggestions over the messages, where somebody writes. The keyboard stays with the writing."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from chatapp.gui.composer.suggestion import Role, Suggestion, SuggestionModel
from chatapp.gui.composer.suggestion_row import SuggestionRow
from chatapp.gui.theme.theme import Theme

MARGIN = 4
NARROWEST = 200
AWAY = 5
"""pixels between the list and what it stands above"""


class Suggestions(QFrame):
    """A child of the page, not a window of its own: nothing is activated or grabbed when it comes and goes."""

    taken = Signal(str)
    """what is to be inserted; the mouse took it"""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        """Hidden until `offer`, and never outside of `page`."""
        super().__init__(page)
        self._page = page
        self._model = SuggestionModel(self)
        self._row = SuggestionRow(theme, self)
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._row)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Suggestions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self.list)
        self.list.clicked.connect(self._clicked)
        theme.changed.connect(self.list.viewport().update)
        self.hide()

    def offer(self, suggestions: Sequence[Suggestion], place: QRect) -> None:
        """Show these, of which there is at least one, above a place on the page; nothing is chosen yet.

        `place` is where what is completed begins, as high as the box around it.
        """
        self._model.show(suggestions)
        self._row.taken_by_tab = 0
        self._put(place)
        self.show()
        self.raise_()

    @property
    def count(self) -> int:
        return self._model.rowCount()

    @property
    def chosen(self) -> Suggestion | None:
        """What the arrows have gone to."""
        return self._at(self.list.currentIndex().row())

    @property
    def first(self) -> Suggestion | None:
        """What Tab takes without a choice."""
        return self._at(0)

    def step(self, by: int) -> None:
        """Choose the next one or the one before, round the ends; with none chosen, the first or the last."""
        row = self.list.currentIndex().row()
        row = (row + by) % self.count if row >= 0 else 0 if by > 0 else self.count - 1
        self._row.taken_by_tab = row
        self.list.setCurrentIndex(self._model.index(row, 0))
        self.list.viewport().update()

    def place_of_chosen(self) -> int:
        """From 1."""
        return self.list.currentIndex().row() + 1

    def _at(self, row: int) -> Suggestion | None:
        suggestion: Suggestion | None = self._model.index(row, 0).data(Role.SUGGESTION)
        return suggestion

    def _clicked(self, index: QModelIndex) -> None:
        suggestion: Suggestion = index.data(Role.SUGGESTION)
        self.taken.emit(suggestion.insert)

    def _put(self, place: QRect) -> None:
        """Above it, side by side with it, inside of the page."""
        frame = self.contentsMargins()
        rows, edges = self._model.rowCount(), 2 * MARGIN + frame.top() + frame.bottom()
        page = self._page.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        row, bottom = self.list.sizeHintForRow(0), place.top() - AWAY
        height = min(rows * row + edges, max(bottom - page.top(), row + edges))
        width = max(NARROWEST, self.list.sizeHintForColumn(0) + edges)
        scrolls = rows * row + edges > height
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setVerticalScrollBarPolicy(policy)
        if scrolls:
            width += self.list.verticalScrollBar().sizeHint().width()
        width = min(width, page.width())
        own = QRect(0, bottom - height, width, height)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            own.moveRight(min(max(place.right() + MARGIN, page.left() + width - 1), page.right()))
        else:
            own.moveLeft(max(min(place.left() - MARGIN, page.right() + 1 - width), page.left()))
        self.setGeometry(own)
