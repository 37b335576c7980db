"""One visit to one server: a session, the connection under it, the bridge to the window, and the notebook beside it."""

import asyncio
from collections.abc import Iterable

from chatapp.client.connection import Connection
from chatapp.gui.bridge import Bridge
from chatapp.protocol.invite import Invite
from chatapp.session.ground import Credentials
from chatapp.session.keeping import Keeping
from chatapp.session.session import Session
from chatapp.storage.notebook import Notebook


class Visit:
    """Can be ended and begun again; what was said stays with the session, and what is unsent with the notebook.

    `server` names the server in what is remembered of it.
    """

    def __init__(self, name: str, invite: Invite, server: str, notebook: Notebook, *, admin: str = "") -> None:
        """`admin` is the server's own secret, where this person has it."""
        self.invite = invite
        self.server = server
        self._notebook = notebook
        self.session = Session(
            name, kept=notebook.kept(server), credentials=Credentials(invite=invite.secret, admin=admin)
        )
        self.bridge = Bridge(self.session, self._wake)
        self._connection: Connection | None = None
        self._running: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Connect, and stay connected; where that is under way already, try at once."""
        if self._connection is not None:
            self._connection.retry_now()
            return
        self._connection = Connection(
            self.session, self.invite, hosts=self._notebook.hosts, deliver=self.bridge.deliver, keep=self._keep
        )
        self._running = asyncio.get_running_loop().create_task(self._connection.run(), name=f"visit {self.server}")

    @property
    def untrusted(self) -> bool:
        """Whoever answered last is not who was met there before, and was told nothing."""
        return self._connection is not None and self._connection.untrusted

    async def end(self) -> None:
        """Let what was said arrive, then disconnect. What an older server did not take is given back before this
        returns, what another did not take is sent the next time. Takes `limits.DRAIN` and `limits.CLOSE` seconds at
        most."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.drain()
            await connection.stop()
        running, self._running = self._running, None
        if running is not None:
            await running
        self.note_marks()

    def note_marks(self) -> None:
        """Have the notebook know how far each room is read."""
        self._notebook.keep_marks(self.server, self.session.marks())

    def _keep(self, keeping: Iterable[Keeping]) -> None:
        self._notebook.keep(self.server, keeping)

    def _wake(self) -> None:
        if self._connection is not None:
            self._connection.wake()
        else:
            self._keep(self.session.take_keeping())
            self.bridge.deliver(self.session.take_changes())
