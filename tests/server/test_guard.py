"""Passwords are looked at beside the loop, and told on it."""

import asyncio
import threading
from typing import Any

import pytest

from chatapp.protocol.messages.hosting import SetServer
from chatapp.rooms.effects import CheckPassword, HashPassword
from chatapp.security import passwords
from chatapp.server import guard as module
from chatapp.server.guard import AT_ONCE, Guard
from tests.server.people import Client

HASHED = "#sesame"


def look(password: str) -> CheckPassword[Any]:
    return CheckPassword(Client(), "net", password, HASHED)


class Works:
    """Hashing that takes as long as the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        self.at_once = self.most = 0
        self.lock = threading.Lock()
        monkeypatch.setattr(passwords, "is_right", self.is_right)
        monkeypatch.setattr(passwords, "hashed", lambda password: f"#{password}")

    def is_right(self, password: str, hashed: str) -> bool:
        with self.lock:
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        self.go.wait(10.0)
        with self.lock:
            self.at_once -= 1
        return f"#{password}" == hashed


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> Works:
    return Works(monkeypatch)


async def test_what_it_came_to(works: Works) -> None:
    told: asyncio.Queue[tuple[Any, Any]] = asyncio.Queue()
    guard = Guard(asyncio.get_running_loop(), lambda *each: told.put_nowait(each))
    works.go.set()
    wanted: list[tuple[Any, Any]] = [
        (look("sesame"), True),
        (look("guess"), False),
        (HashPassword(Client(), SetServer(password="tahini")), "#tahini"),
    ]
    for effect, _ in wanted:
        guard.work(effect)
    heard = [await told.get() for _ in wanted]
    assert sorted(heard, key=str) == sorted(wanted, key=str)
    guard.stop()


async def test_two_at_once_and_nobody_waits_for_them(works: Works) -> None:
    told: asyncio.Queue[tuple[Any, Any]] = asyncio.Queue()
    guard = Guard(asyncio.get_running_loop(), lambda *each: told.put_nowait(each))
    for _ in range(6):
        guard.work(look("sesame"))
    await asyncio.sleep(0)  # the loop turns
    assert told.empty()
    works.go.set()
    for _ in range(6):
        await told.get()
    assert works.most <= AT_ONCE
    guard.stop()


async def test_too_many_are_refused_at_once(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAITING", 3)
    told: asyncio.Queue[tuple[Any, Any]] = asyncio.Queue()
    guard = Guard(asyncio.get_running_loop(), lambda *each: told.put_nowait(each))
    for _ in range(4):
        guard.work(look("sesame"))
    assert (await told.get())[1] is None
    assert told.empty()
    works.go.set()
    guard.stop()


@pytest.mark.allow_errors("could not be looked at")
async def test_a_look_that_fails_is_told_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or whoever waits would wait for ever, and all of their address behind them."""

    def failing(*_: object) -> str:
        raise MemoryError

    monkeypatch.setattr(passwords, "is_right", failing)
    monkeypatch.setattr(passwords, "hashed", failing)
    told: asyncio.Queue[tuple[Any, Any]] = asyncio.Queue()
    guard = Guard(asyncio.get_running_loop(), lambda *each: told.put_nowait(each))
    for effect in (look("sesame"), HashPassword(Client(), SetServer(password="tahini"))):
        guard.work(effect)
        async with asyncio.timeout(10.0):
            assert await told.get() == (effect, None)
    guard.stop()


async def test_who_stops_is_told_nothing_more(works: Works) -> None:
    told: list[Any] = []
    guard = Guard(asyncio.get_running_loop(), lambda *each: told.append(each))
    for _ in range(5):
        guard.work(look("sesame"))
    works.go.set()
    guard.stop()
    for _ in range(5):
        await asyncio.sleep(0)
    assert told == []
    Guard(asyncio.get_running_loop(), lambda *each: None).stop()
