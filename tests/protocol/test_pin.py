"""What a host's key is known by, and what two people compare."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.pin import LENGTH, BadPin, checked, code


def pin_of(digest: bytes) -> str:
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


PINS = st.binary(min_size=32, max_size=32).map(pin_of)


@given(PINS)
def test_every_digest_is_a_pin(pin: str) -> None:
    assert checked(pin) == pin
    assert len(pin) == LENGTH


@pytest.mark.parametrize("text", ["", "A" * 42, "A" * 44, "A" * 42 + "B", "A" * 42 + "=", "é" * 43, "A" * 43 + "\n"])
def test_nothing_else_is(text: str) -> None:
    with pytest.raises(BadPin):
        checked(text)


@given(PINS, st.integers(0, 255))
def test_another_key_has_another_code(pin: str, place: int) -> None:
    """Each of the first 100 bits counts."""
    digest = int.from_bytes(urlsafe_b64decode(pin + "="))
    other = (digest ^ 1 << (255 - place)).to_bytes(32)
    assert (code(pin) == code(pin_of(other))) == (place >= 100)


@given(PINS)
def test_a_code_can_be_read_aloud(pin: str) -> None:
    groups = code(pin).split(" ")
    assert [len(group) for group in groups] == [4] * 5
    assert set("".join(groups)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
