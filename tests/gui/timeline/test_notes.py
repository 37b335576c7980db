import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.timeline.notes import folded, listed, unfolded
from chatapp.session.timeline import Note, NoteKind


def joined(*names: str) -> list[Note]:
    return [Note(NoteKind.JOINED, name) for name in names]


def left(*names: str) -> list[Note]:
    return [Note(NoteKind.LEFT, name) for name in names]


def renamed(before: str, after: str) -> Note:
    return Note(NoteKind.RENAMED, before, after)


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (joined("Ann"), "Ann joined"),
        (joined("Ann", "Bo"), "Ann and Bo joined"),
        (joined("Ann", "Bo", "Cy"), "Ann, Bo and Cy joined"),
        (joined("Ann", "Bo", "Cy", "Di", "Ed"), "Ann, Bo and 3 others joined"),
        ([*joined("Ann"), *left("Chloé")], "Ann joined; Chloé left"),
        ([*left("Ann"), *joined("Ann")], "Ann left and came back"),
        ([*joined("Ann"), *left("Ann"), *joined("Ann")], "Ann joined"),
        ([*joined("Ann"), *left("Ann")], "Ann joined and left"),
        ([renamed("Ann", "Anna")], "Ann is now Anna"),
        ([renamed("Ann", "Anna"), renamed("Anna", "Annika")], "Ann is now Annika"),
        ([renamed("Ann", "Anna"), renamed("Anna", "Ann")], ""),
        ([*joined("Ann"), renamed("Ann", "Anna")], "Anna joined"),
        ([renamed("Ann", "Anna"), *joined("Ann")], "Ann joined; Ann is now Anna"),
        (
            [renamed("a", "b"), renamed("c", "d"), renamed("e", "f"), renamed("g", "h")],
            "a is now b; c is now d; 2 others changed their names",
        ),
        (joined("two\nlines"), "two lines joined"),
    ],
)
def test_notes_in_words(notes: list[Note], words: str) -> None:
    assert folded(notes) == words


def test_unfolded_every_name_is_there() -> None:
    assert unfolded(joined("Ann", "Bo", "Cy", "Di", "Ed")) == "Ann, Bo, Cy, Di and Ed joined"


def test_names_in_a_row() -> None:
    assert [listed(["A", "B", "C"][:count]) for count in range(4)] == ["", "A", "A and B", "A, B and C"]


NAMES = st.sampled_from(["Ann", "Bo", "Chloé", "Di", "Ed", "Flo"])
NOTES = st.lists(st.builds(Note, st.sampled_from(NoteKind), NAMES, NAMES), max_size=20)


@given(NOTES)
def test_folding_only_shortens(notes: list[Note]) -> None:
    short, long = folded(notes), unfolded(notes)
    assert len(short) <= len(long) + len(" 10 others changed their names")
    assert (short == long) or "others" in short
    assert (short == "") == (long == "")
