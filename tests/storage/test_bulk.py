"""Many rows at once are the same rows."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.storage import bulk
from chatapp.storage.faults import is_damage

VALUES = st.one_of(st.none(), st.integers(-(1 << 63), (1 << 63) - 1), st.text(st.characters(codec="utf-8"), max_size=5))


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("CREATE TABLE t (a, b)")
    yield made
    made.close()


@given(st.lists(st.tuples(VALUES, VALUES), max_size=6))
def test_what_goes_in_comes_out(rows: list[tuple[object, object]]) -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE t (a, b)")
    bulk.insert(db, "INSERT INTO t (a, b)", rows)
    assert sorted(bulk.fetch(db, "x.a, x.b", "FROM t AS x", ()), key=str) == sorted(map(list, rows), key=str)
    db.close()


@pytest.mark.parametrize("count", [0, 1, 3, 15, 16, 255, 256, 600, 1364])
def test_any_number_of_rows_goes_in_in_order(db: sqlite3.Connection, count: int) -> None:
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    bulk.insert(db, "INSERT INTO t (a, b)", [(number, str(number)) for number in range(count)])
    db.set_trace_callback(None)
    assert db.execute("SELECT a, b FROM t ORDER BY rowid").fetchall() == [(n, str(n)) for n in range(count)]
    assert len(asked) <= 5 + 12


def test_an_sqlite_that_takes_few_values_gets_few_at_once(db: sqlite3.Connection) -> None:
    db.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 99)
    bulk.insert(db, "INSERT INTO t (a, b)", [(number, "x") for number in range(300)])
    assert db.execute("SELECT count(*) FROM t").fetchone() == (300,)


def test_a_limit_holds(db: sqlite3.Connection) -> None:
    bulk.insert(db, "INSERT INTO t (a, b)", [(number, "x") for number in range(300)])
    rows = bulk.fetch(db, "a", "FROM t WHERE a < :a ORDER BY a DESC LIMIT :most", {"a": 200, "most": 3})
    assert sorted(rows) == [[197], [198], [199]]


def test_what_is_no_text_is_damage(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO t VALUES (CAST(x'ff41' AS TEXT), 1)")
    with pytest.raises(sqlite3.DatabaseError) as problem:
        bulk.fetch(db, "a, b", "FROM t", ())
    assert is_damage(problem.value) or "UTF-8" in str(problem.value)
