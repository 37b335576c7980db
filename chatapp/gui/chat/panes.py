"""How the chat's parts stand side by side: rooms, conversations, and people or a search, as far as there is room."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

ROOMS, DESK, PEOPLE, SEARCH = 180, 340, 180, 250
"""the least width of each, in pixels"""
AT_FIRST = (250, 1000, 230)
"""their shares at the first start; in large text, rooms and people need more"""


class Panes(QSplitter):
    """The search stands in the place of the people while it is open. Where the window is too narrow for three, the
    people are not shown, and a search takes the place of the rooms."""

    changed = Signal()
    """other parts are shown, or could be, than before"""

    def __init__(
        self, rooms: QWidget, desk: QWidget, people: QWidget, search: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rooms, self._desk, self._people, self._search = rooms, desk, people, search
        self._wanted = self._known = self._searching = False
        self._seen: tuple[object, ...] = ()
        self._side = QStackedWidget(self)
        self._side.addWidget(people)
        self._side.addWidget(search)
        rooms.setMinimumWidth(ROOMS)
        for pane in (rooms, desk, self._side):
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        letter = self.fontMetrics().averageCharWidth()
        beside, middle, aside = AT_FIRST
        self.setSizes((max(beside, 28 * letter), middle, max(aside, 24 * letter)))
        self._side.hide()

    @property
    def searching(self) -> bool:
        return self._searching

    @property
    def fits_people(self) -> bool:
        """Whether it is wide enough for people."""
        return self.width() >= ROOMS + DESK + PEOPLE + 2 * self.handleWidth()

    @property
    def shows_people(self) -> bool:
        """Whether there is room for them now, too."""
        return not self._side.isHidden() and not self._searching

    def want_people(self, *, wanted: bool) -> None:
        """Whether the person likes to see who is there."""
        self._wanted = wanted
        self._fit()

    def know_people(self, *, known: bool) -> None:
        """Whether the server tells who is there."""
        self._known = known
        self._fit()

    def search(self, *, there: bool) -> None:
        """Open the search, or close it."""
        self._searching = there
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # What would not fit is hidden, so it need not be asked.
        return QSize(DESK + SEARCH + self.handleWidth(), super().minimumSizeHint().height())

    def _least_search(self) -> int:
        """What the search needs, also in large text."""
        return max(SEARCH, self._search.minimumSizeHint().width())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # the text may be of another size
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= ROOMS + DESK + self._least_search() + 2 * self.handleWidth()
        self._side.setCurrentWidget(self._search if self._searching else self._people)
        side = self._least_search() if self._searching else PEOPLE
        self._side.setMinimumWidth(side)
        self._desk.setMinimumWidth(min(DESK, max(0, self.width() - side - self.handleWidth())))
        self._side.setVisible(self._searching or (self._wanted and self._known and self.fits_people))
        self._rooms.setVisible(not self._searching or wide)
        seen = self._side.isHidden(), self._rooms.isHidden(), self._searching, self.fits_people
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()
