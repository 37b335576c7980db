"""Making an invite that needs no password: for whom, where to, how long."""

from collections.abc import Callable, Sequence
from time import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from chatapp.gui import names
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.dialogs.settings.controls import ChoiceControl
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.until import DAY, Clock, lengths, until
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.gui.words import say
from chatapp.protocol.invite import BadInvite, Invite, parse
from chatapp.protocol.limits import LABEL
from chatapp.protocol.messages.hosting import CreateInvite, Invites


class NewInvite(DialogWindow):
    """Stays until the server has made the invite, which `made` tells."""

    def __init__(
        self,
        theme: Theme,
        asking: Asking,
        rooms: Sequence[str],
        made: Callable[[Invite, int], object],
        parent: QWidget | None = None,
        *,
        room: str = "",
        clock: Clock = time,
    ) -> None:
        """`made` is called with the invite and until when it works, in milliseconds since the epoch; 0 for good."""
        super().__init__(parent)
        self._asking = asking
        self._made = made
        self._clock = clock
        self._until = 0
        self._waiting = False
        self.entitle(
            self.tr("Invite without password"),
            self.tr(
                "Whoever has it gets in without the password, also while only invited people are let in. "
                "You can take it back at any time."
            ),
        )
        self.whom = CheckedField(self.tr("For whom?"), _short, hint=self.tr("Only you see this"), parent=self)
        every = {"": self.tr("The one where everybody begins"), **{each: names.room(each) for each in rooms}}
        self.room = self._choice(theme, self.tr("First room"), every)
        self.room.show_value(room)
        self.length = self._choice(theme, self.tr("Works for"), lengths())
        self.length.show_value(str(7 * DAY))
        for name, field in (
            (self.tr("For whom?"), self.whom),
            (self.tr("First room"), self.room),
            (self.tr("Works for"), self.length),
        ):
            title = label(name, "strong", parent=self)
            title.setBuddy(field)
            self.body.addWidget(title)
            self.body.addWidget(field)
        self._error = label("", "error", wrap=True, parent=self)
        self._error.hide()
        self.body.addWidget(self._error)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.make = self.add_button(self.tr("Make invite"), "primary", default=True)
        self.make.clicked.connect(self._ask)
        asking.told.connect(self._told)
        self.whom.setFocus()

    def _choice(self, theme: Theme, name: str, words: dict[str, str]) -> ChoiceControl:
        made = ChoiceControl(theme, words, self)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    @property
    def error(self) -> str:
        return self._error.text()

    def _ask(self) -> None:
        whom = self.whom.value()
        if whom is None:
            return
        self._error.hide()
        self.make.setEnabled(False)
        self._waiting = True
        self._until = until(int(self.length.currentData()), self._clock)
        self._asking.ask(CreateInvite(self.room.currentData(), whom, self._until), self, self._refuse)

    def _told(self, reply: object) -> None:
        if not (self._waiting and isinstance(reply, Invites) and reply.link):
            return
        try:
            invite = parse(reply.link)
        except BadInvite as problem:
            self._refuse(say(problem.args[0]))
            return
        self._waiting = False
        self._made(invite, self._until)
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self._waiting = False
        self.make.setEnabled(True)
        self._error.setText(sentence)
        self._error.show()


def _short(text: str) -> str:
    return " ".join(text.split())[:LABEL]
