"""A second start brings back the window that is hidden in the tray, rather than open another one.

While it is hidden, the window listens on a port of this computer alone, for a secret that the person's settings hold.
What a window that was killed has left there leads nowhere.
"""

import logging
import secrets
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

from chatapp.gui.settings import Settings
from chatapp.gui.window import MainWindow

HERE: Final = "127.0.0.1"
PATIENCE: Final = 0.5
"""seconds that a hidden window may take to answer"""
MANNERS: Final = 0.1
"""seconds that it gives a caller to say what they know"""
YES: Final = b"yes"

log = logging.getLogger(__name__)


class Doorbell(QObject):
    """Rung by `ring`."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._secret = ""
        self._server: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        window.hidden_in_tray.connect(self._listen)
        window.brought_back.connect(self.stop)

    def stop(self) -> None:
        """Listen no more."""
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
        self._secret = secrets.token_hex()
        self._settings.hidden_window = f"{self._server.getsockname()[1]}:{self._secret}"
        self._settings.sync()

    def _rung(self) -> None:
        if self._server is None:
            return
        try:
            caller, _ = self._server.accept()
            with caller:
                caller.settimeout(MANNERS)
                if not secrets.compare_digest(caller.recv(256), self._secret.encode()):
                    return
                caller.sendall(YES)
        except OSError as problem:
            log.info("somebody rang and ran: %s", problem)
            return
        self._window.bring_back()


def ring(window: str) -> bool:
    """Have the window come back that `Settings.hidden_window` names; False where there is none any more. Waits for
    `PATIENCE` at most."""
    port, _, secret = window.partition(":")
    try:
        with socket.create_connection((HERE, int(port)), PATIENCE) as caller:
            caller.sendall(secret.encode())
            return caller.recv(len(YES)) == YES
    except (OSError, ValueError, OverflowError):
        return False
