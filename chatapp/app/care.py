"""What a computer that hosts owes to those who are connected: it stays awake, and whoever ends that is told whom it
concerns."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from chatapp.app.awake import Awake
from chatapp.app.sleep import Sleep
from chatapp.gui.settings import Settings
from chatapp.gui.window import MainWindow


class SessionManager(Protocol):
    """Qt's QSessionManager, as far as it is needed."""

    def allowsInteraction(self) -> bool: ...  # noqa: N802  # the names are Qt's
    def cancel(self) -> None: ...
    def release(self) -> None: ...


class Care(QObject):
    """Follows whether the window hosts."""

    _told = Signal(object)
    """whether the computer is kept awake; from another thread"""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        *,
        announce: Callable[[str, str], None],
        save: Callable[[], None],
        awake: Awake | None = None,
        sleep: Sleep | None = None,
    ) -> None:
        """`announce` shows a title and a text outside of the window; `save` writes down what would be lost."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._announce = announce
        self._save = save
        self._awake = awake or Awake(self._told.emit)
        self._sleep = sleep or Sleep(self)
        self._told.connect(window.charge.show_awake)
        self._sleep.begins.connect(self._falls_asleep)
        window.hosting.changed.connect(self._follow)
        settings.changed.connect(self._chosen)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.session_ends)

    def stop(self) -> None:
        """Takes a second or two at most."""
        self._sleep.stop()
        self._awake.close()

    def session_ends(self, manager: SessionManager) -> None:
        """The person logs off, or shuts the computer down. What is written is saved; where others would be disconnected
        the person is asked, and the end of the session waits for another time."""
        self._save()
        if self._window.hosting.others and manager.allowsInteraction():
            manager.cancel()
            manager.release()
            QTimer.singleShot(0, self._window, self._window.quit)

    def _chosen(self, key: str) -> None:
        if key == Settings.awake.key:
            self._follow()

    def _follow(self) -> None:
        hosts = self._window.hosting.active
        if hosts and self._settings.awake:
            self._awake.hold()
        else:
            self._awake.release()
            self._window.charge.show_awake(False if hosts else None)
        if hosts:
            self._sleep.watch()
        else:
            self._sleep.stop()

    def _falls_asleep(self) -> None:
        self._save()
        others = self._window.hosting.others
        if others:
            loss = self.tr("%Ln people will be disconnected.", "", others)
            back = self.tr("They come back by themselves once it is awake again.")
            self._announce(self.tr("This computer is going to sleep"), f"{loss} {back}")
