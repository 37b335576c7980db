"""Searching the tables, newest messages first, for a bounded time.

What the index proposes is compared with the message itself, so that no hit depends on it. What is not in the index yet,
and words that are too short for it, are looked for in the messages one by one.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from chatapp.protocol.messages.rich import Event
from chatapp.storage import bulk, indexing, reading
from chatapp.storage.base import Found
from chatapp.storage.folding import folded, words
from chatapp.storage.pages import fitting
from chatapp.storage.rows import COLUMNS, MESSAGE, events, numbers

BUDGET: Final = 0.1
"""seconds after which a search gives what it has, and where to go on"""
INDEX_STEP: Final = 100_000
"""events between two looks at the clock, where the index is asked"""
SCAN_STEP: Final = 20_000
"""the same where messages are read one by one"""
CANDIDATES: Final = 100
"""messages that are fetched in one go"""

_Parts = Iterator[tuple[int, Sequence[Sequence[Any]]]]
"""numbers and texts of messages that may be hits, newest first, at most CANDIDATES at once; before them the number down
to which nothing else can be one"""


def search(
    db: sqlite3.Connection,
    query: str,
    name: str,
    *,
    before: int,
    limit: int,
    clock: Callable[[], float],
    indexed: int | None = None,
) -> Found:
    """`indexed`: trust the index up to this event, not as far as it goes. Raises NoRoom."""
    room = reading.room(db, name).id if name else None
    wanted = words(query)
    if not wanted:
        return Found([], 0)
    until = clock() + BUDGET
    newest = db.execute("SELECT max(number) FROM events").fetchone()[0] or 0
    above = min(before, newest + 1) if before > 0 else newest + 1
    if indexed is None:
        indexed = db.execute("SELECT value FROM state WHERE name = 'indexed'").fetchone()[0]
    found: list[int] = []
    for low, candidates in _parts(db, wanted, room, above, indexed):
        for number, text in candidates:
            plain = folded(text)
            if all(word in plain for word in wanted):
                found.append(number)
                if len(found) > limit:
                    return _found(db, found[:limit], found[limit - 1])
        if clock() >= until:
            return _found(db, found, low if low > 1 else 0)
    return _found(db, found, 0)


def _found(db: sqlite3.Connection, found: list[int], following: int) -> Found:
    rows = bulk.fetch(
        db,
        f"{COLUMNS}, r.name, r.epoch",
        "FROM events AS e JOIN rooms AS r ON r.id = e.room WHERE e.number IN (SELECT value FROM json_each(?))",
        (numbers(found),),
    )
    rows.sort(reverse=True)
    hits: list[Event] = fitting(events(db, rows))
    return Found(hits, found[len(hits) - 1] if len(hits) < len(found) else following)


def _parts(db: sqlite3.Connection, wanted: tuple[str, ...], room: int | None, above: int, indexed: int) -> _Parts:
    """All candidates below a number."""
    grams = [gram for word in wanted for gram in indexing.grams(word)] if indexed else []
    while above > 1:
        if grams and above <= indexed + 1:
            low = max(above - INDEX_STEP, 1)
            yield from _from_index(db, grams, room, low, above)
        else:
            low = max(above - SCAN_STEP, indexed + 1 if grams else 1)
            yield from _scan(db, wanted, room, low, above)
        above = low


def _from_index(db: sqlite3.Connection, grams: list[str], room: int | None, low: int, above: int) -> _Parts:
    if room is not None:
        grams = [indexing.room_gram(room), *grams]
    return _newest_first(
        db,
        "e.number, e.text",
        "FROM search CROSS JOIN events AS e ON e.number = search.rowid"
        " WHERE search MATCH :query AND search.rowid >= :low AND search.rowid < :above AND e.kind = :kind"
        " AND (e.room = :room OR :room IS NULL) AND e.room NOT IN (SELECT id FROM rooms WHERE name IS NULL)"
        " ORDER BY search.rowid DESC LIMIT :most",
        {"query": indexing.query(grams), "room": room, "low": low, "above": above},
    )


def _scan(db: sqlite3.Connection, wanted: tuple[str, ...], room: int | None, low: int, above: int) -> _Parts:
    """SQLite leaves out what cannot be a hit: the messages in ASCII without the first word."""
    return _newest_first(
        db,
        "number, text",
        "FROM events WHERE number >= :low AND number < :above AND kind = :kind AND (room = :room OR :room IS NULL)"
        " AND (text LIKE :like ESCAPE '\\' OR length(text) <> length(CAST(text AS BLOB)))"
        " AND room NOT IN (SELECT id FROM rooms WHERE name IS NULL) ORDER BY number DESC LIMIT :most",
        {"like": _like(wanted[0]), "room": room, "low": low, "above": above},
    )


def _newest_first(db: sqlite3.Connection, columns: str, rest: str, names: dict[str, Any]) -> _Parts:
    whole = False
    while not whole:
        rows = bulk.fetch(db, columns, rest, {**names, "kind": MESSAGE, "most": CANDIDATES})
        rows.sort(reverse=True)
        whole = len(rows) < CANDIDATES
        names["above"] = names["low"] if whole else rows[-1][0]
        yield names["above"], rows


def _like(word: str) -> str:
    if not word.isascii():
        return ""  # no message in ASCII holds it
    for special in "\\%_":
        word = word.replace(special, "\\" + special)
    return f"%{word}%"
