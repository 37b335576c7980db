"""The work that can wait: ids and words into their indexes, and what is too old, too much or dropped out of the tables.

Every function does a part that takes a few milliseconds, inside the transaction that was begun.
"""

import sqlite3
from collections.abc import Callable
from itertools import takewhile
from typing import Final

from chatapp.storage import bulk, indexing
from chatapp.storage.base import Retention
from chatapp.storage.rows import MESSAGE, id_key, numbers
from chatapp.storage.writing import Writer

BUDGET: Final = 0.005
"""seconds after which one part ends"""
INDEX_FROM: Final = 64
"""messages; fewer are read by a search as soon as they are indexed"""
INDEXED_AT_ONCE: Final = 64
IDS_FROM: Final = 1_024
"""ids that wait; fewer can be remembered"""
PRUNED_AT_ONCE: Final = 100
SHARE: Final = 16
"""where all is too large, this part of it goes: what the index of words held of that is let go of only when all of the
index is merged, which is much work"""
MERGED_AT_ONCE: Final = 32
"""pages of the index"""
MERGE_RATE: Final = 100_000
"""bytes a second that are merged for what was deleted, on average: a small history forgets it in a minute, a large one
in hours"""


def tidy(writer: Writer, retention: Retention, now: float, clock: Callable[[], float]) -> bool:
    """Whether there may be more to do."""
    until = clock() + BUDGET
    while _step(writer, retention, now):
        if clock() >= until:
            return True
    return False


def _step(writer: Writer, retention: Retention, now: float) -> bool:
    if writer.ids.many(IDS_FROM) and writer.ids.keep_some(writer.number):
        return True
    return (
        _index(writer)
        or _clear_gone(writer)
        or _prune(writer, retention, now)
        or _shrink(writer, retention)
        or _forget(writer, now)
    )


def used(db: sqlite3.Connection) -> int:
    """Bytes of the file that hold something."""
    pages, free, size = (
        db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _index(writer: Writer) -> bool:
    if not writer.indexes or writer.number - writer.indexed < INDEX_FROM:
        return False
    if writer.indexed == 0:
        indexing.create(writer.db)
    upto = min(writer.indexed + INDEXED_AT_ONCE, writer.number)
    indexing.index(writer.db, writer.indexed, upto)
    writer.set_state("indexed", upto)
    writer.indexed = upto
    return True


def _clear_gone(writer: Writer) -> bool:
    if not writer.gone:
        return False
    room = writer.gone[-1]
    found = _numbers(writer, "SELECT number FROM events WHERE room = ? ORDER BY seq LIMIT ?", room, PRUNED_AT_ONCE)
    if found:
        _remove(writer, found)
    else:
        writer.db.execute("DELETE FROM rooms WHERE id = ?", (room,))
        writer.gone.pop()
    return True


def _prune(writer: Writer, retention: Retention, now: float) -> bool:
    found = _too_many(writer, retention) or _too_old(writer, retention, now)
    if found:
        _remove(writer, found)
    return bool(found)


def _too_many(writer: Writer, retention: Retention) -> list[int]:
    if retention.max_events is None:
        return []
    for room in writer.rooms.values():
        excess = room.top - room.first + 1 - retention.max_events
        if excess > 0:
            query = "SELECT number FROM events WHERE room = ? ORDER BY seq LIMIT ?"
            return _numbers(writer, query, room.id, min(excess, PRUNED_AT_ONCE))
    return []


def _too_old(writer: Writer, retention: Retention, now: float) -> list[int]:
    if retention.max_age is None:
        return []
    # By number, not by time: what is removed is always the beginning of a log, whatever the clocks said.
    rows = writer.db.execute("SELECT number, ts FROM events ORDER BY number LIMIT ?", (PRUNED_AT_ONCE,))
    oldest = (now - retention.max_age) * 1000
    return [number for number, _ in takewhile(lambda row: row[1] < oldest, rows)]


def _shrink(writer: Writer, retention: Retention) -> bool:
    if retention.max_bytes is None or used(writer.db) <= retention.max_bytes:
        return False
    found = _numbers(
        writer, "SELECT number FROM events WHERE number <= ? ORDER BY number LIMIT ?", writer.surplus, PRUNED_AT_ONCE
    )
    if not found:
        # Nothing goes before it is known that the space is not only that of what went before.
        if _merge(writer):
            return True
        oldest: int = writer.db.execute("SELECT coalesce(min(number), 0) FROM events").fetchone()[0]
        writer.surplus = oldest + (writer.number - oldest) // SHARE
        return oldest > 0
    _remove(writer, found)
    return True


def _forget(writer: Writer, now: float) -> bool:
    """Have the index of words hold nothing of what is gone; it is all of it that has to be merged."""
    if writer.compact or not writer.indexed:
        return False
    if writer.merge_at is None:
        writer.merge_at = now + used(writer.db) / MERGE_RATE
    if not writer.merging and now < writer.merge_at:
        return False
    if _merge(writer):
        return True
    writer.took_back, writer.merge_at = True, None
    return False


def _merge(writer: Writer) -> bool:
    """Merge a little of the index of words, until it holds nothing of what is gone."""
    if writer.compact or not writer.indexed:
        return False
    before = writer.db.total_changes
    # A negative number begins to merge everything.
    pages = MERGED_AT_ONCE if writer.merging else -MERGED_AT_ONCE
    writer.db.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (pages,))
    writer.merging = writer.db.total_changes - before >= 2  # as FTS5 tells that there was something to do
    writer.compact = not writer.merging
    return writer.merging


def _numbers(writer: Writer, query: str, *parameters: int) -> list[int]:
    return [number for (number,) in writer.db.execute(query, parameters)]


def _remove(writer: Writer, gone: list[int]) -> None:
    """Remove these events, the first ones of their rooms."""
    writer.took_back = True
    # An id leaves its table with its event, and has to be there before.
    while writer.ids.keep_some(writer.number):
        pass
    db, these = writer.db, (numbers(gone),)
    rows = sorted(
        bulk.fetch(
            db,
            "number, room, seq, kind, person, id, text",
            "FROM events WHERE number IN (SELECT value FROM json_each(?))",
            these,
        )
    )
    indexed = [
        (number, indexing.entry(room, text))
        for number, room, _, kind, _, _, text in rows
        if kind == MESSAGE and text and number <= writer.indexed
    ]
    if indexed:
        indexing.remove(db, indexed)
        writer.compact = False
    keys = [id_key(room, person, given) for _, room, _, _, person, given, _ in rows if person and given]
    db.execute(
        "DELETE FROM ids WHERE key IN (SELECT value FROM json_each(?)) AND number IN (SELECT value FROM json_each(?))",
        (numbers(keys), *these),
    )
    db.execute("DELETE FROM reactions WHERE message IN (SELECT value FROM json_each(?))", these)
    db.execute("DELETE FROM events WHERE number IN (SELECT value FROM json_each(?))", these)
    firsts = {room: seq + 1 for _, room, seq, *_ in rows}
    db.executemany("UPDATE rooms SET first = ? WHERE id = ?", [(first, room) for room, first in firsts.items()])
    for known in writer.rooms.values():
        known.first = firsts.get(known.id, known.first)
