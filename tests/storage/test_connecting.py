"""What a commit relies on is asked of SQLite, and a damaged file is set aside, never deleted."""

import logging
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from chatapp.storage.connecting import reading, set_aside, set_aside_if_damaged, writing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound database with something in it."""
    made = tmp_path / "what? 100% & #1" / "history.db"
    made.parent.mkdir()
    db = writing(made)
    db.execute("CREATE TABLE events (number INTEGER PRIMARY KEY, text TEXT)")
    db.executemany("INSERT INTO events (text) VALUES (?)", [("x" * 1000,)] * 100)
    db.close()
    return made


def test_what_is_committed_survives_a_loss_of_power(path: Path) -> None:
    db = writing(path)
    asked = ("journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "secure_delete")
    assert [db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == ["wal", 2, 1, 1, 1]
    db.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder's rights hold for its files there")
def test_nobody_else_on_this_computer_reads_what_was_said(tmp_path: Path) -> None:
    """Whatever the rights of the folder."""
    path = tmp_path / "history.db"
    before = os.umask(0o022)
    try:
        db = writing(path)
        db.execute("CREATE TABLE events (text TEXT)")
    finally:
        os.umask(before)
    assert {one.name: one.stat().st_mode & 0o777 for one in tmp_path.iterdir()} == {
        "history.db": 0o600,
        "history.db-wal": 0o600,
        "history.db-shm": 0o600,
    }
    db.close()


def test_who_reads_cannot_write(path: Path) -> None:
    db = reading(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM events")
    db.close()


def test_a_sound_file_is_left_alone(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    set_aside_if_damaged(path)
    set_aside_if_damaged(path.with_name("not there.db"))
    assert [one.name for one in path.parent.iterdir()] == ["history.db"]
    assert caplog.messages == []


def test_every_damaged_file_gets_a_name_of_its_own(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for number in (1, 2):
        path.write_bytes(b"not a database, whatever it was" * number * 100)
        path.with_name("history.db-wal").write_bytes(b"its log")
        path.with_name("history.db-shm").write_bytes(b"nothing")
        assert set_aside(path).name == f"history.damaged-{number}.db"
    assert sorted(one.name for one in path.parent.iterdir()) == [
        "history.damaged-1.db",
        "history.damaged-1.db-wal",
        "history.damaged-2.db",
        "history.damaged-2.db-wal",
    ]
    assert (path.parent / "history.damaged-1.db-wal").read_bytes() == b"its log"


def damage(path: Path, how: str) -> None:
    content = bytearray(path.read_bytes())
    match how:
        case "emptied":
            content.clear()
        case "truncated":
            del content[len(content) // 2 :]
        case "its head overwritten":
            content[:64] = b"\xff" * 64
        case "a page overwritten":
            content[8192:12288] = b"\x55" * 4096
        case "bits flipped in every page":
            for start in range(4096, len(content), 4096):
                content[start] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize(
    "how", ["emptied", "truncated", "its head overwritten", "a page overwritten", "bits flipped in every page"]
)
def test_a_damaged_file_is_kept_and_named(path: Path, how: str, caplog: pytest.LogCaptureFixture) -> None:
    damage(path, how)
    damaged = path.read_bytes()
    with caplog.at_level(logging.WARNING):
        set_aside_if_damaged(path)
    kept = path.with_name("history.damaged-1.db")
    assert not path.exists()
    assert kept.read_bytes() == damaged
    assert [str(kept) in message and str(path) in message for message in caplog.messages] == [True]
