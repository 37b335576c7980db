"""Damage is passed over, and said."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.rooms import notes
from chatapp.rooms.log import KeepNote
from chatapp.rooms.rules import Rules


def test_what_is_kept_is_read() -> None:
    rules = Rules("Ann's “house”", "hash", invite_only=True, people=7)
    assert notes.read(notes.kept("server", "rules", rules), Rules) == rules


def test_what_a_later_version_adds_is_no_damage() -> None:
    assert notes.read(KeepNote("server", "rules", '{"locked":true,"colour":"red"}'), Rules) == Rules(locked=True)


@pytest.mark.parametrize("value", ["", "{", "[]", '{"people":"many"}', "[" * 10_000, "\ud800"])
def test_damage(value: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert notes.read(KeepNote("server", "rules", value), Rules) is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "'rules'" in caplog.text


@given(st.text(max_size=40))
def test_whatever_stands_there_nothing_breaks(value: str) -> None:
    notes.read(KeepNote("server", "x", value), Rules)
