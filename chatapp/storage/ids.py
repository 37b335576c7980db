"""Which ids persons gave to what they said, so that the same one again is known again.

Ids are random, so each that is put into its table touches a page of its own. They wait in memory until they are many,
and go into the table in its order, a part at a time. The log itself holds them: nothing is lost with the memory.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from chatapp.storage import bulk
from chatapp.storage.rows import id_key, numbers

MOST_FRESH: Final = 16_384
"""so many wait before they begin to go into the table"""
KEPT_AT_ONCE: Final = 1_024

Given = tuple[int, str, str]
"""a room's id, a person, and an id that the person gave"""
Place = tuple[int, int]
"""seq and ts"""


class Ids:
    """What the one that writes knows of them."""

    def __init__(self, db: sqlite3.Connection, kept: int) -> None:
        """`kept`: those of events up to this number are in the table."""
        self._db = db
        self._fresh: dict[Given, Place] = {}
        self._fresh_keys: list[tuple[int, int]] = []
        self._going: dict[Given, Place] = {}
        """those that are on their way into the table, of which `_going_keys` still have to, backwards"""
        self._going_keys: list[tuple[int, int]] = []
        self._upto = kept
        self._known: dict[Given, Place] = {}
        self._keys: dict[Given, int] = {}
        for number, room, seq, ts, person, given in db.execute(
            "SELECT number, room, seq, ts, person, id FROM events WHERE number > ? AND person <> '' AND id <> ''",
            (kept,),
        ):
            self.add((room, person, given), number, (seq, ts))

    def many(self, number: int) -> bool:
        """Whether so many wait, or some have begun to go into the table."""
        return bool(self._going_keys) or len(self._fresh_keys) >= number

    def look_up(self, some: Iterable[Given]) -> None:
        """Learn which of these the table has, all at once; those of the time before are forgotten."""
        self._keys = {given: id_key(*given) for given in some}
        self._known = {}
        if self._keys:
            rows = self._db.execute(
                "SELECT e.room, e.person, e.id, e.seq, e.ts FROM ids CROSS JOIN events AS e ON e.number = ids.number"
                " WHERE ids.key IN (SELECT value FROM json_each(?))",
                (numbers(self._keys.values()),),
            )
            self._known = {(room, person, given): (seq, ts) for room, person, given, seq, ts in rows}

    def place(self, given: Given) -> Place | None:
        """Where the event with this id stands; the id has to be new or looked up."""
        return self._fresh.get(given) or self._going.get(given) or self._known.get(given)

    def add(self, given: Given, number: int, place: Place) -> None:
        key = self._keys.get(given)
        self._fresh[given] = place
        self._fresh_keys.append((id_key(*given) if key is None else key, number))

    def keep_some(self, number: int) -> bool:
        """Put a few into the table; `number` is the newest event's. Whether there were any."""
        if not self._going_keys:
            if not self._fresh_keys:
                return False
            self._going, self._fresh = self._fresh, {}
            self._going_keys, self._fresh_keys = sorted(self._fresh_keys, reverse=True), []
            self._upto = number
        bulk.insert(self._db, "INSERT OR IGNORE INTO ids (key, number)", self._going_keys[: -KEPT_AT_ONCE - 1 : -1])
        del self._going_keys[-KEPT_AT_ONCE:]
        if not self._going_keys:
            self._going = {}
            self._db.execute("UPDATE state SET value = ? WHERE name = 'ids'", (self._upto,))
        return True

    def keep_if_many(self, number: int) -> None:
        """The same, where so many wait that it cannot be put off."""
        if self.many(MOST_FRESH):
            self.keep_some(number)
