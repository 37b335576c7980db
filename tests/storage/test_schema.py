"""Histories that earlier versions wrote are read by this one. `version_N.sql` is a file as version N left it; whoever
adds a step adds the file of the version before."""

import sqlite3
from pathlib import Path

import pytest

from chatapp.protocol.messages.rich import Event
from chatapp.rooms.log import Append, KeepNote, KnownRoom, KnownStay, Stored
from chatapp.storage import schema
from chatapp.storage.opening import NAME, open_for_reading, open_storage
from tests.storage.drafts import message, tidy

HERE = Path(__file__).parent


def test_there_is_a_file_of_every_version() -> None:
    assert len(list(HERE.glob("version_*.sql"))) == len(schema.STEPS)


@pytest.mark.parametrize("version", range(1, len(schema.STEPS) + 1))
def test_a_history_of_every_version_opens(tmp_path: Path, version: int) -> None:
    db = sqlite3.connect(tmp_path / NAME)
    db.executescript((HERE / f"version_{version}.sql").read_text(encoding="utf-8"))
    db.close()
    storage = open_storage(tmp_path)
    assert storage.load() == (
        [KnownRoom("default", "", "e1", 6), KnownRoom("tea", "ann", "e2", 1)],
        [KnownStay("ann", "Ann", "digest")],
        [KeepNote("ban", "b1", '{"id": "b1"}')] if version > 1 else [],
    )
    assert list(storage.events("default")) == [
        Event(
            kind="message",
            seq=1,
            ts=1000,
            author="Ann",
            id="a1",
            message="one, edited",
            edited=3000,
            reactions={"👍": ["Bo"]},
        ),
        Event(kind="message", seq=2, ts=2000, author="Bo", id="b1", deleted=True, reply_to=1),
        Event(kind="edit", seq=3, ts=3000, author="Ann", id="a2", target=1, message="one, edited"),
        Event(kind="react", seq=4, ts=4000, author="Bo", id="b2", target=1, reaction="👍"),
        Event(kind="delete", seq=5, ts=5000, author="Ann", id="a3", target=2),
        Event(kind="message", seq=6, ts=6000, author="Guest", message="明日"),
    ]
    again = Append("default", message("one", "ann", id="a1"), 9000)
    assert storage.commit([again]) == [Stored("e1", 1, 1000, repeated=True)]
    for _ in range(2):
        assert [hit.seq for hit in storage.search("edited", "", limit=9).hits] == [1]
        assert [hit.seq for hit in storage.search("明日", "", limit=9).hits] == [6]
        tidy(storage)
    storage.close()


def test_what_is_only_read_may_be_of_before_there_were_notes(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / NAME)
    db.executescript((HERE / "version_1.sql").read_text(encoding="utf-8"))
    db.close()
    storage = open_for_reading(tmp_path)
    rooms, _, notes = storage.load()
    assert ([room.name for room in rooms], notes) == (["default", "tea"], [])
    storage.close()
