"""Logs that survive: one SQLite database in the server's folder."""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TypeVar

from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event
from chatapp.protocol.sentences import Sentence
from chatapp.rooms.log import KeepNote, KnownRoom, KnownStay, Outcome, Write
from chatapp.storage import connecting, indexing, reading, schema, searching, tidying
from chatapp.storage.base import Found, NoRoom, Page, Retention, StorageFailed
from chatapp.storage.faults import failure, is_damage_of_index
from chatapp.storage.migrations import Foreign, migrate
from chatapp.storage.writing import Writer

READ_AT_ONCE: Final = 200
"""events that are read for `events` in one go"""
COPY_FROM: Final = 2_000
"""rows changed, after which the write-ahead log is emptied when there is time"""

CLEAN_EVERY: Final = 10.0
"""seconds between two times that it is emptied because it holds what was taken back"""

T = TypeVar("T")

_log = logging.getLogger(__name__)


class SqliteStorage:
    """A durable `Storage`: `opening.py` makes one."""

    durable: Final = True

    def __init__(
        self,
        path: Path,
        retention: Retention,
        *,
        writes: bool = True,
    ) -> None:
        self._path = path
        self._retention = retention
        self._writes = writes
        self._clock = time.perf_counter
        self._writer: Writer | None = None
        self._readers: list[sqlite3.Connection] = []
        self._copied = 0
        """how many changes of this writer's are in the database file, no longer in the write-ahead log alone"""
        self._cleaned = float("-inf")
        self._index_damaged = False
        self._closed = False

    def begin(self) -> Writer:
        """What writes, made if need be. Raises StorageFailed and sqlite3.Error."""
        if self._writer is None:
            if self._closed or not self._writes:
                raise StorageFailed(Sentence("The history {path} was opened for reading only.", path=self._path))
            db = connecting.writing(self._path)
            try:
                migrate(db, schema.STEPS, schema.APPLICATION)
                self._writer = Writer(db, indexes=indexing.available(db))
            except Foreign as problem:
                db.close()
                raise StorageFailed(_not_for_us(self._path, newer=problem.newer)) from None
            except sqlite3.Error:
                db.close()
                raise
            self._copied = 0
        return self._writer

    def check_index(self) -> None:
        """Look through the index of words; a damaged one will be made anew. Raises sqlite3.Error and StorageFailed."""
        if not indexing.is_sound(self.begin().db):
            self._index_damaged = True
            self._write(lambda _: None)

    def load(self) -> tuple[list[KnownRoom], list[KnownStay], list[KeepNote]]:
        with self._reading() as db:
            return reading.known(db)

    def commit(self, writes: Sequence[Write]) -> list[Outcome]:
        if not writes:
            return []
        return self._write(lambda writer: writer.write(writes))

    def page(self, room: str, *, before: int | None = None, after: int | None = None, limit: int) -> Page:
        with self._reading() as db:
            return reading.page(db, room, before=before, after=after, limit=limit)

    def since(self, room: str, cursor: Cursor, limit: int) -> Page:
        with self._reading() as db:
            return reading.since(db, room, cursor, limit)

    def search(self, query: str, room: str, *, before: int = 0, limit: int) -> Found:
        with self._reading() as db:
            try:
                return searching.search(db, query, room, before=before, limit=limit, clock=self._clock)
            except sqlite3.DatabaseError as problem:
                if not is_damage_of_index(problem):
                    raise
                self._index_damaged = True
                return searching.search(db, query, room, before=before, limit=limit, clock=self._clock, indexed=0)

    def events(self, room: str) -> Iterator[Event]:
        with self._reading() as db:
            return self._events(room, reading.room(db, room))

    def tidy(self, now: float) -> bool:
        more = self._write(lambda writer: tidying.tidy(writer, self._retention, now, self._clock))
        if not more:
            self._copy()
        return more

    def close(self) -> None:
        self._closed = True
        while self._readers:
            self._readers.pop().close()
        if self._writer is not None:
            self._writer.db.close()
            self._writer = None

    def _events(self, room: str, begun: reading.Room) -> Iterator[Event]:
        seq = begun.first
        while seq <= begun.top:
            with self._reading() as db:
                try:
                    now = reading.room(db, room)
                except NoRoom:
                    return
                if now.id != begun.id:
                    return
                found = reading.between(db, now, seq, min(seq + READ_AT_ONCE, begun.top + 1))
                seq = found[-1].seq + 1 if found else max(now.first, seq + READ_AT_ONCE)
            yield from found

    def _write(self, work: Callable[[Writer], T]) -> T:
        """Do all of it, or nothing. Raises StorageFailed."""
        try:
            return self._in_transaction(work)
        except sqlite3.Error as problem:
            if not is_damage_of_index(problem):
                raise failure(problem, self._path) from problem
            self._index_damaged = True
        try:
            return self._in_transaction(work)
        except sqlite3.Error as problem:
            raise failure(problem, self._path) from problem

    def _in_transaction(self, work: Callable[[Writer], T]) -> T:
        try:
            if self._index_damaged:
                self._give_up()  # its connection has used the index
            writer = self.begin()
            writer.db.execute("BEGIN IMMEDIATE")
            if self._index_damaged:
                _log.warning("The index of words in %s is damaged and is made anew.", self._path)
                indexing.strike(writer.db)
                writer.forget_index()
            result = work(writer)
            writer.db.execute("COMMIT")
        except BaseException:
            # What the writer knows is no longer true: the next one is made anew.
            self._give_up()
            raise
        self._index_damaged = False
        return result

    def _copy(self) -> None:
        """Bring what was committed from the write-ahead log into the database file, so that the log begins anew; and
        empty it, where its old pages hold what nobody is to read any more."""
        try:
            writer = self.begin()
            db = writer.db
            if writer.took_back and self._clock() - self._cleaned >= CLEAN_EVERY:
                self._cleaned = self._clock()
                writer.took_back = not connecting.empty_log(db)
            elif db.total_changes - self._copied >= COPY_FROM:
                db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            else:
                return
            self._copied = db.total_changes
        except sqlite3.Error as problem:
            self._give_up()
            raise failure(problem, self._path) from problem

    def _give_up(self) -> None:
        if self._writer is not None:
            with suppress(sqlite3.Error):
                self._writer.db.close()
            self._writer = None

    def _idle_reader(self) -> sqlite3.Connection | None:
        try:
            return self._readers.pop()
        except IndexError:  # asked this way, two threads never get the same one
            return None

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """A snapshot."""
        try:
            db = self._idle_reader() or connecting.reading(self._path)
        except sqlite3.Error as problem:
            raise failure(problem, self._path) from problem
        keeps = False
        try:
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.execute("COMMIT")
            keeps = not (self._closed or isinstance(db, connecting.Frozen))
        except sqlite3.Error as problem:
            raise failure(problem, self._path) from problem
        finally:
            if keeps:
                self._readers.append(db)
            else:
                db.close()


def _not_for_us(path: Path, *, newer: bool) -> Sentence:
    if newer:
        return Sentence(
            "The file {path} was written by a newer version of Chatapp, which this one cannot read.", path=path
        )
    return Sentence("The file {path} holds something else, which is not Chatapp's.", path=path)
