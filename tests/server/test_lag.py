"""How late the event loop is."""

import asyncio

import pytest

from chatapp.server.lag import EVERY, Lag


class Loop:
    def __init__(self) -> None:
        self.now = 0.0
        self.calls: list[tuple[float, object]] = []

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, call: object) -> object:
        self.calls.append((when, call))
        return self

    def cancel(self) -> None:
        self.calls.clear()


def test_it_is_the_time_beyond_what_was_asked_for() -> None:
    loop, told = Loop(), []
    lag = Lag(loop, told.append)  # type: ignore[arg-type]
    lag.start()
    for late in (0.0, 0.25, -0.001):
        [(when, look)] = loop.calls
        loop.calls.clear()
        loop.now = when + late
        look()
    assert told == pytest.approx([0.0, 0.25, 0.0])
    assert loop.calls == [(loop.now + EVERY, lag._look)]
    lag.stop()
    lag.stop()
    assert loop.calls == []


async def test_on_a_real_loop_it_ends() -> None:
    lag = Lag(asyncio.get_running_loop(), lambda seconds: None)
    lag.start()
    lag.stop()
