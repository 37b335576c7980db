"""When the room list goes out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chatapp.server.lists import Lists


def test_the_first_change_after_quiet_goes_out_at_once() -> None:
    lists: Lists[str] = Lists()
    assert lists.due(5.0) == 5.0
    lists.spent(5.0, 100)
    assert lists.due(9.0) == 9.0


def test_what_changes_after_that_waits_for_the_next_round() -> None:
    lists: Lists[str] = Lists()
    lists.spent(5.0, 100)
    assert lists.due(5.1) == 5.25
    assert lists.due(5.2) == 5.25


def test_long_lists_for_many_go_out_less_often() -> None:
    lists: Lists[str] = Lists(interval=0.25, budget=1000)
    lists.spent(5.0, 3000)
    assert lists.due(5.1) == 8.0


def test_who_has_that_very_version_is_skipped() -> None:
    lists: Lists[str] = Lists()
    lists.told("asked", 7)
    lists.told("asked before", 6)
    assert lists.round(["asked", "asked before", "silent"], 7) == ["asked before", "silent"]
    assert lists.round(["asked", "asked before", "silent"], 8) == ["asked", "asked before", "silent"]


def test_who_is_gone_is_forgotten() -> None:
    lists: Lists[str] = Lists()
    lists.told("gone", 7)
    lists.forget("gone")
    lists.forget("never there")
    assert lists.round(["gone"], 7) == ["gone"]


steps = st.lists(st.tuples(st.sampled_from(["change", "ask 0", "ask 1", "ask 2"]), st.floats(0.001, 0.4)), max_size=60)


@given(steps)
def test_everyone_ends_with_the_last_version_and_none_is_told_too_often(script: list[tuple[str, float]]) -> None:
    """A service in small: a timer, three connections, and a version that rises."""
    lists: Lists[int] = Lists(interval=0.25)
    now, version, timer = 0.0, 0, float("inf")
    has = dict.fromkeys(range(3), 0)
    rounds: dict[int, list[float]] = {each: [] for each in has}

    def send_round() -> None:
        nonlocal timer
        timer = float("inf")
        for each in lists.round(has, version):
            assert has[each] != version
            has[each] = version
            rounds[each].append(now)
        lists.spent(now, 10)

    for what, wait in script:
        then = now + wait
        while timer <= then:
            now = timer
            send_round()
        now = then
        if what == "change":
            version += 1
            timer = min(timer, lists.due(now))
        else:
            each = int(what[-1])
            has[each] = version
            lists.told(each, version)
    if timer < float("inf"):
        now = timer
        send_round()
    assert set(has.values()) == {version}
    for times in rounds.values():
        assert all(later - earlier > 0.2499 for earlier, later in pairwise(times))
