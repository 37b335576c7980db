"""Which names are allowed, which are taken for each other, and how strange ones are shown."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatapp.protocol import names
from chatapp.protocol.limits import ROOM_NAME, USERNAME
from chatapp.protocol.names import BadName, look_alikes, shown, skeleton

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
LETTERS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=USERNAME)


def alike(one: str, other: str) -> bool:
    return not {*look_alikes(one)}.isdisjoint(look_alikes(other))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ann", "Ann"),
        ("  Ann   Lee  ", "Ann Lee"),
        ("Chloé", "Chloé"),
        ("Chloe\u0301", "Chloé"),
        ("Ａｎｎ", "Ann"),
        ("李雷", "李雷"),
        ("Ann\u00a0Lee", "Ann Lee"),
        ("ann-lee_7.", "ann-lee_7."),
        ("O'Brien", "O'Brien"),
        ("😀", "😀"),
        ("محمد", "محمد"),
        ("x" * USERNAME, "x" * USERNAME),
    ],
)
def test_a_name_as_it_is_kept(text: str, kept: str) -> None:
    assert names.username(text) == kept
    assert names.room_name(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u3000",
        "a\nb",
        "a\tb",
        "a\x00b",
        "\x1b[31m",
        "\u202eevil",
        "a\u2066b\u2069",
        "a\u200bb",
        "a\u200db",
        "a\ufeffb",
        "a\u00adb",
        "\u2028",
        "a\ud800b",
        "\U000e0041",
        "\ue000",
        "\uffff",
        "x" * (USERNAME + 1),
        "x" * 10_000_000,
    ],
)
def test_names_that_are_not_allowed(text: str) -> None:
    with pytest.raises(BadName) as problem:
        names.username(text)
    assert str(problem.value).endswith(".")
    assert str(problem.value).isprintable()
    assert len(str(problem.value)) < 200


def test_rooms_may_have_longer_names() -> None:
    assert names.room_name("x" * ROOM_NAME) == "x" * ROOM_NAME
    with pytest.raises(BadName, match=f"at most {ROOM_NAME}"):
        names.room_name("x" * (ROOM_NAME + 1))


def test_a_name_that_grows_when_it_is_normalised_is_measured_as_it_is_kept() -> None:
    assert len(names.room_name("ﷺ" * 3)) == 54
    with pytest.raises(BadName, match=f"at most {USERNAME}"):
        names.username("ﷺ" * 3)


@pytest.mark.parametrize(
    "text", ["admin", "Admin", "ADMIN", "аdmin", "ａｄｍｉｎ", "аԁmin", "adrnin", "admın", "server", "ѕеrvеr", "System"]
)
def test_the_servers_own_voice_cannot_be_borrowed(text: str) -> None:
    with pytest.raises(BadName, match="reserved"):
        names.username(text)
    assert names.room_name(text)


@pytest.mark.parametrize("text", ["administrator", "servers", "Adam", "sys", "my system"])
def test_what_only_resembles_a_reserved_name_is_free(text: str) -> None:
    assert names.username(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann", "ann"),
        ("paypal", "раураl"),
        ("Bill", "BiIl"),
        ("Bill", "Bi1l"),
        ("STRASSE", "straße"),
        ("modern", "modem"),
        ("Chloé", "Chloe\u0301"),
        ("ΑΝΝ", "ANN"),
        ("О0", "OO"),
        ("ﻵ", "لآ"),
    ],
)
def test_names_that_are_taken_for_each_other(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Ann", "Anna"), ("Ann", "Án"), ("李", "雷"), ("a b", "ab"), ("Bo", "Bö")])
def test_names_that_are_not(one: str, other: str) -> None:
    assert not alike(one, other)


@given(ANY)
def test_a_kept_name_is_kept_again(text: str) -> None:
    try:
        name = names.room_name(text)
    except BadName:
        return
    assert names.room_name(name) == name
    assert 0 < len(name) <= ROOM_NAME
    assert name.strip() == name
    assert shown(name) == name
    for character in name:
        assert unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }


@given(ANY)
@example("ﻵ")
@example("ҋ")
def test_a_skeleton_is_its_own_skeleton(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@given(ANY)
def test_forms_of_one_text_look_alike(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert skeleton(unicodedata.normalize(form, text)) == skeleton(text)


@given(LETTERS)
def test_case_alone_does_not_make_another_name(text: str) -> None:
    assert alike(text, text)
    for other in (text.casefold(), text.upper(), text.lower(), text.swapcase()):
        if other.casefold() == text.casefold():
            assert alike(text, other)


@given(LETTERS, LETTERS)
def test_look_alikes_are_found_whichever_comes_first(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    if skeleton(one) == skeleton(other):
        assert alike(one, other)


@given(st.text(max_size=300))
def test_whatever_a_name_holds_it_can_be_shown(text: str) -> None:
    visible = shown(text)
    assert len(visible) <= 4 * ROOM_NAME + 1
    assert not [character for character in visible if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert shown(visible) == visible


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("Ann", "Ann"),
        ("Ann Lee", "Ann Lee"),
        ("\u202eevil", "\ufffdevil"),
        ("a\nb\x00c", "a\ufffdb\ufffdc"),
        ("Ann\u00a0Lee", "Ann\u00a0Lee"),
        ("\ud800", "\ufffd"),
        ("", ""),
    ],
)
def test_strange_names_as_they_are_shown(text: str, visible: str) -> None:
    assert shown(text) == visible
