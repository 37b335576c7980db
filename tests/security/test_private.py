"""A file with a secret is there whole or not at all, and nobody else's to read."""

import os
import stat
import sys
from pathlib import Path

import pytest

from chatapp.security.private import close_to_others, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="on Windows the profile's folder keeps others out")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_it_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    for text in (b"one\r\n", b"two\n"):
        write(tmp_path / "secret", text)
        assert (tmp_path / "secret").read_bytes() == text
    assert names(tmp_path) == ["secret"]


def test_nothing_else_that_is_there_is_touched(tmp_path: Path) -> None:
    (tmp_path / "secret.new").write_text("somebody's own")
    write(tmp_path / "secret", b"text")
    assert (tmp_path / "secret.new").read_text() == "somebody's own"


@posix
def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    (tmp_path / "secret").touch(0o666)
    write(tmp_path / "secret", b"text")
    assert mode(tmp_path / "secret") == 0o600
    (tmp_path / "secret").chmod(0o644)
    close_to_others(tmp_path / "secret")
    assert mode(tmp_path / "secret") == 0o600


@posix
def test_what_somebody_has_laid_out_for_it_is_not_written_to(tmp_path: Path) -> None:
    """A link in its place leads to another's file."""
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / "secret").symlink_to(tmp_path / "theirs")
    write(tmp_path / "secret", b"text")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    assert not (tmp_path / "secret").is_symlink()


@posix
def test_after_a_power_cut_it_is_there_under_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is on the disk before it has its name, and then its folder."""
    seen: list[tuple[bool, list[str]]] = []
    sync = os.fsync

    def noting(descriptor: int) -> None:
        sync(descriptor)
        seen.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), names(tmp_path)))

    monkeypatch.setattr("os.fsync", noting)
    write(tmp_path / "secret", b"text")
    (first_is_folder, before), (then_is_folder, after) = seen
    assert not first_is_folder
    assert "secret" not in before
    assert then_is_folder
    assert after == ["secret"]


def test_a_disk_that_takes_no_more_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "secret", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "secret", b"new")
    assert names(tmp_path) == ["secret"]
    assert (tmp_path / "secret").read_bytes() == b"old"
