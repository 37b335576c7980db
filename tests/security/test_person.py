"""A person's key is made once and found again, wherever it is kept. No test asks the keyring of whoever runs it."""

import errno
import os
import stat
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from chatapp.security import person
from chatapp.security.identity import is_proven, public_key
from chatapp.security.person import FILE, LOCKED, NOTE, RENEWED, Identity, NotAnIdentity, adopt, find, read, write

PATIENCE = 30.0


class Ring:
    """A keyring in memory."""

    def __init__(self, priority: float = 5.0) -> None:
        self.priority = priority
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Locked(Ring):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")


class ReadOnly(Ring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("read only")


class Forgetful(Ring):
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Asking(Ring):
    """It asks its person for something, who does not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(PATIENCE)
        return None


def found(folder: Path, ring: Any, seed: bytes = b"s" * 32, **options: Any) -> Identity:
    return find(folder, "chatapp", ring=lambda: ring, random=lambda _: seed, **{"patience": PATIENCE, **options})


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_is_made_once_and_kept_in_the_keyring(tmp_path: Path) -> None:
    ring = Ring()
    assert found(tmp_path, ring) == Identity(b"s" * 32)
    assert found(tmp_path, ring, b"t" * 32) == Identity(b"s" * 32)
    assert [*ring.kept] == [("Chatapp", "chatapp")]
    assert files(tmp_path) == [NOTE]


@pytest.mark.parametrize("ring", [Ring(0.0), Locked(), ReadOnly(), Forgetful()])
def test_without_a_keyring_it_is_in_a_file_for_its_owner_alone(ring: Ring, tmp_path: Path) -> None:
    folder = tmp_path / "person"
    assert found(folder, ring) == Identity(b"s" * 32)
    assert found(folder, ring, b"t" * 32) == Identity(b"s" * 32)
    assert files(folder) == [FILE]
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_a_keyring_that_has_no_answer_is_not_waited_for(tmp_path: Path) -> None:
    ring = Asking()
    assert found(tmp_path, ring, patience=0.01) == Identity(b"s" * 32)
    ring.answered.set()
    assert files(tmp_path) == [FILE]


def test_a_keyring_that_cannot_even_be_had(tmp_path: Path) -> None:
    def broken() -> Ring:
        raise ImportError("no backend")

    assert find(tmp_path, "chatapp", ring=broken, random=lambda _: b"s" * 32) == Identity(b"s" * 32)


def test_a_file_counts_more_than_the_keyring(tmp_path: Path) -> None:
    ring = Ring()
    found(tmp_path, ring)
    assert adopt(tmp_path, b"i" * 32) is None
    assert found(tmp_path, ring) == Identity(b"i" * 32)


def test_a_keyring_that_is_locked_today_is_not_replaced(tmp_path: Path) -> None:
    ring = Ring()
    found(tmp_path, ring)
    assert found(tmp_path, Locked(), b"t" * 32) == Identity(None, LOCKED)
    assert found(tmp_path, ring, b"t" * 32) == Identity(b"s" * 32)
    assert files(tmp_path) == [NOTE]


def test_a_folder_that_is_lost_is_no_other_person(tmp_path: Path) -> None:
    ring = Ring()
    found(tmp_path / "one", ring)
    assert found(tmp_path / "two", ring, b"t" * 32) == Identity(b"s" * 32)


@pytest.mark.parametrize(
    "damage", [b"", b"garbage", b"chatapp identity 1\nAAAA\n", b"chatapp identity 1\n" + b"!" * 43, b"\xff" * 200]
)
def test_a_damaged_file_is_set_aside_and_said(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(damage)
    assert found(tmp_path, Ring(0.0)) == Identity(b"s" * 32, RENEWED)
    assert files(tmp_path) == ["identity.damaged-1.key", FILE]
    assert (tmp_path / "identity.damaged-1.key").read_bytes() == damage
    assert found(tmp_path, Ring(0.0), b"t" * 32) == Identity(b"s" * 32), "said once"


def test_a_damaged_entry_of_the_keyring_is_replaced_and_said(tmp_path: Path) -> None:
    ring = Ring()
    ring.kept["Chatapp", "chatapp"] = "garbage"
    assert found(tmp_path, ring) == Identity(b"s" * 32, RENEWED)
    ring.kept.clear()
    assert found(tmp_path, ring, b"t" * 32) == Identity(b"t" * 32, RENEWED), "somebody has emptied it"
    assert found(tmp_path, ring) == Identity(b"t" * 32)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everybody may read everything there")
def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    found(tmp_path, Ring(0.0))
    (tmp_path / FILE).chmod(0)
    identity = found(tmp_path, Ring(0.0))
    assert identity.seed is None
    assert "cannot be read" in identity.notice


def test_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    identity = found(tmp_path, Ring(0.0))
    assert identity.seed is None
    assert "cannot be read" in identity.notice
    assert files(tmp_path) == [FILE]


def test_where_nothing_can_be_kept_there_is_a_key_for_today(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    identity = found(tmp_path / "file" / "folder", Ring(0.0))
    assert identity.seed == b"s" * 32
    assert "cannot be kept" in identity.notice


def test_an_identity_moves_in_a_file(tmp_path: Path) -> None:
    write(tmp_path / "moving.txt", b"m" * 32)
    text = (tmp_path / "moving.txt").read_text()
    (tmp_path / "moving.txt").write_text(text.replace("\n", "\r\n") + "\n\n", newline="")
    assert read(tmp_path / "moving.txt") == b"m" * 32, "as a mail program may leave it"
    write(tmp_path / FILE, b"o" * 32)
    before = adopt(tmp_path, read(tmp_path / "moving.txt"))
    assert before is not None
    assert read(before) == b"o" * 32
    assert found(tmp_path, Ring()) == Identity(b"m" * 32)
    (tmp_path / "letter.txt").write_text("Dear Bo, …", encoding="utf-8")
    with pytest.raises(NotAnIdentity):
        read(tmp_path / "letter.txt")


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / FILE, b"o" * 32)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    for change in (lambda: write(tmp_path / FILE, b"n" * 32), lambda: adopt(tmp_path, b"n" * 32)):
        with pytest.raises(OSError, match="No space"):
            change()
        assert files(tmp_path) == [FILE]
        assert read(tmp_path / FILE) == b"o" * 32, "or the next start would make somebody new"


def test_a_folder_that_takes_no_note_changes_nobody(tmp_path: Path) -> None:
    """The key is in the keyring, whether that can be written down or not."""
    ring = Ring()
    found(tmp_path / "person", ring)
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "folder"):
        assert found(folder, ring, b"t" * 32) == Identity(b"s" * 32)
    assert found(tmp_path / "file", Ring(), b"n" * 32) == Identity(b"n" * 32), "nor is a new one worse for it"


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the profile's folder keeps others out")
def test_a_file_that_came_from_elsewhere_is_closed_to_others(tmp_path: Path) -> None:
    write(tmp_path / FILE, b"o" * 32)
    (tmp_path / FILE).chmod(0o644)
    assert found(tmp_path, Ring()) == Identity(b"o" * 32)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_who_one_was_is_there_still_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / FILE, b"o" * 32)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        adopt(tmp_path, b"n" * 32)
    assert read(tmp_path / FILE) == b"o" * 32
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_no_folder_is_made_for_a_file_that_goes_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "mistyped" / "me", b"m" * 32)
    assert not (tmp_path / "mistyped").exists()
    assert adopt(tmp_path / "first" / "start", b"m" * 32) is None


def test_names_are_proven_with_it() -> None:
    key, proof = person.signer(b"s" * 32)("pin", "nonce", "Ann")
    assert key == public_key(b"s" * 32)
    assert is_proven(key, proof, "pin", "nonce", "Ann")
