"""Somebody on the way ends TLS with a key of their own, and speaks with the real server in the person's stead."""

import json
import ssl
from contextlib import suppress
from typing import Any

import pytest

from chatapp.app.charge import NotDone, in_charge
from chatapp.app.steward import Steward
from chatapp.client.trust import HostsMet
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.messages.hosting import ServerState, SetServer
from chatapp.security.certificates import HostKey
from chatapp.security.person import signer
from chatapp.session.changes import Phase
from chatapp.session.ground import Credentials, Ground, Trust
from chatapp.session.keeping import Kept
from chatapp.session.known import KnownHost
from chatapp.session.session import Session
from tests.client.person import visiting
from tests.intruder.wire import HERE, Reader, Spy, Writer, guest, impersonating, passing_on, serving, spying

SEED = bytes(range(32))
SECRETS = Credentials(password="Correct-Horse", invite="Invite-Secret", admin="Admin-Secret")
TOKEN = "Resume-Token"


def nobody() -> ssl.SSLContext:
    """Knows no authority."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def laden(pin: str = "") -> Session:
    """Somebody who has everything that lets in; the token is from the host of that pin."""
    kept = Kept(token=TOKEN, pin=pin)
    return Session("Ann", credentials=SECRETS, signer=signer(SEED), kept=kept)


def leaks(read: bytes | bytearray, frames: object = ()) -> list[str]:
    """Secrets that stand in it, as it came, and as it was unmasked."""
    known = {SECRETS.password, SECRETS.invite, SECRETS.admin, TOKEN}
    told = json.dumps(frames).encode()
    return [secret for secret in known if secret.encode() in read or secret.encode() in told]


def said_by(spy: Spy) -> dict[str, Any]:
    """What was said to the spy to be let in."""
    return dict(spy.frames[0]["payload"])


@pytest.mark.usefixtures("apart")
async def test_a_pinned_invite_tells_a_spy_nothing() -> None:
    async with serving() as (server, port), impersonating(port) as (spy, _):
        async with visiting("Ann", spy.pinned(server.pin, "s"), session=laden(server.pin), authorities=nobody) as ann:
            assert "nothing was sent to them" in await ann.waiting()
            assert ann.connection.untrusted
        assert bytes(spy.read) == b""


@pytest.mark.usefixtures("apart")
async def test_a_host_who_was_met_is_told_from_a_spy() -> None:
    async with serving() as (server, port), impersonating(port) as (spy, _):
        hosts = HostsMet()
        hosts.keep_host(str(spy.invite.addresses[0]), KnownHost(server.pin, verified=False))
        async with visiting("Ann", spy.invite, session=laden(server.pin), hosts=hosts, authorities=nobody) as ann:
            assert "there is another host than before" in await ann.waiting()
            assert ann.connection.untrusted
        assert bytes(spy.read) == b""
        assert hosts.host_at(str(spy.invite.addresses[0])) == KnownHost(server.pin, verified=False)


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("encrypted", [True, False])
async def test_a_spy_who_lists_the_address_of_a_friend_beside_their_own_is_not_the_friend(encrypted: bool) -> None:
    """Whoever answers first wins the race, and is to have the key that was met at the other address."""

    async def listen(spy: Spy, reader: Reader, writer: Writer) -> None:
        spy.read += await reader.read(4096)
        writer.close()

    friend, known = Address(HERE, 1), HostKey.make().pin  # where nobody answers today
    async with spying(listen, HostKey.make().context() if encrypted else None) as spy:
        hosts = HostsMet()
        hosts.keep_host(str(friend), KnownHost(known, verified=False))
        where = Invite((friend, *spy.invite.addresses))
        async with visiting("Ann", where, session=laden(known), hosts=hosts, authorities=nobody) as ann:
            said = await ann.waiting()
            assert ("another host than before" if encrypted else "was encrypted before") in said
        assert b"GET" not in spy.read
        assert hosts.host_at(str(spy.invite.addresses[0])) is None


@pytest.mark.usefixtures("apart")
async def test_a_spy_who_is_met_first_gets_nothing_that_is_good_elsewhere() -> None:
    """The token is the host's, and the proof names the spy. What is for whoever is met first the spy gets, of course:
    the code that is read aloud tells."""
    async with serving() as (server, port), impersonating(port) as (spy, key):
        session = Session("Ann", signer=signer(SEED), kept=Kept(token=TOKEN, pin=server.pin))
        async with visiting("Ann", spy.invite, session=session, authorities=nobody) as ann:
            await ann.online()
            assert session.ground.trust is Trust.SEEN
            assert session.ground.pin == key.pin
            assert not session.proven, "the host was shown a proof for somebody else"
        auth = said_by(spy)["auth"]
        assert leaks(spy.read, spy.frames) == []
        assert sorted(auth) == ["key", "proof"], "the proof went through"
        async with guest(port) as spy_self:
            assert await spy_self.refused("Ann", **auth) == "auth_failed"


@pytest.mark.usefixtures("apart")
async def test_what_was_for_one_host_is_not_shown_to_the_next() -> None:
    """Somebody types a password for the host; then another key answers at another address of the same invite."""
    async with serving(password=SECRETS.password) as (_, port), impersonating(port) as (spy, _):
        session = Session("Ann", credentials=SECRETS)
        # The entrance is what decides, whatever brought about the other ground.
        first = Ground(Trust.SEEN, "A" * 43)
        session.connecting(0)
        session.opened(0, first)
        session.lost(0, "", 0)
        session.take_requests()
        async with visiting("Ann", spy.invite, session=session, authorities=nobody) as ann:
            await ann.until(lambda: session.phase is Phase.ASKED)
        assert leaks(spy.read, spy.frames) == []


@pytest.mark.usefixtures("apart")
async def test_the_same_secrets_are_shown_to_the_host() -> None:
    """That the tests above would see them."""
    async with serving(password=SECRETS.password) as (server, port):
        session = Session("Ann", credentials=Credentials(password=SECRETS.password), signer=signer(SEED))
        async with (
            spying(passing_on(port)) as wire,
            visiting("Ann", wire.pinned(server.pin), session=session, authorities=nobody) as ann,
        ):
            await ann.online()
            assert session.ground.trust is Trust.VERIFIED
            assert session.proven
            assert leaks(wire.read) == [], "it is encrypted"
        # Who has the host's own key reads everything: so it is by the key alone.
        async with serving(), impersonating(port) as (spy, key):
            session = laden(key.pin)
            async with visiting("Ann", spy.pinned(key.pin), session=session, authorities=nobody) as ann:
                await ann.until(lambda: session.phase is Phase.ASKED)
            assert len(leaks(spy.read, spy.frames)) == 4


async def test_a_program_that_has_the_port_of_a_dead_server_is_told_no_secret() -> None:
    """`chatapp admin` finds what a server that was killed has left; whoever listens there now is somebody else, and
    would be told the next password."""
    heard = bytearray()

    async def listen(spy: Spy, reader: Reader, writer: Writer) -> None:
        heard.extend(await reader.read(4096))
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    for context in (None, HostKey.make().context()):
        async with spying(listen, context) as spy:
            steward = Steward(Address(HERE, spy.port), HostKey.make().pin, SECRETS.admin)
            with pytest.raises(NotDone):
                async with in_charge(steward) as charge:
                    await charge.ask(SetServer(password=SECRETS.password), ServerState)
    assert b"GET " not in heard
    assert leaks(heard) == []


async def test_who_is_in_charge_speaks_with_the_server_itself() -> None:
    async with serving() as (server, port):
        async with in_charge(Steward(Address(HERE, port), server.pin, server.steward)) as charge:
            assert (await charge.ask(SetServer(locked=True), ServerState)).locked
        assert server.state.locked


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("version", [1, 9])
async def test_a_certificate_that_cannot_be_read(version: int) -> None:
    """OpenSSL takes it, our own reader does not: that is no host, and nothing goes wrong by it."""
    key = HostKey.make()
    pem = key.pem.decode()
    start = pem.index("-----BEGIN CERT")
    der = ssl.PEM_cert_to_DER_cert(pem[start:])
    odd = der.replace(bytes.fromhex("a003020102"), bytes([0xA0, 3, 2, 1, version]), 1)
    assert odd != der
    context = key.context()
    read: list[bytes] = []

    async def listen(spy: Spy, reader: Reader, writer: Writer) -> None:
        read.append(await reader.read(100))

    with suppress(ssl.SSLError):
        load(context, pem[:start] + ssl.DER_cert_to_PEM_cert(odd))
    async with (
        spying(listen, context) as spy,
        visiting("Ann", spy.invite, session=laden(), authorities=nobody) as ann,
    ):
        assert "something else answers there" in await ann.waiting()
    assert b"".join(read) == b""


def load(context: ssl.SSLContext, pem: str) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "odd.pem"
        path.write_text(pem, encoding="ascii")
        context.load_cert_chain(path)
