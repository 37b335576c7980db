"""A warning where somebody comes by the name of somebody else whom the person knows."""

from PySide6.QtCore import QObject

from chatapp.gui import names
from chatapp.gui.bridge import Bridge
from chatapp.gui.notice import NoticeBar
from chatapp.session.acquaintances import Tie


class Doubts(QObject):
    """Told once of each. Who merely proves nothing is marked among the people, which is enough."""

    def __init__(self, bridge: Bridge, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._notice = notice
        self._told: set[tuple[str, str]] = set()
        """names, and the keys that they came with"""
        bridge.roster_changed.connect(self._look)

    def _look(self, room: str) -> None:
        known = self._bridge.session.acquaintances(room)
        strangers = [name for name, one in known.items() if one.tie is Tie.STRANGER]
        if not strangers:
            return
        keys = self._bridge.roster(room).keys
        for name in strangers:
            if (name, keys[name]) not in self._told:
                self._told.add((name, keys[name]))
                text = self.tr("{name} is here, and is not the {known} whom you know from before.")
                known_as = names.person(known[name].was)
                self._notice.tell(text.format(name=names.person(name), known=known_as), lasting=True)
