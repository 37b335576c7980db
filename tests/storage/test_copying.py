"""A copy is whole, whatever is written meanwhile, and a file that is none is told apart."""

import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from chatapp.storage.base import StorageFailed
from chatapp.storage.copying import check, copy
from chatapp.storage.opening import NAME, open_for_reading, open_storage
from tests.storage.drafts import message, say, texts


def test_a_copy_of_a_history_that_is_open_is_of_one_moment(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("one"), message("two"))
    target = tmp_path / "copy"
    target.mkdir()
    copy(tmp_path, target / NAME)
    say(storage, message("three"))
    storage.close()
    check(target)
    copied = open_for_reading(target)
    assert texts(copied.page("tea", limit=9)) == ["one", "two"]
    copied.close()
    if sys.platform != "win32":
        assert stat.S_IMODE((target / NAME).stat().st_mode) == 0o600
    assert [path.name for path in target.iterdir() if path.suffix == ".db"] == [NAME]


def test_a_copy_can_be_written_on(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("one"))
    storage.close()
    target = tmp_path / "copy"
    target.mkdir()
    copy(tmp_path, target / NAME)
    again = open_storage(target)
    say(again, message("two"))
    assert texts(again.page("tea", limit=9)) == ["one", "two"]
    again.close()


def test_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="There is no history in"):
        copy(tmp_path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_what_is_no_history(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"not a database at all" * 100)
    with pytest.raises(StorageFailed, match="damaged"):
        check(tmp_path)


def test_what_belongs_to_another_program(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.execute("CREATE TABLE bookmarks (address)")
    with pytest.raises(StorageFailed):
        check(tmp_path)


def test_damage_within_is_found(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    say(storage, *(message(f"number {number} of many") for number in range(2_000)))
    storage.close()
    path = tmp_path / NAME
    size = path.stat().st_size
    with path.open("r+b") as file:
        for page in range(20, size // 4096 - 1, 3):
            file.seek(page * 4096)
            file.write(b"\x00" * 4096)
    with pytest.raises(StorageFailed, match="damaged"):
        check(tmp_path)


@pytest.mark.parametrize(
    "crafted",
    [
        "UPDATE rooms SET name = x'fffe'",
        "UPDATE events SET seq = 'x'",
        "UPDATE state SET value = x'00' WHERE name = 'ids'",
        "DELETE FROM state",
        "CREATE TRIGGER again AFTER DELETE ON notes BEGIN INSERT INTO notes VALUES (old.kind, old.id, old.value); END",
        "ALTER TABLE stays ADD COLUMN more TEXT",
        "DROP TABLE ids; CREATE VIEW ids AS SELECT 1 AS key, 1 AS number",
    ],
)
def test_what_no_server_puts_there_is_found(tmp_path: Path, crafted: str) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("one"))
    storage.close()
    check(tmp_path)
    with closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.executescript(crafted)
    with pytest.raises(StorageFailed, match="damaged"):
        check(tmp_path)
