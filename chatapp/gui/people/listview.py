"""The list of people: a click or Enter mentions one, the menu does the rest."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from chatapp.gui.people.model import People, Role
from chatapp.gui.people.row import PersonRow
from chatapp.gui.theme.theme import Theme


class PeopleList(QListView):
    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    """a person, and where on the screen"""

    def __init__(self, theme: Theme, people: People, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self.setModel(people)
        self.setItemDelegate(PersonRow(theme, self))
        self.setAccessibleName(self.tr("People"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.viewport().update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            # The keyboard has to be somewhere that can be seen.
            self.selectionModel().setCurrentIndex(self._people.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        person = self._person_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and person is not None and person == self.current():
            self.chosen.emit(person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        person = self.current()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and person is not None:
            self.chosen.emit(person)
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            person, place = self._person_at(event.pos()), event.globalPos()
        else:
            person = self.current()
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if person is not None:
            self.menu_asked.emit(person, place)

    def current(self) -> str | None:
        """The person under the keyboard's cursor."""
        index = self.currentIndex()
        return index.data(Role.NAME) if index.isValid() else None

    def _person_at(self, point: QPoint) -> str | None:
        index = self.indexAt(point)
        return index.data(Role.NAME) if index.isValid() else None
