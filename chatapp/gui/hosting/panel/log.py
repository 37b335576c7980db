"""What was done with the chat by those in charge, newest first."""

from PySide6.QtWidgets import QWidget

from chatapp.gui import names
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.acts import told
from chatapp.gui.hosting.panel.listpage import ListPage
from chatapp.gui.hosting.panel.table import Column
from chatapp.gui.hosting.until import moment
from chatapp.gui.theme.look import push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import Act, Acts, GetActs


class LogPage(ListPage[Act]):
    """Grows by a page at a time into the past."""

    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self.entitle(self.tr("Log"), self.tr("What those in charge did with this chat, newest first."))
        self._next = 0
        columns: list[Column[Act]] = [
            Column(self.tr("When"), lambda act: moment(act.ts)),
            Column(self.tr("Who"), lambda act: names.person(act.by) if act.by else ""),
            Column(self.tr("What"), told),
        ]
        self.lay_out(columns, lambda act: act.seq, nothing=self.tr("Nothing was done yet."))
        self.older = push_button(self.tr("Show older"), self)
        self.older.hide()
        self.line.insertWidget(0, self.older)
        self.older.clicked.connect(self._ask_older)

    def refresh(self) -> None:
        self.look(GetActs())

    def take(self, reply: object) -> None:
        if not isinstance(reply, Acts):
            return
        known = self.model.rows
        newest, oldest = (known[0].seq, known[-1].seq) if known else (0, 0)
        if reply.acts and reply.acts[-1].seq > newest + 1:
            # More was done meanwhile than fits on a page: what is known is read anew, when it is asked for.
            known = []
        if not known or not reply.next or (reply.acts and reply.acts[-1].seq < oldest):
            self._next = reply.next
        merged = {act.seq: act for act in (*known, *reply.acts)}
        self.show_rows([merged[seq] for seq in sorted(merged, reverse=True)])
        self.older.setVisible(bool(self._next))

    def _ask_older(self) -> None:
        self.look(GetActs(self._next))
