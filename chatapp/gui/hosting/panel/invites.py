"""The invites that let in: given, used, taken back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chatapp.gui import names
from chatapp.gui.counts import fit
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.table import Column, Rows, Table
from chatapp.gui.hosting.until import is_over, moment
from chatapp.gui.theme.look import push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages import GetInvites, Invites, KnownInvite, RevokeInvite
from chatapp.protocol.names import shown


class InvitesPage(Page):
    wanted = Signal()
    """a new one is to be made"""

    def __init__(
        self,
        theme: Theme,
        asking: Asking,
        parent: QWidget | None = None,
        *,
        over: Callable[[int], bool] = is_over,
    ) -> None:
        """`over` says whether a moment has passed."""
        super().__init__(theme, asking, parent)
        self._over = over
        self.entitle(
            self.tr("Invites"),
            self.tr("These let people in without the password. One that you take back lets nobody new in."),
        )
        columns: list[Column[KnownInvite]] = [
            Column(self.tr("For whom"), lambda invite: shown(invite.label) or self.tr("not said")),
            Column(self.tr("Used"), lambda invite: self.tr("%Ln times", "", fit(invite.used))),
            Column(self.tr("Works until"), self._until),
            Column(self.tr("Begins in"), lambda invite: names.room(invite.room) if invite.room else ""),
            Column(self.tr("Made by"), lambda invite: names.person(invite.by)),
        ]
        self.invites: Rows[KnownInvite] = Rows(columns, lambda invite: invite.id, self)
        self.table = Table(theme, self.invites, self.tr("Invites"), self, nothing=self.tr("No invite was made yet."))
        self.new = push_button(self.tr("New invite…"), self)
        self.revoke = push_button(self.tr("Take back"), self)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addStretch(1)
        row.addWidget(self.revoke)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.new.clicked.connect(self.wanted)
        self.revoke.clicked.connect(self._revoke)
        self.table.chosen.connect(self._show_choice)
        self._show_choice()

    def refresh(self) -> None:
        self.look(GetInvites())

    def take(self, reply: object) -> None:
        if isinstance(reply, Invites):
            self.invites.update(reply.invites)
            self._show_choice()

    def _until(self, invite: KnownInvite) -> str:
        if not invite.until:
            return self.tr("for good")
        if self._over(invite.until):
            return self.tr("ended")
        return moment(invite.until)

    def _show_choice(self) -> None:
        self.revoke.setEnabled(self.invites.row(self.table.row) is not None)

    def _revoke(self) -> None:
        invite = self.invites.row(self.table.row)
        if invite is not None:
            self.do(RevokeInvite(invite.id))
