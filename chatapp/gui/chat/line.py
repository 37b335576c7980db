"""The bar that says how the connection stands when it does not stand well, and what can be done."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.counts import number
from chatapp.gui.notice import NoticeBar
from chatapp.gui.theme.theme import Theme
from chatapp.session.changes import Phase

TICK = 200
"""milliseconds between two looks at the clock while counting down"""


class ConnectionBar(NoticeBar):
    """Nothing while the server is there."""

    retry_asked = Signal()
    """try now rather than later, or again after disconnecting"""
    name_asked = Signal()
    """another name is to be chosen"""
    password_asked = Signal()
    """a password is to be typed"""

    def __init__(self, theme: Theme, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        """`clock` is the one that `retry_at` is of."""
        super().__init__(theme, "warning", parent)
        self._clock = clock
        self._detail = ""
        self._lost = False
        self._retry_at: float | None = None
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._count)

    def show_phase(self, phase: Phase, detail: str, retry_at: float | None) -> None:
        self._timer.stop()
        match phase:
            case Phase.ONLINE:
                self.hide()
                if self._lost:
                    self._lost = False
                    read_aloud(self.window(), self.tr("The connection is there again."))
            case Phase.CONNECTING | Phase.IDENTIFYING:
                # Who pressed it with the keyboard is still there when it can be pressed again.
                action = self.action.text() if self.action.hasFocus() else ""
                self.tell(self.tr("Connecting…"), action, self.retry_asked.emit, dismissible=False, aloud=False)
            case Phase.WAITING:
                self._detail, self._retry_at = detail, retry_at
                self._count()
                self._timer.start()
                if not self._lost:
                    # Once, not at every attempt.
                    self._lost = True
                    read_aloud(self, self.text)
            case Phase.REFUSED:
                text = detail or self.tr("The server does not accept this name.")
                self.tell(text, self.tr("Change name…"), self.name_asked.emit, dismissible=False)
            case Phase.ASKED:
                text = detail or self.tr("The host asks for a password.")
                self.tell(text, self.tr("Enter password…"), self.password_asked.emit, dismissible=False)
            case Phase.TURNED_AWAY:
                text = detail or self.tr("The host does not let you in.")
                self.tell(text, self.tr("Try again"), self.retry_asked.emit, dismissible=False)
            case Phase.OFFLINE:
                text = detail or self.tr("You are disconnected.")
                self.tell(text, self.tr("Connect"), self.retry_asked.emit, dismissible=False)

    def _count(self) -> None:
        """Say how long it still takes."""
        left = 0 if self._retry_at is None else max(0, ceil(self._retry_at - self._clock()))
        when = (
            self.tr("Reconnecting in {seconds} s…").format(seconds=number(left)) if left else self.tr("Reconnecting…")
        )
        text = f"{self._detail} {when}".strip()
        if text != self.text or self.isHidden():
            self.tell(text, self.tr("Try again"), self.retry_asked.emit, dismissible=False, aloud=False)
