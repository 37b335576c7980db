"""The same id of the same person is known again, wherever ids are kept by then."""

from pathlib import Path

import pytest

from chatapp.rooms.log import Stored
from chatapp.storage.opening import open_storage
from chatapp.storage.sqlite import SqliteStorage
from tests.storage.drafts import ANN, BO, message, say, tidy


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
    monkeypatch.setattr("chatapp.storage.ids.MOST_FRESH", 10)
    monkeypatch.setattr("chatapp.storage.ids.KEPT_AT_ONCE", 4)
    storage = open_storage(tmp_path)
    kept = []
    for number in range(40):
        say(storage, message(id=str(number)))
        kept.append(ids(storage))
        assert len(storage.begin().ids._fresh) + len(storage.begin().ids._going) <= 10 + 4
    assert kept[8:14] == [0, 4, 8, 10, 10, 10]
    for _ in range(2):
        again = say(storage, *[message(id=str(number)) for number in range(40)])
        assert [outcome.seq for outcome in again] == list(range(1, 41))
        storage.close()
        storage = open_storage(tmp_path)
    tidy(storage)
    assert ids(storage) == 40
    assert not storage.begin().ids.many(1)
    storage.close()


def test_ids_whose_keys_are_the_same_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.storage.ids.id_key", lambda *given: 7)
    storage = open_storage(tmp_path)
    for _ in range(2):
        outcomes = say(storage, message("one", id="x"), message("two", id="y"), message("three", BO, id="x"))
        tidy(storage)
    assert [(outcome.seq, outcome.repeated) for outcome in outcomes] == [(1, True), (2, True), (3, True)]
    storage.close()
