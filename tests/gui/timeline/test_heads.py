import pytest

from chatapp.gui.timeline.heads import GROUP_SECONDS, Head, clock, day, head
from chatapp.session.timeline import Entry, EntryKind
from tests.gui.timeline.conftest import NOW

DAY = day(NOW)


def at(seconds: float, author: str = "Ann") -> Entry:
    return Entry(author, "text", seconds)


def test_the_first_message_stands_under_its_day_and_author() -> None:
    assert head(None, at(NOW), new=False) == Head(DAY, new=False, author=True)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (at(NOW - 1), Head(None, new=False, author=False)),
        (at(NOW - GROUP_SECONDS), Head(None, new=False, author=False)),
        (at(NOW - GROUP_SECONDS - 1), Head(None, new=False, author=True)),
        (at(NOW - 1, "Bo"), Head(None, new=False, author=True)),
        (at(NOW + 1), Head(None, new=False, author=True)),
        (at(NOW - 86_400), Head(DAY, new=False, author=True)),
    ],
)
def test_messages_are_grouped_by_author_and_time(before: Entry, expected: Head) -> None:
    assert head(before, at(NOW), new=False) == expected


def test_the_new_line_parts_a_group() -> None:
    assert head(at(NOW - 1), at(NOW), new=True) == Head(None, new=True, author=True)


def test_a_gap_has_no_day_and_what_follows_it_has_its_own() -> None:
    gap = Entry("", "", 0.0, kind=EntryKind.GAP)
    assert head(at(NOW), gap, new=False) == Head(None, new=False, author=False)
    assert head(None, gap, new=True) == Head(None, new=True, author=False)
    assert head(gap, at(NOW), new=False) == Head(DAY, new=False, author=True)


def test_the_clock_is_local() -> None:
    assert clock(NOW) == "14:13"


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), 1e300, -1e300])
def test_a_time_that_does_not_exist_is_shown_all_the_same(wrong: float) -> None:
    assert clock(wrong) == "00:00"
    assert head(at(wrong), at(wrong), new=False).day is None
