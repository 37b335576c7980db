"""A history as one file that can be taken elsewhere, and whether such a file is sound."""

import sqlite3
from contextlib import closing
from pathlib import Path

from chatapp.protocol.sentences import Sentence
from chatapp.storage import connecting
from chatapp.storage.base import StorageFailed
from chatapp.storage.faults import failure
from chatapp.storage.opening import NAME, open_for_reading, path_in


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
    """Look through the folder's history, all of it: that it is one, of a version that can be read, and not damaged.
    Raises StorageFailed."""
    open_for_reading(folder).close()
    path = folder / NAME
    try:
        with closing(connecting.reading(path)) as db:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as problem:
        raise failure(problem, path) from problem
    if found != "ok":
        raise StorageFailed(Sentence("The history {path} is damaged: {why}.", path=path, why=found))
