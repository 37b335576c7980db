"""The left side: where one is, a filter, the rooms, and a way to make one."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout, QWidget

from chatapp.gui.plain import isolated
from chatapp.gui.rooms import pace
from chatapp.gui.rooms.header import ServerHeader
from chatapp.gui.rooms.listview import RoomList
from chatapp.gui.rooms.model import FoundRooms, Role, Rooms
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import aligned, label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.gui.told import choice
from chatapp.gui.told.levels import Levels
from chatapp.gui.trust.indicator import TrustIndicator
from chatapp.protocol.messages.base import DEFAULT_ROOM
from chatapp.protocol.names import shown
from chatapp.session.roomlist import Room


class RoomsPanel(QFrame):
    """Shows rooms and asks; each signal carries the room that it is about."""

    opened = Signal(str)
    """to be looked at; joining is asked for apart"""
    join_asked = Signal(str)
    leave_asked = Signal(str)
    delete_asked = Signal(str)
    read_asked = Signal(str)
    link_asked = Signal(str)
    """a link that others can follow to the room is to be copied"""
    pace_asked = Signal(str, object, object)
    """a room is to be written in otherwise: by those in charge alone or not, and the seconds between two messages of
    one person; None stays as it is"""
    new_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._current: str | None = None
        self._levels: Levels | None = None
        self._pace: Callable[[str], pace.State | None] = lambda _room: None
        self.setProperty("look", "sidebar")
        self.rooms = Rooms(self)
        self.found = FoundRooms(self.rooms, self)
        self.header = ServerHeader(theme, self)
        self.filter = QLineEdit(self)
        aligned(self.filter)
        self.filter.setAccessibleName(self.tr("Find a room"))
        self.filter.setPlaceholderText(self.tr("Find a room"))
        self._lens = self.filter.addAction(icon("search", "#000000"), QLineEdit.ActionPosition.LeadingPosition)
        self._lens.setText(self.tr("Search"))
        self._lens.setEnabled(False)
        self._clear = QAction(self.tr("Show all rooms"), self)
        self._clear.triggered.connect(self.filter.clear)
        self._clear.setVisible(False)
        self.filter.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.list = RoomList(theme, self.found, self)
        self._nothing = label(self.tr("No room is called that."), "muted", wrap=True, parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self.new = push_button(self.tr("New room"), self)
        self.new.setProperty("look", "quiet")
        self.trust = TrustIndicator(theme, self)
        self._lay_out()

        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._look_for)
        self.filter.returnPressed.connect(self._open_first)
        self.list.opened.connect(self.opened)
        self.list.menu_asked.connect(self._show_menu)
        self.new.clicked.connect(self.new_asked)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 2)
        top.addWidget(self.filter)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(10, 6, 10, 10)
        bottom.addWidget(self.new)
        bottom.addWidget(self.trust)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(top)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)

    def update_rooms(self, rooms: Iterable[Room]) -> None:
        self.rooms.update(rooms)
        self._say_if_nothing()

    def use_levels(self, levels: Levels) -> None:
        """How much the person wants to be told of each room; to be called again where that is otherwise."""
        self._levels = levels
        self.rooms.use_levels(levels.of)

    def use_pace(self, of: Callable[[str], pace.State | None]) -> None:
        """How a room is written in, as `gui.rooms.pace` has it; None where this person does not decide that."""
        self._pace = of

    def show_current(self, room: str | None) -> None:
        """Mark the room that is in front; None for none."""
        self._current = room
        row = self.found.row_of(room) if room is not None else -1
        if row >= 0:
            self.list.setCurrentIndex(self.found.index(row, 0))
        else:
            self.list.clearSelection()

    def names(self, *, unread: bool = False) -> list[str]:
        """The rooms in the order of the list, as far as the filter shows them; all, or those with unread messages of
        which the person wants to be told."""
        indexes = (self.found.index(row, 0) for row in range(self.found.rowCount()))
        return [index.data(Role.NAME) for index in indexes if not unread or index.data(Role.BADGE).unread]

    def menu(self, room: str) -> QMenu | None:
        """What can be done about a room; None for one that is not listed."""
        row = self.found.row_of(room)
        if row < 0:
            return None
        index = self.found.index(row, 0)
        joined = bool(index.data(Role.JOINED))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.opened.emit(room))
        if not joined:
            menu.addAction(self.tr("Join room")).triggered.connect(lambda: self.join_asked.emit(room))
        elif room != DEFAULT_ROOM:
            menu.addAction(self.tr("Leave room")).triggered.connect(lambda: self.leave_asked.emit(room))
        read = menu.addAction(self.tr("Mark as read"))
        read.setEnabled(bool(index.data(Role.UNREAD)))
        read.triggered.connect(lambda: self.read_asked.emit(room))
        if joined and self._levels is not None:
            choice.fill(menu.addMenu(self.tr("Notifications")), self._levels, room)
        menu.addAction(self.tr("Copy link")).triggered.connect(lambda: self.link_asked.emit(room))
        state = self._pace(room)
        if state is not None:
            choose = partial(self.pace_asked.emit, room)
            pace.fill(menu.addMenu(self.tr("Writing in this room")), state, choose)
        if room != DEFAULT_ROOM:
            menu.addSeparator()
            menu.addAction(self.tr("Delete room…")).triggered.connect(lambda: self.delete_asked.emit(room))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.found.rowCount():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                if not self.list.currentIndex().isValid():
                    self.list.setCurrentIndex(self.found.index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return super().eventFilter(watched, event)

    def _show_menu(self, room: str, place: QPoint) -> None:
        menu = self.menu(room)
        if menu is not None:
            menu.popup(place)

    def _look_for(self, text: str) -> None:
        self.found.setFilterFixedString(text.strip())
        self._clear.setVisible(bool(text))
        self.show_current(self._current)
        self._say_if_nothing()

    def _say_if_nothing(self) -> None:
        nothing = bool(self.filter.text().strip()) and not self.found.rowCount()
        self._nothing.setText(
            self.tr("No room has “{text}” in its name.").format(text=isolated(shown(self.filter.text().strip())))
        )
        self._nothing.setVisible(nothing)
        self.list.setVisible(not nothing)

    def _open_first(self) -> None:
        if self.found.rowCount():
            self.opened.emit(self.found.index(0, 0).data(Role.NAME))
            self.filter.clear()

    def _draw_icons(self) -> None:
        colour = self._theme.tokens.text_muted
        self._lens.setIcon(icon("search", colour, colour, self._theme.sized(16)))
        self._clear.setIcon(icon("close", colour, size=self._theme.sized(16)))
        self.new.setIcon(icon("plus", self._theme.tokens.text, size=self._theme.sized(16)))
