"""What the lock means, and the code by which two people make sure that nobody is between them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.plain import isolated
from chatapp.gui.theme.look import label
from chatapp.protocol import pin as pins
from chatapp.session.ground import Ground, Trust


class TrustDialog(DialogWindow):
    """About one connection."""

    same = Signal()
    """the person has compared the code with the host's, and it is the same"""

    def __init__(self, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self._heading(ground.trust), self._meaning(ground))
        code = code_of(ground)
        if code:
            self._show_code(code, compares=ground.trust is Trust.SEEN)
        if ground.trust is Trust.SEEN and code:
            close = self.add_button(self.tr("Not now"))
            agree = self.add_button(self.tr("It is the same"), "primary")
            agree.clicked.connect(self._agree)
        else:
            close = self.add_button(self.tr("Close"), default=True)
        close.clicked.connect(self.reject)
        close.setFocus()

    def _show_code(self, code: str, *, compares: bool) -> None:
        if compares:
            how = self.tr(
                "To be sure, compare this code with the host's: side by side, or read aloud over the telephone. The"
                " host finds it under “Invite people”."
            )
            self.body.addWidget(label(how, wrap=True, parent=self))
        else:
            self.body.addWidget(label(self.tr("The host's code:"), "muted", parent=self))
        shown = label(isolated(code), "code", wrap=True, parent=self)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Sign by sign: a screen reader would make words of it.
        shown.setAccessibleName(self.tr("Code: {code}").format(code=" ".join(code.replace(" ", ""))))
        self.body.addWidget(shown)
        if compares:
            otherwise = self.tr("If it is another one, somebody may be listening: disconnect, and ask for an invite.")
            self.body.addWidget(label(otherwise, "muted", wrap=True, parent=self))

    def _heading(self, trust: Trust) -> str:
        match trust:
            case Trust.PLAIN:
                return self.tr("Not encrypted")
            case Trust.HERE:
                return self.tr("On this computer alone")
            case Trust.SEEN:
                return self.tr("Is it really the host?")
            case Trust.VERIFIED | Trust.PUBLIC:
                return self.tr("Encrypted")

    def _meaning(self, ground: Ground) -> str:
        match ground.trust:
            case Trust.PLAIN:
                return self.tr(
                    "Whoever is on the way between you and the host can read what is said here, and change it."
                    " Passwords are never sent this way. Ask the host for an invite: it leads to an encrypted chat, if"
                    " their Chatapp is new enough."
                )
            case Trust.HERE:
                return self.tr("What is said here does not leave your computer on its way to the server.")
            case Trust.SEEN if ground.first:
                return self.tr(
                    "What is said here is encrypted, and from now on nobody else can pass for this host. Nobody has"
                    " checked yet that it is the right one."
                )
            case Trust.SEEN:
                return self.tr(
                    "What is said here is encrypted, and the host is the same as the first time that you were here."
                    " Nobody has checked that it was the right one then."
                )
            case Trust.VERIFIED:
                return self.tr(
                    "Nobody on the way can read what is said here, and it is the host whom your invite names, or whom"
                    " you have checked."
                )
            case Trust.PUBLIC:
                return self.tr(
                    "Nobody on the way can read what is said here, and a public authority says that the address"
                    " belongs to the host."
                )

    def _agree(self) -> None:
        self.accept()
        self.same.emit()


def code_of(ground: Ground) -> str:
    """What is to be compared; empty where the host has shown no key."""
    return pins.code(ground.pin) if ground.pin and ground.trust in {Trust.SEEN, Trust.VERIFIED} else ""
