from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.told.quiet import is_quiet

TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("now", "quiet"),
    [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("06:59", True), ("07:00", False)],
)
def test_over_midnight(now: str, quiet: bool) -> None:
    assert is_quiet(time.fromisoformat(now), "22:00", "07:00") is quiet


@pytest.mark.parametrize(("now", "quiet"), [("11:59", False), ("12:00", True), ("12:59", True), ("13:00", False)])
def test_within_a_day(now: str, quiet: bool) -> None:
    assert is_quiet(time.fromisoformat(now), "12:00", "13:00") is quiet


def test_the_last_minute_is_quiet_to_its_end() -> None:
    assert is_quiet(time(6, 59, 59, 999_999), "22:00", "07:00")


@given(st.times(), TIMES)
def test_all_day(now: time, at: time) -> None:
    assert is_quiet(now, f"{at:%H:%M}", f"{at:%H:%M}")


@given(st.times(), TIMES, TIMES)
def test_a_time_is_in_the_hours_or_in_the_others(now: time, one: time, other: time) -> None:
    if one != other:
        begin, end = f"{one:%H:%M}", f"{other:%H:%M}"
        assert is_quiet(now, begin, end) is not is_quiet(now, end, begin)
