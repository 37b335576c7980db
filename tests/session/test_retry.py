"""Waiting times."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.limits import RETRY_FIRST, RETRY_MOST
from chatapp.session.retry import Backoff


def test_waiting_times_grow_to_the_most() -> None:
    backoff = Backoff(lambda: 0.0)
    waits = [backoff.next() for _ in range(20)]
    assert waits[0] == RETRY_FIRST
    assert waits == sorted(waits)
    assert waits[-1] == RETRY_MOST
    backoff.reset()
    assert backoff.next() == RETRY_FIRST


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_chance_shortens_by_half_at_most(numbers: list[float]) -> None:
    chances = iter(numbers)
    backoff, most = Backoff(lambda: next(chances)), Backoff(lambda: 0.0)
    for _ in numbers:
        longest = most.next()
        assert longest / 2 <= backoff.next() <= longest
