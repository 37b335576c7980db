"""The rules of the chat: what it is called, who gets in, and how many."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chatapp.gui import counts
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.dialogs.area import ScrollArea
from chatapp.gui.dialogs.ask_text import AskText
from chatapp.gui.dialogs.settings.controls import ChoiceControl, FlagControl
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.limits import SECRET, SERVER_NAME
from chatapp.protocol.messages.hosting import GetServer, ServerState, SetServer

PEOPLE = (10, 25, 50, 100, 250, 500)
"""how many may be let in, to choose from"""


class RulesPage(Page):
    """A box is ticked once the server says so."""

    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(self.tr("Rules"), self.tr("They hold at once, and are kept for the next time that you host."))
        self.state: ServerState | None = None
        self.name = CheckedField(
            self.tr("Name of this chat"), _name, hint=self.tr("Such as: Physics, class 9"), parent=self
        )
        self.rename = push_button(self.tr("Change name"), self)
        self._password = label("", wrap=True, parent=self)
        self.set_password = push_button("", self)
        self.drop_password = push_button(self.tr("Remove password"), self)
        self.locked = self._flag(
            self.tr("Let nobody new in"), self.tr("Whoever is here stays, and may come back after a lost connection.")
        )
        self.invite_only = self._flag(
            self.tr("Invited people only"),
            self.tr("They need the password, or an invite that you make under “Invites”."),
        )
        self.plain = self._flag(
            self.tr("Allow connections that are not encrypted"),
            self.tr("Older apps need it. Others on the network can read along on those; passwords never go that way."),
        )
        self.people = ChoiceControl(theme, {}, self)
        self.people.setAccessibleName(self.tr("How many people at most"))
        self.people.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = QWidget(self)
        self._lay_out()
        self._connect()
        self._sheet.setEnabled(False)

    def _flag(self, text: str, about: str) -> FlagControl:
        made = FlagControl(self._theme, text, self)
        made.setAccessibleDescription(about)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        title = label(self.tr("Name of this chat"), "strong")
        title.setBuddy(self.name.edit)
        naming = QHBoxLayout()
        naming.setSpacing(8)
        naming.addWidget(self.name, 1)
        naming.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(title)
        column.addLayout(naming)
        column.addWidget(label(self.tr("Who gets in"), "strong"))
        column.addWidget(self._password)
        secret = QHBoxLayout()
        secret.setSpacing(8)
        secret.addWidget(self.set_password)
        secret.addWidget(self.drop_password)
        secret.addStretch(1)
        column.addLayout(secret)
        for flag in (self.invite_only, self.locked, self.plain):
            column.addSpacing(4)
            column.addWidget(flag, 0, Qt.AlignmentFlag.AlignLeading)
            about = label(flag.accessibleDescription(), "small", wrap=True, parent=self._sheet)
            about.setIndent(flag.fontMetrics().height() + 16)
            column.addWidget(about)
        column.addSpacing(4)
        most = label(self.tr("How many people at most"), "strong")
        most.setBuddy(self.people)
        column.addWidget(most)
        column.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.body.addWidget(ScrollArea(self._sheet, self), 1)

    def _connect(self) -> None:
        self.rename.clicked.connect(self._rename)
        self.name.submitted.connect(self._rename)
        self.set_password.clicked.connect(self.ask_password)
        self.drop_password.clicked.connect(lambda: self.do(SetServer(password="")))
        self.locked.chosen.connect(lambda on: self._set(SetServer(locked=on)))
        self.invite_only.chosen.connect(lambda on: self._set(SetServer(invite_only=on)))
        self.plain.chosen.connect(lambda on: self._set(SetServer(plain=on)))
        self.people.chosen.connect(lambda most: self._set(SetServer(people=int(most))))

    def refresh(self) -> None:
        self.look(GetServer())

    def take(self, reply: object) -> None:
        if isinstance(reply, ServerState):
            before, self.state = self.state, reply
            self._sheet.setEnabled(True)
            if before is None or before.name != reply.name:
                self.name.set_text(reply.name)
            self._show(reply)

    def ask_password(self) -> AskText:
        """Have one typed. It is seen while it is: whoever sets it has to tell others."""
        dialog = AskText(
            self.tr("Password of this chat"),
            self.tr("New password"),
            self.tr("Set password"),
            _password,
            explanation=self.tr("Everybody who comes from now on types it, unless an invite lets them in."),
            parent=self,
        )
        dialog.asked.connect(
            lambda text: self._asking.ask(SetServer(password=text), dialog, dialog.refuse, dialog.accept)
        )
        dialog.accepted.connect(self.acted)
        dialog.open()
        return dialog

    def _rename(self) -> None:
        name = self.name.value()
        if name is not None:
            self.do(SetServer(name=name))

    def _set(self, request: SetServer) -> None:
        if self.state is not None:
            # Until the server has agreed, what holds is seen.
            self._show(self.state)
        self.do(request)

    def _show(self, state: ServerState) -> None:
        self._password.setText(
            self.tr("A password is asked for.") if state.password else self.tr("Nobody is asked for a password.")
        )
        self.set_password.setText(self.tr("Change password…") if state.password else self.tr("Set password…"))
        self.drop_password.setVisible(state.password)
        self.locked.show_value(state.locked)
        self.invite_only.show_value(state.invite_only)
        self.plain.show_value(state.plain)
        numbers = sorted({*PEOPLE, state.people})
        if [self.people.itemData(place) for place in range(self.people.count())] != [str(each) for each in numbers]:
            self.people.clear()
            for each in numbers:
                self.people.addItem(counts.people(each), str(each))
            self.people.updateGeometry()
        self.people.show_value(str(state.people))


def _name(text: str) -> str:
    return " ".join(text.split())[:SERVER_NAME]


def _password(text: str) -> str:
    if not 0 < len(text) <= SECRET:
        raise ValueError(QCoreApplication.translate("Rules", "Type a password."))
    return text
