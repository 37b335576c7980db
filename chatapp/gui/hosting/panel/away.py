"""Sending somebody away: for now, or for as long as one says."""

from time import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from chatapp.gui import names
from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.settings.controls import ChoiceControl
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.until import DAY, Clock, lengths, until
from chatapp.gui.plain import isolated
from chatapp.gui.theme.look import aligned, label
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.limits import WHY
from chatapp.protocol.messages.hosting import AdminRequest, Ban, Connected, Kick
from chatapp.protocol.names import shown


class AwayDialog(DialogWindow):
    """Stays until the server has done it. Enter keeps things as they are, unless a reason was typed."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = asking
        self.why = QLineEdit(self)
        aligned(self.why)
        self.why.setMaxLength(WHY)
        self.why.setAccessibleName(self.tr("Reason"))
        self.why.setPlaceholderText(self.tr("They read this"))
        self._error = label("", "error", wrap=True, parent=self)
        self._error.hide()

    def _finish(self, agree: str) -> None:
        title = label(self.tr("Reason"), "strong", parent=self)
        title.setBuddy(self.why)
        self.body.addWidget(title)
        self.body.addWidget(self.why)
        self.body.addWidget(self._error)
        self.keep = self.add_button(self.tr("Cancel"), default=True)
        self.keep.clicked.connect(self.reject)
        self.agree = self.add_button(agree, "danger")
        self.agree.clicked.connect(self._ask)
        self.why.textChanged.connect(lambda text: (self.agree if text.strip() else self.keep).setDefault(True))
        self.why.setFocus()

    @property
    def error(self) -> str:
        return self._error.text()

    def request(self) -> AdminRequest:
        """What is to be done."""
        raise NotImplementedError

    def _ask(self) -> None:
        self._error.hide()
        self.agree.setEnabled(False)
        self._asking.ask(self.request(), self, self._refuse, self.accept)

    def _refuse(self, sentence: str) -> None:
        self.agree.setEnabled(True)
        self._error.setText(sentence)
        self._error.show()
        read_aloud(self._error, sentence)


class KickDialog(AwayDialog):
    def __init__(self, who: Connected, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self._who = who
        self.entitle(
            self.tr("Disconnect {name}?").format(name=names.person(who.username)),
            self.tr("They can come back. To keep them out, ban them."),
        )
        self._finish(self.tr("Disconnect"))

    def request(self) -> Kick:
        return Kick(self._who.id, " ".join(self.why.text().split()))


class BanDialog(AwayDialog):
    def __init__(
        self,
        theme: Theme,
        who: Connected,
        asking: Asking,
        parent: QWidget | None = None,
        *,
        clock: Clock = time,
    ) -> None:
        super().__init__(asking, parent)
        self._who = who
        self._clock = clock
        self.entitle(
            self.tr("Ban {name}?").format(name=names.person(who.username)),
            self.tr("They are disconnected, and not let in again until the ban ends or you lift it."),
        )
        self.by_key = QRadioButton(self.tr("This person, wherever they connect from"), self)
        self.by_address = QRadioButton(self.tr("Whoever connects from their computer or network"), self)
        address = label(isolated(shown(who.address)), "small", parent=self)
        address.setIndent(28)
        self.by_key.setEnabled(bool(who.key))
        (self.by_key if who.key else self.by_address).setChecked(True)
        self.length = ChoiceControl(theme, lengths(), self)
        self.length.setAccessibleName(self.tr("For how long"))
        self.length.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.length.show_value(str(DAY))
        self.body.addWidget(self.by_key)
        if not who.key:
            note = label(
                self.tr("Only possible for people who have proven their name."), "small", wrap=True, parent=self
            )
            note.setIndent(28)
            self.body.addWidget(note)
        self.body.addWidget(self.by_address)
        self.body.addWidget(address)
        title = label(self.tr("For how long"), "strong", parent=self)
        title.setBuddy(self.length)
        self.body.addWidget(title)
        self.body.addWidget(self.length)
        self._finish(self.tr("Ban"))

    def request(self) -> Ban:
        who = self._who
        by_key = self.by_key.isChecked()
        return Ban(
            key=who.key if by_key else "",
            address="" if by_key else who.address,
            username=who.username,
            until=until(int(self.length.currentData()), self._clock),
            why=" ".join(self.why.text().split()),
        )
