"""A history is opened whatever happened to it, or a sentence says why not."""

import logging
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from chatapp.rooms.log import Append, OpenRoom
from chatapp.storage.base import StorageFailed
from chatapp.storage.opening import NAME, open_for_reading, open_storage
from tests.storage.drafts import message, say, texts, tidy


def test_the_folder_is_remembered(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("one"))
    storage.close()
    storage = open_storage(tmp_path)
    say(storage, message("two"))
    assert texts(storage.page("tea", limit=9)) == ["one", "two"]
    storage.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from chatapp.rooms.log import Append, Draft, OpenRoom
from chatapp.protocol.messages.rich import Kind
from chatapp.storage.opening import open_storage
storage = open_storage(Path(sys.argv[1]))
storage.commit([OpenRoom("tea", "", "e")])
for number in range(300):
    storage.commit([Append("tea", Draft(Kind.MESSAGE, "Ann", "ann", str(number), f"id-{number}"))])
    if number % 7 == 0:
        storage.tidy(0.0)
storage.begin().db.execute("BEGIN IMMEDIATE")
storage.begin().db.execute("UPDATE events SET text = 'half done'")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_what_was_committed_survives_a_kill(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path], timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / f"{NAME}-wal").stat().st_size > 0
    storage = open_storage(tmp_path)
    assert [event.message for event in storage.events("tea")] == [str(number) for number in range(300)]
    again = storage.commit([Append("tea", message(person="ann", id=f"id-{number}")) for number in (0, 299)])
    assert [(outcome.seq, outcome.repeated) for outcome in again] == [(1, True), (300, True)]
    storage.close()


def test_a_damaged_history_is_set_aside_and_a_new_one_begins(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    storage = open_storage(tmp_path)
    say(storage, *[message("x" * 500) for _ in range(50)])
    storage.close()
    content = bytearray((tmp_path / NAME).read_bytes())
    for page in range(4096, len(content), 4096):
        content[page + 3] ^= 0x80
    (tmp_path / NAME).write_bytes(content)
    with caplog.at_level(logging.WARNING):
        storage = open_storage(tmp_path)
    assert storage.load() == ([], [], [])
    say(storage, message("new"))
    assert (tmp_path / "history.damaged-1.db").read_bytes() == content
    assert "history.damaged-1.db" in caplog.text
    storage.close()


def test_a_truncated_history_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    storage = open_storage(tmp_path)
    say(storage, *[message("x" * 500) for _ in range(50)])
    storage.close()
    with (tmp_path / NAME).open("r+b") as file:
        file.truncate(10_000)
    storage = open_storage(tmp_path)
    assert storage.load() == ([], [], [])
    assert "is damaged" in caplog.text
    storage.close()


def test_a_newer_history_is_left_alone(tmp_path: Path) -> None:
    open_storage(tmp_path).close()
    db = sqlite3.connect(tmp_path / NAME)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StorageFailed, match=r"newer version of Chatapp"):
        open_storage(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / NAME)
    db.execute("CREATE TABLE recipes (name)")
    db.close()
    with pytest.raises(StorageFailed, match="something else"):
        open_storage(tmp_path)


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="cannot be written"):
        open_storage(tmp_path / "nowhere")
    with pytest.raises(StorageFailed, match="There is no history"):
        open_for_reading(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_it_is_read_while_it_is_written(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("one"))
    reader = open_for_reading(tmp_path)
    say(storage, message("two"))
    assert [event.message for event in reader.events("tea")] == ["one", "two"]
    with pytest.raises(StorageFailed, match="for reading only"):
        reader.commit([OpenRoom("cake", "", "e")])
    tidy(storage)
    reader.close()
    storage.close()


@contextmanager
def not_allowed_to_write(*files: Path) -> Iterator[None]:
    """Write protection holds for everybody but root, whom the tests may run as."""
    modes = {file: file.stat().st_mode for file in files}
    for file in files:
        file.chmod(0o555 if file.is_dir() else 0o444)
    as_root = os.geteuid() == 0
    if as_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if as_root:
            os.seteuid(0)
        for file, mode in modes.items():
            file.chmod(mode)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other accounts find their way to."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another thing there")
@pytest.mark.parametrize("what", ["file and folder", "file"])
def test_what_cannot_be_written_can_be_read(open_folder: Path, what: str, caplog: pytest.LogCaptureFixture) -> None:
    storage = open_storage(open_folder)
    say(storage, message("one"))
    storage.close()
    protected = [open_folder / NAME, *([open_folder] if what == "file and folder" else [])]
    if what == "file":
        open_folder.chmod(0o777)
    with not_allowed_to_write(*protected):
        storage = open_storage(open_folder)
        assert texts(storage.page("tea", limit=9)) == ["one"]
        assert [hit.seq for hit in storage.search("one", "", limit=9).hits] == [1]
        with pytest.raises(StorageFailed, match="cannot be written"):
            storage.commit([Append("tea", message("two"))])
        with suppress(StorageFailed):
            storage.tidy(0.0)
        assert texts(storage.page("tea", limit=9)) == ["one"]
        storage.close()
    assert "Nothing new is kept" in caplog.text
