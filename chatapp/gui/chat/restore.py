"""Goes back to where the person was: rooms joined, tabs, the one in front and the place in it, as far as they still
exist."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from chatapp.gui.chat.page import ChatPage
from chatapp.protocol.messages.base import DEFAULT_ROOM


class Restore(QObject):
    """Waits for the server's first room list, acts once, and is gone."""

    def __init__(
        self, page: ChatPage, joined: Sequence[str], tabs: Sequence[str], front: str, *, place: int = 0
    ) -> None:
        """`place` is the `seq` of a message of the room in front; 0 for its end."""
        super().__init__(page)
        self._place = place
        self._page = page
        self._joined, self._tabs, self._front = joined, tabs, front
        page.bridge.rooms_changed.connect(self._go)
        self._go()

    def _go(self) -> None:
        rooms = self._page.bridge.session.rooms
        if not any(room.listed for room in rooms.values()):
            return
        self._page.bridge.rooms_changed.disconnect(self._go)
        # Everybody is in `default`, so its tab comes anyway; here it comes in its place.
        tabs = self._tabs if DEFAULT_ROOM in self._tabs else (DEFAULT_ROOM, *self._tabs)
        # Joining first: who is on the way into a room need not look into it.
        for room in self._joined:
            if room in rooms and not rooms[room].joined:
                self._page.deeds.rejoin(room)
        for room in tabs:
            if room in rooms:
                self._page.desk.open(room, front=False)
        if self._front in rooms:
            self._page.open_room(self._front)
            if self._place:
                _Place(self._page, self._front, self._place)
        self.deleteLater()


class _Place(QObject):
    """Waits until something of the room's log is there; acts once, and is gone."""

    def __init__(self, page: ChatPage, room: str, seq: int) -> None:
        super().__init__(page)
        self._page, self._room, self._seq = page, room, seq
        view = page.desk.view(room)
        if view is None:
            self.deleteLater()
            return
        self._model = view.model
        for filled in (self._model.rowsInserted, self._model.modelReset):
            # After the view, which goes to the end of it.
            filled.connect(self._go, Qt.ConnectionType.QueuedConnection)
        self._go()

    def _go(self) -> None:
        if self._seq and any(self._model.entry(row).seq for row in range(self._model.rowCount())):
            seq, self._seq = self._seq, 0
            if self._page.front == self._room:
                self._page.go_to(self._room, seq)
            self.deleteLater()
