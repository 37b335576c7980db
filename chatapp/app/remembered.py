"""What is remembered of the servers that a person visits: in the settings, which they were and how they were left; in
the notebook, what was written there and not sent, and who was met."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer

from chatapp.app.visit import Visit
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.chat.restore import Restore
from chatapp.gui.plain import isolated
from chatapp.gui.settings import Settings
from chatapp.gui.welcome.recent import brief
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import BadInvite, Invite, parse
from chatapp.protocol.messages.base import DEFAULT_ROOM
from chatapp.session.known import KnownHost
from chatapp.storage.notebook import Notebook

NOTE_AFTER: Final = 500
"""milliseconds for which drafts and marks of reading are gathered before they are noted"""


class Remembered(QObject):
    """Lives in the window's thread."""

    def __init__(self, window: MainWindow, settings: Settings, notebook: Notebook) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._notebook = notebook
        self._visit: Visit | None = None
        """whose page the window has"""
        self._noting = QTimer(self, singleShot=True, interval=NOTE_AFTER)
        self._noting.timeout.connect(self._note)
        settings.forgotten.connect(self._forget_hosts)
        window.welcome.recent.call_by(self._called)

    # A visit

    def follow(self, visit: Visit, page: ChatPage) -> None:
        """The page, which the window is about to have, gets the drafts of the last time; what is written there and how
        far it is read is noted from now on."""
        self._visit = visit
        page.desk.set_drafts(dict(self._notebook.drafts(visit.server)))
        for opened in page.desk.views():
            opened.composer.edited.connect(self._note_soon)
        page.desk.opened.connect(lambda view: view.composer.edited.connect(self._note_soon))
        visit.bridge.rooms_changed.connect(self._note_soon)

    def restore(self, visit: Visit, page: ChatPage) -> None:
        """Go back to the rooms of the last time, or to the one of the invite."""
        joined, tabs, front = self._settings.rooms(visit.server)
        place = self._settings.place(visit.server) if visit.invite.room in {None, front} else 0
        Restore(page, joined, tabs, visit.invite.room or front, place=place)

    def keep_rooms(self, visit: Visit, page: ChatPage) -> None:
        """As they are now."""
        joined = [room.name for room in visit.session.rooms.values() if room.joined and room.name != DEFAULT_ROOM]
        front = page.desk.front
        place = front.timeline.seq_seen if front is not None else 0
        self._settings.keep_rooms(visit.server, joined, page.desk.tabs.rooms(), page.front or "", place=place)

    def keep_drafts(self, visit: Visit, page: ChatPage) -> None:
        """What is written and not sent; after a visit has ended, what came back unsent is among it."""
        self._notebook.keep_drafts(visit.server, page.desk.drafts())

    def save(self) -> None:
        """Write down what would be lost if the program ended now."""
        self._note()
        self._settings.sync()

    def _note_soon(self) -> None:
        if not self._noting.isActive():
            self._noting.start()

    def _note(self) -> None:
        """A program that is killed loses no more than a moment's writing."""
        page = self._window.chat
        if self._visit is not None and page is not None and page.bridge is self._visit.bridge:
            self.keep_drafts(self._visit, page)
            self._visit.note_marks()

    # Servers

    def joined(self, invite: Invite) -> None:
        """The person was there, or tried to: it is offered to them, and can be removed."""
        self._settings.joined(known_as(invite))
        self._window.welcome.set_recent(self._settings.servers)

    def has_met(self, invite: Invite) -> bool:
        """Whether it is known who is at one of its addresses, perhaps from long ago."""
        return any(self._met(invite))

    def _forget_hosts(self, servers: Iterable[str]) -> None:
        """Whoever answers there next is met for the first time."""
        for server in servers:
            with suppress(BadInvite):
                for address, _ in [*self._met(parse(server))]:
                    self._notebook.hosts.forget(address)

    def _met(self, invite: Invite) -> Iterator[tuple[str, KnownHost]]:
        """Who is known of an invite's addresses, by address. One that names a key is about whoever has it: whose else
        addresses it lists, their name is not its name, and they are not forgotten with it."""
        for address in map(str, invite.addresses):
            host = self._notebook.hosts.host_at(address)
            if host is not None and invite.pin in {"", host.pin}:
                yield address, host

    def _called(self, server: str) -> str:
        """What a person knows a server by that was joined before: its name, and the likeliest address."""
        names = []
        with suppress(BadInvite):
            names = [host.name for _, host in self._met(parse(server)) if host.name]
        return " · ".join([*map(isolated, names[:1]), brief(server)])


def known_as(invite: Invite) -> str:
    """What a person would type to get there again; names the server in what is remembered."""
    return invite.place.link if len(invite.addresses) > 1 or invite.pin else invite.shown
