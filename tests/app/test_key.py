"""The person's key comes when it was found; nobody waits on the window's thread."""

import asyncio
import threading

import pytest

from chatapp.app.key import Key
from chatapp.security.identity import public_key
from chatapp.security.person import LOCKED, Identity


async def test_names_are_proven_as_soon_as_the_key_is_there() -> None:
    go = threading.Event()

    def find() -> Identity:
        go.wait()
        return Identity(b"s" * 32)

    key = Key(asyncio.get_running_loop(), find)
    first, second = (asyncio.ensure_future(key.signer()) for _ in range(2))
    await asyncio.sleep(0)
    assert not first.done()
    second.cancel()
    go.set()
    signer = await first
    assert signer is not None
    assert signer("pin", "nonce", "Ann")[0] == public_key(b"s" * 32)
    assert await key.signer() is signer
    assert key.notice == ""


async def test_a_key_that_cannot_be_read_is_said(caplog: pytest.LogCaptureFixture) -> None:
    key = Key(asyncio.get_running_loop(), lambda: Identity(None, LOCKED))
    assert await key.signer() is None
    assert key.notice == LOCKED
    assert LOCKED in caplog.text


def test_a_window_that_has_closed_is_not_told() -> None:
    loop, go, done = asyncio.new_event_loop(), threading.Event(), threading.Event()

    def find() -> Identity:
        go.wait()
        done.set()
        return Identity(b"s" * 32)

    Key(loop, find)
    loop.close()
    go.set()
    assert done.wait(30)
    for thread in threading.enumerate():
        if thread.name == "chatapp-key":
            thread.join(30)
