"""Connections to a history's database; and a damaged one is put out of the way."""

import logging
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from chatapp.storage.faults import is_damage

CHECKED: Final = ("rooms", "events", "ids", "reactions", "stays", "state")
"""tables that are looked through at the start; the index of words is not, because it can be made anew"""
BUSY: Final = 5.0
"""seconds that another process may take to write"""
WAL_SIZE: Final = 32 * 1024 * 1024
"""bytes of the write-ahead log that stay on the disk when it is empty"""
WAL_PAGES: Final = 4_000
"""of it, after which a commit empties it, if nothing did before"""
WRITER_CACHE: Final = 32 * 1024
"""KiB"""
READER_CACHE: Final = 2 * 1024

_log = logging.getLogger(__name__)


def writing(path: Path) -> sqlite3.Connection:
    """The connection that writes: what it commits survives a loss of power. A new file is for its owner's eyes alone.
    Raises sqlite3.Error."""
    with suppress(OSError):  # it is there; or SQLite says why
        path.touch(mode=0o600, exist_ok=False)  # as are the files that it makes beside it
    db = _connect(path, "mode=rwc")
    try:
        db.execute(f"PRAGMA cache_size = -{WRITER_CACHE}")
        # macOS tells a disk to write down what it has in its own memory only if asked to; elsewhere this says nothing.
        for pragma in ("fullfsync = ON", "checkpoint_fullfsync = ON", "secure_delete = ON"):
            db.execute(f"PRAGMA {pragma}")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
        db.execute(f"PRAGMA journal_size_limit = {WAL_SIZE}")
        # A file that is protected is opened nevertheless, and SQLite would say so only when something is to be written.
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute("BEGIN IMMEDIATE")
        db.execute(f"PRAGMA user_version = {version}")
        db.execute("ROLLBACK")
    except sqlite3.Error:
        db.close()
        raise
    return db


def empty_log(db: sqlite3.Connection) -> bool:
    """Bring all of the write-ahead log into the file and leave nothing in it. False where somebody reads meanwhile, who
    is not waited for. Raises sqlite3.Error."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        in_use: int = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        db.execute(f"PRAGMA busy_timeout = {int(BUSY * 1000)}")
    return not in_use


class Frozen(sqlite3.Connection):
    """A connection to a file that is taken for unchangeable: not to be used for longer than one question."""


def reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, for one thread at a time; a `Frozen` one where there is no right or no space to
    write even what readers tell writers. Raises sqlite3.Error."""
    log = path.with_name(f"{path.name}-wal")
    try:
        return _reader(path, "mode=ro", sqlite3.Connection)
    except sqlite3.OperationalError:
        if log.exists() and log.stat().st_size > 0:  # the file alone is not all
            raise
    return _reader(path, "mode=ro&immutable=1", Frozen)


def _reader(path: Path, options: str, kind: type[sqlite3.Connection]) -> sqlite3.Connection:
    db = _connect(path, options, kind)
    try:
        db.execute(f"PRAGMA cache_size = -{READER_CACHE}")
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    return db


def set_aside_if_damaged(path: Path) -> None:
    """Look through the file, if there is one. A damaged one gets a name that says so, with a warning to the host, and
    its place is free. Raises sqlite3.Error where it cannot be looked at, and OSError."""
    if not path.exists():
        return
    what = _damage(path)
    if what:
        kept = set_aside(path)
        _log.warning(
            "The history %s is damaged (%s). It was set aside as %s, and a new history begins.", path, what, kept
        )


def set_aside(path: Path) -> Path:
    """Give a database that nobody has open a name that says that it is damaged, and say which. Its place is free then.
    Raises OSError."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    # The log of what was written last belongs to it; the other file only tells processes of one another.
    for ending in ("-wal", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(kept.with_name(kept.name + ending))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return kept


def _damage(path: Path) -> str:
    """What is wrong with the file; empty if nothing is."""
    if path.stat().st_size == 0:
        return "it is empty"
    try:
        db = writing(path)
    except sqlite3.DatabaseError as problem:
        if is_damage(problem):
            return str(problem)
        raise
    try:
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        for table in CHECKED:
            found = db.execute(f"PRAGMA quick_check({table})").fetchone()[0] if table in there else "ok"
            if found != "ok":
                return str(found)
    except sqlite3.DatabaseError as problem:
        if is_damage(problem):
            return str(problem)
        raise
    finally:
        db.close()
    return ""


def _connect(path: Path, options: str, kind: type[sqlite3.Connection] = sqlite3.Connection) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{options}"
    return sqlite3.connect(address, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False, factory=kind)
