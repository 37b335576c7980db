"""How each room is written in: by everybody, by those in charge alone, or slowly."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from chatapp.gui import counts, names
from chatapp.gui.dialogs.settings.controls import ChoiceControl, FlagControl
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.table import Column, Rows, Table
from chatapp.gui.rooms.pace import paces, slowness
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages import RoomState, SetRoom
from chatapp.session.roomlist import Room


class RoomsPage(Page):
    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(
            self.tr("Rooms"), self.tr("Whoever made a room, and whoever is in charge, may always write in it.")
        )
        self._states: dict[str, RoomState] = {}
        """what the server told here of rooms whose people it does not tell"""
        columns: list[Column[Room]] = [
            Column(self.tr("Room"), lambda room: names.room(room.name)),
            Column(self.tr("People"), lambda room: "" if room.people is None else counts.number(room.people)),
            Column(self.tr("Writing"), self._writing),
        ]
        self.rooms: Rows[Room] = Rows(columns, lambda room: room.name, self)
        self.table = Table(theme, self.rooms, self.tr("Rooms"), self)
        self.announce = FlagControl(theme, self.tr("Only those in charge write"), self)
        self.slow = ChoiceControl(theme, {}, self)
        self.slow.setAccessibleName(self.tr("Time between two messages of one person"))
        self.slow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title = label(self.tr("Time between two messages of one person"), wrap=True)
        title.setBuddy(self.slow)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.announce, 0, 0, 1, 2, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(title, 1, 0)
        grid.addWidget(self.slow, 1, 1)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(grid)
        self._offer(0)
        self.table.chosen.connect(self._show_choice)
        self.announce.chosen.connect(lambda on: self._set(announce=on))
        self.slow.chosen.connect(lambda seconds: self._set(slow=int(seconds)))
        asking.bridge.rooms_changed.connect(self.refresh)
        asking.bridge.room_state_changed.connect(self._state_changed)
        self.refresh()

    def refresh(self) -> None:
        """What is shown here is told by itself."""
        self.rooms.update(list(self._asking.bridge.session.rooms.values()))
        if self.table.row < 0 and self.rooms.rowCount():
            self.table.selectRow(0)
        self._show_choice()

    def take(self, reply: object) -> None:
        if isinstance(reply, RoomState):
            self._states[reply.room] = reply
            self._state_changed(reply.room)

    def choose(self, room: str) -> None:
        """Show how that room is written in."""
        self.refresh()
        for number, row in enumerate(self.rooms.rows):
            if row.name == room:
                self.table.selectRow(number)

    def state(self, room: str) -> tuple[bool, int]:
        """As far as it is known: whether only those in charge write, and the seconds between two messages."""
        announce, slow = self._asking.bridge.room_state(room)
        told = self._states.get(room)
        if told is not None and not (announce or slow):
            return told.announce, told.slow
        return announce, slow

    def _state_changed(self, _room: str) -> None:
        self.refresh()

    def _writing(self, room: Room) -> str:
        announce, slow = self.state(room.name)
        parts = [self.tr("those in charge")] if announce else []
        parts += [slowness(slow)] if slow else []
        return names.in_a_row(parts) or self.tr("everybody")

    def _show_choice(self) -> None:
        room = self.rooms.row(self.table.row)
        for control in (self.announce, self.slow):
            control.setEnabled(room is not None)
        if room is not None:
            announce, slow = self.state(room.name)
            self.announce.show_value(announce)
            self._offer(slow)

    def _offer(self, seconds: int) -> None:
        """The choices, the one that holds among them."""
        wanted = paces(seconds)
        if [self.slow.itemData(place) for place in range(self.slow.count())] != [str(each) for each in wanted]:
            self.slow.clear()
            for each in wanted:
                self.slow.addItem(slowness(each), str(each))
            self.slow.updateGeometry()
        self.slow.show_value(str(seconds))

    def _set(self, announce: bool | None = None, slow: int | None = None) -> None:
        room = self.rooms.row(self.table.row)
        # Until the server has agreed, what holds is seen.
        self._show_choice()
        if room is not None:
            self.do(SetRoom(room.name, announce, slow))
