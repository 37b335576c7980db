"""One visit to one server: a session, the connection under it, and the bridge to the window."""

import asyncio

from chatapp.client.connection import Connection
from chatapp.gui.bridge import Bridge
from chatapp.protocol.invite import Invite
from chatapp.session.session import Session


class Visit:
    """Can be ended and begun again; what was said stays with the session."""

    def __init__(self, name: str, invite: Invite) -> None:
        self.invite = invite
        self.session = Session(name)
        self.bridge = Bridge(self.session, self._wake)
        self._connection: Connection | None = None
        self._running: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Connect, and stay connected; where that is under way already, try at once."""
        if self._connection is not None:
            self._connection.retry_now()
            return
        self._connection = Connection(self.session, self.invite, deliver=self.bridge.deliver)
        self._running = asyncio.get_running_loop().create_task(self._connection.run(), name=f"visit {self.invite.link}")

    async def end(self) -> None:
        """Disconnect. What was not sent is given back before this returns; takes `limits.CLOSE` seconds at most."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.stop()
        running, self._running = self._running, None
        if running is not None:
            await running

    def _wake(self) -> None:
        if self._connection is not None:
            self._connection.wake()
        else:
            self.bridge.deliver(self.session.take_changes())
