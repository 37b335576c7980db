"""What stands beside the conversations: the people of the room in front, or a search."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from chatapp.gui.bridge import Bridge
from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.finding import Finding
from chatapp.gui.chat.panes import Panes
from chatapp.gui.chat.room import Standing
from chatapp.gui.people.panel import PeoplePanel
from chatapp.gui.search.panel import SearchPanel
from chatapp.gui.settings import Settings
from chatapp.protocol.messages.rich import Capability
from chatapp.protocol.names import shown
from chatapp.session.changes import Phase, PhaseChanged

_COMING_BACK = frozenset({Phase.CONNECTING, Phase.IDENTIFYING, Phase.WAITING})
"""whoever was there holds their place meanwhile"""


class Sides(QObject):
    """Both follow the room in front. Whether the people are wanted is remembered."""

    hit_chosen = Signal(str, int)
    """a found message, by room and `seq`, is to be shown in its place"""
    changed = Signal()
    """other things are shown, or can be, than before"""

    def __init__(
        self, bridge: Bridge, settings: Settings, desk: Desk, panes: Panes, *, people: PeoplePanel, search: SearchPanel
    ) -> None:
        super().__init__(panes)
        self._bridge = bridge
        self._settings = settings
        self._desk = desk
        self._panes = panes
        self._people = people
        self._search = search
        self._away = False
        """this person has left, or was sent away"""
        self._from: QWidget | None = None
        """where the keyboard was before the search"""
        Finding(bridge, search, lambda: desk.front.name if desk.front is not None else None, self)
        desk.front_changed.connect(self._front_changed)
        bridge.roster_changed.connect(self._roster_changed)
        bridge.name_changed.connect(self._name_changed)
        bridge.phase_changed.connect(self._phase_changed)
        bridge.capabilities_changed.connect(self._capabilities_changed)
        people.close_asked.connect(lambda: self.want_people(wanted=False))
        people.mention_asked.connect(self._mention)
        search.close_asked.connect(self.leave_search)
        search.chosen.connect(self.hit_chosen)
        panes.changed.connect(self.changed)
        panes.want_people(wanted=settings.people)
        self._capabilities_changed()

    # People

    @property
    def people_wanted(self) -> bool:
        return self._settings.people

    @property
    def people_known(self) -> bool:
        """Whether the server tells who is in a room."""
        return Capability.PRESENCE in self._bridge.capabilities

    @property
    def people_fit(self) -> bool:
        """Whether the window is wide enough for them."""
        return self._panes.fits_people

    def want_people(self, *, wanted: bool) -> None:
        self._settings.people = wanted
        self._panes.want_people(wanted=wanted)
        self.changed.emit()

    def show_people(self) -> None:
        """The room in front, who is in it, or how one stands to it, is another than before."""
        view = self._desk.front
        if self._away:
            self._people.show_away()
        elif view is not None:
            roster = self._bridge.roster(view.name)
            session = self._bridge.session
            known = session.acquaintances(view.name)
            host = shown(session.host)
            self._people.show_people(
                roster.names, roster.owner, session.name, host, admins=roster.admins, acquaintances=known
            )
        if view is not None:
            self._people.set_writable(writable=view.standing is Standing.JOINED)
        self._panes.know_people(known=self.people_known and view is not None)

    # Search

    @property
    def can_search(self) -> bool:
        """Whether the server keeps what could be searched."""
        return Capability.HISTORY in self._bridge.capabilities

    def search(self, *, in_room: bool) -> None:
        """Have the person type what to look for, in the room in front or everywhere."""
        if not self.can_search:
            return
        if not self._panes.searching:
            self._from = QApplication.focusWidget()
            self._panes.search(there=True)
        self._search.begin(in_room=in_room)

    def leave_search(self) -> None:
        """Close it, and go back to where the keyboard was."""
        if not self._panes.searching:
            return
        self._panes.search(there=False)
        before, self._from = self._from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        elif self._desk.front is not None:
            self._desk.front.focus_writing()

    def step_hit(self, by: int) -> None:
        """Show the next hit or the one before; without a search, begin one."""
        if self._panes.searching:
            self._search.step(by)
        else:
            self.search(in_room=True)

    # What the session and the desk say

    def _front_changed(self) -> None:
        self.show_people()
        if self._panes.searching:
            self._search.look_anew()

    def _name_changed(self, _name: str) -> None:
        self.show_people()

    def _phase_changed(self, change: PhaseChanged) -> None:
        away = change.phase is not Phase.ONLINE and (self._away or change.phase not in _COMING_BACK)
        if away is not self._away:
            self._away = away
            self.show_people()

    def _roster_changed(self, room: str) -> None:
        view = self._desk.front
        if view is not None and view.name == room:
            self.show_people()

    def _capabilities_changed(self) -> None:
        if not self.can_search:
            self.leave_search()
        self.show_people()
        self.changed.emit()

    def _mention(self, name: str) -> None:
        view = self._desk.front
        if view is not None and view.standing is Standing.JOINED:
            view.composer.mention(name)
