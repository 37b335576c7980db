"""Opens a room where the reader left off, where more is unread than fits on the screen."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.room import RoomView


class Arrival(QObject):
    """Attends to one room at a time, the one to which the person comes, until it is known where to stand in it. Whoever
    was further up in it stays there.
    """

    arrived = Signal(str)
    """it stands where it should: what shows counts as seen from now on"""

    def __init__(self, bridge: Bridge, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._room: str | None = None
        """where nothing of the log was here yet, or nobody looked"""
        self._awaited: dict[str, bool] = {}
        """rooms whose history around the first unread message is on its way, and whether it is still wanted"""
        desk.opened.connect(self._attend)

    def is_under_way(self, room: str) -> bool:
        """Whether it is still open where the room will stand."""
        return room == self._room or self._awaited.get(room, False)

    def begin(self, room: str | None) -> None:
        """The person comes to a room."""
        self._room = room
        if room is not None:
            self.look(room)

    def look(self, room: str) -> None:
        """The room's log may be here now, or on screen."""
        view = self._desk.view(room)
        if room != self._room or view is None or not view.timeline.isVisible():
            return
        session = self._bridge.session
        unread = session.unread(room)
        if unread is None:
            if session.is_here(room):
                self._room = None
            return
        self._room = None
        if not view.timeline.at_bottom or room in self._awaited:
            return
        first = unread.first
        if not self._place(view) and first is not None and first.seq:
            self._awaited[room] = True
            landed = partial(self._landed, room)
            self._bridge.show(room, first.seq, Answer(self, landed, lambda _refused: landed()))

    def stay(self, room: str) -> None:
        """The person wants to be at the newest message."""
        if room == self._room:
            self._room = None
        if room in self._awaited:
            self._awaited[room] = False
        self.arrived.emit(room)

    def go_elsewhere(self, room: str) -> None:
        """The person wants to be at another message."""
        if room == self._room:
            self._room = None
        self._awaited.pop(room, None)

    def _attend(self, view: RoomView) -> None:
        view.said.connect(lambda _text, _reply_to: self.stay(view.name))
        view.seq_wanted.connect(lambda _seq: self.go_elsewhere(view.name))

    def _place(self, view: RoomView) -> bool:
        """Stand at the first unread message; False where it is not here."""
        room = view.name
        self._bridge.look(room)
        view.model.refresh()
        unread, row = self._bridge.session.unread(room), view.model.new_from
        if unread is None or row is None or row < 0:
            return False
        view.timeline.open_at_new(unread.messages)
        return True

    def _landed(self, room: str) -> None:
        """The history around the first unread message is here, or will not come."""
        wanted = self._awaited.pop(room, None)
        view = self._desk.view(room)
        if wanted is None or view is None:
            return
        if not (wanted and self._place(view)):
            view.timeline.follow()
        self.arrived.emit(room)
