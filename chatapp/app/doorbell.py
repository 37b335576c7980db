"""A second start brings back the window that is hidden in the tray, rather than open another one.

While it is hidden, the window listens under a name that nobody could guess, and the settings hold that name. The name
of a window that was killed leads nowhere.
"""

from typing import Final
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from chatapp.gui.settings import Settings
from chatapp.gui.window import MainWindow

PATIENCE: Final = 500
"""milliseconds that a hidden window may take to answer"""


class Doorbell(QObject):
    """Rung by `ring`."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._rung)
        window.hidden_in_tray.connect(self._listen)
        window.brought_back.connect(self.stop)

    def stop(self) -> None:
        """Listen no more."""
        if self._server.isListening():
            self._server.close()
            self._settings.hidden_window = ""
            self._settings.sync()

    def _listen(self) -> None:
        if not self._server.isListening() and self._server.listen(f"chatapp-{uuid4().hex}"):
            self._settings.hidden_window = self._server.serverName()
            self._settings.sync()

    def _rung(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        self._window.bring_back()


def ring(name: str) -> bool:
    """Have the window of that name come back; False where there is none any more. Waits for `PATIENCE` at most."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    found = socket.waitForConnected(PATIENCE)
    socket.disconnectFromServer()
    return found
