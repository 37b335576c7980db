"""A second start brings back the window that is hidden in the tray, rather than open another one.

While it is hidden, the window listens on a port of this computer alone, for a word that the person's settings hold; by
another one the caller knows that it is the window that answers. What a window that was killed has left there leads
nowhere, whoever has its port by now.
"""

import logging
import secrets
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from chatapp.gui.settings import Settings
from chatapp.gui.window import MainWindow

HERE: Final = "127.0.0.1"
PATIENCE: Final = 0.5
"""seconds that a hidden window may take to answer"""
MANNERS: Final = 0.1
"""seconds that it gives a caller to say what they know"""
CALLERS: Final = 16
"""so many at once are listened to"""
_LONGEST: Final = 256
"""bytes of a word, at most"""

log = logging.getLogger(__name__)


class Doorbell(QObject):
    """Rung by `ring`. Nobody who calls keeps the window waiting."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._word = self._answer = b""
        self._server: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._callers: set[_Caller] = set()
        window.hidden_in_tray.connect(self._listen)
        window.brought_back.connect(self.stop)

    def stop(self) -> None:
        """Listen no more."""
        for caller in [*self._callers]:
            caller.end()
        if self._server is not None and self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._server.close()
            self._server = self._notifier = None
            self._settings.hidden_window = ""
            self._settings.sync()

    def _listen(self) -> None:
        if self._server is not None:
            return
        try:
            self._server = socket.create_server((HERE, 0))
        except OSError as problem:
            log.info("a second start will open a second window: %s", problem)
            return
        self._server.setblocking(False)
        self._notifier = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._rung)
        word, answer = secrets.token_hex(), secrets.token_hex()
        self._word, self._answer = word.encode(), answer.encode()
        self._settings.hidden_window = f"{self._server.getsockname()[1]}:{word}:{answer}"
        self._settings.sync()

    def _rung(self) -> None:
        if self._server is None:
            return
        try:
            door, _ = self._server.accept()
        except OSError as problem:
            log.info("somebody rang and ran: %s", problem)
            return
        if len(self._callers) == CALLERS:
            door.close()
            return
        caller = _Caller(door, self)
        self._callers.add(caller)
        caller.said.connect(self._hear)
        caller.ended.connect(self._callers.discard)

    def _hear(self, caller: "_Caller", said: bytes) -> None:
        if secrets.compare_digest(said, self._word):
            caller.tell(self._answer)
            self._window.bring_back()


class _Caller(QObject):
    """Somebody at the door, until they have said something or waited for `MANNERS`."""

    said = Signal(object, bytes)
    """who, and what"""
    ended = Signal(object)

    def __init__(self, door: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        door.setblocking(False)
        self._notifier = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)
        self._patience = QTimer(self, singleShot=True, interval=round(1_000 * MANNERS))
        self._patience.timeout.connect(self.end)
        self._patience.start()

    def tell(self, answer: bytes) -> None:
        """Whoever has gone meanwhile does not hear it."""
        try:
            self._door.send(answer)
        except OSError as problem:
            log.info("somebody rang and ran: %s", problem)

    def end(self) -> None:
        self._patience.stop()
        self._notifier.setEnabled(False)
        self._door.close()
        self.ended.emit(self)
        self.deleteLater()

    def _listen(self) -> None:
        try:
            self.said.emit(self, self._door.recv(_LONGEST))
        except OSError as problem:
            log.info("somebody rang and ran: %s", problem)
        self.end()


def ring(window: str) -> bool:
    """Have the window come back that `Settings.hidden_window` names; False where there is none any more. Waits for
    `PATIENCE` at most."""
    port, _, words = window.partition(":")
    word, _, answer = words.partition(":")
    try:
        with socket.create_connection((HERE, int(port)), PATIENCE) as caller:
            caller.sendall(word.encode())
            return bool(answer) and secrets.compare_digest(caller.recv(_LONGEST), answer.encode())
    except (OSError, ValueError, OverflowError):
        return False
