"""Reading from the tables. Each function asks several questions: what it is given has to be one snapshot."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event
from chatapp.rooms.log import KeepNote, KnownRoom, KnownStay
from chatapp.storage import bulk
from chatapp.storage.base import NoRoom, Page
from chatapp.storage.pages import fitting
from chatapp.storage.rows import COLUMNS, events


class Room(Struct, frozen=True, gc=False):
    id: int
    epoch: str
    first: int
    top: int


def known(db: sqlite3.Connection) -> tuple[list[KnownRoom], list[KnownStay], list[KeepNote]]:
    rooms = db.execute(
        "SELECT name, owner, epoch, coalesce((SELECT max(seq) FROM events WHERE room = rooms.id), first - 1)"
        " FROM rooms WHERE name IS NOT NULL ORDER BY id"
    )
    stays = db.execute("SELECT person, name, digest FROM stays")
    has_notes = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'notes'").fetchone()  # not if only read, and older
    notes = db.execute("SELECT kind, id, value FROM notes") if has_notes else ()
    return [KnownRoom(*row) for row in rooms], [KnownStay(*row) for row in stays], [KeepNote(*row) for row in notes]


def room(db: sqlite3.Connection, name: str) -> Room:
    """Raises NoRoom."""
    found = db.execute(
        "SELECT id, epoch, first, coalesce((SELECT max(seq) FROM events WHERE room = rooms.id), first - 1)"
        " FROM rooms WHERE name = ?",
        (name,),
    ).fetchone()
    if found is None:
        raise NoRoom(name)
    return Room(*found)


def page(db: sqlite3.Connection, name: str, *, before: int | None, after: int | None, limit: int) -> Page:
    one = room(db, name)
    return _after(db, one, after, limit) if after is not None else _before(db, one, before, limit)


def since(db: sqlite3.Connection, name: str, cursor: Cursor, limit: int) -> Page:
    one = room(db, name)
    if cursor.epoch == one.epoch and one.first - 1 <= cursor.seq <= one.top:
        return _after(db, one, cursor.seq, limit)
    newest = _before(db, one, None, limit)
    return Page(newest.epoch, newest.top, newest.events, complete=True, recovered=False)


def between(db: sqlite3.Connection, one: Room, start: int, stop: int) -> list[Event]:
    """The events from one `seq` on, below another."""
    return list(events(db, _rows(db, one, start, stop - 1)))


def _before(db: sqlite3.Connection, one: Room, before: int | None, limit: int) -> Page:
    last = one.top if before is None else max(min(before - 1, one.top), one.first - 1)
    rows = _rows(db, one, max(last - limit + 1, one.first), last)
    found = fitting(events(db, rows[::-1]))
    found.reverse()
    return Page(one.epoch, one.top, found, last - len(found) < one.first)


def _after(db: sqlite3.Connection, one: Room, after: int, limit: int) -> Page:
    start = min(max(after + 1, one.first), one.top + 1)
    found = fitting(events(db, _rows(db, one, start, min(start + limit - 1, one.top))))
    return Page(one.epoch, one.top, found, start + len(found) > one.top)


def _rows(db: sqlite3.Connection, one: Room, first: int, last: int) -> Sequence[Sequence[Any]]:
    rows = bulk.fetch(db, COLUMNS, "FROM events AS e WHERE e.room = ? AND e.seq BETWEEN ? AND ?", (one.id, first, last))
    return sorted(rows)  # by number, as by seq
