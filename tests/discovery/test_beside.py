"""A thread for one piece of work."""

import asyncio
import threading

from chatapp.discovery.beside import Beside


def test_it_runs_beside_and_is_stopped() -> None:
    began, ended = threading.Event(), threading.Event()

    async def work() -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    beside = Beside("beside", work)
    beside.start()
    assert began.wait(10)
    called = threading.Event()
    beside.call(called.set)
    assert called.wait(10)
    beside.stop(10)
    assert ended.is_set()
    assert "beside" not in [thread.name for thread in threading.enumerate()]
    beside.stop(10)
    beside.call(lambda: 1 / 0)


def test_what_is_stopped_before_it_began_does_nothing() -> None:
    done: list[bool] = []

    async def work() -> None:
        done.append(True)

    beside = Beside("beside", work)
    beside.stop(10)
    beside.start()
    beside.stop(10)
    assert done == []


def test_a_stop_waits_no_longer_than_it_may() -> None:
    go_on, began = threading.Event(), threading.Event()

    async def work() -> None:
        began.set()
        go_on.wait(10)  # such as a system call that hangs

    beside = Beside("beside", work)
    beside.start()
    assert began.wait(10)
    beside.stop(0.01)
    go_on.set()
    beside.stop(10)
