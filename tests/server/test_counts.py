"""Numbers of what a server did."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.server.counts import LAGS, Spread


@given(times=st.lists(st.floats(0, 10)))
def test_a_spread_counts_each_time_once(times: list[float]) -> None:
    spread = Spread(LAGS)
    for each in times:
        spread.add(each)
    told = dict(spread.up_to)
    assert told == {**{str(bound): sum(time <= bound for time in times) for bound in LAGS}, "+Inf": len(times)}
    assert spread.total == sum(times)
