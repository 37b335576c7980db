"""What the one that writes knows by heart is what stands in the tables."""

from pathlib import Path

import pytest

from chatapp.rooms.log import Append, OpenRoom, Stored
from chatapp.storage import writing
from chatapp.storage.opening import open_storage
from chatapp.storage.sqlite import SqliteStorage
from tests.storage.drafts import ANN, BO, delete, edit, message, react, say, tidy


def ids(storage: SqliteStorage) -> int:
    return storage.begin().db.execute("SELECT count(*) FROM ids").fetchone()[0]


@pytest.mark.parametrize("when", ["at once", "tidied", "opened again", "tidied and opened again"])
def test_an_id_is_known_wherever_it_is_kept(tmp_path: Path, when: str) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("one", ANN, id="x"), message("two", BO, id="y"))
    if "tidied" in when:
        tidy(storage)
    if "again" in when:
        storage.close()
        storage = open_storage(tmp_path)
    assert ids(storage) == (2 if "tidied" in when else 0)
    outcomes = say(storage, message("one again", ANN, id="x"), message("other", ANN, id="y"))
    assert outcomes == [Stored("epoch-tea", 1, 1000, repeated=True), Stored("epoch-tea", 3, 4000)]
    storage.close()


def test_ids_that_wait_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "FRESH_IDS", 10)
    storage = open_storage(tmp_path)
    for number in range(25):
        say(storage, message(id=str(number)))
        assert len(storage.begin()._places) <= 10
    assert ids(storage) == 22
    again = say(storage, *[message(id=str(number)) for number in range(25)])
    assert [outcome.seq for outcome in again] == list(range(1, 26))
    storage.close()


def test_ids_whose_keys_are_the_same_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "id_key", lambda *given: 7)
    storage = open_storage(tmp_path)
    for _ in range(2):
        outcomes = say(storage, message("one", id="x"), message("two", id="y"), message("three", BO, id="x"))
        tidy(storage)
    assert [(outcome.seq, outcome.repeated) for outcome in outcomes] == [(1, True), (2, True), (3, True)]
    storage.close()


def test_a_change_reaches_what_the_same_batch_said(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    writes = [message("one"), edit(1, "two"), react(1), message("three"), delete(4)]
    outcomes = storage.commit([OpenRoom("tea", "", "e"), *[Append("tea", draft) for draft in writes]])
    assert [outcome.seq for outcome in outcomes] == [0, 1, 2, 3, 4, 5]
    events = list(storage.events("tea"))
    assert [event.message for event in events] == ["two", "two", "", "", ""]
    assert events[0].reactions == {"👍": ["Ann"]}
    storage.close()


@pytest.mark.parametrize("tidied", [False, True])
def test_the_index_follows_edits_and_deletions(tmp_path: Path, *, tidied: bool) -> None:
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
    storage.close()
