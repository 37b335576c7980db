"""Whom this person has met: keys, and the names that went with them. Servers come and go; whoever has a key stays the
same.

A name belongs to the key that had it first, until that key takes another one. Whoever else is called so, or by what
looks like it, is not the one whom the person knows, and is not remembered by that name.
"""

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import Final

from msgspec import Struct

from chatapp.protocol.limits import PEOPLE_MET
from chatapp.protocol.names import look_alikes
from chatapp.session.keeping import KeepPerson

KEY: Final = 43
"""characters of a key (`security.identity`); a server may say what it likes"""
NEW: Final = 1_000
"""people who may be met for the first time in one session: a server that makes up thousands makes nobody forget those
whom they know"""
DAY: Final = 24 * 60 * 60.0
"""an acquaintance is not noted anew before"""


@lru_cache(maxsize=2 * PEOPLE_MET)
def _looks(name: str) -> tuple[str, str]:
    # A room's people are looked at whenever one of them comes or goes.
    return look_alikes(name)


class Tie(Enum):
    """What is known of somebody by their key."""

    NONE = "none"
    """nothing"""
    PROVEN = "proven"
    """the name is theirs; they were never met before"""
    MET = "met"
    """they were met before, by this name"""
    RENAMED = "renamed"
    """they were met before, by another name"""
    UNPROVEN = "unproven"
    """somebody of this name was met before, and these have not proven to be them"""
    STRANGER = "stranger"
    """somebody of this name was met before, and these are somebody else"""

    @property
    def is_doubtful(self) -> bool:
        """These may pass themselves off as somebody else."""
        return self in {Tie.UNPROVEN, Tie.STRANGER}


class Acquaintance(Struct, frozen=True, gc=False):
    tie: Tie = Tie.NONE
    was: str = ""
    """of RENAMED, and of UNPROVEN and STRANGER: the name by which whoever was met is known"""


NOBODY: Final = Acquaintance()


class Acquaintances:
    """Those of one session, which begins with those of the ones before."""

    def __init__(self, known: Iterable[KeepPerson] = ()) -> None:
        self._met = {person.key: person for person in sorted(known, key=lambda person: person.at)}
        """whoever was met last comes last"""
        self._new = 0
        """how many were met for the first time"""
        self._before = {key: person.name for key, person in self._met.items()}
        """by which name, when the session began"""
        self._names: dict[str, str] | None = None
        """what a name looks like to the key that has it; made when it is first asked for"""

    def meet(self, key: str, name: str, wall: float) -> KeepPerson | None:
        """Somebody has proven that name. What is to be kept of it, if anything."""
        if len(key) != KEY:
            return None
        known, free = self._met.get(key), self._holder(name) in {"", key}
        if known is None and (not free or self._new >= NEW):
            return None
        if known is not None and wall - known.at < DAY and (known.name == name or not free):
            return None
        met = KeepPerson(key, name if free or known is None else known.name, wall)
        self._forget(key)
        self._new += known is None
        if len(self._met) >= PEOPLE_MET:
            self._forget(next(iter(self._met)))
        self._met[key] = met
        for look in _looks(met.name):
            self._by_name.setdefault(look, key)
        return met

    def of(self, name: str, key: str) -> Acquaintance:
        """What is known of whoever is called so, on a server that tells keys; `key` is empty for who has proven
        nothing."""
        holder = self._holder(name)
        if holder not in {"", key}:
            return Acquaintance(Tie.STRANGER if key else Tie.UNPROVEN, self._met[holder].name)
        if not key:
            return NOBODY
        before = self._before.get(key)
        if before is None:
            return Acquaintance(Tie.PROVEN)
        return Acquaintance(Tie.MET) if before == name else Acquaintance(Tie.RENAMED, before)

    def _holder(self, name: str) -> str:
        """The key that has the name, or one that looks like it; empty for none."""
        return next((self._by_name[look] for look in _looks(name) if look in self._by_name), "")

    def _forget(self, key: str) -> None:
        known = self._met.pop(key, None)
        if known is not None:
            for look in _looks(known.name):
                if self._by_name.get(look) == key:
                    del self._by_name[look]

    @property
    def _by_name(self) -> dict[str, str]:
        if self._names is None:
            self._names = {}
            # Whoever had it last, where two were met by one name before it was told apart.
            for person in sorted(self._met.values(), key=lambda person: person.at, reverse=True):
                for look in _looks(person.name):
                    self._names.setdefault(look, person.key)
        return self._names
