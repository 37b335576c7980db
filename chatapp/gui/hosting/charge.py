"""What is done about the chat as a whole, from the window: inviting to it, managing it, handing it over."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.theme.theme import Theme

if TYPE_CHECKING:
    # The first frame does without dialogs; each is imported where it is opened.
    from chatapp.gui.chat.page import ChatPage
    from chatapp.gui.hosting.asking import Asking
    from chatapp.gui.hosting.handover import HandOver, TakeOver
    from chatapp.gui.hosting.invite import InviteDialog
    from chatapp.gui.hosting.panel.dialog import HostPanel
    from chatapp.protocol.invite import Invite


class Charge(QObject):
    """Of the chat that is open in the window; `follow` says which."""

    hand_over_asked = Signal(object)
    """a HandOver was opened"""
    take_over_asked = Signal(object)
    """a TakeOver was opened"""
    test_asked = Signal()
    """somebody cannot join, and the person wants to know why"""
    changed = Signal()
    """whether this person is in charge"""

    def __init__(self, theme: Theme, window: QWidget, hosts: Callable[[], bool]) -> None:
        """`hosts` says whether the chat is on this computer."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._hosts = hosts
        self._page: ChatPage | None = None
        self._asking: Asking | None = None
        self._panel: HostPanel | None = None
        self._awake: bool | None = None

    @property
    def in_charge(self) -> bool:
        """Whether this person may do everything in the chat, now."""
        return self._asking is not None and self._asking.allowed

    def follow(self, page: "ChatPage") -> None:
        """Be about this chat from now on."""
        from chatapp.gui.hosting.asking import Asking  # noqa: PLC0415  # see above

        if self._panel is not None:
            self._panel.reject()
        if self._asking is not None:
            self._asking.deleteLater()
        self._page = page
        self._asking = Asking(page.bridge, self)
        self._asking.allowed_changed.connect(self.changed)
        self.changed.emit()

    def show_awake(self, awake: bool | None) -> None:
        """Whether this computer is kept from falling asleep; None where nobody wants that."""
        self._awake = awake
        if self._panel is not None:
            self._panel.show_awake(awake)

    def invite(self) -> "InviteDialog | None":
        """What to give to others so that they come; None without a chat."""
        return self.invite_to("")

    def invite_to(self, room: str) -> "InviteDialog | None":
        """The same, to begin in that room."""
        from chatapp.gui.hosting.invite import InviteDialog  # noqa: PLC0415  # see above
        from chatapp.protocol.messages.hosting import GetServer  # noqa: PLC0415  # see above

        if self._page is None:
            return None
        dialog = InviteDialog(
            self._theme, self._page.invite_to(room), self._rooms(), self._window, in_charge=self.in_charge
        )
        dialog.test_asked.connect(self.test_asked)
        dialog.key_asked.connect(lambda wanted: self._new_invite(dialog, wanted))
        if self._asking is not None and self.in_charge:
            self._asking.told.connect(dialog.take)
            self._asking.ask(GetServer(), dialog, _overlook)
        dialog.open()
        return dialog

    def show_large(self) -> None:
        """The invite as large as the screen."""
        dialog = self.invite()
        if dialog is not None:
            dialog.large.click()

    def manage(self) -> "HostPanel | None":
        """Open the Host panel, or bring it forward; None for whoever is not in charge."""
        if self._asking is None or not self.in_charge:
            return None
        if self._panel is None:
            from chatapp.gui.hosting.panel.dialog import HostPanel  # noqa: PLC0415  # see above

            panel = HostPanel(self._theme, self._asking, self._window, awake=self._awake, hosts=self._hosts())
            panel.finished.connect(self._forget_panel)
            panel.hand_over_asked.connect(self.hand_over)
            panel.invites.wanted.connect(lambda: self._new_invite(panel, ""))
            self._panel = panel
        self._panel.show()
        self._panel.raise_()
        self._panel.activateWindow()
        return self._panel

    def hand_over(self) -> "HandOver":
        from chatapp.gui.hosting.handover import HandOver  # noqa: PLC0415  # see above

        dialog = HandOver("", self._panel or self._window)
        self.hand_over_asked.emit(dialog)
        dialog.open()
        return dialog

    def take_over(self) -> "TakeOver":
        from chatapp.gui.hosting.handover import TakeOver  # noqa: PLC0415  # see above

        dialog = TakeOver(self._window)
        self.take_over_asked.emit(dialog)
        dialog.open()
        return dialog

    def _new_invite(self, over: "InviteDialog | HostPanel", room: str) -> None:
        from chatapp.gui.hosting.invite import InviteDialog  # noqa: PLC0415  # see above
        from chatapp.gui.hosting.newinvite import NewInvite  # noqa: PLC0415  # see above

        if self._asking is None:
            return

        def made(invite: "Invite", until: int) -> None:
            dialog = over if isinstance(over, InviteDialog) else self.invite_to(room)
            if dialog is not None:
                dialog.show_made(invite, until)

        NewInvite(self._theme, self._asking, self._rooms(), made, over, room=room).open()

    def _rooms(self) -> list[str]:
        return list(self._page.bridge.session.rooms) if self._page is not None else []

    def _forget_panel(self) -> None:
        self._panel = None


def _overlook(_sentence: str) -> None:
    """An invite can be given without it."""
