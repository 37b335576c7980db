"""The main window: places the welcome page, the chat and the foot, and connects the menus. Nothing else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QStatusBar

from chatapp.gui.actions import Actions, commands
from chatapp.gui.hosting.charge import Charge
from chatapp.gui.hosting.hosting import Hosting
from chatapp.gui.menus import Menus
from chatapp.gui.plain import heading, isolated
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance, Mode
from chatapp.gui.theme.icons import application_icon
from chatapp.gui.welcome.page import WelcomePage
from chatapp.protocol.limits import PORT

if TYPE_CHECKING:
    # It needs the session and the timeline, which the first frame does without.
    from chatapp.gui.chat.page import ChatPage
    from chatapp.gui.switcher.switcher import Switcher

SIZE = (1040, 700)
SMALLEST = (620, 460)


class MainWindow(QMainWindow):
    painted = Signal()
    """the first frame is on the screen; emitted once"""
    chat_asked = Signal()
    """joining another chat is wanted"""
    disconnect_asked = Signal()
    notification_asked = Signal()
    """one is to be shown, to see what they are like"""
    network_test_opened = Signal(object)
    """a NetworkDialog, which is to be told what it asks"""
    closing = Signal()
    """the person has closed the window, and agreed to what that ends"""

    def __init__(self, appearance: Appearance, settings: Settings, name: str, bind: str = "", port: int = PORT) -> None:
        """`bind` is where hosting listens; empty: where it did last time, or every interface. `port` is the one for the
        first time."""
        super().__init__()
        self._settings = settings
        self._appearance = appearance
        self._seen = False
        self._may_close = False
        self._page = ""
        self.restarts = False
        """whether it is to be opened anew once it is closed"""
        self.can_hide: Callable[[], bool] = lambda: False
        """whether the window can be closed and the program go on, since something brings it back"""
        self.chat: ChatPage | None = None
        self.switcher: Switcher | None = None
        self.setWindowIcon(application_icon())
        self.setMinimumSize(*SMALLEST)
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self.welcome = WelcomePage(appearance.theme, name, self)
        self.welcome.set_recent(settings.servers)
        last = settings.hosting
        self.welcome.choices.set_port(last[1] if last is not None else None)
        last_bind, port = last or ("", port)
        self.hosting = Hosting(appearance.theme, self, bind or last_bind, port)
        self.charge = Charge(appearance.theme, self, lambda: self.hosting.active)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.welcome)
        self.setCentralWidget(self._pages)
        bar = QStatusBar(self)
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.hosting.status, 1)
        bar.hide()
        self.setStatusBar(bar)
        self._menus = Menus(self.actions_, self._chat_seen, self)
        self._connect()
        self._restore_layout()
        self._update()

    def _connect(self) -> None:
        do, hosting, appearance = self.actions_, self.hosting, self._appearance
        do.host.triggered.connect(self._ask_host)
        do.stop_hosting.triggered.connect(hosting.ask_stop)
        do.copy_invite.triggered.connect(hosting.status.copy.click)
        do.join_chat.triggered.connect(self._ask_join)
        do.test_network.triggered.connect(self.test_network)
        do.disconnect_chat.triggered.connect(self.disconnect_asked)
        do.settings.triggered.connect(self.show_settings)
        do.quit.triggered.connect(self.quit)
        do.switch.triggered.connect(self._switch)
        do.shortcuts.triggered.connect(self._show_shortcuts)
        do.download.triggered.connect(self._download)
        do.about.triggered.connect(self._show_about)
        do.larger.triggered.connect(appearance.larger)
        do.smaller.triggered.connect(appearance.smaller)
        do.normal.triggered.connect(appearance.normal)
        for mode, action in do.theme.items():
            action.triggered.connect(lambda _checked=False, mode=mode: appearance.use(Mode(mode)))
        self._settings.changed.connect(self._show_mode)
        self._show_mode()
        do.message_menu.aboutToHide.connect(self._update)
        self.welcome.returned.connect(self.show_chat_again)
        self.welcome.found.test_asked.connect(self._test_address)
        self.welcome.recent.forget_asked.connect(self._forget)
        self.welcome.recent.clear_asked.connect(lambda: self._forget(*self._settings.servers))
        hosting.failed_quietly.connect(self.welcome.show_choices)
        hosting.changed.connect(self._update)
        self._connect_charge()

    def _connect_charge(self) -> None:
        do, charge, status = self.actions_, self.charge, self.hosting.status
        self.hosting.invite_asked.connect(charge.invite)
        do.invite.triggered.connect(charge.invite)
        do.manage.triggered.connect(charge.manage)
        status.manage.clicked.connect(charge.manage)
        do.hand_over.triggered.connect(charge.hand_over)
        do.take_over.triggered.connect(charge.take_over)
        charge.test_asked.connect(self.test_network)
        charge.changed.connect(self._update)

    def _forget(self, *servers: str) -> None:
        self._settings.forget(*servers)
        self.welcome.set_recent(self._settings.servers)

    # Pages

    def show_welcome(self) -> None:
        """Ask whom to chat with; the chat that is open stays behind it."""
        self.welcome.set_way_back(there=self.chat is not None)
        self._pages.setCurrentWidget(self.welcome)
        self._update()

    def show_chat_again(self) -> None:
        """Back to the chat that is open, if any."""
        if self.chat is not None:
            self._pages.setCurrentWidget(self.chat)
            self._update()

    def show_chat(self, chat: "ChatPage") -> "ChatPage | None":
        """Put a chat in place of the welcome page. Returns the one that was there before, which is the caller's now."""
        before = self.chat
        if before is not None:
            self._settings.keep_layout("chat", before.splitter.saveState())
            before.changed.disconnect(self._update)
            self._pages.removeWidget(before)
            before.hide()
        self.chat = chat
        self.charge.follow(chat)
        chat.splitter.restoreState(self._settings.layout("chat"))
        self._pages.addWidget(chat)
        self._pages.setCurrentWidget(chat)
        chat.changed.connect(self._update)
        self._update()
        return before

    def _chat_seen(self) -> "ChatPage | None":
        return self.chat if self._pages.currentWidget() is self.chat else None

    # What the menus and the title say

    def _update(self) -> None:
        chat, hosting = self._chat_seen(), self.hosting
        in_charge = chat is not None and self.charge.in_charge
        self._menus.update(hosts=hosting.active, in_charge=in_charge)
        hosting.status.show_in_charge(there=in_charge)
        self.setWindowTitle(heading(self._title(chat)))
        self.statusBar().setVisible(hosting.active)
        if self.switcher is not None:
            self.switcher.update()

    def _show_mode(self) -> None:
        self.actions_.theme[self._appearance.mode].setChecked(True)

    def _title(self, chat: "ChatPage | None") -> str:
        title = chat.title() if chat is not None else "Chatapp"
        profile = self._settings.profile
        return self.tr("{title} ({profile})").format(title=title, profile=isolated(profile)) if profile else title

    # Asking

    def _ask_host(self) -> None:
        if self.welcome.name.value() is None:
            self.show_welcome()
        else:
            self.hosting.open_dialog()

    def _ask_join(self) -> None:
        if self.hosting.active:
            title, agree = self.tr("Join another chat?"), self.tr("Stop hosting and join")
            self.hosting.ask_before(title, agree, self._join_after_hosting)
        else:
            self.chat_asked.emit()

    def _join_after_hosting(self) -> None:
        self.hosting.stop_asked.emit()
        self.chat_asked.emit()

    def _switch(self) -> None:
        if self.switcher is None:
            from chatapp.gui.switcher.switcher import Switcher  # noqa: PLC0415  # the first frame does without it

            self.switcher = Switcher(self._appearance.theme, self, self.actions_.switch, self._chat_seen)
        self.switcher.toggle()

    def show_settings(self) -> None:
        """Open the settings, or bring them forward."""
        from chatapp.gui.dialogs.settings.dialog import SettingsDialog  # noqa: PLC0415  # the first frame does without

        dialog = self.findChild(SettingsDialog)
        if dialog is None:
            dialog = SettingsDialog(
                self._settings, self._appearance.theme, self, can_restart=lambda: not self.hosting.active
            )
            dialog.restart_asked.connect(self.restart)
            # The one thing that can be done from there.
            dialog.asked.connect(self.notification_asked)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def test_network(self) -> None:
        """Look for what keeps others from this computer."""
        self._open_test("")

    def _test_address(self) -> None:
        """The same, or where one was typed, for what keeps this computer from an address."""
        self._open_test(self.welcome.join.address.text.strip())

    def _open_test(self, address: str) -> None:
        from chatapp.gui.dialogs.network import NetworkDialog  # noqa: PLC0415  # the first frame does without dialogs

        dialog = NetworkDialog(self._appearance.theme, address, self)
        self.network_test_opened.emit(dialog)
        dialog.open()
        dialog.begin()

    def _show_shortcuts(self) -> None:
        from chatapp.gui.dialogs.shortcuts import Shortcuts  # noqa: PLC0415  # the first frame does without dialogs

        Shortcuts(commands(self.menuBar()), self).open()

    def _show_about(self) -> None:
        from chatapp.gui.dialogs.about import About  # noqa: PLC0415  # as above

        About(self._settings.profile, self).open()

    def tell_of_version(self, version: str, page: str) -> None:
        """There is a newer Chatapp, to be had at that address: the Help menu leads there, and the chat says so once."""
        self._page = page
        text = self.tr("&Download Chatapp {version}…").format(version=version)
        self.actions_.download.setText(text)
        self.actions_.download.setVisible(True)
        if self.chat is not None:
            news = self.tr("Chatapp {version} is there.").format(version=version)
            self.chat.notice.tell(news, self.tr("Download…"), self._download)

    def _download(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page))

    # The window itself

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes through the chat as one reads it."""
        chat = self._chat_seen()
        if chat is not None:
            from chatapp.gui.chat.order import step  # noqa: PLC0415  # there is no chat in the first frame

            if step(
                [*chat.reading_order(), self.hosting.status.copy, self.hosting.status.manage], 1 if forwards else -1
            ):
                return True
        return super().focusNextPrevChild(forwards)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.hosting.active and not self._may_close:
            event.ignore()
            if not self.can_hide():
                self.quit()
            elif self._settings.tray_known:
                self.hide_in_tray()
            else:
                self.hosting.ask_tray(self._hide_from_now_on, self._close)
            return
        self._settings.keep_layout("window", self.saveGeometry())
        if self.chat is not None:
            self._settings.keep_layout("chat", self.chat.splitter.saveState())
        super().closeEvent(event)
        self.closing.emit()

    def quit(self) -> None:
        """Close the window for good; ask first where that ends hosting."""
        if self.hosting.active:
            self.bring_back()
            self.hosting.ask_before(self.tr("Stop hosting and quit?"), self.tr("Stop hosting and quit"), self._close)
        else:
            self._close()

    def restart(self) -> None:
        """Close the window for good, and have it opened anew: for what holds from the next start on."""
        self.restarts = True
        self._close()

    def hide_in_tray(self) -> None:
        """Be seen no more until `bring_back`; everything goes on."""
        self._settings.keep_layout("window", self.saveGeometry())
        self.hide()

    def _hide_from_now_on(self) -> None:
        self._settings.tray_known = True
        self.hide_in_tray()

    def bring_back(self) -> None:
        """Show the window in front of all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _close(self) -> None:
        self._may_close = True
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            # After the frame that this is part of.
            QTimer.singleShot(0, self.painted.emit)

    def _restore_layout(self) -> None:
        if not self.restoreGeometry(self._settings.layout("window")):
            self.resize(*SIZE)
