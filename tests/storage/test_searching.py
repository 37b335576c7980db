"""A search is complete, wherever the index is by now, and it ends in time."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from chatapp.storage import connecting, searching
from chatapp.storage.base import Found
from chatapp.storage.opening import NAME, open_storage
from chatapp.storage.sqlite import SqliteStorage
from tests.storage.drafts import message, say, tidy


def never() -> float:
    """A clock that stands still."""
    return 0.0


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[SqliteStorage]:
    """Forty messages, of which the index knows the first thirty."""
    made = open_storage(tmp_path)
    words = ["page", "x", "明日", "Straße"]
    for first, last in ((1, 31), (31, 41)):
        say(made, *[message(f"{number} {words[number % 4]}") for number in range(first, last)])
        if last == 31:
            tidy(made)
    yield made
    made.close()


@pytest.fixture
def db(storage: SqliteStorage, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = connecting.reading(tmp_path / NAME)
    yield made
    made.close()


def ask(db: sqlite3.Connection, query: str, before: int = 0, **more: object) -> Found:
    return searching.search(db, query, "", **{"before": before, "limit": 5, "clock": never, **more})


def everything(db: sqlite3.Connection, query: str, before: int = 0, **more: object) -> list[int]:
    seqs: list[int] = []
    while True:
        found = ask(db, query, before, **more)
        seqs += [hit.seq for hit in found.hits]
        before = found.next
        if not before:
            return seqs


@pytest.mark.parametrize(("query", "rest"), [("PAGE", 0), ("x", 1), ("明日", 2), ("明", 2), ("strasse", 3)])
@pytest.mark.parametrize("indexed", [None, 0, 17])
def test_hits_are_the_same_wherever_they_come_from(
    db: sqlite3.Connection, query: str, rest: int, indexed: int | None
) -> None:
    assert everything(db, query, indexed=indexed) == [seq for seq in range(40, 0, -1) if seq % 4 == rest]


@pytest.mark.parametrize("query", ["page", "x", "nowhere", "zz"])
def test_a_search_that_takes_long_gives_what_it_has_and_where_to_go_on(
    db: sqlite3.Connection, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "INDEX_STEP", 7)
    monkeypatch.setattr(searching, "SCAN_STEP", 3)
    whole = everything(db, query)
    steps = count()
    found = ask(db, query, clock=lambda: float(next(steps)))
    assert found.next == 38
    assert [hit.seq for hit in found.hits] == [seq for seq in whole if seq >= 38]
    assert everything(db, query, clock=lambda: float(next(steps))) == whole
    assert ask(db, query, before=2, clock=lambda: float(next(steps))).next == 0


@pytest.mark.parametrize("query", ["x", "page"])
def test_long_messages_do_not_make_it_longer(
    db: sqlite3.Connection, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the messages that are compared which take the time, not the events that are gone over."""
    whole = everything(db, query)
    monkeypatch.setattr(searching, "CANDIDATES", 2)
    steps = count()
    found = ask(db, query, before=31, clock=lambda: float(next(steps)))
    assert 0 < len(found.hits) <= 2
    assert found.next > 20
    assert everything(db, query, clock=lambda: float(next(steps))) == whole


def test_what_is_indexed_is_not_read_one_by_one(db: sqlite3.Connection) -> None:
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    assert everything(db, "page", before=31) == [28, 24, 20, 16, 12, 8, 4]
    assert any("MATCH" in query for query in asked)
    assert not any("LIKE" in query for query in asked)


def test_the_index_is_only_believed_where_the_message_agrees(storage: SqliteStorage, db: sqlite3.Connection) -> None:
    writer = storage.begin()
    writer.db.execute("UPDATE events SET text = 'nothing of it' WHERE seq = 4")
    writer.db.execute("DELETE FROM events WHERE seq = 8")
    assert everything(db, "page") == [40, 36, 32, 28, 24, 20, 16, 12]


def test_signs_of_sql_are_letters_like_any_other(db: sqlite3.Connection) -> None:
    for query in ("%", "_", "\\", "1_", "' OR 1=1 --", '"page" OR "x"', "pag*", "entry:page"):
        assert everything(db, query) == []
