"""The invites that need no password: given, used, taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui import names
from chatapp.gui.counts import fit
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.listpage import ListPage
from chatapp.gui.hosting.panel.table import Column
from chatapp.gui.hosting.until import ends
from chatapp.gui.theme.look import push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import GetInvites, Invites, KnownInvite, RevokeInvite
from chatapp.protocol.names import shown


class InvitesPage(ListPage[KnownInvite]):
    wanted = Signal()
    """a new one is to be made"""

    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(
            self.tr("Invites"),
            self.tr("These let people in without the password. One that you take back lets nobody new in."),
        )
        columns: list[Column[KnownInvite]] = [
            Column(self.tr("For whom"), lambda invite: shown(invite.label) or self.tr("not said")),
            Column(self.tr("Used"), lambda invite: self.tr("%Ln times", "", fit(invite.used))),
            Column(self.tr("Works until"), lambda invite: ends(invite.until)),
            Column(self.tr("Begins in"), lambda invite: names.room(invite.room) if invite.room else ""),
            Column(self.tr("Made by"), lambda invite: names.person(invite.by)),
        ]
        self.lay_out(columns, lambda invite: invite.id, nothing=self.tr("No invite was made yet."))
        self.new = push_button(self.tr("New invite…"), self)
        self.line.insertWidget(0, self.new)
        self.revoke = self.add_deed(self.tr("Take back"), lambda invite: self.do(RevokeInvite(invite.id)))
        self.new.clicked.connect(self.wanted)

    def refresh(self) -> None:
        self.look(GetInvites())

    def take(self, reply: object) -> None:
        if isinstance(reply, Invites):
            self.show_rows(reply.invites)
