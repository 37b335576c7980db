"""Writing into the tables: one batch is one transaction."""

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import (
    Append,
    Draft,
    DropNote,
    DropRoom,
    DropStay,
    KeepNote,
    KeepStay,
    NotStored,
    OpenRoom,
    Outcome,
    Stored,
    Write,
)
from chatapp.storage import bulk, indexing
from chatapp.storage.ids import Ids
from chatapp.storage.rows import INTO, MESSAGE, row
from chatapp.storage.verdict import NO_ANSWERED, NO_MESSAGE, NO_ROOM, ROOM_THERE, Subject, Verdict, judge


class Room(Struct):
    """A room as the tables have it."""

    id: int
    epoch: str
    first: int
    top: int


class _Target(NamedTuple):
    number: int
    kind: int
    ts: int
    room: int
    text: str
    edit: int | None
    person: str
    deleted: int


class Writer:
    """The one connection that writes, and what it knows by heart of the tables. After any exception but an outcome's,
    what it knows may be wrong: a new one has to be made."""

    def __init__(self, db: sqlite3.Connection, *, indexes: bool) -> None:
        """`indexes`: SQLite has what the index of words needs."""
        self.db = db
        self.indexes = indexes
        self.took_back = True
        """old pages of the write-ahead log may hold what was said and is there no more: in one that was found, too"""
        self.compact = self.merging = False
        """the index of words holds nothing of what is gone, as far as is known; it is being merged to that end"""
        self.merge_at: float | None = None
        """not before that time, by the wall clock; None: from when it is wanted, after a while"""
        self.surplus = 0
        """up to this number events have to go, because all is too large"""
        state = dict(db.execute("SELECT name, value FROM state"))
        self.indexed: int = state["indexed"]
        """up to this number messages are in the index; where there is no index, none"""
        if self.indexed and not indexes:
            # It cannot be kept up with the texts from here on. Where it can be again, it is made anew.
            self.forget_index()
        self.rooms: dict[str, Room] = {
            name: Room(number, epoch, first, top)
            for number, name, epoch, first, top in db.execute(
                "SELECT id, name, epoch, first,"
                " coalesce((SELECT max(seq) FROM events WHERE room = rooms.id), first - 1)"
                " FROM rooms WHERE name IS NOT NULL"
            )
        }
        self.gone: list[int] = [number for (number,) in db.execute("SELECT id FROM rooms WHERE name IS NULL")]
        """ids of rooms whose events are still there"""
        newest = db.execute("SELECT max(number) FROM events").fetchone()[0] or 0
        self.number: int = max(newest, *state.values())
        """of the newest event"""
        self.ids = Ids(db, state["ids"])
        self._rows: list[tuple[object, ...]] = []

    def write(self, writes: Sequence[Write]) -> list[Outcome]:
        """In the transaction that was begun."""
        self.ids.look_up(
            (room.id, write.draft.person, write.draft.id)
            for write in writes
            if isinstance(write, Append)
            and write.draft.id
            and write.draft.person
            and (room := self.rooms.get(write.room)) is not None
        )
        outcomes = [self._append(write) if isinstance(write, Append) else self._other(write) for write in writes]
        self._flush()
        self.ids.keep_if_many(self.number)
        return outcomes

    def forget_index(self) -> None:
        """From here on, nothing is in the index of words."""
        self.set_state("indexed", 0)
        self.indexed = 0

    def set_state(self, name: str, value: int) -> None:
        self.db.execute("UPDATE state SET value = ? WHERE name = ?", (value, name))

    def _append(self, write: Append) -> Outcome:
        room = self.rooms.get(write.room)
        if room is None:
            return NO_ROOM
        draft = write.draft
        identified = draft.id and draft.person
        if identified:
            mine = (room.id, draft.person, draft.id)
            place = self.ids.place(mine)
            if place is not None:
                return Stored(room.epoch, *place, repeated=True)
        moderated = False
        if draft.kind is not Kind.MESSAGE:
            changed = self._change(room, draft, write.ts)
            if not isinstance(changed, Verdict):
                return changed
            moderated = changed is Verdict.MODERATE
        elif draft.reply_to and not 0 < draft.reply_to <= room.top:
            return NO_ANSWERED
        self.number += 1
        room.top = seq = room.top + 1
        self._rows.append((self.number, *row(room.id, seq, draft, write.ts)))
        if identified:
            self.ids.add(mine, self.number, (seq, write.ts))
        return Stored(room.epoch, seq, write.ts, moderated=moderated)

    def _change(self, room: Room, draft: Draft, ts: int) -> Outcome | Verdict:
        """Do to its message what an edit, deletion or reaction says; or the outcome, where nothing is to be done."""
        self._flush()
        target = self._target(room, draft.target)
        if target is None:
            return NO_MESSAGE
        verdict = judge(draft, self._subject(draft, target))
        if isinstance(verdict, NotStored):
            return verdict
        if verdict is Verdict.SO_ALREADY:
            return Stored(room.epoch, draft.target, target.ts, repeated=True)
        match draft.kind:
            case Kind.EDIT:
                self._edit(target, draft.message, ts, room.top + 1)
            case Kind.DELETE:
                self._delete(target)
            case _:
                self._react(target, draft)
        return verdict

    def _target(self, room: Room, seq: int) -> _Target | None:
        if not room.first <= seq <= room.top:
            return None
        found: Sequence[Any] | None = self.db.execute(
            "SELECT number, kind, ts, room, text, edit, person, coalesce(deleted, 0) FROM events"
            " WHERE room = ? AND seq = ?",
            (room.id, seq),
        ).fetchone()
        return _Target(*found) if found is not None and found[1] == MESSAGE else None

    def _subject(self, draft: Draft, target: _Target) -> Subject:
        if draft.kind is not Kind.REACT:
            return Subject(target.person, bool(target.deleted))
        reacted, alike, different, total = self.db.execute(
            "SELECT coalesce(sum(reaction = ?1 AND person = ?2), 0), coalesce(sum(reaction = ?1), 0),"
            " count(DISTINCT reaction), count(*) FROM reactions WHERE message = ?3",
            (draft.reaction, draft.person, target.number),
        ).fetchone()
        return Subject(target.person, bool(target.deleted), bool(reacted), alike, different, total)

    def _edit(self, target: _Target, text: str, ts: int, seq: int) -> None:
        self.took_back = True
        self._blank_edit(target)
        self.db.execute(
            "UPDATE events SET text = ?, edited = ?, edit = ? WHERE number = ?", (text, ts, seq, target.number)
        )
        self._reindex(target, text)

    def _delete(self, target: _Target) -> None:
        self.took_back = True
        self._blank_edit(target)
        self.db.execute(
            "UPDATE events SET text = '', edited = NULL, edit = NULL, deleted = 1, reacted = NULL WHERE number = ?",
            (target.number,),
        )
        self.db.execute("DELETE FROM reactions WHERE message = ?", (target.number,))
        self._reindex(target, "")

    def _react(self, target: _Target, draft: Draft) -> None:
        if not draft.on:
            self.db.execute(
                "DELETE FROM reactions WHERE message = ? AND reaction = ? AND person = ?",
                (target.number, draft.reaction, draft.person),
            )
            return
        self.db.execute(
            "INSERT INTO reactions (message, reaction, person, name, number) VALUES (?, ?, ?, ?, ?)",
            (target.number, draft.reaction, draft.person, draft.author, self.number + 1),
        )
        self.db.execute("UPDATE events SET reacted = 1 WHERE number = ? AND reacted IS NULL", (target.number,))

    def _blank_edit(self, target: _Target) -> None:
        if target.edit is not None:
            self.db.execute("UPDATE events SET text = '' WHERE room = ? AND seq = ?", (target.room, target.edit))

    def _reindex(self, target: _Target, text: str) -> None:
        if target.number > self.indexed:
            return
        if target.text:
            indexing.remove(self.db, [(target.number, indexing.entry(target.room, target.text))])
            self.compact = False
        if text:
            indexing.add(self.db, [(target.number, indexing.entry(target.room, text))])

    def _other(self, write: OpenRoom | DropRoom | KeepStay | DropStay | KeepNote | DropNote) -> Outcome:
        self._flush()
        match write:
            case OpenRoom():
                if write.room in self.rooms:
                    return ROOM_THERE
                made = self.db.execute(
                    "INSERT INTO rooms (name, owner, epoch) VALUES (?, ?, ?)", (write.room, write.owner, write.epoch)
                )
                assert made.lastrowid is not None
                self.rooms[write.room] = Room(made.lastrowid, write.epoch, 1, 0)
            case DropRoom():
                room = self.rooms.pop(write.room, None)
                if room is None:
                    return NO_ROOM
                self.db.execute("UPDATE rooms SET name = NULL WHERE id = ?", (room.id,))
                self.gone.append(room.id)
            case KeepStay():
                self.db.execute(
                    "INSERT OR REPLACE INTO stays (person, name, digest) VALUES (?, ?, ?)",
                    (write.person, write.name, write.digest),
                )
            case DropStay():
                self.db.execute("DELETE FROM stays WHERE person = ?", (write.person,))
                self.db.execute("UPDATE rooms SET owner = '' WHERE owner = ? AND name IS NOT NULL", (write.person,))
            case KeepNote():
                self.db.execute(
                    "INSERT OR REPLACE INTO notes (kind, id, value) VALUES (?, ?, ?)",
                    (write.kind, write.id, write.value),
                )
            case DropNote():
                self.db.execute("DELETE FROM notes WHERE kind = ? AND id = ?", (write.kind, write.id))
        return Stored()

    def _flush(self) -> None:
        """Write the rows that were gathered."""
        bulk.insert(self.db, INTO, self._rows)
        self._rows.clear()
