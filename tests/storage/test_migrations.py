"""A file goes through every step that it has not been through, or through none."""

import sqlite3
from collections.abc import Iterator

import pytest

from chatapp.storage.migrations import Foreign, migrate

MINE = 7
FIRST = "CREATE TABLE a (x); INSERT INTO a VALUES (1);"
SECOND = "-- a comment; with a semicolon\nALTER TABLE a ADD COLUMN y DEFAULT 'b;c';\nINSERT INTO a VALUES (2, 'd');"


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:", isolation_level=None)
    yield made
    made.close()


def version(db: sqlite3.Connection) -> int:
    return db.execute("PRAGMA user_version").fetchone()[0]


def test_an_empty_file_goes_through_all_steps(db: sqlite3.Connection) -> None:
    migrate(db, [FIRST, SECOND], MINE)
    assert db.execute("SELECT * FROM a").fetchall() == [(1, "b;c"), (2, "d")]
    assert version(db) == 2


def test_an_older_file_goes_through_the_steps_that_are_new_to_it(db: sqlite3.Connection) -> None:
    migrate(db, [FIRST], MINE)
    db.execute("INSERT INTO a VALUES (9)")
    for _ in range(2):
        migrate(db, [FIRST, SECOND], MINE)
    assert db.execute("SELECT x FROM a").fetchall() == [(1,), (9,), (2,)]


def test_a_step_that_fails_undoes_those_before_it(db: sqlite3.Connection) -> None:
    migrate(db, [FIRST], MINE)
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, [FIRST, SECOND, "INSERT INTO nowhere VALUES (1);"], MINE)
    assert db.execute("SELECT * FROM a").fetchall() == [(1,)]
    assert version(db) == 1


def test_a_newer_file_is_refused(db: sqlite3.Connection) -> None:
    migrate(db, [FIRST, SECOND], MINE)
    with pytest.raises(Foreign, match="newer version"):
        migrate(db, [FIRST], MINE)


def test_what_is_not_ours_is_refused(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE recipes (name)")
    with pytest.raises(Foreign, match="something else"):
        migrate(db, [FIRST], MINE)
