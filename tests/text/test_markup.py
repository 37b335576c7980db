import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text.emphasis import Style
from chatapp.text.links import find_links
from chatapp.text.markup import Block, Cuts, Marked, may_be_marked, unmarked
from chatapp.text.markup import marked as read


def marked(text: str) -> Marked:
    return read(text, unmarked(text, find_links(text)))


def parts(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What is shown, and what of it is set off how."""
    found = marked(text)
    return found.text, [(span.style.value, found.text[span.start : span.end]) for span in found.spans]


@pytest.mark.parametrize(
    ("text", "shown", "spans"),
    [
        ("`a b`", "a b", [("code", "a b")]),
        ("`` ` `` `x", "` `x", [("code", "`")]),
        ("*x*", "x", [("emphasis", "x")]),
        ("_x y_!", "x y!", [("emphasis", "x y")]),
        ("**x**", "x", [("strong", "x")]),
        ("~~x~~", "x", [("struck", "x")]),
        ("***x***", "x", [("strong", "x"), ("emphasis", "x")]),
        ("**a *b* c**", "a b c", [("emphasis", "b"), ("strong", "a b c")]),
        ("**`co*de`**", "co*de", [("code", "co*de"), ("strong", "co*de")]),
        ("(*x*), “**y**”", "(x), “y”", [("emphasis", "x"), ("strong", "y")]),
        ("这是**重点**内容", "这是重点内容", [("strong", "重点")]),
        ("**שלום** *😀*", "שלום 😀", [("strong", "שלום"), ("emphasis", "😀")]),
        ("**@Ann** hi", "@Ann hi", [("strong", "@Ann")]),
        ("*one\ntwo*", "one\ntwo", [("emphasis", "one\ntwo")]),
        ("> *one\n> two*", "one\ntwo", [("emphasis", "one\ntwo")]),
    ],
)
def test_markers_go_and_what_they_hold_is_set_off(text: str, shown: str, spans: list[tuple[str, str]]) -> None:
    assert parts(text) == (shown, spans)


def blocks(text: str) -> list[tuple[str, int, bool]]:
    found = marked(text)
    return [(found.text[block.start : block.end], block.depth, block.code) for block in found.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> a\n> b\nc", [("a\nb", 1, False), ("c", 0, False)]),
        ("c\n> a", [("c", 0, False), ("a", 1, False)]),
        ("> a\n>\n> b\n>", [("a\n\nb", 1, False), (">", 0, False)]),
        ("> > a\n> b", [("a", 2, False), ("b", 1, False)]),
        ("```python\nx = *1*\n\n  y\n```\nb", [("x = *1*\n\n  y", 0, True), ("b", 0, False)]),
        ("a\n~~~\n```\n~~~~", [("a", 0, False), ("```", 0, True)]),
        ("````\n```\nx\n```\n````", [("```\nx\n```", 0, True)]),
        ("> ```\n> x\n> ```\n> y", [("x", 1, True), ("y", 1, False)]),
        ("```\n> x\n```", [("> x", 0, True)]),
        ("```\na\n```\n```\nb\n```", [("a", 0, True), ("b", 0, True)]),
    ],
)
def test_quotes_and_fences_are_blocks(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert blocks(text) == expected


def test_one_paragraph_is_no_block() -> None:
    assert marked("*a*\nb").blocks == ()


def test_links_win_over_markup_and_may_stand_inside() -> None:
    assert parts("**see http://example.org/a_b_c**") == (
        "see http://example.org/a_b_c",
        [("strong", "see http://example.org/a_b_c")],
    )
    assert parts("`get http://example.org/` x")[1] == [("code", "get http://example.org/")]
    assert parts("*http://example.org/*")[0] == "http://example.org/"
    assert unmarked("a http://example.org/*", find_links("a http://example.org/*"))[0].url == "http://example.org/*"


def test_a_place_of_the_source_is_found_in_what_is_shown() -> None:
    cuts = Cuts([(6, 8), (0, 2), (8, 9)])
    assert cuts.left("**ab c**`d") == "ab cd"
    assert [cuts.place(index) for index in range(11)] == [0, 0, 0, 1, 2, 3, 4, 4, 4, 4, 5]


HOSTILE = {
    "stars": "*" * 10_000,
    "openers": "*a " * 3_000,
    "closers": "a* " * 3_000,
    "both": "字*" * 4_000,
    "mixed": "*_" * 4_000,
    "three": "*a _b **c ~~d " * 600,
    "nested": "*a " * 1_500 + "b* " * 1_500,
    "backticks": "".join("`" * count + " " for count in range(120)),
    "quotes": "> " * 4_000 + "x",
    "quotes of all depths": "\n".join("> " * depth + "x" for depth in range(90)),
    "fences": "```a\n" * 2_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_work_grows_with_the_length_whatever_stands_there(text: str) -> None:
    def work(source: str) -> int:
        calls = 0

        def count(_frame: object, _event: str, _argument: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            marked(source)
        finally:
            sys.setprofile(None)
        return calls

    marked("*warm* `up`")
    assert work(text) < 1_000 + 100 * len(text)


@pytest.mark.timeout(10)
def test_neither_does_an_address_full_of_markers_keep_anybody_waiting() -> None:
    text = "http://example.org/" + "`" * 100_000 + "x"
    assert unmarked(text, find_links(text)) == find_links(text)


PIECES = [
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "> ",
    ">",
    "\n",
    " ",
    "a",
    "字",
    "\\",
    "(",
    ".",
    "http://a.bc/_",
    "😀",
    "```\n",
]


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60)))
def test_nothing_but_markers_is_ever_left_out(text: str) -> None:
    text = text.replace("\r", "")
    found = marked(text)
    assert found.text == found.cuts.left(text)
    at = 0
    for shown in found.text:
        skipped = at
        at = text.index(shown, at)
        assert set(text[skipped:at]) <= set("*_~`> \n") | set("+#.-") or "```" in text
        at += 1
    assert bool(found.text.strip()) == bool(text.strip())
    for span in found.spans:
        assert 0 <= span.start < span.end <= len(found.text)
        assert found.text[span.start : span.end].strip()
    if found.blocks:
        ends = [-1, *(block.end for block in found.blocks)]
        assert [block.start for block in found.blocks] == [end + 1 for end in ends[:-1]]
        assert ends[-1] == len(found.text)
        assert all(found.text[end] == "\n" for end in ends[1:-1])
        assert all(any(in_block(block, span) for block in found.blocks) for span in found.spans)


def in_block(block: Block, span: object) -> bool:
    _, start, end = span  # type: ignore[misc]
    return block.start <= start and end <= block.end and not block.code


@given(st.text(st.characters(exclude_characters="*_~`>")))
def test_text_without_markers_is_none(text: str) -> None:
    assert not may_be_marked(text)
    assert marked(text) == Marked(text)


def test_plain_text_does_without_the_parser() -> None:
    program = (
        "import sys; from chatapp.text.markup import marked; marked('a_b > c ~ 2*3', []); marked('> a');"
        "assert 'markdown_it' not in sys.modules; marked('*a*'); assert 'markdown_it' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_styles_hold_one_another() -> None:
    assert [span.style for span in marked("**a ~~b~~**").spans] == [Style.STRUCK, Style.STRONG]
