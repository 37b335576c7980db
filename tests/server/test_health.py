"""The port for monitors, over real sockets."""

import asyncio
import socket
from collections.abc import AsyncIterator
from http import HTTPStatus

import pytest

from chatapp.server.health import CONNECTIONS, REQUEST, Health, Page

HERE = "127.0.0.1"

pytestmark = pytest.mark.usefixtures("no_leaked_tasks")


class Site:
    """A responder and where it is."""

    def __init__(self, patience: float = 5.0) -> None:
        self.hang = asyncio.Event()
        self.health = Health(
            {"/ok": self.ok, "/bad": self.bad, "/slow": self.slow, "/broken": self.broken}, patience=patience
        )
        self.port = 0

    async def ok(self) -> Page:
        return Page(b"fine\n")

    async def bad(self) -> Page:
        return Page(b"stopping\n", HTTPStatus.SERVICE_UNAVAILABLE)

    async def slow(self) -> Page:
        await self.hang.wait()
        return Page(b"at last\n")

    async def broken(self) -> Page:
        raise RuntimeError("it broke")

    async def raw(self, request: bytes) -> bytes:
        """What is answered until it is closed; what is cut says nothing."""
        reader, writer = await asyncio.open_connection(HERE, self.port)
        try:
            writer.write(request)
            return await reader.read()
        except ConnectionError:
            return b""
        finally:
            writer.close()

    async def get(self, path: str, host: str = "localhost", method: str = "GET") -> tuple[int, str, str]:
        answer = await self.raw(f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nX: y\r\n\r\n".encode())
        head, _, body = answer.decode().partition("\r\n\r\n")
        assert f"Content-Length: {len(body)}\r\n" in head + "\r\n"
        return int(head.split()[1]), head, body


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    made = Site()
    made.port = await made.health.start(HERE, 0)
    yield made
    await made.health.stop()


async def test_pages(site: Site) -> None:
    status, head, body = await site.get("/ok")
    assert (status, body) == (200, "fine\n")
    assert "Content-Type: text/plain; charset=utf-8" in head
    assert "Connection: close" in head
    assert (await site.get("/ok?x=1"))[0] == 200
    assert (await site.get("/bad"))[::2] == (503, "stopping\n")
    assert (await site.get("/"))[0] == 404


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "CONNECT"])
async def test_get_alone(site: Site, method: str) -> None:
    status, head, _ = await site.get("/ok", method=method)
    assert status == 405
    assert "Allow: GET" in head


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:9000", 200),
        ("127.0.0.1:9000", 200),
        ("[::1]:9000", 200),
        ("10.1.2.3", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example:80", 421),
        ("", 421),
    ],
)
async def test_a_page_that_had_its_name_point_here_is_told_nothing(site: Site, host: str, status: int) -> None:
    assert (await site.get("/ok", host))[0] == status


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /ok HTTP/1.1\r\n\r\n", 400),
        (b"GET /ok HTTP/1.1\r\nHost: localhost\r\nhost: evil.example\r\n\r\n", 400),
        (b"GET /ok\r\n\r\n", 400),
        (b"GET /ok HTTP/2\r\nHost: localhost\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", 400),
        (b"\r\n\r\n", 400),
        (b"GET /ok HTTP/1.0\r\nHost: localhost\r\n\r\n", 200),
        (b"GET /ok HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * REQUEST + b"\r\n\r\n", 431),
        (b"x" * (3 * REQUEST), 431),
    ],
)
async def test_what_is_no_request_it_can_take(site: Site, request_: bytes, status: int) -> None:
    assert (await site.raw(request_)).startswith(f"HTTP/1.1 {status} ".encode())


async def test_who_says_nothing_is_cut_and_others_are_answered_meanwhile() -> None:
    site = Site(patience=0.2)
    site.port = await site.health.start(HERE, 0)
    silent, writer = await asyncio.open_connection(HERE, site.port)
    writer.write(b"GET /ok HTTP/1.1\r\n")
    assert (await site.get("/ok"))[0] == 200
    assert await silent.read() == b""
    writer.close()
    assert await site.raw(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n") == b""
    await site.health.stop()


async def test_no_more_than_a_few_at_once(site: Site) -> None:
    held = [await asyncio.open_connection(HERE, site.port) for _ in range(CONNECTIONS)]
    for _, writer in held:
        writer.write(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert await site.raw(b"GET /ok HTTP/1.1\r\nHost: localhost\r\n\r\n") == b""
    site.hang.set()
    assert all([(await reader.read()).endswith(b"at last\n") for reader, _ in held])
    for _, writer in held:
        writer.close()
    while (await site.raw(b"GET /ok HTTP/1.1\r\nHost: localhost\r\n\r\n"))[9:12] != b"200":
        pass


@pytest.mark.allow_errors("A monitor could not be answered")
async def test_a_page_that_fails(site: Site) -> None:
    assert (await site.get("/broken"))[::2] == (500, "Internal Server Error\n")


async def test_stopping_cuts_who_is_there_and_frees_the_port(site: Site) -> None:
    reader, writer = await asyncio.open_connection(HERE, site.port)
    writer.write(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert (await site.get("/ok"))[0] == 200
    await site.health.stop()
    assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionError):
        await asyncio.open_connection(HERE, site.port)


async def test_a_port_that_is_taken() -> None:
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        with pytest.raises(OSError, match=r"in use|Only one usage"):
            await Health({}).start(HERE, other.getsockname()[1])
