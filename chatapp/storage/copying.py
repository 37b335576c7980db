"""A history as one file that can be taken elsewhere, and whether such a file is sound."""

import sqlite3
from contextlib import closing
from pathlib import Path

from chatapp.protocol.sentences import Sentence
from chatapp.storage import connecting
from chatapp.storage.base import StorageFailed
from chatapp.storage.faults import failure
from chatapp.storage.migrations import migrate
from chatapp.storage.opening import NAME, open_for_reading, path_in
from chatapp.storage.schema import APPLICATION, STEPS


def copy(folder: Path, target: Path) -> None:
    """Write the folder's history, as of this moment, into a new file. A server may be writing there meanwhile and is
    not held up (SQLite's backup of one snapshot of a write-ahead log). Blocks for as long as the disk takes. Raises
    StorageFailed."""
    source = path_in(folder)
    target.touch(mode=0o600)
    try:
        with closing(connecting.reading(source)) as db, closing(sqlite3.connect(target)) as copied:
            db.backup(copied)
            # One file, with nothing beside it.
            copied.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as problem:
        raise failure(problem, source) from problem


def check(folder: Path) -> None:
    """Look through the folder's history, all of it: that it is one, of a version that can be read, not damaged, and
    that nothing is in it which no server puts there. Raises StorageFailed."""
    open_for_reading(folder).close()
    path = folder / NAME
    try:
        with closing(connecting.reading(path)) as db:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            what = _foreign(db) if found == "ok" else found
    except sqlite3.Error as problem:
        raise failure(problem, path) from problem
    if what:
        raise StorageFailed(Sentence("The history {path} is damaged: {why}.", path=path, why=what))


def _foreign(db: sqlite3.Connection) -> str:
    """What is not as our steps make it; empty for nothing. SQLite takes any value in any column, and does whatever a
    file's triggers say."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        migrate(model, STEPS[:version], APPLICATION)
        made, found = (dict(each.execute("SELECT name, sql FROM sqlite_master WHERE sql > ''")) for each in (model, db))
        if any(found.get(name) != sql for name, sql in made.items()):
            return "its tables are others"
        if db.execute("SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone():
            return "it has a program of its own"
        states = "SELECT name FROM state ORDER BY name"
        if db.execute(states).fetchall() != model.execute(states).fetchall():
            return "its state is another"
        tables = [name for (name,) in model.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            columns = [
                (name, kind.lower()) for _, name, kind, *_ in model.execute(f"PRAGMA table_info({table})") if kind
            ]
            wrong = " OR ".join(f"typeof({name}) NOT IN ('{kind}', 'null')" for name, kind in columns)
            if wrong and db.execute(f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1").fetchone():  # noqa: S608  # our own
                return f"{table} holds values of another kind"
    return ""
