"""Rooms that are looked into without being in them: their logs are followed while they have a tab."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.words import explain
from chatapp.protocol.messages.rich import Capability
from chatapp.session.changes import Phase, PhaseChanged, Refused


class Viewing(QObject):
    """Nothing is asked of a server that keeps no history. What was refused is asked for again when the connection or
    the tab is a new one, and when the person asks for the room once more."""

    def __init__(
        self,
        bridge: Bridge,
        viewed: Callable[[], Iterable[str]],
        refused: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        """`viewed` gives the rooms that are looked into, `refused` gets a room and a sentence."""
        super().__init__(parent)
        self._bridge = bridge
        self._viewed = viewed
        self._tell = refused
        self._watched: set[str] = set()
        self._refused: set[str] = set()
        bridge.phase_changed.connect(self._connected)
        bridge.capabilities_changed.connect(self.update)
        bridge.room_joined.connect(self._watched.discard)
        bridge.room_left.connect(self._left)

    def update(self) -> None:
        """Other rooms may be looked into than before."""
        wanted = set(self._viewed()) if Capability.HISTORY in self._bridge.capabilities else set()
        for room in sorted(self._watched - wanted):
            self._watched.discard(room)
            self._bridge.unwatch(room)
        self._refused &= wanted
        if self._bridge.session.phase is not Phase.ONLINE:
            return
        for room in sorted(wanted - self._watched - self._refused):
            self._watched.add(room)
            self._bridge.watch(room, Answer(self, _nothing, partial(self._not_shown, room)))

    def again(self, room: str) -> None:
        """The person asks for the room once more."""
        self._refused.discard(room)
        self.update()

    def _left(self, room: str, _deleted: bool) -> None:
        self._watched.discard(room)

    def _connected(self, change: PhaseChanged) -> None:
        if change.phase is Phase.ONLINE:
            self._refused.clear()
            self.update()

    def _not_shown(self, room: str, refused: Refused) -> None:
        self._watched.discard(room)
        self._refused.add(room)
        self._tell(room, explain(refused.reason, refused.detail))


def _nothing() -> None:
    """What was asked for is seen by itself."""
