"""All by which a person is told something while they look elsewhere: tray, task bar, notifications and sounds."""

import sys
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.settings import Settings
from chatapp.gui.told.notifier import Notifier
from chatapp.gui.told.popups import Popups, TrayPopups
from chatapp.gui.told.sound import Sound, Sounds
from chatapp.gui.told.summary import Summary
from chatapp.gui.tray import Tray
from chatapp.gui.window import MainWindow

TRIAL: Final = ""
"""among notifications, the one that is of no room"""
HOSTED: Final = " "
"""and the one that is of the whole chat; no room is called so"""


class Telling(QObject):
    """Made once for a window, after its first frame. Tells of one chat, and gives the window a tray to hide in."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        *,
        tray: Tray | None = None,
        popups: Popups | None = None,
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._page: ChatPage | None = None
        self._notifier: Notifier | None = None
        self._summary = Summary()
        self.tray = tray or Tray(window, self)
        self._popups = popups
        self._sounds = sounds or Sounds()
        self.tray.keep(there=True)
        self._connect()
        self._show_hosting()

    def _connect(self) -> None:
        tray, window = self.tray, self._window
        tray.window_wanted.connect(window.bring_back)
        tray.hide_wanted.connect(window.hide_in_tray)
        tray.stop_wanted.connect(self._stop_hosting)
        tray.quit_wanted.connect(window.quit)
        tray.room_chosen.connect(partial(self._open, seq=0))
        window.hosting.changed.connect(self._show_hosting)
        window.can_hide = self._can_hide
        window.notification_asked.connect(self._try_out)

    def follow(self, page: ChatPage) -> None:
        """Tell of this chat from now on, and of no other."""
        self._let_go()
        self._page = page
        self._notifier = Notifier(
            page.bridge,
            page.levels,
            self._settings,
            self,
            popups=self._showing(),
            sounds=self._sounds,
            is_seen=page.attention.is_on,
        )
        self._notifier.called.connect(self._alert)
        self._notifier.opened.connect(self._open)
        page.changed.connect(self._show)
        self._show()

    def announce(self, title: str, text: str) -> None:
        """Tell something of the whole chat, also in quiet hours: it concerns others."""
        self._showing().show(HOSTED, title, text)

    def stop(self) -> None:
        """Take away all that is outside of the window."""
        self._let_go()
        if self._popups is not None:
            self._popups.stop()
        self._tell(Summary())
        self.tray.keep(there=False)

    def _showing(self) -> Popups:
        if self._popups is None:
            self._popups = self._of_system()
        return self._popups

    def _try_out(self) -> None:
        """Show the person what it is like to be told."""
        text = self.tr("This is how Chatapp tells you of messages while you look elsewhere.")
        self._showing().show(TRIAL, self.tr("A test notification"), text)
        if self._settings.sounds:
            self._sounds.play(Sound.MENTION)

    def _of_system(self) -> Popups:
        by_tray = TrayPopups(self.tray.tell, self)
        self.tray.message_chosen.connect(by_tray.choose)
        if sys.platform in {"win32", "darwin"}:
            return by_tray
        from chatapp.gui.told.freedesktop import Freedesktop  # noqa: PLC0415  # it needs what is installed there alone

        return Freedesktop(by_tray, self.tr("Open"), self)

    def _let_go(self) -> None:
        if self._page is not None:
            self._page.changed.disconnect(self._show)
            self._page = None
        if self._notifier is not None:
            self._notifier.close()
            self._notifier.deleteLater()
            self._notifier = None

    def _show(self) -> None:
        if self._page is not None:
            self._tell(self._page.summary())

    def _tell(self, summary: Summary) -> None:
        if summary != self._summary:
            self._summary = summary
            self.tray.show_summary(summary)
            application = QApplication.instance()
            if isinstance(application, QApplication):
                application.setBadgeNumber(summary.calls)

    def _alert(self) -> None:
        """The task bar flashes until the window is looked at."""
        QApplication.alert(self._window)

    def _open(self, room: str, seq: int) -> None:
        self._window.bring_back()
        self._window.show_chat_again()
        if self._page is not None:
            self._page.open_room(room)
            if seq:
                self._page.go_to(room, seq)

    def _show_hosting(self) -> None:
        self.tray.show_hosting(active=self._window.hosting.active)

    def _stop_hosting(self) -> None:
        self._window.bring_back()
        self._window.hosting.ask_stop()

    def _can_hide(self) -> bool:
        return self._settings.tray and self.tray.available
