"""Somebody on the way makes believe that there is no TLS, to have what is said in the clear."""

import socket
import ssl

import pytest

from chatapp.client import reach
from chatapp.client.trust import HostsMet
from chatapp.protocol.invite import Address, Invite
from chatapp.security.person import signer
from chatapp.session.changes import Phase
from chatapp.session.ground import Credentials, Ground, Trust
from chatapp.session.keeping import Kept
from chatapp.session.known import KnownHost
from chatapp.session.session import Session
from tests.client.person import visiting
from tests.conformance.wire import reset
from tests.intruder.wire import (
    ALL,
    HELLO,
    HERE,
    Meet,
    Reader,
    Spy,
    Writer,
    guest,
    impersonating,
    passing_on,
    serving,
    spying,
)

pytestmark = pytest.mark.usefixtures("apart")

SECRETS = ("Correct-Horse", "Invite-Secret", "Admin-Secret", "Resume-Token")
SOMEBODY = "A" * 43


def nobody() -> ssl.SSLContext:
    """Knows no authority."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def laden() -> Session:
    password, invite, admin, token = SECRETS
    return Session(
        "Ann",
        credentials=Credentials(password, invite, admin),
        signer=signer(bytes(32)),
        kept=Kept(token=token, pin=SOMEBODY),
    )


def hiding(port: int, answer: bytes | None) -> Meet:
    """Whoever speaks TLS gets this answer, or none and a reset line (None); plain is passed on and read."""

    async def meet(spy: Spy, reader: Reader, writer: Writer) -> None:
        first = await reader.read(4096)
        if first and first[0] != HELLO:
            await passing_on(port, first=first)(spy, reader, writer)
        elif answer is None:
            reset(writer.get_extra_info("socket"))
        elif answer:
            writer.write(answer)
            await writer.drain()
        else:
            await reader.read()

    return meet


WAYS = {
    "cut": None,
    "garbage": b"\x00\xff" * 40,
    "a WebSocket answer": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "what an old server says": b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n",
    "an alert": bytes.fromhex("15030300020246"),
    "silence": b"",
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "TLS_ALONE", 0.05)
    monkeypatch.setattr(reach, "CONNECT", 0.3)


@pytest.mark.parametrize("way", WAYS)
async def test_who_knows_the_host_says_nothing(way: str) -> None:
    async with serving() as (server, port), spying(hiding(port, WAYS[way])) as spy:
        hosts = HostsMet()
        hosts.keep_host(str(spy.invite.addresses[0]), KnownHost(server.pin, verified=False))
        for invite, known in ((spy.pinned(server.pin), HostsMet()), (spy.invite, hosts)):
            async with visiting("Ann", invite, session=laden(), hosts=known, authorities=nobody) as ann:
                assert await ann.waiting()
                assert ann.session.phase is Phase.WAITING
        assert bytes(spy.read) == b""


@pytest.mark.parametrize("way", WAYS)
async def test_who_does_not_sees_it_and_shows_no_secret(way: str) -> None:
    async with serving() as (_, port), spying(hiding(port, WAYS[way])) as spy:
        async with visiting("Ann", spy.invite, session=laden(), authorities=nobody) as ann:
            await ann.online()
            assert ann.session.ground.trust is Trust.PLAIN
            assert not ann.session.proven
            assert not ann.session.admin
            assert "resume" not in ann.session.capabilities
        [identify, *_] = spy.frames
        assert identify["action"] == "identify"
        assert "auth" not in identify["payload"]
        assert not [secret for secret in SECRETS if secret in str(spy.frames)]


async def test_a_server_that_wants_none_of_it_says_so() -> None:
    async with serving(plain=False) as (_, port), spying(hiding(port, None)) as spy:
        async with visiting("Ann", spy.invite, session=laden(), authorities=nobody) as ann:
            await ann.until(lambda: ann.session.phase is Phase.TURNED_AWAY)
            assert "encrypted connections only" in ann.session.detail
        async with guest(port, secure=False) as eve:
            assert await eve.refused("Eve") == "insecure"
            assert await eve.closed() == 1008
        async with guest(port) as bo:
            assert await bo.refused("Bo") == ""


@pytest.mark.parametrize("secret", ["password", "invite", "admin"])
async def test_a_secret_that_is_shown_in_the_clear_lets_nobody_in(secret: str) -> None:
    async with serving(password="tea") as (server, port):
        right = {"password": "tea", "admin": server.steward, "invite": "x"}[secret]
        async with guest(port, secure=False) as careless:
            assert await careless.refused("Ann", **{secret: right}) == "insecure"
            assert await careless.refused("Ann") == "auth_required"


async def test_what_needs_a_private_line_is_not_negotiated_without() -> None:
    async with serving() as (server, port), guest(port, secure=False) as ann:
        welcome = await ann.identify("Ann", *ALL, **ann.proof(bytes(32), server.pin, "Ann"))
        assert welcome["capabilities"] == ["rich", "history", "presence"]
        assert "resume" not in welcome
        assert "proven" not in welcome


@pytest.mark.parametrize("encrypted", [True, False])
async def test_another_address_of_the_same_host_is_no_way_around_their_key(encrypted: bool) -> None:
    """The spy makes one address silent, at which the host was met, and is at another one of the same invite."""
    async with serving() as (server, port), spying(hiding(port, None)) as plain, impersonating(port) as (other, _):
        spy = other if encrypted else plain
        silent = Address(HERE, free_port())
        hosts = HostsMet()
        hosts.keep_host(str(silent), KnownHost(server.pin, verified=False))
        invite = Invite((silent, *spy.invite.addresses))
        async with visiting("Ann", invite, session=laden(), hosts=hosts, authorities=nobody) as ann:
            assert await ann.waiting()
            assert ann.connection.untrusted
        assert bytes(spy.read) == b""
        async with spying(passing_on(port)) as honest:  # the host is at that one as well
            invite = Invite((silent, *honest.invite.addresses))
            async with visiting("Ann", invite, hosts=hosts, authorities=nobody) as ann:
                await ann.online()
                assert ann.session.ground == Ground(Trust.SEEN, server.pin, ann.session.ground.nonce)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port
