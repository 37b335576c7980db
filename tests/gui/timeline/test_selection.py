import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.timeline.selection import END, Selection, Spot, copied, whole
from chatapp.session.timeline import Entry, EntryKind
from tests.gui.timeline.conftest import NOW

ENTRIES = [Entry("Ann", "first", NOW), Entry("Bo", "second\nline", NOW + 60), Entry("Bo", "👍 third", NOW + 120)]


def selected(*spots: tuple[int, int]) -> Selection:
    selection = Selection()
    begin, *rest = [Spot(*spot) for spot in spots]
    selection.begin((begin, begin))
    for spot in rest:
        selection.extend((spot, spot))
    return selection


def text(selection: Selection) -> str:
    return copied(selection, ENTRIES.__getitem__, len(ENTRIES))


def test_nothing_is_selected_at_first() -> None:
    assert not Selection()
    assert text(Selection()) == ""
    assert not selected((1, 2))
    assert text(selected((1, 2))) == ""


@pytest.mark.parametrize("turned", [False, True])
def test_part_of_one_message_is_copied_as_it_is(turned: bool) -> None:
    spots = [(1, 3), (1, 9)]
    assert text(selected(*reversed(spots) if turned else spots)) == "ond\nli"


def test_an_emoji_is_one_place() -> None:
    assert text(selected((2, 0), (2, 1))) == "👍"


def test_several_messages_are_copied_with_author_and_time() -> None:
    assert text(selected((0, 2), (2, 3))) == "Ann 14:13\nrst\nBo 14:14\nsecond\nline\nBo 14:15\n👍 t"


def test_a_message_of_which_nothing_is_selected_is_left_out() -> None:
    assert text(selected((0, 0), (1, 0))) == "first"


def test_a_selection_turns_around_where_it_began() -> None:
    selection = selected((1, 3), (2, 4), (0, 1))
    assert selection.span == (Spot(0, 1), Spot(1, 3))


def test_a_word_stays_selected_whichever_way_it_grows() -> None:
    selection = Selection()
    selection.begin((Spot(1, 2), Spot(1, 5)))
    selection.extend((Spot(0, 1), Spot(0, 3)))
    assert selection.span == (Spot(0, 1), Spot(1, 5))
    selection.extend((Spot(2, 1), Spot(2, 3)))
    assert selection.span == (Spot(1, 2), Spot(2, 3))


def test_each_row_knows_its_part() -> None:
    selection = selected((0, 2), (2, 3))
    assert [selection.within(row) for row in range(4)] == [(2, END), (0, END), (0, 3), None]


@given(st.integers(0, 5), st.integers(1, 4), st.integers(0, 5), st.integers(0, 5))
def test_it_keeps_to_its_messages_when_rows_come(first: int, count: int, one: int, other: int) -> None:
    selection = Selection()
    selection.begin(whole(min(one, other)))
    selection.extend(whole(max(one, other)))
    before = [row for row in range(6) if selection.within(row)]
    selection.inserted(first, count)
    moved = [row if row < first else row + count for row in before]
    assert [row for row in range(12) if selection.within(row)] == list(range(moved[0], moved[-1] + 1))


@given(st.integers(0, 5), st.integers(1, 4), st.integers(0, 5), st.integers(0, 5))
def test_it_keeps_what_is_left_when_rows_go(first: int, count: int, one: int, other: int) -> None:
    selection = Selection()
    selection.begin(whole(min(one, other)))
    selection.extend(whole(max(one, other)))
    before = [row for row in range(6) if selection.within(row)]
    selection.removed(first, count)
    kept = [row if row < first else row - count for row in before if not first <= row < first + count]
    assert [row for row in range(12) if selection.within(row)] == kept


def test_a_name_cannot_forge_a_message_in_a_copy() -> None:
    entries = [Entry("Ann\nBo 14:13", "a", NOW), Entry("Ann", "b", NOW)]
    selection = Selection()
    selection.begin((Spot(0, 0), Spot(1, END)))
    assert copied(selection, entries.__getitem__, 2) == "Ann Bo 14:13 14:13\na\nAnn 14:13\nb"


def test_what_is_no_message_or_deleted_is_passed_over() -> None:
    entries = [
        ENTRIES[0],
        Entry("", "", NOW, kind=EntryKind.NOTE),
        Entry("Ann", "", NOW, deleted=True),
        Entry("", "", NOW, kind=EntryKind.GAP),
        ENTRIES[2],
    ]

    def of(first: int, last: int) -> str:
        selection = Selection()
        selection.begin((Spot(first, 0), Spot(last, END)))
        return copied(selection, entries.__getitem__, len(entries))

    assert of(0, 4) == "Ann 14:13\nfirst\nBo 14:15\n👍 third"
    assert of(0, 3) == "first"
    assert of(1, 3) == ""


def test_a_whole_message_is_copied_as_it_was_typed_and_a_part_as_it_is_shown() -> None:
    said = [Entry("Ann", "**bold** `x`\n> quote", NOW), Entry("Bo", "*b*", NOW)]

    def of(*spots: tuple[int, int]) -> str:
        return copied(selected(*spots), said.__getitem__, len(said))

    assert of((0, 0), (0, END)) == "**bold** `x`\n> quote"
    assert of((0, 0), (0, 12)) == "**bold** `x`\n> quote"
    assert of((0, 1), (0, END)) == "old x\nquote"
    assert of((0, 0), (0, 4)) == "bold"
    assert of((0, 5), (1, END)) == "Ann 14:13\nx\nquote\nBo 14:13\n*b*"
