"""A history in a server's folder: for the server, or for reading alone."""

import logging
import sqlite3
from pathlib import Path
from typing import Final

from chatapp.protocol.sentences import Sentence
from chatapp.storage import connecting
from chatapp.storage.base import Retention, StorageFailed
from chatapp.storage.faults import failure, is_unwritable
from chatapp.storage.sqlite import SqliteStorage

NAME: Final = "history.db"

_log = logging.getLogger(__name__)


def open_storage(folder: Path, retention: Retention | None = None) -> SqliteStorage:
    """The history of the server whose folder this is, made if need be. Nobody else may write there meanwhile. A damaged
    one is set aside, with a warning in the log. Where the folder cannot be written, or the disk is full, an existing
    history can be read, and commits fail until that has changed. Raises StorageFailed.
    """
    path = folder / NAME
    storage = SqliteStorage(path, retention or Retention())
    try:
        connecting.set_aside_if_damaged(path)
        storage.check_index()
    except (sqlite3.Error, StorageFailed) as problem:
        storage.close()
        told = problem if isinstance(problem, StorageFailed) else failure(problem, path)
        unwritable = isinstance(problem, sqlite3.Error) and is_unwritable(problem)
        if not (told.full or unwritable) or not path.exists():
            raise told from (problem if told is not problem else None)
        storage = SqliteStorage(path, retention or Retention())
        storage.load()
        _log.warning("Nothing new is kept for now, only what was said before can be read. %s", told)
    except OSError as problem:
        raise StorageFailed(
            Sentence("The history {path} cannot be used: {why}.", path=path, why=problem.strerror or problem)
        ) from problem
    return storage


def open_for_reading(folder: Path) -> SqliteStorage:
    """The history as it is, whether a server is using it or not; nothing is written. Raises StorageFailed where it
    cannot be read, or is not there."""
    storage = SqliteStorage(path_in(folder), Retention(), writes=False)
    storage.load()
    return storage


def path_in(folder: Path) -> Path:
    """The file of the folder's history. Raises StorageFailed where there is none."""
    path = folder / NAME
    if not path.exists():
        raise StorageFailed(
            Sentence("There is no history in {folder}: no server that keeps one has used this folder.", folder=folder)
        )
    return path
