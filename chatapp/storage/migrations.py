"""Bringing the tables of an older version to this one. `PRAGMA user_version` counts the steps that a file has been
through, `PRAGMA application_id` says whose it is."""

import sqlite3
from collections.abc import Sequence


class Foreign(Exception):
    """The file is sound, but not for this version to use. Its text says why, as the end of a sentence; `newer` says
    whether it is a newer version's."""

    def __init__(self, why: str, *, newer: bool) -> None:
        super().__init__(why)
        self.newer = newer


def migrate(db: sqlite3.Connection, steps: Sequence[str], application: int) -> None:
    """Take the file through all steps (scripts) that it has not been through, or through none. Raises Foreign, and
    sqlite3.Error."""
    version = _version(db, steps, application)
    if version == len(steps):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version:]:
            for statement in _statements(step):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {application}")
        db.execute(f"PRAGMA user_version = {len(steps)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection, steps: Sequence[str], application: int) -> int:
    """How many steps the file has been through."""
    owner: int = db.execute("PRAGMA application_id").fetchone()[0]
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    is_new = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if owner != application and not is_new:
        raise Foreign("holds something else, which is not Chatapp's", newer=False)
    if version > len(steps):
        raise Foreign("was written by a newer version of Chatapp, which this one cannot read", newer=True)
    return version


def _statements(script: str) -> list[str]:
    """A script's statements. (`executescript` would commit what was begun.)"""
    found, rest = [], ""
    for part in script.split(";")[:-1]:
        rest += f"{part};"
        if sqlite3.complete_statement(rest):
            found.append(rest)
            rest = ""
    return found
