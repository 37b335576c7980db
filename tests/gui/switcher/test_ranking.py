import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.switcher.ranking import Wanted, folded

NAMES = st.text(st.characters(codec="utf-8"), max_size=40).map(str.strip)
SHARE = st.floats(0, 1)


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("music", "music", "musical evenings"),
        ("mus", "music", "chamber music"),
        ("mus", "chamber music", "amusement"),
        ("mus", "amusement", "my utmost secret"),
        ("mus", "music", "musicians of the town"),
        ("delroom", "Delete room…", "Find in all rooms"),
        ("all find", "Find in all rooms", "a fallen, kind one"),
    ],
)
def test_a_better_kind_of_fit_leads(typed: str, better: str, worse: str) -> None:
    wanted = Wanted(typed)
    first, second = wanted.fit(better), wanted.fit(worse, lately=1.0 if better[0] != typed[0] else 0.0)
    assert first is not None
    assert second is None or first > second


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("chloe", "Chloé"),
        ("CHLOÉ", "chloe"),
        ("lan party", "lan-party"),
        ("lan-", "LAN party"),
        ("strasse", "Straße"),
        ("ابر", "اِبْراهيم"),
        ("c++", "C++"),
        ("!", "!!!"),
    ],
)
def test_case_accents_and_signs_make_no_difference(typed: str, name: str) -> None:
    assert Wanted(typed).fit(name) is not None


@pytest.mark.parametrize(("typed", "name"), [("xyz", "music"), ("cisum", "music"), ("sc", "music"), ("?", "music")])
def test_what_does_not_fit(typed: str, name: str) -> None:
    assert Wanted(typed).fit(name) is None


@given(NAMES, NAMES, SHARE)
def test_what_was_used_lately_leads_only_among_equals(typed: str, name: str, lately: float) -> None:
    """A step from one kind of fit to the next is 1."""
    before, now = Wanted(typed).fit(name), Wanted(typed).fit(name, lately)
    assert (before is None) == (now is None)
    if before is not None and now is not None:
        assert before <= now < int(before) + 1


@given(NAMES)
def test_a_name_fits_itself_best(name: str) -> None:
    worth = Wanted(name).fit(name)
    assert worth is not None
    assert worth >= 4


@given(NAMES, st.integers(0, 40))
def test_any_beginning_of_a_name_finds_it(name: str, length: int) -> None:
    assert Wanted(name[:length]).fit(name) is not None


@given(st.lists(st.sampled_from("ab "), max_size=60), st.lists(st.sampled_from("ab "), max_size=60))
def test_letters_in_their_order_fit_from_the_beginning_of_a_word(typed: list[str], name: list[str]) -> None:
    letters, words = "".join(typed).replace(" ", ""), "".join(name).split()
    rests = [iter("".join(words[place:])) for place, word in enumerate(words) if letters and word[0] == letters[0]]
    in_order = any(all(letter in rest for letter in letters) for rest in rests)
    if letters:
        fit = Wanted(letters).fit("".join(name))
        assert (fit is not None) == (in_order or letters in "".join(name))


def test_hostile_names_cost_no_time() -> None:
    wanted = Wanted("ab" * 100)
    assert wanted.fit("a" * 100_000) is None


def test_a_name_without_letters_keeps_its_signs() -> None:
    assert folded("!!!") == ("!!!", "")
