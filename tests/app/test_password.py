"""Where commands have their passwords from."""

import getpass
from collections.abc import Callable
from pathlib import Path

import pytest

from chatapp.app.password import NoPassword, asked, checked, in_file
from chatapp.protocol.limits import SECRET

WORD = "correct horse 🐴"


@pytest.mark.parametrize(
    "data", [WORD, f"{WORD}\n", f"{WORD}\r\nand a note\n", f"\ufeff{WORD}\r\n", f"{WORD}\n" + 2_047 * "é"]
)
def test_the_first_line_of_a_file(data: str, tmp_path: Path) -> None:
    (tmp_path / "word").write_bytes(data.encode())
    assert in_file(tmp_path / "word") == WORD


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "1 to 256 characters"),
        (b"\nsecond", "1 to 256 characters"),
        (b"secret" * SECRET, "1 to 256 characters"),
        (b"secret\xff", "UTF-8"),
        ("secret".encode("utf-16"), "UTF-8"),
    ],
)
def test_a_file_without_one(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "word").write_bytes(data)
    with pytest.raises(NoPassword, match=why) as problem:
        in_file(tmp_path / "word")
    assert "secret" not in str(problem.value)


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoPassword, match="it cannot be read: No such file"):
        in_file(tmp_path / "word")


def answering(*answers: str) -> Callable[[str], str]:
    left = iter(answers)

    def answer(_prompt: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return answer


def test_it_is_typed_once_or_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getpass", answering("tea", "tea", "tea", "tea", "coffee", "tea"))
    assert asked("Password", twice=False) == "tea"
    assert asked("Password", twice=True) == "tea"
    with pytest.raises(NoPassword, match="different"):
        asked("Password", twice=True)
    with pytest.raises(NoPassword, match="none was typed"):
        asked("Password", twice=True)


def test_what_can_be_one() -> None:
    assert checked("x" * SECRET) == "x" * SECRET
    for text in ("", "x" * (SECRET + 1)):
        with pytest.raises(NoPassword, match="1 to 256"):
            checked(text)
