"""Who is connected, from where, since when; and how one sends somebody away."""

from ipaddress import ip_address

from PySide6.QtWidgets import QWidget

from chatapp.gui import counts, names
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.away import AwayDialog, BanDialog, KickDialog
from chatapp.gui.hosting.panel.listpage import ListPage
from chatapp.gui.hosting.panel.table import Column
from chatapp.gui.hosting.until import moment
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import Connected, GetPeople, People
from chatapp.protocol.names import shown


class PeoplePage(ListPage[Connected]):
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
        self.lay_out(columns, lambda who: who.id)
        self.count = label("", "muted", parent=self)
        self.line.insertWidget(0, self.count)
        self.kick = self.add_deed(
            self.tr("Disconnect…"), lambda who: self._ask(KickDialog(who, asking, self)), self._is_another
        )
        self.ban = self.add_deed(
            self.tr("Ban…"), lambda who: self._ask(BanDialog(theme, who, asking, self)), self._is_another
        )

    def refresh(self) -> None:
        self.look(GetPeople())

    def take(self, reply: object) -> None:
        if isinstance(reply, People):
            self.show_rows(reply.people)
            self.count.setText(counts.people(len(reply.people)))

    def _is_another(self, who: Connected) -> bool:
        return who.username != self._asking.bridge.session.name

    def _standing(self, who: Connected) -> str:
        parts = [] if self._is_another(who) else [self.tr("you")]
        parts += [self.tr("in charge")] if who.admin else []
        parts += [self.tr("proven name")] if who.key else []
        return names.in_a_row(parts)

    def _connection(self, who: Connected) -> str:
        if is_here(who.address):
            return self.tr("this computer")
        return self.tr("encrypted") if who.secure else self.tr("not encrypted")

    def _ask(self, dialog: AwayDialog) -> None:
        dialog.accepted.connect(self.acted)
        dialog.open()


def is_here(address: str) -> bool:
    """Whether it is the host's own computer, from which nothing goes over a network."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
