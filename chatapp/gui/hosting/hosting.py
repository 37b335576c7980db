"""Hosting as the person meets it: the dialog, what is given to others, and the question before it ends."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.hosting.status import HostingStatus
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.limits import NEXT_PORTS, PORT

if TYPE_CHECKING:
    # The first frame does without dialogs; each is imported where it is opened.
    from chatapp.gui.dialogs.question import Question
    from chatapp.gui.hosting.dialog import HostDialog


class Hosting(QObject):
    """Knows whether this computer hosts; asks for it to begin and to end, and is told when it did."""

    asked = Signal(str, object)
    """the address to listen on (empty: every interface), and the ports to try, in order"""
    stop_asked = Signal()
    changed = Signal()
    """hosting began or ended"""
    invite_asked = Signal()
    """others are to be invited: hosting, which was asked for in the dialog, has begun"""
    failed_quietly = Signal(str)
    """why hosting, asked for without the dialog, did not begin"""

    def __init__(self, theme: Theme, window: QWidget, bind: str = "", port: int = PORT) -> None:
        """`bind` (empty: every interface) and `port` are the first choice."""
        super().__init__(window)
        self._window = window
        self._bind = bind
        self._port = port
        self._people: int | None = None
        self._dialog: HostDialog | None = None
        self.addresses: tuple[str, ...] = ()
        self.status = HostingStatus(theme, window)

    @property
    def active(self) -> bool:
        return bool(self.addresses)

    @property
    def asking(self) -> bool:
        """Whether the dialog is open."""
        return self._dialog is not None

    def start(self) -> None:
        """Ask for hosting as it was last time, on another port where that one is taken."""
        others = [port for port in (PORT, *NEXT_PORTS) if port != self._port]
        self.asked.emit(self._bind, (self._port, *others))

    def open_dialog(self) -> "HostDialog":
        """Ask the person who may join, and where."""
        from chatapp.gui.hosting.dialog import HostDialog  # noqa: PLC0415  # see above

        dialog = HostDialog(self._bind, self._port, self._window)
        dialog.asked.connect(lambda bind, port: self.asked.emit(bind, (port,)))
        dialog.any_port_asked.connect(lambda bind: self.asked.emit(bind, tuple(NEXT_PORTS)))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()
        return dialog

    def started(self, addresses: Sequence[str], bind: str, port: int, link: str = "", *, secure: bool = False) -> None:
        """Hosting has begun; others can join at these addresses, best first, or with the link. `secure` says that
        connections are encrypted."""
        self._bind, self._port = bind, port
        self.addresses = tuple(addresses)
        self.status.show_hosting(addresses[0], link, secure=secure)
        if self._dialog is not None:
            self._dialog.accept()
            self.invite_asked.emit()
        self.changed.emit()

    def failed(self, sentence: str, *, port_taken: bool) -> None:
        """Hosting has not begun."""
        if self._dialog is not None:
            self._dialog.refuse(sentence, port_taken=port_taken)
        else:
            self.failed_quietly.emit(sentence)

    def ended(self) -> None:
        """Hosting has ended."""
        self.addresses = ()
        self.status.show_hosting("")
        self.changed.emit()

    def show_people(self, count: int | None, exposed: int = 0) -> None:
        """As in `HostingStatus.show_people`."""
        self._people = count
        self.status.show_people(count, exposed)

    def ask_stop(self) -> "Question | None":
        """End hosting; ask first where others would be dropped."""
        if not self.others:
            self.stop_asked.emit()
            return None
        return self._ask(self.tr("Stop hosting?"), self.tr("Stop hosting"), self.stop_asked.emit)

    def ask_before(self, title: str, agree: str, then: Callable[[], None]) -> "Question":
        """Ask before something that ends hosting too, such as closing the window."""
        return self._ask(title, agree, then)

    def ask_tray(self, hide: Callable[[], None], quit_: Callable[[], None]) -> "Question":
        """Ask whether closing the window is to end hosting, or the chat is to go on in the tray."""
        others = self.others
        if others:
            loss = self.tr("If you stop hosting, %Ln people will be disconnected.", "", others)
        else:
            loss = self.tr("Nobody else is here at the moment.")
        on = self.tr("The chat can go on without the window: its icon in the system tray brings it back.")
        dialog = self._make(
            self.tr("Go on without the window?"),
            self.tr("Stop hosting and quit"),
            self.tr("Keep the window open"),
            f"{loss} {on}",
            quit_,
        )
        to_tray = dialog.add_button(self.tr("Keep hosting in the tray"), default=True)
        to_tray.clicked.connect(dialog.accept)
        to_tray.clicked.connect(hide)
        dialog.open()
        to_tray.setFocus()
        return dialog

    def _ask(self, title: str, agree: str, then: Callable[[], None]) -> "Question":
        dialog = self._make(title, agree, self.tr("Keep hosting"), self._consequence(), then)
        dialog.open()
        return dialog

    def _make(self, title: str, agree: str, keep: str, text: str, then: Callable[[], None]) -> "Question":
        from chatapp.gui.dialogs.question import Question  # noqa: PLC0415  # see above

        for asked in self._window.findChildren(Question):
            # The tray can ask again while this is open.
            asked.reject()
        dialog = Question(title, text, agree, keep, self._window)
        dialog.agreed.connect(dialog.accept)
        dialog.agreed.connect(then)
        return dialog

    @property
    def others(self) -> int:
        """How many people would be disconnected if this computer hosted no more."""
        return max(0, (self._people or 1) - 1) if self.active else 0

    def _consequence(self) -> str:
        others = self.others
        kept = self.tr("The rooms and what was said in them are here again when you host next.")
        if not others:
            return self.tr("Nobody else is here at the moment.") + " " + kept
        return self.tr("%Ln people will be disconnected.", "", others) + " " + kept

    def _forget_dialog(self) -> None:
        self._dialog = None
