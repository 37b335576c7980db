"""What a host's key is known by, and what two people compare."""

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.pin import LENGTH, BadPin, checked, code

PINS = st.binary(min_size=32, max_size=32).map(lambda digest: urlsafe_b64encode(digest).rstrip(b"=").decode())


@given(PINS)
def test_every_digest_is_a_pin(pin: str) -> None:
    assert checked(pin) == pin
    assert len(pin) == LENGTH


@pytest.mark.parametrize("text", ["", "A" * 42, "A" * 44, "A" * 42 + "B", "A" * 42 + "=", "é" * 43, "A" * 43 + "\n"])
def test_nothing_else_is(text: str) -> None:
    with pytest.raises(BadPin):
        checked(text)


@given(PINS, PINS)
def test_another_key_has_another_code(one: str, other: str) -> None:
    assert (code(one) == code(other)) == (one[:16] == other[:16])


@given(PINS)
def test_a_code_can_be_read_aloud(pin: str) -> None:
    groups = code(pin).split(" ")
    assert [len(group) for group in groups] == [4] * 5
    assert set("".join(groups)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
