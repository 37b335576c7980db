"""The right side: who is in the room in front."""

from collections.abc import Container, Iterable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from chatapp.gui.counts import number
from chatapp.gui.counts import people as counted
from chatapp.gui.elided import Elided
from chatapp.gui.names import person
from chatapp.gui.people.listview import PeopleList
from chatapp.gui.people.model import NOBODY_KNOWN, People
from chatapp.gui.plain import caption, tooltip
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.session.acquaintances import Acquaintance


class PeoplePanel(QFrame):
    """Shows people and asks; each signal carries the name that it is about."""

    mention_asked = Signal(str)
    """a person is to be mentioned in what is being written; only while `set_writable` allows it"""
    close_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writable = False
        self.setProperty("look", "sidebar")
        self.people = People(self)
        self.list = PeopleList(theme, self.people, self)
        self._title = Elided("strong", self)
        self._title.show_text(self.tr("In this room"))
        self._count = label("", "small", parent=self)
        self.close_panel = QToolButton(self)
        self.close_panel.setAccessibleName(self.tr("Hide people"))
        self.close_panel.setToolTip(tooltip(self.tr("Hide people")))
        self.close_panel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._nobody = label("", "muted", wrap=True, parent=self)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setContentsMargins(16, 0, 16, 0)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._mention)
        self.list.menu_asked.connect(self._show_menu)
        self.close_panel.clicked.connect(self.close_asked)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.show_people((), "", "")

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setProperty("look", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        row.addWidget(self.close_panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(6)
        column.addWidget(self._nobody, 1)
        column.addWidget(self.list, 1)

    def show_people(
        self,
        names: Iterable[str],
        owner: str,
        me: str,
        host: str = "",
        *,
        admins: Container[str] = (),
        acquaintances: Mapping[str, Acquaintance] = NOBODY_KNOWN,
    ) -> None:
        """Who is in the room, whose it is, by which name this person is among them, who hosts, who may do everything,
        and who of them is known; `owner` and `host` are empty where nobody knows."""
        self._nobody.setText(self.tr("Nobody is here right now."))
        self.people.update(names, owner, me, host, admins=admins, acquaintances=acquaintances)
        count = self.people.rowCount()
        self._count.setText(number(count))
        self._count.setAccessibleName(counted(count))
        self._count.setToolTip(tooltip(counted(count)))
        self._count.setVisible(count > 0)
        self._nobody.setVisible(count == 0)
        self.list.setVisible(count > 0)

    def show_away(self) -> None:
        """This person is not there, and does not know who is."""
        self.show_people((), "", "")
        self._nobody.setText(self.tr("You are not connected."))

    @property
    def hint(self) -> str:
        """What is said where nobody is shown."""
        return self._nobody.text()

    def set_writable(self, *, writable: bool) -> None:
        """Whether this person writes in the room, and so can mention others."""
        self._writable = writable
        self.list.setAccessibleDescription(self.tr("Enter mentions a person in your message.") if writable else "")

    def menu(self, name: str) -> QMenu:
        """What can be done about a person."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mention = menu.addAction(caption(self.tr("Mention {name}").format(name=person(name))))
        mention.setEnabled(self._writable)
        mention.triggered.connect(lambda: self.mention_asked.emit(name))
        menu.addAction(self.tr("Copy name")).triggered.connect(lambda: QGuiApplication.clipboard().setText(name))
        return menu

    def _mention(self, name: str) -> None:
        if self._writable:
            self.mention_asked.emit(name)

    def _show_menu(self, name: str, place: QPoint) -> None:
        self.menu(name).popup(place)

    def _draw_icons(self) -> None:
        self.close_panel.setIcon(icon("close", self._theme.tokens.text_muted, size=self._theme.sized(16)))
