"""Web pages on the same machine: a browser that somebody else wrote, and a page that would like to listen in."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve

from chatapp.security.certificates import HostKey
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server

pytestmark = pytest.mark.programs("chromium")

ALONE = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-extensions"),
    "--ignore-certificate-errors",
)
"""a browser that asks nobody else for anything, and whose person has clicked every warning away"""

PAGE = """<!doctype html><title>a page</title><script>
const socket = new WebSocket("ADDRESS");
const say = word => fetch("/said/" + word);
socket.onopen = () => socket.send(JSON.stringify({action: "identify", payload: {username: "Eve"}}));
socket.onmessage = () => say("heard");
socket.onerror = () => say("refused");
</script>"""
PATIENCE = 60


async def told(address: str, folder: Path, stack: AsyncExitStack) -> str:
    """What becomes of a page of another origin that tries to reach that address: it tells its own server."""
    page = PAGE.replace("ADDRESS", address).encode()
    said: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
            if path.startswith("/said/") and not said.done():
                said.set_result(path.removeprefix("/said/"))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + page)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # browsers connect before they know what for
        finally:
            writer.close()

    pages = await stack.enter_async_context(await asyncio.start_server(answer, "127.0.0.1", 0))
    url = f"http://127.0.0.1:{pages.sockets[0].getsockname()[1]}/"
    nothing = asyncio.subprocess.DEVNULL
    words = [*ALONE, f"--user-data-dir={folder}", "--remote-debugging-port=0", url]
    browser = await asyncio.create_subprocess_exec("chromium", *words, stdout=nothing, stderr=nothing)
    try:
        return await asyncio.wait_for(said, PATIENCE)
    finally:
        browser.terminate()
        await browser.wait()


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


@pytest.mark.parametrize("scheme", ["ws", "wss"])
async def test_a_page_is_not_let_in(
    tmp_path: Path, stack: AsyncExitStack, scheme: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    server = Server(ServerConfig(host="127.0.0.1", port=0))
    port = await server.start()
    stack.push_async_callback(server.stop)
    assert await told(f"{scheme}://127.0.0.1:{port}", tmp_path, stack) == "refused"
    assert "127.0.0.1 was refused: Forbidden" in caplog.messages, "it came as far as us"


@pytest.mark.parametrize("scheme", ["ws", "wss"])
async def test_it_would_be_by_a_server_that_does_not_look(tmp_path: Path, stack: AsyncExitStack, scheme: str) -> None:
    """The same page gets in where nobody asks where it comes from: so it is our answer that keeps it out, and neither
    the certificate nor the browser."""

    async def echo(connection: ServerConnection) -> None:
        async for message in connection:
            await connection.send(message)

    context = HostKey.make().context() if scheme == "wss" else None
    careless = await stack.enter_async_context(serve(echo, "127.0.0.1", 0, ssl=context))
    port = next(iter(careless.sockets)).getsockname()[1]
    assert await told(f"{scheme}://127.0.0.1:{port}", tmp_path, stack) == "heard"
