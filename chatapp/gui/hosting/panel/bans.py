"""Who is kept out, for how long, and why."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from chatapp.gui import names
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.table import Column, Rows, Table
from chatapp.gui.hosting.until import is_over, moment
from chatapp.gui.theme.look import push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages import Bans, GetBans, KnownBan, Unban
from chatapp.protocol.names import shown


class BansPage(Page):
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
        self.entitle(self.tr("Bans"), self.tr("Who is not let in."))
        columns: list[Column[KnownBan]] = [
            Column(self.tr("Name"), lambda ban: names.person(ban.username) if ban.username else ""),
            Column(self.tr("What is kept out"), self._what),
            Column(self.tr("Until"), self._until),
            Column(self.tr("Reason"), lambda ban: shown(ban.why)),
            Column(self.tr("By"), lambda ban: names.person(ban.by)),
        ]
        self.bans: Rows[KnownBan] = Rows(columns, lambda ban: ban.id, self)
        self.table = Table(theme, self.bans, self.tr("Bans"), self, nothing=self.tr("Nobody is banned."))
        self.lift = push_button(self.tr("Lift ban"), self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.lift)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.lift.clicked.connect(self._lift)
        self.table.chosen.connect(self._show_choice)
        self._show_choice()

    def refresh(self) -> None:
        self.look(GetBans())

    def take(self, reply: object) -> None:
        if isinstance(reply, Bans):
            self.bans.update(reply.bans)
            self._show_choice()

    def _what(self, ban: KnownBan) -> str:
        return self.tr("this person") if ban.key else shown(ban.address)

    def _until(self, ban: KnownBan) -> str:
        if not ban.until:
            return self.tr("for good")
        return self.tr("ended") if self._over(ban.until) else moment(ban.until)

    def _show_choice(self) -> None:
        self.lift.setEnabled(self.bans.row(self.table.row) is not None)

    def _lift(self) -> None:
        ban = self.bans.row(self.table.row)
        if ban is not None:
            self.do(Unban(ban.id))
