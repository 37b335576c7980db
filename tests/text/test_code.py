import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text.code import code_spans, in_code

written = st.text(alphabet="`~ab \n", max_size=40)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", []),
        ("a `b` c", [(2, 5)]),
        ("``a ` b`` c", [(0, 9)]),
        ("a `b", [(2, 4)]),
        ("a `b\nc", [(2, 5)]),
        ("```\na `b\n```\n`c`", [(0, 13), (13, 16)]),
        ("~~~\n```\n~~~\nx", [(0, 12)]),
        ("```py\nopen", [(0, 10)]),
        ("```a```", [(0, 7)]),
    ],
)
def test_code_is_found_closed_or_not(text: str, spans: list[tuple[int, int]]) -> None:
    assert code_spans(text) == spans


@pytest.mark.parametrize(
    ("before", "inside"),
    [("", False), ("`", True), ("`a`", False), ("```", True), ("```\na\n", True), ("```\na\n```\n", False)],
)
def test_whoever_writes_on_writes_code(before: str, inside: bool) -> None:
    assert in_code(before) is inside


@given(written)
def test_spans_lie_in_the_text_one_after_the_other(text: str) -> None:
    edges = [edge for span in code_spans(text) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(text[start : start + 4].lstrip()[0] in "`~" for start, _ in code_spans(text))


@given(written)
def test_a_line_without_marks_changes_nothing_for_those_after_it(text: str) -> None:
    assert in_code(f"word\n{text}") is in_code(text)
