"""Who is kept out, for how long, and why."""

from PySide6.QtWidgets import QWidget

from chatapp.gui import names
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.listpage import ListPage
from chatapp.gui.hosting.panel.table import Column
from chatapp.gui.hosting.until import ends
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import Bans, GetBans, KnownBan, Unban
from chatapp.protocol.names import shown


class BansPage(ListPage[KnownBan]):
    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(self.tr("Bans"), self.tr("Who is not let in."))
        columns: list[Column[KnownBan]] = [
            Column(self.tr("Name"), lambda ban: names.person(ban.username) if ban.username else ""),
            Column(self.tr("What is kept out"), self._what),
            Column(self.tr("Until"), lambda ban: ends(ban.until)),
            Column(self.tr("Reason"), lambda ban: shown(ban.why)),
            Column(self.tr("By"), lambda ban: names.person(ban.by)),
        ]
        self.lay_out(columns, lambda ban: ban.id, nothing=self.tr("Nobody is banned."))
        self.lift = self.add_deed(self.tr("Lift ban"), lambda ban: self.do(Unban(ban.id)))

    def refresh(self) -> None:
        self.look(GetBans())

    def take(self, reply: object) -> None:
        if isinstance(reply, Bans):
            self.show_rows(reply.bans)

    def _what(self, ban: KnownBan) -> str:
        return self.tr("this person") if ban.key else shown(ban.address)
