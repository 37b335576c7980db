"""Who is not let in."""

from collections.abc import Iterable
from typing import Final

from chatapp.protocol.limits import BANS
from chatapp.protocol.messages.hosting import KnownBan
from chatapp.rooms import notes
from chatapp.rooms.log import DropNote, KeepNote, Write
from chatapp.rooms.origin import network

KIND: Final = "ban"


class Bans:
    """By key, or by address: what a person can have of addresses (`origin.network`). Times are milliseconds since the
    epoch; what is over is as good as not there."""

    def __init__(self) -> None:
        self._bans: dict[str, KnownBan] = {}
        self._targets: dict[str, KnownBan] = {}

    def restore(self, note: KeepNote) -> None:
        ban = notes.read(note, KnownBan)
        if ban is not None and ban.id == note.id:
            self._put(ban)

    def known(self, now: int) -> list[KnownBan]:
        """In the order in which they were decided."""
        return sorted((ban for ban in self._bans.values() if _holds(ban, now)), key=lambda ban: (ban.ts, ban.id))

    def of(self, address: str, keys: Iterable[str], now: int) -> KnownBan | None:
        """The one that keeps somebody out."""
        for target in (network(address), *keys):
            ban = self._targets.get(target) if target else None
            if ban is not None and _holds(ban, now):
                return ban
        return None

    def is_full(self, now: int) -> bool:
        return len(self.known(now)) >= BANS

    def add(self, ban: KnownBan, now: int) -> list[Write]:
        """What is to be written. An earlier one of the same key or address makes room, as does what is over."""
        over = [one for one in self._bans.values() if not _holds(one, now) or _target(one) == _target(ban)]
        for one in over:
            self._drop(one)
        self._put(ban)
        return [*(DropNote(KIND, one.id) for one in over), notes.kept(KIND, ban.id, ban)]

    def lift(self, id_: str) -> tuple[KnownBan, list[Write]] | None:
        """The ban that is no more; None where there was none of that id."""
        ban = self._bans.get(id_)
        if ban is None:
            return None
        self._drop(ban)
        return ban, [DropNote(KIND, ban.id)]

    def _put(self, ban: KnownBan) -> None:
        self._bans[ban.id] = ban
        self._targets[_target(ban)] = ban

    def _drop(self, ban: KnownBan) -> None:
        del self._bans[ban.id]
        if self._targets.get(_target(ban)) is ban:
            del self._targets[_target(ban)]


def _target(ban: KnownBan) -> str:
    return ban.key or ban.address


def _holds(ban: KnownBan, now: int) -> bool:
    return not ban.until or now < ban.until
