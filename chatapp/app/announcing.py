"""A server that others can reach makes itself known on the network."""

import socket

from msgspec.structs import replace

from chatapp.discovery.announce import Announcer
from chatapp.discovery.networks import is_here_alone
from chatapp.discovery.service import Notice
from chatapp.protocol.messages.hosting import ServerState


class Announcing:
    """One server's, from when it listens until `stop`. The other methods can be called from any thread and wait for
    nothing. A server that only this computer reaches is not announced, and then they do nothing."""

    def __init__(self, bind: str, port: int, state: ServerState, *, name: str = "") -> None:
        """`bind` is where the server listens; `name` is as in `follow`, and without one it is this computer's."""
        self._announcer: Announcer | None = None
        if not is_here_alone(bind):
            notice = Notice(state.name or name or computer(), port, state.pin, locked=_is_locked(state))
            self._announcer = Announcer(notice, bind)
            self._announcer.start()

    def count(self, people: int) -> None:
        """So many are on it."""
        if self._announcer is not None:
            self._announcer.show(replace(self._announcer.notice, people=people))

    def follow(self, state: ServerState, name: str = "") -> None:
        """The host has decided this; `name` is for a server that has none of its own."""
        if self._announcer is not None:
            notice = self._announcer.notice
            self._announcer.show(replace(notice, name=state.name or name or computer(), locked=_is_locked(state)))

    def stop(self) -> None:
        """Say that it is gone. Blocks for two seconds at most; again: does nothing."""
        if self._announcer is not None:
            self._announcer.stop()


def computer() -> str:
    """What this computer is called, without the name of its network."""
    return socket.gethostname().partition(".")[0] or "Chatapp"


def _is_locked(state: ServerState) -> bool:
    """Whether not everybody gets in."""
    return state.password or state.invite_only or state.locked
