import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication

from chatapp.app.visit import Visit
from chatapp.protocol.invite import parse
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.session.changes import Phase, Refused
from chatapp.storage.notebook import Notebook


@pytest.fixture
async def address() -> AsyncIterator[str]:
    server = Server(ServerConfig(host="127.0.0.1", port=0))
    yield f"127.0.0.1:{await server.start()}"
    await server.stop()


async def reached(visit: Visit, phase: Phase) -> None:
    there = asyncio.Event()
    visit.bridge.phase_changed.connect(lambda change: there.set() if change.phase is phase else None)
    async with asyncio.timeout(10):
        await there.wait()


async def test_it_can_be_ended_and_begun_again(address: str, qapp: QApplication) -> None:
    visit = Visit("Ann", parse(address), address, Notebook(None))
    for _ in range(2):
        visit.begin()
        visit.begin()
        await reached(visit, Phase.ONLINE)
        await visit.end()
        assert visit.session.phase is Phase.OFFLINE
    await visit.end()


async def test_what_is_asked_between_two_stays_is_answered(address: str, qapp: QApplication) -> None:
    visit = Visit("Ann", parse(address), address, Notebook(None))
    refusals: list[Refused] = []
    visit.bridge.refused.connect(refusals.append)
    visit.bridge.join("music")
    assert [refusal.reason for refusal in refusals] == ["unavailable"]
