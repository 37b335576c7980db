"""What is too old, too much or dropped leaves the file, and leaves nothing behind in it."""

from itertools import count
from pathlib import Path
from random import Random

import pytest

from chatapp.protocol.messages.base import Cursor
from chatapp.rooms.log import Draft, DropRoom, KnownRoom
from chatapp.storage import tidying
from chatapp.storage.base import Retention
from chatapp.storage.opening import open_storage
from chatapp.storage.sqlite import SqliteStorage
from tests.storage.drafts import delete, edit, message, react, say, seqs, tidy

TABLES = ("events", "ids", "reactions")


def opened(folder: Path, **bounds: float | None) -> SqliteStorage:
    return open_storage(folder, Retention(**{"max_events": None, "max_bytes": None, **bounds}))


def rows(storage: SqliteStorage) -> dict[str, int]:
    db = storage.begin().db
    return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def indexed(storage: SqliteStorage, word: str) -> int:
    """How many messages the index proposes for a word of three letters."""
    return storage.begin().db.execute("SELECT count(*) FROM search WHERE search MATCH ?", (f'"{word}"',)).fetchone()[0]


def kept(storage: SqliteStorage, room: str) -> list[int]:
    return [event.seq for event in storage.events(room)]


def test_the_oldest_events_of_a_room_that_has_too_many_go(tmp_path: Path) -> None:
    storage = opened(tmp_path, max_events=150)
    say(storage, *[message("word", id=str(number)) for number in range(1, 500)])
    say(storage, message("word"), room="cake")
    tidy(storage)
    assert kept(storage, "tea") == list(range(350, 500))
    assert kept(storage, "cake") == [1]
    assert rows(storage) == {"events": 151, "ids": 150, "reactions": 0}
    assert indexed(storage, "wor") == 151
    page = storage.page("tea", before=352, limit=9)
    assert (seqs(page), page.complete, page.top) == ([350, 351], True, 499)
    assert storage.page("tea", after=0, limit=1).events[0].seq == 350
    assert storage.since("tea", Cursor("epoch-tea", 349), 9).recovered
    assert not storage.since("tea", Cursor("epoch-tea", 348), 9).recovered
    storage.close()


def test_what_went_can_be_neither_changed_nor_repeated(tmp_path: Path) -> None:
    storage = opened(tmp_path, max_events=2)
    say(storage, message("one", id="x"), react(1), edit(1, "one!"), message("two", reply_to=1))
    tidy(storage)
    assert kept(storage, "tea") == [3, 4]
    outcomes = say(storage, edit(1, "x"), delete(1), react(1), message("one", id="x"), message(reply_to=1))
    assert [getattr(outcome, "seq", None) for outcome in outcomes] == [None, None, None, 5, 6]
    assert rows(storage)["reactions"] == 0
    storage.close()


def test_a_log_that_is_gone_altogether_counts_on(tmp_path: Path) -> None:
    storage = opened(tmp_path, max_age=60.0)
    say(storage, message(), message(), message())
    tidy(storage, 1000.0)
    assert kept(storage, "tea") == []
    for _ in range(2):
        assert storage.load()[0] == [KnownRoom("tea", "", "epoch-tea", 3)]
        assert storage.page("tea", limit=1).top == 3
        assert storage.since("tea", Cursor("epoch-tea", 3), 1).recovered
        assert not storage.since("tea", Cursor("epoch-tea", 2), 1).recovered
        storage.close()
        storage = opened(tmp_path)
    assert say(storage, message("later"))[0].seq == 4
    for _ in range(2):
        assert len(storage.search("later", "", limit=9).hits) == 1
        tidy(storage)
    assert indexed(storage, "lat") == 1
    storage.close()


def test_events_grow_old(tmp_path: Path) -> None:
    storage = opened(tmp_path, max_age=60.0)
    say(storage, *[message() for _ in range(250)])  # a second apart
    tidy(storage, 61.0)
    assert kept(storage, "tea")[0] == 1
    tidy(storage, 260.5)
    assert kept(storage, "tea")[0] == 201
    storage.close()


def test_a_clock_that_was_set_back_makes_no_hole(tmp_path: Path) -> None:
    storage = opened(tmp_path, max_age=60.0)
    say(storage, *[message() for _ in range(5)], room="cake")
    say(storage, message())  # at one second, after five
    tidy(storage, 64.0)
    assert (kept(storage, "cake"), kept(storage, "tea")) == ([4, 5], [1])
    storage.close()


def test_the_file_stops_growing(tmp_path: Path) -> None:
    bound = 2_000_000
    storage = opened(tmp_path, max_bytes=bound)
    for number in range(60):
        say(storage, *[message(f"{number} {'some words ' * 40}", id=f"{number}.{other}") for other in range(100)])
        tidy(storage)
        assert tidying.used(storage.begin().db) <= 1.05 * bound
    left = kept(storage, "tea")
    assert left == list(range(left[0], 6001))
    assert len(left) > 800
    assert indexed(storage, "wor") == len(left) == rows(storage)["ids"]
    storage.close()
    assert (tmp_path / "history.db").stat().st_size < 1.5 * bound


def test_a_room_that_was_dropped_leaves_little_by_little(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    say(storage, *[message("word", id=str(number)) for number in range(300)], react(1))
    say(storage, message("word"), room="cake")
    tidy(storage)
    storage.commit([DropRoom("tea")])
    say(storage, message("word"))
    assert rows(storage)["events"] == 303
    assert [(hit.room, hit.seq) for hit in storage.search("word", "", limit=9).hits] == [("tea", 1), ("cake", 1)]
    storage.close()
    storage = opened(tmp_path)
    tidy(storage)
    assert rows(storage) == {"events": 2, "ids": 0, "reactions": 0}
    assert indexed(storage, "wor") == 2
    assert storage.begin().db.execute("SELECT count(*) FROM rooms").fetchone()[0] == 2
    storage.close()


def test_what_is_too_large_loses_no_more_than_it_has_to(tmp_path: Path) -> None:
    """Though the index of words is the largest part, and lets go of what was removed late."""
    bound = 1_000_000
    storage, chance = opened(tmp_path, max_bytes=bound), Random(1)
    words = ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(1000)]
    most = 0
    for _ in range(40):
        say(storage, *[message(" ".join(chance.choices(words, k=12)), id=str(chance.random())) for _ in range(256)])
        tidy(storage)
        there = rows(storage)["events"]
        most = max(most, there)
        assert tidying.used(storage.begin().db) <= bound
        assert there >= most * 0.7
    assert most < 40 * 256 * 0.7, "it has been too large"
    top = storage.page("tea", limit=1).top
    assert kept(storage, "tea") == list(range(top - there + 1, top + 1))
    storage.close()


@pytest.mark.parametrize("change", [delete(2), edit(2, "never mind")])
def test_the_index_forgets_what_was_deleted_but_not_at_any_price(tmp_path: Path, change: Draft) -> None:
    secret = "ꙮꚙꚛ"
    storage = opened(tmp_path)

    def is_there() -> bool:
        return any(secret.encode() in path.read_bytes() for path in tmp_path.iterdir())

    for text in ("before", secret, "after"):
        say(storage, message(text))
        tidy(storage, 1000.0)
    say(storage, change)
    late = tidying.used(storage.begin().db) / tidying.MERGE_RATE
    tidy(storage, 1000.0)
    tidy(storage, 1000.0 + 0.9 * late)
    assert is_there(), "words are still in the index, though nobody finds them"
    tidy(storage, 1000.0 + 1.1 * late)
    assert not is_there()
    assert indexed(storage, "bef") == indexed(storage, "aft") == 1
    storage.close()


@pytest.mark.parametrize("bounds", [{}, {"max_events": 10}, {"max_bytes": 0}, {"max_age": 1.0}])
def test_a_part_ends_when_its_time_is_over(tmp_path: Path, bounds: dict[str, float]) -> None:
    storage = opened(tmp_path, **bounds)
    say(storage, *[message("word") for _ in range(1000)])
    clock = count()
    storage._clock = lambda: next(clock) * 2 * tidying.BUDGET
    parts = 1
    while storage.tidy(1e9):
        parts += 1
    assert parts > 10
    assert next(clock) <= 2 * parts + 1
    storage.close()


def test_deleted_words_are_not_in_the_file(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    say(storage, message("the secret is Rumpelstilzchen"), message("then"), edit(2, "another Rumpelstilzchen"))
    tidy(storage)
    say(storage, delete(1), edit(2, "nothing"))
    tidy(storage)
    storage.close()
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"nothing" in content
    assert b"Rumpelstilzchen" not in content


def test_where_there_is_nothing_to_do_nothing_is_written(tmp_path: Path) -> None:
    storage = opened(tmp_path, max_events=10, max_age=60.0, max_bytes=10_000_000)
    say(storage, message())
    for now in (0.0, 4.0):  # the second time it is looked whether what was found holds what is gone
        tidy(storage, now)
    before = storage.begin().db.total_changes
    for _ in range(3):
        assert not storage.tidy(5.0)
    assert storage.begin().db.total_changes == before
    storage.close()


def test_a_little_to_do_is_put_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that has a message a second would else write everything twice."""
    monkeypatch.setattr(tidying, "INDEX_FROM", 64)
    monkeypatch.setattr(tidying, "IDS_FROM", 64)
    storage = opened(tmp_path)
    for number in range(63):
        say(storage, message("word", id=str(number)))
        before = storage.begin().db.total_changes
        assert not storage.tidy(0.0)
        assert storage.begin().db.total_changes == before
    assert len(storage.search("word", "", limit=100).hits) == 63
    say(storage, message("word", id="63"))
    tidy(storage)
    assert storage.begin().indexed == rows(storage)["ids"] == 64
    storage.close()


def test_an_id_that_waits_leaves_with_its_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "IDS_FROM", 1000)
    storage = opened(tmp_path, max_events=5)
    say(storage, *[message("one", id=str(number)) for number in range(9)])
    tidy(storage)
    assert rows(storage) == {"events": 5, "ids": 5, "reactions": 0}
    assert [outcome.seq for outcome in say(storage, message("two", id="3"), message("two", id="4"))] == [10, 5]
    storage.close()
