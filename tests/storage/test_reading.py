"""Pages come from one snapshot, by the index of places."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.storage import connecting, reading
from chatapp.storage.base import NoRoom, Storage
from chatapp.storage.opening import NAME, open_storage
from tests.storage.drafts import message, react, say


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    made = open_storage(tmp_path)
    say(made, *[message(str(number)) for number in range(1, 9)], react(8))
    yield made
    made.close()


@pytest.fixture
def db(storage: Storage, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = connecting.reading(tmp_path / NAME)
    yield made
    made.close()


def test_a_snapshot_knows_nothing_of_what_came_later(storage: Storage, db: sqlite3.Connection) -> None:
    db.execute("BEGIN")
    before = reading.page(db, "tea", before=None, after=None, limit=3)
    say(storage, message("later"), react(8, "🎉"))
    assert reading.page(db, "tea", before=None, after=None, limit=3) == before
    assert reading.known(db)[0][0].top == 9
    db.execute("COMMIT")
    assert reading.known(db)[0][0].top == 11


def test_a_room_and_a_part_of_its_log(db: sqlite3.Connection) -> None:
    room = reading.room(db, "tea")
    assert (room.epoch, room.first, room.top) == ("epoch-tea", 1, 9)
    assert [event.seq for event in reading.between(db, room, 2, 5)] == [2, 3, 4]
    with pytest.raises(NoRoom):
        reading.room(db, "cake")


def test_no_page_looks_through_the_log(db: sqlite3.Connection) -> None:
    """A page of a long log costs what a page of a short one costs."""
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    reading.page(db, "tea", before=5, after=None, limit=2)
    db.set_trace_callback(None)
    plans = [row[3] for query in asked for row in db.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN") and "json_each" not in plan]
