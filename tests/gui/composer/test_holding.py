from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.composer.holding import LONGEST_LINE, broken
from chatapp.protocol.limits import MESSAGE


def test_what_might_be_sent_stays_as_it_is() -> None:
    for text in ("", "a\nb", "x" * LONGEST_LINE, "line\n" * LONGEST_LINE):
        assert broken(text) == text


def test_a_line_that_cannot_be_sent_is_broken_at_its_spaces() -> None:
    lines = broken("word " * LONGEST_LINE).split("\n")
    assert all(line.endswith("word ") and len(line) <= MESSAGE for line in lines[:-1])


@given(st.lists(st.tuples(st.sampled_from("x \n"), st.integers(1, LONGEST_LINE)), min_size=1, max_size=6))
def test_nothing_is_lost_and_every_line_can_be_laid_out(parts: list[tuple[str, int]]) -> None:
    text = "".join(letter * times for letter, times in parts)
    result = broken(text)
    assert result.replace("\n", "") == text.replace("\n", "")
    assert max(map(len, result.split("\n"))) <= max(LONGEST_LINE, MESSAGE)
