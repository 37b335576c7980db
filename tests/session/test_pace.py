"""How fast things may go out."""

from chatapp.session.pace import PAUSE, Pace


def taken(pace: Pace, now: float) -> int:
    count = 0
    while pace.take(now):
        count += 1
    return count


def test_a_burst_then_so_many_a_second() -> None:
    pace = Pace(3.0, 2.0)
    assert taken(pace, 10.0) == 3
    assert pace.next == 10.5
    assert not pace.take(10.4)
    assert pace.take(10.5)


def test_no_more_than_the_burst_is_saved_up() -> None:
    pace = Pace(3.0, 2.0)
    assert taken(pace, 1_000_000.0) == 3


def test_what_had_to_go_out_counts_but_makes_no_debt() -> None:
    pace = Pace(3.0, 2.0)
    for _ in range(10):
        pace.spend(10.0)
    assert pace.next == 10.5


def test_a_server_that_wants_a_pause_gets_one() -> None:
    pace = Pace(3.0, 2.0)
    pace.pause(10.0)
    assert pace.next == 10.0 + PAUSE
    assert not pace.take(10.0 + PAUSE - 0.1)
    assert pace.take(10.0 + PAUSE)
