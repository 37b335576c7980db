"""Whose names are proven: keys that were let in, and the names that wait for them."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from chatapp.protocol import names
from chatapp.protocol.limits import NAME_RESERVED, NAMES
from chatapp.rooms import notes
from chatapp.rooms.log import DropNote, KeepNote, Write

KIND: Final = "name"
_FRESH: Final = 24 * 60 * 60 * 1000
"""milliseconds within which it is not written again that somebody was here"""


class Kept(Struct, frozen=True):
    key: str
    name: str
    """empty where it has become another's"""
    seen: int
    """milliseconds since the epoch"""
    since: int = 0
    """the same, of when it was first let in"""


class Keys:
    """One name a key, the one proven last. `now` is milliseconds since the epoch."""

    def __init__(self) -> None:
        self._keys: dict[str, Kept] = {}
        """the latest to come last"""
        self._names: dict[str, str] = {}
        """look-alike key of a name to the key that it waits for"""

    def restore(self, kept: list[KeepNote]) -> None:
        read = [notes.read(note, Kept) for note in kept]
        for one in sorted((one for one in read if one is not None), key=lambda one: one.seen):
            self._keys[one.key] = one
            self._names.update(dict.fromkeys(_alike(one), one.key))

    def __len__(self) -> int:
        return len(self._keys)

    def knows(self, key: str) -> bool:
        """Whether it was let in before."""
        return key in self._keys

    def waits_for(self, text: str, now: int, but: str = "") -> str:
        """The key that a name, or one that it would be taken for, is reserved for; empty for none. `but` that key: a
        name can be taken for two that are two people's."""
        try:
            alike = names.look_alikes(names.username(text))
        except names.BadName:
            return ""
        keys = [key for each in alike if (key := self._names.get(each)) is not None]
        return next((key for key in keys if key != but and _waits(self._keys[key], now)), "")

    def came(self, key: str, name: str, now: int) -> list[Write]:
        """Somebody who has the key is here by that name, or leaves: it is reserved from now on, and an earlier one of
        theirs is free. What is to be written. Where there are too many, whoever was here on one day alone goes first:
        keys cost nothing, and nobody is to lose a name to somebody who makes thousands of them."""
        before = self._keys.get(key)
        if before is not None and before.name == name and now - before.seen < _FRESH:
            return []
        writes: list[Write] = []
        if before is not None:
            self._free(before)
            del self._keys[key]
        kept = Kept(key, name, now, now if before is None else before.since)
        for each in _alike(kept):
            other = self._names.get(each)
            if other is not None:  # it has waited for too long
                lapsed = replace(self._keys[other], name="")
                self._free(self._keys[other])
                self._keys[other] = lapsed
                writes.append(notes.kept(KIND, other, lapsed))
        self._keys[key] = kept
        self._names.update(dict.fromkeys(_alike(kept), key))
        writes.append(notes.kept(KIND, key, kept))
        if len(self._keys) > NAMES:
            least = min(self._keys.values(), key=lambda one: (_stays(one) and _waits(one, now), one.seen))
            del self._keys[least.key]
            self._free(least)
            writes.append(DropNote(KIND, least.key))
        return writes

    def left(self, key: str, name: str, now: int) -> list[Write]:
        """Somebody who has the key, and came by that name, goes: it waits from now on, if it is still the one that the
        key has. What is to be written."""
        kept = self._keys.get(key)
        return self.came(key, name, now) if kept is not None and kept.name == name else []

    def _free(self, kept: Kept) -> None:
        for each in _alike(kept):
            if self._names.get(each) == kept.key:
                del self._names[each]


def _waits(kept: Kept, now: int) -> bool:
    return now < kept.seen + NAME_RESERVED * 1000


def _stays(kept: Kept) -> bool:
    """They came back on another day."""
    return kept.seen - kept.since >= _FRESH


def _alike(kept: Kept) -> set[str]:
    return {*names.look_alikes(kept.name)} if kept.name else set()
