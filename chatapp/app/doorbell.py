"""A second start of a profile brings its window forward and gives it the invite, rather than open another one.

The window listens on a port of this computer alone, for a word that the person's settings hold, which are for their
eyes only; by another one the caller knows that it is the window that answers. What a window that was killed has left
there leads nowhere, whoever has its port by now. What is said is one line: the word, and behind a space the invite.
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
"""seconds that it gives a caller to say what they know"""
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
        word, _, invite = said.partition(b" ")
        if secrets.compare_digest(word, self._word):
            caller.tell(self._answer)
            self.rung.emit(invite.decode(errors="replace"))


class _Caller(QObject):
    """Somebody at the door, until they have said a line or waited for `MANNERS`."""

    said = Signal(object, bytes)
    """who, and what"""
    ended = Signal(object)

    def __init__(self, door: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._heard = b""
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
            more = self._door.recv(LONGEST)
        except OSError as problem:
            log.info("somebody rang and ran: %s", problem)
            more = b""
        self._heard += more
        line, end, _ = self._heard.partition(b"\n")
        if more and not end and len(self._heard) < LONGEST:
            return
        if end:
            self.said.emit(self, line)
        self.end()


def ring(window: str, invite: str = "") -> bool:
    """Have the window come forward that `Settings.open_window` names, and ask its person about the invite, if there is
    one. False where there is no such window any more, or it cannot be told. Waits for `PATIENCE` at most, and as long
    again for the answer."""
    port, _, words = window.partition(":")
    word, _, answer = words.partition(":")
    said = f"{word} {' '.join(invite.split())}\n".encode()
    if len(said) > LONGEST:
        return False
    try:
        with socket.create_connection((HERE, int(port)), PATIENCE) as caller:
            caller.sendall(said)
            return bool(answer) and secrets.compare_digest(caller.recv(LONGEST), answer.encode())
    except (OSError, ValueError, OverflowError):
        return False
