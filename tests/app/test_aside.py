"""What blocks does so beside the loop, and nobody has to wait for it."""

import asyncio
import threading

import pytest

from chatapp.app.aside import aside


async def test_it_returns_and_raises() -> None:
    assert await aside(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


async def test_it_can_be_given_up() -> None:
    go_on = threading.Event()
    waiting = asyncio.ensure_future(aside(go_on.wait))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    go_on.set()
