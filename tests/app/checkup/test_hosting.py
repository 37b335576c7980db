"""Can others reach the chat that this computer hosts?"""

import asyncio

import pytest

from chatapp.app.checkup.finding import Verdict
from chatapp.app.checkup.hosting import Hosted, reached, running


@pytest.mark.parametrize(
    ("hosted", "verdict"),
    [
        (None, Verdict.NOTE),
        (Hosted(20200, ("127.0.0.1",)), Verdict.BAD),
        (Hosted(20200, ("192.168.1.20", "ann-pc.local")), Verdict.GOOD),
    ],
)
def test_whom_it_is_for(hosted: Hosted | None, verdict: Verdict) -> None:
    found = running(hosted)
    assert found.verdict is verdict
    assert (found.advice is None) is (verdict is Verdict.GOOD)


async def test_whether_it_is_reached() -> None:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    assert (await reached(Hosted(port, ("127.0.0.1",)))).verdict is Verdict.GOOD
    server.close()
    await server.wait_closed()
    found = await reached(Hosted(port, ("127.0.0.1",)))
    assert found.verdict is Verdict.BAD
    assert str(port) in found.sentence
