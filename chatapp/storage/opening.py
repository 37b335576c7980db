"""A history in a server's folder: for the server, or for reading alone."""

import logging
import sqlite3
from pathlib import Path
from typing import Final

from chatapp.storage import connecting
from chatapp.storage.base import Retention, StorageFailed
from chatapp.storage.faults import failure, is_unwritable
from chatapp.storage.sqlite import SqliteStorage

NAME: Final = "history.db"

_log = logging.getLogger(__name__)


def open_storage(folder: Path, retention: Retention | None = None) -> SqliteStorage:
    """The history of the server whose folder this is, made if need be. Nobody else may write there meanwhile. A damaged
    one is set aside, with a warning in the log. Where the folder cannot be written, an existing history can be read,
    and every commit fails. Raises StorageFailed.
    """
    path = folder / NAME
    storage = SqliteStorage(path, retention or Retention())
    try:
        connecting.set_aside_if_damaged(path)
        storage.check_index()
    except sqlite3.Error as problem:
        storage.close()
        if not (is_unwritable(problem) and path.exists()):
            raise failure(problem, path) from problem
        storage = SqliteStorage(path, retention or Retention())
        storage.load()
        _log.warning("The history %s can be read, but not written: nothing new is kept.", path)
    except OSError as problem:
        raise StorageFailed(f"The history {path} cannot be used: {problem.strerror or problem}.") from problem
    return storage


def open_for_reading(folder: Path) -> SqliteStorage:
    """The history as it is, whether a server is using it or not; nothing is written. Raises StorageFailed where it
    cannot be read, or is not there."""
    path = folder / NAME
    if not path.exists():
        raise StorageFailed(f"There is no history in {folder}: no server that keeps one has used this folder.")
    storage = SqliteStorage(path, Retention(), writes=False)
    storage.load()
    return storage
