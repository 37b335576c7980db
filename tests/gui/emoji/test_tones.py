import pytest

from chatapp.gui.emoji.tones import Form, forms, tone_name
from chatapp.gui.settings import Settings
from chatapp.text.emoji import Emoji, catalogue
from chatapp.text.tones import TONES, tones_of


def emoji(characters: str) -> Emoji:
    found = catalogue().find(characters)
    assert found is not None
    return found


def test_the_tones_are_those_that_can_be_chosen_and_each_has_a_name() -> None:
    assert Settings.skin_tone.choices == TONES
    assert len({tone_name(tone) for tone in TONES}) == len(TONES)
    assert tone_name("medium-dark") == "Medium-dark skin tone"


def test_one_person_has_a_line_of_the_plain_form_and_five_tones() -> None:
    (line,) = forms(emoji("👍"), lambda _form: True)
    assert [form.characters for form in line if form] == ["👍", "👍🏻", "👍🏼", "👍🏽", "👍🏾", "👍🏿"]
    assert line[0] == Form("👍", "No skin tone")
    assert line[5] == Form("👍🏿", "Dark skin tone")


@pytest.mark.parametrize("characters", ["🤝", "👫", "🧑‍🤝‍🧑", "👩‍❤️‍💋‍👨", "🤼‍♀️"])
def test_two_people_have_a_line_for_each_tone_of_the_first(characters: str) -> None:
    lines = forms(emoji(characters), lambda _form: True)
    assert [len(line) for line in lines] == [6] * 5
    assert [line[0] for line in lines] == [Form(characters, "No skin tone"), *[None] * 4]
    for first, line in zip(TONES[1:], lines, strict=True):
        for second, form in zip(TONES[1:], line[1:], strict=True):
            assert form is not None
            assert (tones_of(form.characters)[0], tones_of(form.characters)[-1]) == (first, second)
    assert {form.characters for line in lines for form in line[1:] if form} == set(emoji(characters).skins)
    assert str(lines[0][2] and lines[0][2].name) == "Light skin tone, then Medium-light skin tone"
    assert str(lines[1][2] and lines[1][2].name) == "Medium-light skin tone"


def test_two_people_have_the_same_tone_where_the_font_has_no_others() -> None:
    (line,) = forms(emoji("👫"), lambda form: len(set(tones_of(form))) < 2 and "‍" not in form)
    assert [form.characters for form in line if form] == ["👫", "👫🏻", "👫🏼", "👫🏽", "👫🏾", "👫🏿"]


def test_what_cannot_be_drawn_leaves_a_gap_or_nothing() -> None:
    (line,) = forms(emoji("👍"), lambda form: form != "👍🏽")
    assert line[3] is None
    assert forms(emoji("👍"), lambda _form: False) == []
    assert forms(emoji("😀"), lambda _form: True) == []
