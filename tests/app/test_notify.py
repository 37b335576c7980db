"""What systemd is told."""

import asyncio
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.app.notify import Manager

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="there is no systemd"),
    pytest.mark.usefixtures("no_leaked_tasks"),
]


@pytest.fixture(params=["a path", "an abstract name"])
def place(request: pytest.FixtureRequest, home: Path) -> str:
    return str(home / "notify") if request.param == "a path" else f"@chatapp-test-{os.getpid()}"


@pytest.fixture
def listening(place: str) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as there:
        there.bind(place.replace("@", "\0"))
        there.settimeout(5)
        yield there


def heard(there: socket.socket) -> str:
    return there.recv(4096).decode()


async def test_ready_alive_stopping(place: str, listening: socket.socket) -> None:
    manager = Manager({"NOTIFY_SOCKET": place, "WATCHDOG_USEC": "20000", "WATCHDOG_PID": str(os.getpid())})
    manager.ready("Listening")
    assert heard(listening) == "READY=1\nSTATUS=Listening"
    assert heard(listening) == "WATCHDOG=1"
    assert await asyncio.to_thread(heard, listening) == "WATCHDOG=1"
    manager.stopping()
    while (said := heard(listening)) == "WATCHDOG=1":
        pass
    assert said == "STOPPING=1"


@pytest.mark.parametrize("more", [{}, {"WATCHDOG_USEC": "1000", "WATCHDOG_PID": "1"}, {"WATCHDOG_USEC": "often"}])
async def test_nobody_wants_signs_of_life(place: str, listening: socket.socket, more: dict[str, str]) -> None:
    manager = Manager({"NOTIFY_SOCKET": place, **more})
    manager.ready("Listening")
    manager.stopping()
    assert [heard(listening), heard(listening)] == ["READY=1\nSTATUS=Listening", "STOPPING=1"]


async def test_where_nobody_asks_or_listens_nothing_happens(place: str) -> None:
    for environment in ({}, {"NOTIFY_SOCKET": place}, {"WATCHDOG_USEC": "1"}):
        manager = Manager(environment)
        manager.ready("Listening")
        manager.stopping()
