import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text.emoji_table import table
from chatapp.text.tones import PLAIN, TONES, in_tone, pairs, tones_of

WITH_TONES = tuple(row for group in table() for row in group.rows if row.skins)


@pytest.mark.parametrize(
    ("characters", "tone", "expected"),
    [
        ("👍", "medium", "👍🏽"),
        ("👍🏿", "light", "👍🏻"),
        ("👍🏿", PLAIN, "👍"),
        ("👍", PLAIN, "👍"),
        ("☝", "dark", "☝🏿"),
        ("☝🏿", PLAIN, "☝️"),
        ("🤝", "medium-dark", "🤝🏾"),
        ("👩🏻‍🤝‍👨🏿", "light", "👫🏻"),
        ("👩🏻‍🤝‍👨🏿", PLAIN, "👫"),
        ("🧑‍🤝‍🧑", "light", "🧑🏻‍🤝‍🧑🏻"),
        ("🧔‍♂️", "medium", "🧔🏽‍♂️"),
        ("😀", "medium", "😀"),
        ("hello 👍🏽", "light", "hello 👍🏽"),
        ("👍", "purple", "👍"),
        ("", "dark", ""),
    ],
)
def test_an_emoji_in_a_tone(characters: str, tone: str, expected: str) -> None:
    assert in_tone(characters, tone) == expected


@pytest.mark.parametrize("tone", TONES)
def test_every_emoji_of_people_has_every_tone_and_comes_back(tone: str) -> None:
    for row in WITH_TONES:
        toned = in_tone(row.characters, tone)
        assert set(tones_of(toned)) == ({tone} - {PLAIN})
        for form in row.skins:
            assert in_tone(form, tone) == toned
        assert in_tone(toned, PLAIN) == row.characters


def test_two_people_have_every_pair_of_tones() -> None:
    for row in WITH_TONES:
        found = pairs(row.skins)
        assert set(found.values()) == set(row.skins)
        same = {(tone, tone) for tone in TONES[1:]}
        assert set(found) == same or set(found) == {(one, other) for one in TONES[1:] for other in TONES[1:]}


def test_the_tones_of_a_form() -> None:
    assert tones_of("👍") == ()
    assert tones_of("👍🏽") == ("medium",)
    assert tones_of("👩🏻‍🤝‍👨🏿") == ("light", "dark")


@given(st.text(), st.sampled_from(TONES))
def test_any_text_can_be_asked_about(text: str, tone: str) -> None:
    assert in_tone(in_tone(text, tone), PLAIN) == in_tone(text, PLAIN)


def test_without_a_tone_nothing_is_read() -> None:
    script = """
from chatapp.text import emoji_table, tones
assert tones.in_tone("👍", tones.PLAIN) == "👍"
assert emoji_table.table.cache_info().currsize == 0
"""
    subprocess.run([sys.executable, "-c", script], check=True)
