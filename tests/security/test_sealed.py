"""Only the password opens it, and nothing that was changed opens."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.security import sealed
from chatapp.security.sealed import NotOpened, is_sealed, seal, unseal


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "COST", 2**4)
    monkeypatch.setattr(sealed, "PIECE", 100)


def sealed_of(text: bytes, password: str = "tea") -> bytes:
    made = io.BytesIO()
    seal(io.BytesIO(text), made, password)
    return made.getvalue()


def opened(whole: bytes, password: str = "tea") -> bytes:
    made = io.BytesIO()
    unseal(io.BytesIO(whole), made, password)
    return made.getvalue()


@pytest.mark.parametrize("length", [0, 1, 99, 100, 101, 200, 1_234])
def test_what_is_sealed_comes_out_again(length: int) -> None:
    text = bytes(n % 251 for n in range(length))
    whole = sealed_of(text)
    assert is_sealed(io.BytesIO(whole))
    assert len(text) < 16 or text not in whole  # a few bytes may be there by chance
    assert opened(whole) == text


def test_with_another_password_nothing_does() -> None:
    with pytest.raises(NotOpened):
        opened(sealed_of(b"hello"), "coffee")


def test_a_password_is_the_same_on_another_computer() -> None:
    """Some systems type an accent as a character of its own."""
    assert opened(sealed_of(b"hello", "Caf\u00e9"), "Cafe\u0301") == b"hello"


def test_the_same_twice_is_not_the_same() -> None:
    assert sealed_of(b"hello") != sealed_of(b"hello")


WHOLE_PIECES = 300
"""bytes in three pieces"""


@given(st.data())
def test_whatever_is_changed_is_noticed(data: st.DataObject) -> None:
    whole = bytearray(sealed_of(b"x" * WHOLE_PIECES))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(NotOpened):
        opened(bytes(whole))


def test_pieces_are_not_swapped_left_out_or_added() -> None:
    whole = sealed_of(bytes(WHOLE_PIECES))
    head, piece = len(sealed.MAGIC) + sealed.SALT + sealed.PREFIX, 100 + sealed.TAG
    first, second, third = (whole[head + n * piece : head + (n + 1) * piece] for n in range(3))
    for wrong in (second + first + third, first + second, first + third, first + second + third + third, b""):
        with pytest.raises(NotOpened):
            opened(whole[:head] + wrong)


@pytest.mark.parametrize("whole", [b"", b"PK\x03\x04", sealed.MAGIC, sealed.MAGIC + bytes(10)])
def test_what_is_no_such_file(whole: bytes) -> None:
    with pytest.raises(NotOpened):
        opened(whole)


def test_looking_does_not_move_on(tmp_path: Path) -> None:
    source = io.BytesIO(b"PK\x03\x04 and more")
    assert not is_sealed(source)
    assert source.read(2) == b"PK"
