"""Profiles side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.app.profile import LONGEST, PORTS, called, checked, port
from chatapp.protocol.limits import NEXT_PORTS, PORT


@pytest.mark.parametrize(
    ("typed", "name"),
    [("work", "work"), ("Work", "work"), ("a", "a"), ("ann-2_b.c", "ann-2_b.c"), ("x" * 32, "x" * 32)],
)
def test_a_name_that_can_be(typed: str, name: str) -> None:
    assert checked(typed) == name


@pytest.mark.parametrize(
    "typed", ["", ".", "..", ".hidden", "dot.", "a b", "a/b", "a\\b", "ä", "\u212a", "x" * 33, "a\n", "a:b", "%00"]
)
def test_a_name_that_cannot(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a profile"):
        checked(typed)


@given(st.text(max_size=LONGEST + 2))
def test_what_passes_is_part_of_a_files_name_everywhere(typed: str) -> None:
    try:
        name = checked(typed)
    except ValueError:
        return
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    assert checked(name) == name
    assert not name.startswith(".")
    assert not name.endswith(".")


def test_the_one_without_a_name_has_what_it_always_had() -> None:
    assert called("chatapp", "") == "chatapp"
    assert port("") == PORT


def test_each_has_a_port_that_stays_and_is_not_one_that_others_fall_back_to() -> None:
    ports = [port(f"p{number}") for number in range(20)]
    assert ports == [port(f"p{number}") for number in range(20)]
    assert len(set(ports)) > 15
    assert set(ports) <= set(PORTS)
    assert not set(PORTS) & {PORT, *NEXT_PORTS}
