"""What was done with the chat by those in charge, newest first."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chatapp.gui import names
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.table import Column, Rows, Table
from chatapp.gui.hosting.until import moment
from chatapp.gui.theme.look import push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol import messages
from chatapp.protocol.messages import Act, Acts, GetActs
from chatapp.protocol.names import shown

_WORDS: dict[str, object] = {
    messages.SetServer.action: QT_TRANSLATE_NOOP("Acts", "changed the rules"),
    messages.Kick.action: QT_TRANSLATE_NOOP("Acts", "disconnected somebody"),
    messages.Ban.action: QT_TRANSLATE_NOOP("Acts", "banned somebody"),
    messages.Unban.action: QT_TRANSLATE_NOOP("Acts", "lifted a ban"),
    messages.SetRoom.action: QT_TRANSLATE_NOOP("Acts", "changed the rules of a room"),
    messages.CreateInvite.action: QT_TRANSLATE_NOOP("Acts", "made an invite"),
    messages.RevokeInvite.action: QT_TRANSLATE_NOOP("Acts", "took back an invite"),
    messages.DeleteMessage.action: QT_TRANSLATE_NOOP("Acts", "deleted a message"),
    messages.DeleteRoom.action: QT_TRANSLATE_NOOP("Acts", "deleted a room"),
}


class LogPage(Page):
    """Grows by a page at a time into the past."""

    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(self.tr("Log"), self.tr("What those in charge did with this chat, newest first."))
        self._next = 0
        columns: list[Column[Act]] = [
            Column(self.tr("When"), lambda act: moment(act.ts)),
            Column(self.tr("Who"), lambda act: names.person(act.by) if act.by else ""),
            Column(self.tr("What"), lambda act: what(act.act)),
            Column(self.tr("About"), lambda act: shown(act.target)),
            Column(self.tr("Details"), lambda act: shown(act.detail)),
        ]
        self.acts: Rows[Act] = Rows(columns, lambda act: act.seq, self)
        self.table = Table(theme, self.acts, self.tr("Log"), self, nothing=self.tr("Nothing was done yet."))
        self.older = push_button(self.tr("Show older"), self)
        self.older.hide()
        row = QHBoxLayout()
        row.addWidget(self.older)
        row.addStretch(1)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.older.clicked.connect(self._ask_older)

    def refresh(self) -> None:
        self.look(GetActs())

    def take(self, reply: object) -> None:
        if not isinstance(reply, Acts):
            return
        known = self.acts.rows
        oldest = known[-1].seq if known else 0
        if not known or (reply.acts and reply.acts[-1].seq < oldest) or not reply.next:
            self._next = reply.next
        merged = {act.seq: act for act in (*known, *reply.acts)}
        self.acts.update([merged[seq] for seq in sorted(merged, reverse=True)])
        self.older.setVisible(bool(self._next))

    def _ask_older(self) -> None:
        self.look(GetActs(self._next))


def what(act: str) -> str:
    """What was done, in words; the server's own name of it where it is new to us."""
    words = str(_WORDS.get(act, ""))
    return QCoreApplication.translate("Acts", words) if words else shown(act)
