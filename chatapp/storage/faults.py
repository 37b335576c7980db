"""What SQLite's errors mean for a host, in sentences."""

import shutil
import sqlite3
from pathlib import Path
from typing import Final

from chatapp.protocol.sentences import Sentence
from chatapp.storage.base import StorageFailed

ALMOST_FULL: Final = 1024 * 1024
"""free bytes of a disk below which any error of writing is put down to that"""
_PRIMARY: Final = 0xFF
"""SQLite's extended codes hold the general one in their lowest byte"""
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNWRITABLE: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
_IN_USE: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def code(problem: sqlite3.Error) -> int:
    """SQLite's general result code; 0 where the error is not SQLite's own."""
    return getattr(problem, "sqlite_errorcode", 0) & _PRIMARY


def is_damage(problem: sqlite3.Error) -> bool:
    return code(problem) in _DAMAGED


def is_damage_of_index(problem: sqlite3.Error) -> bool:
    """Whether it is the index of words that is damaged, which can be made anew."""
    return getattr(problem, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB


def is_unwritable(problem: sqlite3.Error) -> bool:
    return code(problem) in _UNWRITABLE


def failure(problem: sqlite3.Error, path: Path) -> StorageFailed:
    """The same as a host is told it; `path` is the database."""
    kind = code(problem)
    if kind == sqlite3.SQLITE_FULL or (kind == sqlite3.SQLITE_IOERR and _is_full(path.parent)):
        return StorageFailed(
            Sentence("The disk is full: nothing more can be kept in {path} until there is space.", path=path), full=True
        )
    if kind in _DAMAGED:
        return StorageFailed(
            Sentence("The history {path} is damaged. The next start puts it aside and begins a new one.", path=path)
        )
    if kind in _UNWRITABLE:
        return StorageFailed(
            Sentence(
                "The history {path} cannot be written. Allow this account to write the file and its folder.", path=path
            )
        )
    if kind in _IN_USE:
        return StorageFailed(Sentence("Another program is writing to the history {path}. Let it end first.", path=path))
    return StorageFailed(Sentence("The history {path} cannot be used: {why}.", path=path, why=problem))


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < ALMOST_FULL
    except OSError:
        return False
