"""Finding the first message of a day in a room's log, page by page, without losing the place where one reads."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.chat.exporter import AT_ONCE, PATIENCE, PAUSE, TRIES
from chatapp.gui.words import explain
from chatapp.protocol.messages.base import Reason
from chatapp.session.changes import Fetched, Phase, PhaseChanged, Refused
from chatapp.session.dating import DaySearch


class DayFinder(QObject):
    """One search. A lost connection is waited out."""

    progressed = Signal(int)
    """hundredths of the way, about"""
    found = Signal(int)
    """the message's `seq`"""
    failed = Signal(str)
    """why none was found, as a sentence"""

    def __init__(self, bridge: Bridge, room: str, moment: int, parent: QObject | None = None) -> None:
        """`moment` is milliseconds since the Unix epoch."""
        super().__init__(parent)
        self._bridge = bridge
        self._room = room
        self._search = DaySearch(moment)
        self._ticket = self._tries = 0
        self._epoch = ""
        self._over = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._next)
        bridge.fetched.connect(self._take)
        bridge.phase_changed.connect(self._connected)

    def start(self) -> None:
        """Begin; to be called once."""
        self._next()

    def cancel(self) -> None:
        """End it; nothing is emitted any more."""
        self._over = True
        self._pause.stop()

    def _next(self) -> None:
        if self._over or self._bridge.session.phase is not Phase.ONLINE:
            return
        answer = Answer(self, _nothing, partial(self._refused, self._search.pages))
        self._ticket = self._bridge.fetch(self._room, self._search.after, answer)

    def _take(self, page: Fetched) -> None:
        if self._over or page.ticket != self._ticket:
            return
        if self._epoch not in {"", page.epoch}:
            self._fail(self.tr("The room was deleted and made anew meanwhile. Try again."))
            return
        self._epoch = page.epoch
        self._tries = 0
        search = self._search
        search.take(page)
        if not search.done:
            self.progressed.emit(100 * search.pages // (search.pages + search.to_come))
            self._pause.start(0 if search.pages < AT_ONCE else PAUSE)
        elif search.found:
            self.cancel()
            self.found.emit(search.found)
        elif page.top:
            self._fail(self.tr("Nothing has been said here since then."))
        else:
            self._fail(self.tr("Nothing has been said here yet."))

    def _refused(self, page: int, refused: Refused) -> None:
        if self._over or page != self._search.pages or self._bridge.session.phase is not Phase.ONLINE:
            return
        self._tries += 1
        if refused.reason in {Reason.RATE_LIMITED, Reason.UNAVAILABLE} and self._tries < TRIES:
            self._pause.start(PATIENCE)
        else:
            self._fail(explain(refused.reason, refused.detail))

    def _connected(self, change: PhaseChanged) -> None:
        if change.phase is Phase.ONLINE:
            self._next()
        elif change.phase in {Phase.OFFLINE, Phase.TURNED_AWAY} and not self._over:
            self._fail(self.tr("You are disconnected, so the messages of that day cannot be looked up."))

    def _fail(self, sentence: str) -> None:
        self.cancel()
        self.failed.emit(sentence)


def _nothing() -> None:
    """A page is its own answer."""
