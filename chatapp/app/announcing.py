"""A server that others can reach makes itself known on the network."""

import socket

from msgspec.structs import replace

from chatapp.discovery.announce import Announcer
from chatapp.discovery.networks import is_here_alone
from chatapp.discovery.service import Notice


class Announcing:
    """One server's, from when it listens until `stop`. The other methods can be called from any thread and wait for
    nothing. A server that only this computer reaches is not announced, and then they do nothing."""

    def __init__(self, bind: str, port: int, *, name: str = "", pin: str = "", locked: bool = False) -> None:
        """`bind` is where the server listens; without a `name` it has that of this computer."""
        self._announcer: Announcer | None = None
        if not is_here_alone(bind):
            self._announcer = Announcer(Notice(name or computer(), port, pin, locked=locked), bind)
            self._announcer.start()

    def count(self, people: int) -> None:
        """So many are on it."""
        if self._announcer is not None:
            self._announcer.show(replace(self._announcer.notice, people=people))

    def call(self, name: str) -> None:
        """It is called otherwise from now on."""
        if self._announcer is not None:
            self._announcer.show(replace(self._announcer.notice, name=name or computer()))

    def lock(self, *, locked: bool) -> None:
        """Whether only an invite or a password lets in."""
        if self._announcer is not None:
            self._announcer.show(replace(self._announcer.notice, locked=locked))

    def stop(self) -> None:
        """Say that it is gone. Blocks for two seconds at most; again: does nothing."""
        if self._announcer is not None:
            self._announcer.stop()


def computer() -> str:
    """What this computer is called, without the name of its network."""
    return socket.gethostname().partition(".")[0] or "Chatapp"
