"""Goes back to where the person was: rooms joined, tabs, and the one in front, as far as they still exist."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from chatapp.gui.chat.page import ChatPage
from chatapp.protocol.messages import DEFAULT_ROOM


class Restore(QObject):
    """Waits for the server's first room list, acts once, and is gone."""

    def __init__(self, page: ChatPage, joined: Sequence[str], tabs: Sequence[str], front: str) -> None:
        super().__init__(page)
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
        self.deleteLater()
