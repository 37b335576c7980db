"""The list of people: a click or Enter mentions one, the menu does the rest."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.people.model import People, Role
from chatapp.gui.people.row import PersonRow
from chatapp.gui.sidelist import SideList
from chatapp.gui.theme.theme import Theme


class PeopleList(SideList):
    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    """a person, and where on the screen"""

    def __init__(self, theme: Theme, people: People, parent: QWidget | None = None) -> None:
        super().__init__(theme, people, parent)
        self.setAccessibleName(self.tr("People"))
        self.setItemDelegate(PersonRow(theme, self))
        self.setUniformItemSizes(True)
        self.picked.connect(lambda index: self.chosen.emit(index.data(Role.NAME)))
        self.menu_wanted.connect(lambda index, place: self.menu_asked.emit(index.data(Role.NAME), place))
