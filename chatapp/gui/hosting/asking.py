"""What whoever is in charge asks of the server, and what it says: the seam between the Host panel and the bridge."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.words import explain_refusal
from chatapp.protocol.messages.hosting import AdminRequest
from chatapp.session.changes import Answered, Phase, PhaseChanged, Refused


class Asking(QObject):
    """Of one chat. Answers are told to everybody here: whoever asked, each is the newest state of something."""

    told = Signal(object)
    """an AdminReply"""
    allowed_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._was_allowed = self.allowed
        bridge.answered.connect(self._answered)
        bridge.phase_changed.connect(self._look)
        bridge.capabilities_changed.connect(self._look)

    @property
    def allowed(self) -> bool:
        """Whether this person is connected, and in charge."""
        session = self.bridge.session
        return session.phase is Phase.ONLINE and session.admin

    def ask(
        self,
        request: AdminRequest,
        owner: QObject,
        refused: Callable[[str], None],
        done: Callable[[], None] | None = None,
    ) -> None:
        """Ask the server; what it answers is `told`, and `done` is called after that. Or `refused` is called with a
        sentence. Neither is where the owner is gone by then."""

        def refuse(why: Refused) -> None:
            refused(explain_refusal(why))

        self.bridge.ask_server(request, Answer(owner, done or _nothing, refuse))

    def _answered(self, answered: Answered) -> None:
        self.told.emit(answered.reply)

    def _look(self, _change: PhaseChanged | None = None) -> None:
        if self.allowed is not self._was_allowed:
            self._was_allowed = self.allowed
            self.allowed_changed.emit()


def _nothing() -> None:
    """What was done comes as an answer."""
