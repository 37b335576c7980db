"""Why a chat at an address cannot be joined: real sockets on this computer."""

import asyncio
import errno
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from ipaddress import ip_address
from pathlib import Path

import pytest

from chatapp.app.checkup import guest
from chatapp.app.checkup.finding import Verdict
from chatapp.app.checkup.guest import Answer, answer, look, nearness, resolved
from chatapp.discovery.networks import Network
from chatapp.protocol.invite import Address
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server

HERE = ip_address("127.0.0.1")
WIFI = Network("wlan0", "192.168.1.7", 24)
Handle = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guest, "PATIENCE", 2.0)
    monkeypatch.setattr(guest, "LISTEN", 0.3)


@pytest.fixture
async def listen() -> AsyncIterator[Callable[..., Awaitable[Address]]]:
    """Have something listen, and tell where."""
    servers: list[asyncio.Server] = []

    async def made(handle: Handle, context: ssl.SSLContext | None = None) -> Address:
        servers.append(await asyncio.start_server(handle, "127.0.0.1", 0, ssl=context))
        return Address("127.0.0.1", servers[-1].sockets[0].getsockname()[1])

    yield made
    for server in servers:
        server.close()


@pytest.fixture
async def chat() -> AsyncIterator[Callable[..., Awaitable[Address]]]:
    """Have a real server listen, and tell where."""
    servers: list[Server] = []

    async def made(**more: int) -> Address:
        servers.append(Server(ServerConfig("127.0.0.1", 0, **more)))
        return Address("127.0.0.1", await servers[-1].start())

    yield made
    for server in servers:
        await server.stop()


async def say(text: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(text)
    await writer.drain()
    writer.close()


async def test_a_chat_answers(chat: Callable[..., Awaitable[Address]]) -> None:
    assert await answer(await chat(), HERE) in {Answer.PLAIN, Answer.ENCRYPTED}


async def test_a_chat_that_is_full(chat: Callable[..., Awaitable[Address]]) -> None:
    address = await chat(max_connections=1)
    _, writer = await asyncio.open_connection(address.host, address.port)
    assert await answer(address, HERE) is Answer.FULL
    writer.close()
    await writer.wait_closed()


async def test_nobody_is_there(listen: Callable[..., Awaitable[Address]]) -> None:
    address = Address("127.0.0.1", 1)
    assert await answer(address, HERE) is Answer.REFUSED


@pytest.mark.parametrize("text", [b"HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\nhello", b"", b"\xff" * 9_000])
async def test_something_else_answers(listen: Callable[..., Awaitable[Address]], text: bytes) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await say(text, reader, writer)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            writer.close()

    assert await answer(await listen(handle), HERE) is Answer.OTHER


async def test_something_accepts_and_says_nothing(
    listen: Callable[..., Awaitable[Address]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guest, "PATIENCE", 0.2)
    ended = asyncio.Event()

    async def handle(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await ended.wait()
        writer.close()

    assert await answer(await listen(handle), HERE) is Answer.OTHER
    ended.set()


@pytest.mark.parametrize(
    ("problem", "kind"),
    [
        (TimeoutError(), Answer.SILENT),
        (OSError(errno.EHOSTUNREACH, ""), Answer.SILENT),
        (OSError(errno.ENETUNREACH, ""), Answer.NO_WAY),
        (OSError(errno.ECONNREFUSED, ""), Answer.REFUSED),
    ],
)
async def test_nothing_answers(monkeypatch: pytest.MonkeyPatch, problem: OSError, kind: Answer) -> None:
    async def refuse(*_words: object) -> None:
        raise problem

    monkeypatch.setattr(asyncio, "open_connection", refuse)
    assert await answer(Address("192.0.2.1"), ip_address("192.0.2.1")) is kind


@pytest.mark.parametrize(
    ("address", "verdict"),
    [
        ("192.168.1.20", Verdict.GOOD),
        ("192.168.2.20", Verdict.NOTE),
        ("10.0.0.1", Verdict.NOTE),
        ("8.8.8.8", Verdict.NOTE),
        ("192.168.1.7", None),
        ("127.0.0.1", None),
    ],
)
def test_whether_it_is_near(address: str, verdict: Verdict | None) -> None:
    found = nearness(ip_address(address), [WIFI, Network("lo", "127.0.0.1", 8)])
    assert (found.verdict if found else None) is verdict


async def test_names() -> None:
    assert await resolved("192.168.1.20") == [ip_address("192.168.1.20")]
    assert HERE in await resolved("localhost")
    assert await resolved("a" * 64 + ".example") == []


async def test_the_whole_way_to_a_chat(chat: Callable[..., Awaitable[Address]]) -> None:
    found = [each async for each in look(await chat(), [WIFI])]
    assert [str(each.what) for each in found] == ["The address", "The chat"]
    assert all(each.ok for each in found)


async def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nobody(host: str) -> list[object]:
        return []

    monkeypatch.setattr(guest, "resolved", nobody)
    for name, advice in (("ann-pc.local", "192.168.1.20"), ("chat.example", "slip")):
        (found,) = [each async for each in look(Address(name), [])]
        assert found.verdict is Verdict.BAD
        assert advice in str(found.advice)


@pytest.mark.parametrize("kind", Answer)
@pytest.mark.parametrize("far", [True, False])
def test_every_answer_says_what_to_do(kind: Answer, far: bool) -> None:
    found = guest._answer(Address("192.168.1.20"), kind, far=far)
    assert found.sentence.endswith(".")
    assert found.advice or kind is Answer.ENCRYPTED
    assert found.ok is (kind in {Answer.ENCRYPTED, Answer.PLAIN})


async def test_an_encrypted_one(listen: Callable[..., Awaitable[Address]], tmp_path: Path) -> None:
    """Whoever's certificate it is: nothing is told to it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path))

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await say(b"HTTP/1.1 101 Switching Protocols\r\nServer: chatapp/1\r\n\r\n", reader, writer)

    assert await answer(await listen(handle, context), HERE) is Answer.ENCRYPTED


def certificate(folder: Path) -> Path:
    """A self-signed one with its key."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    form = serialization.PrivateFormat.PKCS8
    private = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    path = folder / "host.pem"
    path.write_bytes(private + builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path
