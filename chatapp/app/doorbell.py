"""A second start of a profile brings its window forward and gives it the invite, rather than open another one.

The window listens on a port of this computer alone, for a word that the person's settings hold, which are for their
eyes only; by another one the caller knows that it is the window that answers. What a window that was killed has left
there leads nowhere, whoever has its port by now: that one is told a word that is good for nothing, and no invite, whose
secret is nobody else's business. What is said is a line of the word, and, once it is answered, a line of the invite.
"""

import logging
import secrets
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from chatapp.gui.settings import Settings

HERE: Final = "127.0.0.1"
PATIENCE: Final = 2.0
"""seconds that a window may take to answer"""
MANNERS: Final = 0.1
"""seconds that it gives a caller to say the word"""
CALLERS: Final = 16
"""so many at once are listened to"""
LONGEST: Final = 4_096
"""bytes of what is said, at most"""

log = logging.getLogger(__name__)


class Doorbell(QObject):
    """Rung by `ring`. Nobody who calls keeps the window waiting."""

    rung = Signal(str)
    """a second start, and what it was given to join; empty for nothing. It may be anything"""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._word = self._answer = b""
        self._name = ""
        self._server: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._callers: set[_Caller] = set()
        self._listen()

    def stop(self) -> None:
        """Listen no more."""
        for caller in [*self._callers]:
            caller.end()
        if self._server is not None and self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._server.close()
            self._server = self._notifier = None
            if self._settings.open_window == self._name:
                self._settings.open_window = ""
            self._settings.sync()

    def _listen(self) -> None:
        try:
            self._server = socket.create_server((HERE, 0))
        except OSError as problem:
            log.info("a second start will open a second window: %s", problem)
            return
        self._server.setblocking(False)
        self._notifier = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._come)
        word, answer = secrets.token_hex(), secrets.token_hex()
        self._word, self._answer = word.encode(), answer.encode()
        self._name = f"{self._server.getsockname()[1]}:{word}:{answer}"
        self._settings.open_window = self._name
        self._settings.sync()

    def _come(self) -> None:
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
        if caller.known:
            caller.end()
            self.rung.emit(said.decode(errors="replace"))
        elif secrets.compare_digest(said, self._word):
            caller.greet(self._answer)
        else:
            caller.end()


class _Caller(QObject):
    """Somebody at the door, until they have said what they came for or waited for too long."""

    said = Signal(object, bytes)
    """who, and a line of what"""
    ended = Signal(object)

    def __init__(self, door: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._heard = b""
        self._gone = False
        self.known = False
        """they have said the word"""
        door.setblocking(False)
        self._notifier = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)
        self._patience = QTimer(self, singleShot=True, interval=round(1_000 * MANNERS))
        self._patience.timeout.connect(self.end)
        self._patience.start()

    def greet(self, answer: bytes) -> None:
        """They are known, and may say more. Whoever has gone meanwhile does not hear it."""
        self.known = True
        self._patience.start(round(1_000 * PATIENCE))
        try:
            self._door.send(answer)
        except OSError as problem:
            log.info("somebody rang and ran: %s", problem)

    def end(self) -> None:
        """Again: does nothing."""
        if self._gone:
            return
        self._gone = True
        self._patience.stop()
        self._notifier.setEnabled(False)
        self._door.close()
        self.ended.emit(self)
        self.deleteLater()

    def _listen(self) -> None:
        try:
            more = self._door.recv(LONGEST)
        except OSError as problem:
            log.info("somebody rang and ran: %s", problem)
            more = b""
        *lines, self._heard = (self._heard + more).split(b"\n")
        for line in lines:
            if not self._gone:
                self.said.emit(self, line)
        if not more or len(self._heard) >= LONGEST:
            self.end()


def ring(window: str, invite: str = "") -> bool:
    """Have the window come forward that `Settings.open_window` names, and ask its person about the invite, if there is
    one. False where there is no such window any more, or it cannot be told. Waits for `PATIENCE` at most, and as long
    again for the answer."""
    port, _, words = window.partition(":")
    word, _, answer = words.partition(":")
    said = f"{' '.join(invite.split())}\n".encode()
    if len(said) > LONGEST:
        return False
    try:
        with socket.create_connection((HERE, int(port)), PATIENCE) as caller:
            caller.sendall(f"{word}\n".encode())
            if not answer or not secrets.compare_digest(caller.recv(LONGEST), answer.encode()):
                return False
            caller.sendall(said)
            return True
    except (OSError, ValueError, OverflowError):
        return False
