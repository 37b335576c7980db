import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text.mentions import mentions


def called(text: str, name: str) -> list[str]:
    return [text[start:end] for start, end in mentions(text, name)]


@pytest.mark.parametrize(
    ("text", "name", "call"),
    [
        ("@Ann", "Ann", "@Ann"),
        ("hello @ann, are you there?", "Ann", "@ann"),
        ("@ANN's turn", "Ann", "@ANN"),
        ("(@ann)", "Ann", "@ann"),
        ("ask @ann.", "Ann", "@ann"),
        ("ask @ann - or not", "Ann", "@ann"),
        ("@ann. Then go", "Ann", "@ann"),
        ("@Ann Lee, look", "Ann Lee", "@Ann Lee"),
        ("👍🏽️@ann", "Ann", "@ann"),
        ("@ann❤️", "Ann", "@ann"),
        ("@ann️", "Ann", "@ann"),
        ("@chloé", "Chloé", "@chloé"),
        ("@chloe\u0301!", "Chloé", "@chloe\u0301"),
        ("@straße", "STRASSE", "@straße"),
        ("@ａｎｎ", "Ann", "@ａｎｎ"),
        ("你好@小明 在吗", "小明", "@小明"),
        ("مرحبا @ليلى!", "ليلى", "@ليلى"),
        ("@a.b*c", "a.b*c", "@a.b*c"),
        ("@all come", "all", "@all"),
        ("İ @ann", "Ann", "@ann"),
        ("2 ` and @ann", "Ann", "@ann"),
        ("`code` @ann", "Ann", "@ann"),
    ],
)
def test_calls_a_name_where_it_stands(text: str, name: str, call: str) -> None:
    assert called(text, name) == [call]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ann",
        "@",
        "@ ann",
        "@annabel",
        "@ann_1",
        "@ann2",
        "@ann-marie",
        "@ann.lee",
        "@ann\u0301",
        "@anné",
        "bo@ann",
        "bo@ann.example",
        "e\u0301@ann",
        "@all",
        "@everyone",
        "https://example.org/@ann",
        "www.example.org/@ann/1",
        "`@ann`",
        "``a ` @ann``",
        "```\n@ann\n```",
        "```\n@ann",
        "~~~ text\n@ann\n~~~",
    ],
)
def test_leaves_everything_else_alone(text: str) -> None:
    assert mentions(text, "Ann") == []


def test_finds_each_call() -> None:
    assert mentions("@ann @bo @Ann", "ann") == [(0, 4), (9, 13)]


def test_nobody_has_no_name() -> None:
    assert mentions("@ @ann", "") == []


def test_half_a_character_is_no_end_of_a_name() -> None:
    """“ﬁ” is folded to two letters."""
    assert mentions("@ﬁ", "f") == []
    assert called("@ﬁ", "fi") == ["@ﬁ"]


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "text",
    [
        "@ann " * 800,
        "@" * 4000,
        "@a" * 2000,
        "`" * 3999 + "@",
        " ".join("`" * count for count in range(88)) + "@ann",
        "```\n" * 990 + "@ann",
        "é@ann " * 660,
        "https://example.org/@ann " * 160,
        "@Ann`x`" * 6_000,
        "@ann\n" + "~" * 40_000,
    ],
)
def test_the_cost_grows_with_the_text(text: str) -> None:
    for _ in range(20):
        mentions(text, "Ann")


@given(st.text(), st.text(max_size=32))
def test_what_is_called_is_inside_and_in_order(text: str, name: str) -> None:
    last = 0
    for start, end in mentions(text, name):
        assert last <= start < end <= len(text)
        last = end


@given(st.text(alphabet="ab é@`.-_ ß", max_size=30))
def test_whoever_is_called_between_spaces_is_found(before: str) -> None:
    text = f"{before.replace('`', '')} @Ann Lee"
    assert called(text, "ann lee")[-1:] == ["@Ann Lee"]
