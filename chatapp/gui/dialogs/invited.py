"""Asks before following a link that came from elsewhere: a page or a message could have the app go anywhere."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui import names
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.plain import isolated
from chatapp.gui.theme.look import label

_LONG = re.compile(r"\S{40}(?=\S)")


class Invited(DialogWindow):
    """Enter joins, Esc does not."""

    agreed = Signal()

    def __init__(
        self,
        addresses: Iterable[str],
        name: str,
        *,
        room: str | None,
        verified: bool,
        loss: str,
        parent: QWidget | None = None,
    ) -> None:
        """`addresses` are those that it may lead to, `name` is the one to join by. `verified`: the link says by which
        key the host is known. `loss` says what ends by joining, or is empty."""
        super().__init__(parent)
        self.entitle(self.tr("Join this chat?"), self.tr("You were given a link to a chat."))
        where = names.in_a_row(map(isolated, addresses))
        self._say(self.tr("At {address}, as {name}").format(address=where, name=names.person(name)), "strong")
        if room:
            self._say(self.tr("It leads to the room {room}.").format(room=names.room(room)))
        if verified:
            self._say(self.tr("The link tells how to recognise the host: nobody else can pass for them."), "muted")
        else:
            self._say(
                self.tr("The link does not tell how to recognise the host. Join if you trust who gave it to you."),
                "muted",
            )
        if loss:
            self._say(loss, "error")
        self.add_button(self.tr("Not now")).clicked.connect(self.reject)
        self.join = self.add_button(self.tr("Join"), "primary", default=True)
        self.join.clicked.connect(self._agree)
        self.join.setFocus()

    def _say(self, text: str, look: str | None = None) -> None:
        # A label breaks lines between words alone; a word may be as long as whoever made the link likes.
        self.body.addWidget(label(_LONG.sub("\\g<0>\u200b", text), look, wrap=True, parent=self))

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
