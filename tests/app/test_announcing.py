"""Which servers are announced, and as what."""

import asyncio
from typing import Any

import pytest

from chatapp.app import announcing, headless, hosting
from chatapp.app.announcing import Announcing
from chatapp.discovery.service import Notice
from chatapp.server.config import ServerConfig

PIN = "A" * 43


class Announcer:
    """In the place of the real one: what it was to announce, and until when."""

    made: list["Announcer"] = []  # noqa: RUF012  # of one test

    def __init__(self, notice: Notice, bind: str) -> None:
        self.notice, self.bind = notice, bind
        self.ended = False
        self.made.append(self)

    def start(self) -> None:
        pass

    def show(self, notice: Notice) -> None:
        self.notice = notice

    def stop(self) -> None:
        self.ended = True


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Announcer]:
    Announcer.made.clear()
    monkeypatch.setattr(announcing, "Announcer", Announcer)
    return Announcer.made


def test_what_is_known_of_it_is_announced(made: list[Announcer]) -> None:
    server = Announcing("", 20200, name="Ann", pin="p")
    server.count(3)
    server.call("Bo")
    server.lock(locked=True)
    (announcer,) = made
    assert announcer.notice == Notice("Bo", 20200, "p", 3, locked=True)
    server.call("")
    assert announcer.notice.name == announcing.computer() != ""
    server.stop()
    assert announcer.ended


@pytest.mark.parametrize("bind", ["127.0.0.1", "::1", "localhost", "127.1.2.3"])
def test_what_nobody_else_reaches_is_not(made: list[Announcer], bind: str) -> None:
    server = Announcing(bind, 20200)
    for call in (lambda: server.count(1), lambda: server.call("x"), lambda: server.lock(locked=True), server.stop):
        call()
    assert made == []


class Server:
    """Listens nowhere."""

    pin, steward = PIN, "secret"

    def __init__(self, config: ServerConfig, people: Any = None) -> None:
        self.people = people

    async def start(self) -> int:
        return 20200

    def host(self, name: str) -> None:
        pass

    def announce(self, addresses: object) -> None:
        pass

    async def stop(self) -> None:
        pass


def test_a_hosted_chat_is_announced_for_as_long_as_it_is_open(
    made: list[Announcer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosting, "Server", Server)
    counted: list[int] = []
    host = hosting.Host(people=counted.append)
    try:
        host.start("", [0], "Ann").result(10)
        (announcer,) = made
        assert (announcer.notice, announcer.bind) == (Notice("Ann", 20200, PIN), "")
        assert host._server is not None
        host._server.people(2)  # type: ignore[attr-defined]
        host.rename("Bo")
        assert announcer.notice == Notice("Bo", 20200, PIN, 2)
        assert counted == [2]
        host.stop().result(10)
        assert announcer.ended
    finally:
        host.close()


@pytest.mark.parametrize(("announce", "count"), [(True, 1), (False, 0)])
async def test_serve_announces_where_it_is_wanted(
    made: list[Announcer], monkeypatch: pytest.MonkeyPatch, announce: bool, count: int
) -> None:
    monkeypatch.setattr(headless, "Server", Server)
    monkeypatch.setattr(headless, "_on_signals", lambda stop: asyncio.get_running_loop().call_later(0.01, stop))
    monkeypatch.setattr(headless.gc, "freeze", lambda: None)
    monkeypatch.setattr(headless.gc, "set_threshold", lambda *_: None)
    await headless._serve(ServerConfig("0.0.0.0", 20200, announce=announce))
    assert [announcer.ended for announcer in made] == [True] * count
