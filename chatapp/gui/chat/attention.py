"""What the person sees of what is new: it counts as read where they look at it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.bridge import Bridge
from chatapp.gui.chat.arrival import Arrival
from chatapp.gui.chat.desk import Desk
from chatapp.gui.switcher.lately import Lately


class Attention(QObject):
    """Is where the page is on the screen, in the window that has the keyboard; there it is with the room in front."""

    moved = Signal()
    """another room is in front, or the person has come back to it"""

    def __init__(self, bridge: Bridge, desk: Desk, arrival: Arrival, lately: Lately, page: QWidget) -> None:
        """`lately` is told of the rooms that are looked at."""
        super().__init__(page)
        self._bridge = bridge
        self._desk = desk
        self._arrival = arrival
        self._lately = lately
        self._page = page
        desk.front_changed.connect(self.come)
        desk.reached_bottom.connect(self.see)
        arrival.arrived.connect(self.see)

    @property
    def _is_here(self) -> bool:
        return self._page.isVisible() and self._page.isActiveWindow()

    def is_on(self, room: str) -> bool:
        """Whether the person looks at the room."""
        view = self._desk.front
        return view is not None and view.name == room and self._is_here

    def come(self) -> None:
        """The person comes to the room in front, from another one or from elsewhere."""
        view = self._desk.front
        self._arrival.begin(view.name if view is not None else None)
        self.come_back()

    def come_back(self) -> None:
        """They were at that room before, and in another window meanwhile."""
        view = self._desk.front
        if view is not None and self._is_here:
            self._bridge.look(view.name)
            self.see(view.name)
            self._lately.use(view.name)
        self.moved.emit()

    def see(self, room: str) -> None:
        """Take what is new as read where the person looks at it; while they read further up, it is beneath a line."""
        view = self._desk.front
        known = self._bridge.session.rooms.get(room)
        if view is None or known is None or not known.unread or not self.is_on(room):
            return
        if self._arrival.is_under_way(room):
            return
        if view.timeline.at_bottom:
            self._bridge.read(room)
        else:
            self._bridge.look(room)
