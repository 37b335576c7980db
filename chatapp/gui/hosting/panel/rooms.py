"""How each room is written in: by everybody, by those in charge alone, or slowly."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from chatapp.gui import counts, names
from chatapp.gui.dialogs.settings.controls import ChoiceControl, FlagControl
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.listpage import ListPage
from chatapp.gui.hosting.panel.table import Column
from chatapp.gui.rooms.pace import paces, slowness
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import RoomState, SetRoom
from chatapp.session.roomlist import Room

AT_ONCE: Final = 5
"""rooms that are asked about at a look; a server takes no more requests than that in a second"""


class RoomsPage(ListPage[Room]):
    """Of the rooms that this person is in the server tells by itself; about the others it is asked, one after another.
    Until it has answered, nothing is said of a room, and nothing can be changed."""

    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(
            self.tr("Rooms"), self.tr("Whoever made a room, and whoever is in charge, may always write in it.")
        )
        self._asked: list[str] = []
        """the room that was asked about last at the end"""
        columns: list[Column[Room]] = [
            Column(self.tr("Room"), lambda room: names.room(room.name)),
            Column(self.tr("People"), lambda room: "" if room.people is None else counts.number(room.people)),
            Column(self.tr("Writing"), self._writing),
        ]
        self.lay_out(columns, lambda room: room.name)
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
        self.body.addLayout(grid)
        self._offer(0)
        self.announce.chosen.connect(lambda on: self._set(announce=on))
        self.slow.chosen.connect(lambda seconds: self._set(slow=int(seconds)))
        asking.bridge.rooms_changed.connect(self._show)
        asking.bridge.room_state_changed.connect(self._show)
        self._show()

    def refresh(self) -> None:
        self._show()
        rooms = self._asking.bridge.session.rooms
        unseen = [name for name, room in rooms.items() if not room.joined]
        before = {name: place for place, name in enumerate(self._asked)}
        chosen = self.chosen
        # The chosen one first, then those that were never asked about, then those longest ago.
        unseen.sort(key=lambda name: (chosen is None or name != chosen.name, before.get(name, -1)))
        asked = unseen[:AT_ONCE]
        self._asked = [name for name in self._asked if name in rooms and name not in asked] + asked
        for name in asked:
            # Changes nothing, and is answered with how it is. A room that is gone by now is seen to be gone.
            self._asking.ask(SetRoom(name), self, _overlook)

    def take(self, reply: object) -> None:
        if isinstance(reply, RoomState):
            self._show()

    def _show(self, _room: str = "") -> None:
        self.show_rows(list(self._asking.bridge.session.rooms.values()))
        if self.table.row < 0 and self.model.rowCount():
            self.table.selectRow(0)

    def _writing(self, room: Room) -> str:
        state = self._asking.bridge.room_state(room.name)
        if state is None:
            return ""
        announce, slow = state
        parts = [self.tr("those in charge")] if announce else []
        parts += [slowness(slow)] if slow else []
        return names.in_a_row(parts) or self.tr("everybody")

    def show_choice(self) -> None:
        super().show_choice()
        room = self.chosen
        state = self._asking.bridge.room_state(room.name) if room is not None else None
        announce, slow = state or (False, 0)
        for control in (self.announce, self.slow):
            control.setEnabled(state is not None)
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
        room = self.chosen
        # Until the server has agreed, what holds is seen.
        self.show_choice()
        if room is not None:
            self.do(SetRoom(room.name, announce, slow))


def _overlook(_sentence: str) -> None:
    """Nobody has asked for it."""
