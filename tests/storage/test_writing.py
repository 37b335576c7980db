"""What the one that writes knows by heart is what stands in the tables."""

import sqlite3
from pathlib import Path

import pytest

from chatapp.rooms.log import Append, OpenRoom
from chatapp.storage.opening import open_storage
from tests.storage.drafts import delete, edit, message, react, say, tidy


def test_a_change_reaches_what_the_same_batch_said(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    writes = [message("one"), edit(1, "two"), react(1), message("three"), delete(4)]
    outcomes = storage.commit([OpenRoom("tea", "", "e"), *[Append("tea", draft) for draft in writes]])
    assert [outcome.seq for outcome in outcomes] == [0, 1, 2, 3, 4, 5]
    events = list(storage.events("tea"))
    assert [event.message for event in events] == ["two", "two", "", "", ""]
    assert events[0].reactions == {"👍": ["Ann"]}
    storage.close()


@pytest.mark.parametrize("values", [19, 1_000, 32_766])
def test_a_batch_of_any_size_is_all_there(tmp_path: Path, values: int) -> None:
    """However many values a statement may have in this SQLite."""
    storage = open_storage(tmp_path)
    storage.begin().db.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, values)
    storage.commit([OpenRoom("tea", "", "e")])
    said = 0
    for size in (1, 2, 5, 255, 256, 257, 3 * 256 + 64 + 16 + 4 + 1):
        outcomes = storage.commit([Append("tea", message(str(number))) for number in range(said, said + size)])
        said += size
        assert outcomes[-1].seq == said
    assert [event.message for event in storage.events("tea")] == [str(number) for number in range(said)]
    storage.close()


@pytest.mark.parametrize("tidied", [False, True])
def test_the_index_follows_edits_and_deletions(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, tidied: bool
) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("first"), message("second"), message(""))
    if tidied:
        tidy(storage)
    say(storage, edit(1, "changed"), delete(2), edit(3, "filled"), edit(1, ""), edit(1, "changed again"))
    for _ in range(2):
        for word, there in (("first", []), ("second", []), ("filled", [3]), ("changed", [1]), ("again", [1])):
            assert [hit.seq for hit in storage.search(word, "", limit=9).hits] == there
        tidy(storage)
    matching = 'SELECT rowid FROM search WHERE search MATCH \'"fir" OR "sec" OR "cha"\''
    assert storage.begin().db.execute(matching).fetchall() == [(1,)]
    assert caplog.messages == []  # nor was it made anew because it had not followed
    storage.close()


def test_a_deleted_message_leaves_no_reactions_in_the_file(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    say(storage, message(), message(), react(1), react(2), delete(1))
    assert storage.begin().db.execute("SELECT message FROM reactions").fetchall() == [(2,)]
    storage.close()
