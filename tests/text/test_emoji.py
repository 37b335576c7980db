import subprocess
import sys

import emoji as package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text.emoji import LONGEST_QUERY, Catalogue, Emoji, Group, catalogue, is_emoji_only
from chatapp.text.emoji_keys import fold
from chatapp.text.emoji_names import LANGUAGES, names

ALL = tuple(emoji for group in catalogue().groups for emoji in group.emoji)
SEQUENCES = tuple(characters for emoji in ALL for characters in (emoji.characters, *emoji.skins))
queries = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz_ :+-1", max_size=8),
    st.sampled_from(SEQUENCES),
    st.sampled_from([code for emoji in ALL for code in emoji.shortcodes]),
    st.sampled_from([called.name for language in LANGUAGES for called in names(language).values()]),
)


def found(query: str, recents: tuple[str, ...] = ()) -> list[str]:
    return [emoji.characters for emoji in catalogue().search(query, recents)]


def test_groups_stand_in_the_order_of_pickers() -> None:
    assert [group.key for group in catalogue().groups] == [
        "smileys-emotion",
        "people-body",
        "animals-nature",
        "food-drink",
        "travel-places",
        "activities",
        "objects",
        "symbols",
        "flags",
    ]
    assert [group.emoji[0].name for group in catalogue().groups][:3] == ["grinning face", "waving hand", "monkey face"]


def test_every_emoji_is_fully_qualified_named_and_in_order() -> None:
    assert len(ALL) > 1850
    assert [emoji.order for emoji in ALL] == list(range(len(ALL)))
    for emoji in ALL:
        assert package.EMOJI_DATA[emoji.characters]["status"] == package.STATUS["fully_qualified"]
        assert emoji.name
        assert "_" not in emoji.name
        assert len(emoji.skins) in {0, 5, 25}
    assert all(emoji.group == group.key for group in catalogue().groups for emoji in group.emoji)


def test_every_shortcode_leads_back_to_its_emoji() -> None:
    for emoji in ALL:
        assert emoji.shortcodes
        for code in emoji.shortcodes:
            assert catalogue().by_shortcode(code) is emoji
            assert catalogue().by_shortcode(f":{code.upper()}:") is emoji
            assert fold(code) == code


def test_what_is_not_a_shortcode_finds_nothing() -> None:
    for code in ("", ":", "::", "no_such_emoji", "grinning face", "\0"):
        assert catalogue().by_shortcode(code) is None


def test_shortcodes_mean_what_people_are_used_to() -> None:
    expected = {
        "cat": "🐱",
        "dog": "🐶",
        "heart": "❤️",
        "+1": "👍",
        "-1": "👎",
        "joy": "😂",
        "beetle": "🪲",
        "tada": "🎉",
    }
    for code, characters in expected.items():
        emoji = catalogue().by_shortcode(code)
        assert emoji is not None
        assert emoji.characters == characters


def test_an_emoji_is_found_by_any_of_its_forms() -> None:
    thumb = catalogue().by_shortcode("thumbsup")
    assert thumb is not None
    assert catalogue().find("👍") is thumb
    assert catalogue().find("👍🏽") is thumb
    assert catalogue().find("👍\ufe0f") is thumb
    assert catalogue().find("❤") is catalogue().by_shortcode("heart")
    assert catalogue().find("a") is None


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("heart", "❤️"),
        (":heart:", "❤️"),
        (":HEART", "❤️"),
        ("red heart", "❤️"),
        ("heart red", "❤️"),
        ("thumbs up", "👍"),
        ("thumbs-up", "👍"),
        ("+1", "👍"),
        ("-1", "👎"),
        ("pinata", "🪅"),
        ("PIÑATA", "🪅"),
        ("womans boot", "👢"),
        ("woman's boot", "👢"),
        ("woman’s boot", "👢"),
        ("cote d'ivoire", "🇨🇮"),
        ("lolli", "🍭"),
        ("kiss", "💋"),  # the shortcode, before what is called so
        ("xyzzy", None),
    ],
)
def test_the_best_hit(query: str, first: str | None) -> None:
    assert (found(query) or [None])[0] == first


def test_ranks_follow_one_another() -> None:
    names = {
        "fire": "exact",
        "fire_engine": "prefix",
        "camp_fire": "word",
        "sapfired": "inside",
        "ember": "tag",
        "water": "never",
    }
    members = [
        Emoji(
            chr(0xE000 + order), code.replace("_", " "), (code,), "g", order, (), ("fire",) if code == "ember" else ()
        )
        for order, code in enumerate(reversed(names))
    ]
    small = Catalogue([Group("g", "G", tuple(members))])
    ranked = [emoji.shortcodes[0] for emoji in small.search("fire")]
    assert ranked == ["fire", "fire_engine", "camp_fire", "sapfired", "ember"]
    by_code = {emoji.shortcodes[0]: emoji.characters for emoji in members}
    boosted = [emoji.shortcodes[0] for emoji in small.search("fire", [by_code["sapfired"], by_code["ember"]])]
    assert boosted == ["fire", "fire_engine", "sapfired", "camp_fire", "ember"]
    assert [emoji.shortcodes[0] for emoji in small.complete("fire", 9)] == ["fire", "fire_engine", "camp_fire"]


def test_own_use_leads_its_rank_but_not_the_exact_shortcode() -> None:
    assert found("smi")[0] != "😸"
    assert found("smil", recents=("😸",))[0] == "😸"
    assert found("heart", recents=("😍", "💘"))[:3] == ["❤️", "😍", "💘"]
    assert found("heart", recents=("💘", "😍"))[:3] == ["❤️", "💘", "😍"]


def test_recents_that_nobody_knows_change_nothing() -> None:
    assert found("heart", recents=("nonsense", "", "\ud800")) == found("heart")


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("de", "Herz", "❤️"),
        ("de", "rotes herz", "❤️"),
        ("de", "Katze", "🐈"),
        ("de", "daumen", "👍"),
        ("de", "Deutschland", "🇩🇪"),
        ("de", "fussball", "⚽"),
        ("de", "Fußball", "⚽"),
        ("de", "heart", "❤️"),
        ("de", "Germany", "🇩🇪"),
        ("ar", "قلب", "❤️"),
        ("ar", "قلب احمر", "❤️"),  # as people type it, without the hamza
        ("ar", "ألمانيا", "🇩🇪"),
        ("ar", "+1", "👍"),
        ("ar", "heart", "❤️"),
    ],
)
def test_the_best_hit_in_another_language_and_in_english(language: str, query: str, first: str) -> None:
    assert catalogue(language).search(query)[0].characters == first
    assert first in [emoji.characters for emoji in catalogue(language).complete(query, 9)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_adds_names_and_takes_nothing_away(language: str) -> None:
    local = [emoji for group in catalogue(language).groups for emoji in group.emoji]
    assert [emoji.characters for emoji in local] == [emoji.characters for emoji in ALL]
    for here, english in zip(local, ALL, strict=True):
        assert (here.shortcodes, here.skins, here.order) == (english.shortcodes, english.skins, english.order)
        assert here.english == english.name
        assert set(here.tags) >= set(english.tags)
        assert here.name
        assert len(here.name) <= LONGEST_QUERY
    assert sum(here.name != here.english for here in local) > 0.9 * len(local)
    assert {emoji.characters for emoji in catalogue(language).search("heart")} >= set(found("heart"))


def test_a_whole_name_comes_first_save_for_a_shortcode_that_is_the_same() -> None:
    assert found("japan")[:2] == ["🗾", "🇯🇵"]
    for language in ("en", *LANGUAGES):
        for group in catalogue(language).groups:
            for emoji in group.emoji:
                assert emoji in catalogue(language).search(emoji.name)[:2]


def test_a_language_without_names_is_english() -> None:
    assert catalogue("tlh") is catalogue("en") is catalogue()


def test_emoji_in_the_query_find_themselves() -> None:
    assert found("👍🏽") == ["👍"]
    assert found(" ❤️ 🏳️‍🌈 ❤️") == ["❤️", "🏳️‍🌈"]


def test_one_letter_finds_only_beginnings() -> None:
    hits = catalogue().search("z")
    assert hits
    for emoji in hits:
        words = " ".join((*emoji.shortcodes, fold(emoji.name))).replace("_", " ").replace("-", " ").split()
        assert any(word.startswith("z") for word in words)


def test_a_query_longer_than_any_name_finds_nothing() -> None:
    assert found("a" * 4000) == []
    assert found("👍" * 4000) == []
    assert found("smile " * 700) == []
    assert max(len(emoji.name) for emoji in ALL) <= LONGEST_QUERY


@given(queries, st.lists(st.sampled_from(SEQUENCES), max_size=5), st.sampled_from(("en", *LANGUAGES)))
def test_a_search_is_a_ranked_choice_from_the_catalogue(query: str, recents: list[str], language: str) -> None:
    known = catalogue(language)
    hits = known.search(query, recents)
    assert len(set(hits)) == len(hits)
    assert all(known.find(emoji.characters) is emoji for emoji in hits)
    assert set(hits) == set(known.search(query))
    if query.isascii():
        assert hits == known.search(query.swapcase(), recents)


@given(queries, st.integers(-2, 12))
def test_completion_is_a_bounded_part_of_the_search(prefix: str, limit: int) -> None:
    completed = catalogue().complete(prefix, limit)
    assert len(completed) <= max(limit, 0)
    if is_emoji_only(prefix) == 0:
        assert completed == catalogue().search(prefix)[: len(completed)]


def test_completion_of_what_is_typed_after_a_colon() -> None:
    assert [emoji.shortcodes[0] for emoji in catalogue().complete("tad", 3)] == ["tada"]
    assert [emoji.shortcodes[0] for emoji in catalogue().complete("hea", 2)] == ["heart", "hearts"], (
        "the shortest first"
    )
    assert catalogue().complete("", 5) == []
    assert catalogue().complete("a" * 4000, 5) == []
    assert all(emoji.characters != "🍭" for emoji in catalogue().complete("sweet", 50))  # a tag only


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("👍", 1),
        ("👍🏽👍", 2),
        (" 👨‍👩‍👧\n🏳️‍🌈 ", 2),
        ("👁‍🗨", 1),
        ("1️⃣", 1),
        ("1⃣", 1),
        ("#️⃣*️⃣", 2),
        ("🇩🇪🇫🇷", 2),
        ("❤️", 1),
        ("👍\ufe0f", 1),
        ("ℹ️", 1),
        ("❤", 0),
        ("❤\ufe0e", 0),
        ("©", 0),
        ("©️", 1),
        ("1", 0),
        ("12", 0),
        ("#", 0),
        ("1 👍", 0),
        ("🇩", 0),
        ("🏽", 0),
        ("\u200d", 0),
        ("\ufe0f", 0),
        ("👍\u200d", 0),
        ("", 0),
        (" \n", 0),
        ("hi 👍", 0),
        ("👍 hi", 0),
        ("👍.", 0),
        ("\x00", 0),
        ("\ud83d", 0),
    ],
)
def test_is_emoji_only(text: str, count: int) -> None:
    assert is_emoji_only(text) == count


@pytest.mark.parametrize("group", catalogue().groups, ids=lambda group: group.key)
def test_each_emoji_and_each_of_its_tones_counts_as_one(group: Group) -> None:
    for emoji in group.emoji:
        for characters in (emoji.characters, *emoji.skins):
            assert is_emoji_only(characters) == 1
            bare = characters.replace("\ufe0f", "")
            assert is_emoji_only(bare) == (1 if len(bare) > 1 or bare == characters else 0)


@given(st.lists(st.sampled_from(SEQUENCES), min_size=1, max_size=6), st.text(max_size=3))
def test_counting_adds_up_until_anything_else_is_there(pieces: list[str], other: str) -> None:
    assert is_emoji_only(" ".join(pieces)) == len(pieces)
    assert is_emoji_only(f"{' '.join(pieces)}a{other}") == 0


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    count = is_emoji_only(text)
    assert 0 <= count <= len(text)
    assert count == 0 or not any(letter.isascii() and letter.isalpha() for letter in text)


def test_nothing_is_read_before_it_is_needed() -> None:
    script = """
import sys
from chatapp.text import emoji, emoji_table
assert emoji.is_emoji_only("Hello, world") == 0
assert emoji.is_emoji_only("Привет 👍") == 0
assert emoji_table.table.cache_info().currsize == 0
assert emoji.is_emoji_only("👍") == 1
assert "emoji" not in sys.modules
assert emoji.catalogue().by_shortcode("+1")
assert "emoji" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True)
