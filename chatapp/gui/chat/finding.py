"""Searching a chat: what the panel asks goes to the server, and what it answers comes back to the panel."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.search.panel import SearchPanel
from chatapp.gui.words import explain
from chatapp.session.changes import Found, Phase, PhaseChanged, Refused


class Finding(QObject):
    """Only what was asked for last is shown, however late the answers to earlier questions come. What could not be
    asked for lack of a connection is asked once it is back."""

    def __init__(
        self, bridge: Bridge, panel: SearchPanel, front: Callable[[], str | None], parent: QObject | None = None
    ) -> None:
        """`front` gives the room in front, in which *This room* looks."""
        super().__init__(parent)
        self._bridge = bridge
        self._panel = panel
        self._front = front
        self._asked = 0
        """how often something was asked for"""
        self._ticket = 0
        self._query = self._room = ""
        self._next = 0
        self._shown = False
        """whether the first hits are"""
        self._waiting = False
        bridge.phase_changed.connect(self._connected)
        bridge.found.connect(self._found)
        panel.asked.connect(self._look_for)
        panel.more_asked.connect(self._look_on)

    def _look_for(self, query: str, in_room: bool) -> None:
        self._waiting = False
        room = self._front() if in_room else ""
        self._query, self._room, self._next, self._shown = query, room or "", 0, False
        if query and room is not None:
            self._search()
        else:
            self._ticket = 0
            self._panel.show_hits("", (), more=False)

    def _look_on(self) -> None:
        if self._next:
            self._search()

    def _search(self) -> None:
        self._asked += 1
        # A refusal may come before the ticket is known; what was found may not.
        answer = Answer(self, _nothing, partial(self._refused, self._asked))
        self._ticket = self._bridge.search(self._query, self._room, self._next, answer)

    def _found(self, found: Found) -> None:
        if found.ticket != self._ticket:
            return
        self._next = found.next
        if self._next and not found.hits:  # a server looks for a limited time at once
            self._search()
        elif self._shown:
            self._panel.add_hits(found.hits, more=bool(found.next))
        else:
            self._shown = True
            self._panel.show_hits(self._query, found.hits, more=bool(found.next))

    def _refused(self, asked: int, refused: Refused) -> None:
        if asked == self._asked and self._query:
            self._waiting = self._bridge.session.phase is not Phase.ONLINE
            self._panel.refuse(explain(refused.reason, refused.detail))

    def _connected(self, change: PhaseChanged) -> None:
        if self._waiting and change.phase is Phase.ONLINE:
            self._panel.look_again()


def _nothing() -> None:
    """A search is answered by what it found."""
