"""Who is connected, from where, since when; and how one sends somebody away."""

from ipaddress import ip_address

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from chatapp.gui import counts, names
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.away import BanDialog, KickDialog
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.table import Column, Rows, Table
from chatapp.gui.hosting.until import moment
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages import Connected, GetPeople, People
from chatapp.protocol.names import shown


class PeoplePage(Page):
    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(self.tr("People"), self.tr("Everybody who is connected now."))
        columns: list[Column[Connected]] = [
            Column(self.tr("Name"), lambda who: names.person(who.username)),
            Column(self.tr("Role"), self._standing),
            Column(self.tr("Connection"), self._connection),
            Column(self.tr("Address"), lambda who: shown(who.address)),
            Column(self.tr("Here since"), lambda who: moment(who.since)),
        ]
        self.people: Rows[Connected] = Rows(columns, lambda who: who.id, self)
        self.table = Table(theme, self.people, self.tr("People"), self)
        self.count = label("", "muted", parent=self)
        self.kick = push_button(self.tr("Disconnect…"), self)
        self.ban = push_button(self.tr("Ban…"), self)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.kick)
        row.addWidget(self.ban)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.kick.clicked.connect(self._ask_kick)
        self.ban.clicked.connect(self._ask_ban)
        self.table.chosen.connect(self._show_choice)
        self.table.menu_wanted.connect(self._show_menu)
        self._show_choice()

    def refresh(self) -> None:
        self.look(GetPeople())

    def take(self, reply: object) -> None:
        if isinstance(reply, People):
            self.people.update(reply.people)
            self.count.setText(counts.people(len(reply.people)))
            self._show_choice()

    @property
    def chosen(self) -> Connected | None:
        """The person whom the buttons are about."""
        return self.people.row(self.table.row)

    def _is_me(self, who: Connected) -> bool:
        return who.username == self._asking.bridge.session.name

    def _standing(self, who: Connected) -> str:
        parts = [self.tr("you")] if self._is_me(who) else []
        parts += [self.tr("in charge")] if who.admin else []
        parts += [self.tr("proven name")] if who.key else []
        return names.in_a_row(parts)

    def _connection(self, who: Connected) -> str:
        if is_here(who.address):
            return self.tr("this computer")
        return self.tr("encrypted") if who.secure else self.tr("not encrypted")

    def _show_choice(self) -> None:
        who = self.chosen
        for button in (self.kick, self.ban):
            button.setEnabled(who is not None and not self._is_me(who))

    def _show_menu(self, place: QPoint) -> None:
        who = self.chosen
        if who is None:
            return
        menu = QMenu(self)
        for text, act in ((self.kick.text(), self._ask_kick), (self.ban.text(), self._ask_ban)):
            action = menu.addAction(text)
            action.setEnabled(not self._is_me(who))
            action.triggered.connect(act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _ask_kick(self) -> None:
        who = self.chosen
        if who is not None:
            dialog = KickDialog(who, self._asking, self)
            dialog.accepted.connect(self.acted)
            dialog.open()

    def _ask_ban(self) -> None:
        who = self.chosen
        if who is not None:
            dialog = BanDialog(self._theme, who, self._asking, self)
            dialog.accepted.connect(self.acted)
            dialog.open()


def is_here(address: str) -> bool:
    """Whether it is the host's own computer, from which nothing goes over a network."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
