"""Whom one speaks with, as far as that is known: kept in sight, explained, and made sure of."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.bridge import Bridge
from chatapp.gui.notice import NoticeBar
from chatapp.gui.plain import isolated
from chatapp.gui.trust.dialog import TrustDialog, code_of
from chatapp.gui.trust.indicator import TrustIndicator
from chatapp.session.ground import Ground, Trust


class Assurance(QObject):
    """Follows the connection of one session."""

    host_checked = Signal(str)
    """the person has compared the code of that pin with the host's"""

    def __init__(self, bridge: Bridge, indicator: TrustIndicator, notice: NoticeBar, parent: QWidget) -> None:
        """The dialog opens over the window of `parent`."""
        super().__init__(parent)
        self._bridge = bridge
        self._indicator = indicator
        self._notice = notice
        self._over = parent
        self._is_host = False
        self._about: tuple[str, Trust] | None = None
        """the host's pin, and how far they are to be trusted"""
        self._news = ""
        """what was told of them"""
        indicator.clicked.connect(self.explain)
        bridge.ground_changed.connect(self._show)
        self._show()

    def leave_to_foot(self) -> None:
        """This person hosts: whom they speak with is no question, and how the others come in says the window's foot."""
        self._is_host = True
        self._indicator.hide()

    def explain(self) -> None:
        """Say what is known, and let the person make sure."""
        ground = self._bridge.session.ground
        dialog = TrustDialog(ground, self._over.window())
        dialog.same.connect(partial(self._check, ground.pin))
        dialog.open()

    def _check(self, pin: str) -> None:
        # Another connection may be there by now.
        if pin == self._bridge.session.ground.pin:
            self._bridge.host_checked()
            self.host_checked.emit(pin)

    def _show(self) -> None:
        if self._is_host:
            return
        ground = self._bridge.session.ground
        self._indicator.show_trust(ground.trust)
        about = ground.pin, ground.trust
        if about != self._about:
            # It was compared, or it is another host.
            self._notice.take_back(self._news)
        self._about = about
        told = unasked(ground)
        if told:
            self._news = told
            self._notice.tell(told, self.tr("Compare…"), self.explain, lasting=True)


def unasked(ground: Ground) -> str:
    """What a person is told of whom they meet, before they tell them anything: where it is for the first time and no
    invite has named them, and where an invite names another host than was there; else empty."""
    if ground.replaces:
        return QCoreApplication.translate(
            "Assurance",
            "Another host was here before. Now it is the one whom your invite names: if that surprises you, ask the"
            " host whether the invite is from them.",
        )
    if ground.first and ground.trust is Trust.SEEN:
        text = QCoreApplication.translate("Assurance", "You are here for the first time. The host's code is {code}.")
        # On one line, as it is read aloud.
        return text.format(code=isolated(code_of(ground).replace(" ", "\N{NO-BREAK SPACE}")))
    return ""
