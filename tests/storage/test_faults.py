"""A host is told what to do in words, whatever SQLite calls it."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest

from chatapp.storage import faults

PATH = Path("/somewhere/history.db")


class Usage(NamedTuple):
    free: int


def error(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    problem = kind("SQLite's words")
    problem.sqlite_errorcode = code
    return problem


@pytest.fixture(autouse=True)
def much_space(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults.shutil, "disk_usage", lambda folder: Usage(1 << 40))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "is damaged"),
        (sqlite3.SQLITE_NOTADB, "is damaged"),
        (sqlite3.SQLITE_READONLY, "cannot be written"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be written"),
        (sqlite3.SQLITE_BUSY, "Another program"),
        (sqlite3.SQLITE_IOERR_READ, "cannot be used: SQLite's words"),
    ],
)
def test_each_has_its_sentence(code: int, words: str) -> None:
    told = faults.failure(error(code), PATH)
    assert words in str(told)
    assert str(PATH) in str(told)
    assert str(told).endswith(".")
    assert told.full == (code == sqlite3.SQLITE_FULL)


def test_an_error_of_writing_on_a_full_disk_means_the_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults.shutil, "disk_usage", lambda folder: Usage(4096))
    assert faults.failure(error(sqlite3.SQLITE_IOERR_WRITE), PATH).full
    assert not faults.failure(error(sqlite3.SQLITE_CORRUPT), PATH).full


def test_a_disk_that_cannot_be_asked_is_not_taken_for_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(folder: Path) -> Usage:
        raise FileNotFoundError

    monkeypatch.setattr(faults.shutil, "disk_usage", gone)
    assert not faults.failure(error(sqlite3.SQLITE_IOERR), PATH).full


def test_only_the_index_of_words_can_be_made_anew() -> None:
    assert faults.is_damage_of_index(error(sqlite3.SQLITE_CORRUPT_VTAB))
    assert not faults.is_damage_of_index(error(sqlite3.SQLITE_CORRUPT))
    assert faults.is_damage(error(sqlite3.SQLITE_CORRUPT_VTAB))


def test_errors_that_are_not_sqlites_own_have_no_code() -> None:
    assert faults.code(sqlite3.ProgrammingError("Cannot operate on a closed database.")) == 0
