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

    def waits_for(self, text: str, now: int) -> str:
        """The key that a name, or one that it would be taken for, is reserved for; empty for none."""
        try:
            alike = names.look_alikes(names.username(text))
        except names.BadName:
            return ""
        keys = [key for each in alike if (key := self._names.get(each)) is not None]
        return next((key for key in keys if now < self._keys[key].seen + NAME_RESERVED * 1000), "")

    def came(self, key: str, name: str, now: int) -> list[Write]:
        """Somebody who has the key is here by that name, or leaves: it is reserved from now on, and an earlier one of
        theirs is free. What is to be written."""
        before = self._keys.get(key)
        if before is not None and before.name == name and now - before.seen < _FRESH:
            return []
        writes: list[Write] = []
        if before is not None:
            self._free(before)
            del self._keys[key]
        kept = Kept(key, name, now)
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
            oldest = self._keys.pop(next(iter(self._keys)))
            self._free(oldest)
            writes.append(DropNote(KIND, oldest.key))
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


def _alike(kept: Kept) -> set[str]:
    return {*names.look_alikes(kept.name)} if kept.name else set()
