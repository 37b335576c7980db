"""Token buckets and strikes."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.limits import STRIKE_WINDOW
from chatapp.rooms.rates import Strikes, TokenBucket

pauses = st.lists(st.floats(0, 5), min_size=1, max_size=100)


@given(pauses, st.integers(1, 20), st.floats(0.1, 10))
def test_never_more_than_the_burst_and_the_rate_allow(pauses: list[float], burst: int, rate: float) -> None:
    now, bucket, taken = 0.0, TokenBucket(burst, rate, 0.0), 0
    for pause in pauses:
        now += pause
        taken += bucket.take(now)
        assert taken <= burst + rate * now + 1e-6


@given(st.integers(1, 20), st.floats(0.1, 10))
def test_a_quiet_sender_gets_its_whole_burst_back(burst: int, rate: float) -> None:
    bucket = TokenBucket(burst, rate, 0.0)
    while bucket.take(0.0):
        pass
    later = burst / rate + 1.0
    assert [bucket.take(later) for _ in range(burst + 1)] == [True] * burst + [False]


def test_strikes_within_the_window_count_and_older_ones_do_not() -> None:
    strikes = Strikes(3)
    assert [strikes.strike(time) for time in (0.0, 1.0, 2.0)] == [False, False, True]
    strikes = Strikes(3)
    assert [strikes.strike(time) for time in (0.0, 1.0, STRIKE_WINDOW + 0.5)] == [False, False, False]
