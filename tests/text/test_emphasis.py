import pytest

from chatapp.text.emphasis import Span, Style, paired
from chatapp.text.links import find_links
from chatapp.text.markup import Marked, marked


def test_markers_that_belong_together_are_found_where_they_stand() -> None:
    assert paired("a **b `c`** *d") == (
        [(2, 4), (6, 7), (8, 9), (9, 11)],
        [Span(Style.CODE, 7, 8), Span(Style.STRONG, 4, 9)],
    )


def test_a_space_beside_the_backticks_is_theirs_where_there_is_one_on_both_sides() -> None:
    assert paired("`` `a` ``")[1] == [Span(Style.CODE, 3, 6)]
    assert paired("` a`")[1] == [Span(Style.CODE, 1, 3)]


def test_a_run_of_too_many_markers_is_none() -> None:
    assert paired("*_~" * 9 + "a" + "*_~" * 9) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "snake_case_words and more_of_them",
        "2*3*4 and 5 * 6 * 7",
        "a*b*c",
        "__init__",
        "****",
        "f**k and s**t",
        "f(**kwargs, *args)",
        "^_^ hi ^_^",
        "(*_*) *_* *-* :* >_< o_O T_T -_-",
        ":/ ~ :~",
        "*.* and *.txt",
        "/*comment*/",
        "~one~ ~~~three~~~",
        "\\*typed\\*",
        "¯\\_(ツ)_/¯",
        "C:\\_tmp_\\*x*",
        "*one\n\ntwo*",
        "` `",
        "# no heading",
        "- no list\n* nor here\n* or here",
        "1. one",
        "[no](link) ![nor](picture)",
        "<b>no</b> &amp; <!-- -->",
        ">_<",
        ">>> print(1)",
        "> ",
        ">",
        "```\nnever closed",
        "```\n```",
        "```\n \n```",
        "```two words\nx\n",
        "    four spaces",
        "http://example.org/_a_/*b*~~c~~",
    ],
)
def test_what_only_looks_like_markup_stays_as_it_was_typed(text: str) -> None:
    assert marked(text, find_links(text)) == Marked(text)
