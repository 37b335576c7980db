"""Whom to believe: by the table, and against somebody on the way who swaps keys, hides TLS, or is there first."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from websockets.asyncio.server import ServerConnection

from chatapp.client import reach as reaching
from chatapp.client import wire as wires
from chatapp.client.reach import Unreachable, reach
from chatapp.client.trust import HostsMet, Untrusted, Verdict, Way, is_here
from chatapp.client.wire import Wire
from chatapp.protocol.invite import Address, Invite, parse
from chatapp.security import person
from chatapp.security.certificates import HostKey
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.session.changes import Phase, PhaseChanged
from chatapp.session.ground import Credentials, Ground, Trust
from chatapp.session.known import KnownHost
from chatapp.session.session import Session
from tests.client.person import visiting
from tests.client.toy_server import HERE, ToyServer, raw, websocket

KEY, OTHER = HostKey.make(), HostKey.make()
NAME = "chat.example.org"
"""a public name, which the tests have stand for this computer"""

# The table


def met(address: str, pin: str, *, verified: bool = False) -> HostsMet:
    hosts = HostsMet()
    hosts.keep_host(address, KnownHost(pin, verified))
    return hosts


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("192.168.1.20", (Way.OWN, Way.PLAIN)),
        ("[fe80::1]:20200", (Way.OWN, Way.PLAIN)),
        ("203.0.113.7", (Way.OWN, Way.PLAIN)),
        ("ann-pc", (Way.OWN, Way.PLAIN)),
        ("ann-pc.local", (Way.OWN, Way.PLAIN)),
        ("ann-pc.LAN.", (Way.OWN, Way.PLAIN)),
        ("ann-pc.home.arpa", (Way.OWN, Way.PLAIN)),
        ("localhost", (Way.OWN, Way.PLAIN)),
        (NAME, (Way.PUBLIC, Way.OWN, Way.PLAIN)),
        ("chatapp://192.168.1.20:20200", (Way.OWN, Way.PLAIN)),
        (f"wss://{NAME}", (Way.PUBLIC,)),
        ("wss://192.168.1.20", (Way.PUBLIC, Way.OWN)),
        ("wss://ann-pc.local", (Way.PUBLIC, Way.OWN)),
        (f"ws://{NAME}", (Way.PLAIN,)),
        ("ws://192.168.1.20", (Way.PLAIN,)),
        (f"chatapp://192.168.1.20#f={KEY.pin}", (Way.OWN,)),
        (f"chatapp://{NAME}#f={KEY.pin}", (Way.OWN,)),
    ],
)
def test_what_is_tried_where_nobody_was_met(typed: str, ways: tuple[Way, ...]) -> None:
    invite = parse(typed)
    assert Verdict(invite.pin, HostsMet()).ways(invite.addresses[0]) == ways


@pytest.mark.parametrize("typed", ["192.168.1.20", NAME, "wss://192.168.1.20:20200", f"chatapp://x:1#f={KEY.pin}"])
def test_where_a_key_was_met_nothing_else_is_tried(typed: str) -> None:
    invite = parse(typed)
    hosts = met(str(invite.addresses[0]), KEY.pin)
    assert Verdict(invite.pin, hosts).ways(invite.addresses[0]) == (Way.OWN,)


@pytest.mark.parametrize("address", [Address(NAME), Address("ann-pc.lan", secure=True)])
def test_where_an_authority_vouched_it_is_to_vouch_again(address: Address) -> None:
    assert Verdict("", met(str(address), "")).ways(address) == (Way.PUBLIC,)


def test_where_a_key_was_met_nothing_goes_unencrypted() -> None:
    invite = parse("ws://192.168.1.20")
    with pytest.raises(Untrusted, match=r"was encrypted before, and now it is not"):
        Verdict("", met("192.168.1.20:20200", KEY.pin)).ways(invite.addresses[0])


ADDRESS = Address("192.168.1.20")


def judged(hosts: HostsMet, pin: str = KEY.pin, *, asked: str = "", way: Way = Way.OWN, here: bool = False) -> Ground:
    return Verdict(asked, hosts).ground(ADDRESS, way, pin, here=here)


def test_what_a_connection_stands_on() -> None:
    at, elsewhere = str(ADDRESS), "10.0.0.9:20200"
    assert judged(HostsMet()) == Ground(Trust.SEEN, KEY.pin, first=True)
    assert judged(met(at, KEY.pin)) == Ground(Trust.SEEN, KEY.pin)
    assert judged(met(at, KEY.pin, verified=True)) == Ground(Trust.VERIFIED, KEY.pin)
    assert judged(met(elsewhere, KEY.pin)) == Ground(Trust.SEEN, KEY.pin)
    assert judged(met(elsewhere, KEY.pin, verified=True)) == Ground(Trust.VERIFIED, KEY.pin)
    assert judged(met(elsewhere, OTHER.pin)) == Ground(Trust.SEEN, KEY.pin, first=True)
    assert judged(HostsMet(), asked=KEY.pin) == Ground(Trust.VERIFIED, KEY.pin)
    assert judged(met(at, KEY.pin), asked=KEY.pin) == Ground(Trust.VERIFIED, KEY.pin)
    assert judged(met(at, ""), asked=KEY.pin) == Ground(Trust.VERIFIED, KEY.pin)
    assert judged(met(at, OTHER.pin), asked=KEY.pin) == Ground(Trust.VERIFIED, KEY.pin, replaces=True)
    assert judged(HostsMet(), here=True) == Ground(Trust.HERE, KEY.pin)
    assert judged(HostsMet(), asked=KEY.pin, here=True) == Ground(Trust.VERIFIED, KEY.pin)
    assert judged(HostsMet(), way=Way.PUBLIC) == Ground(Trust.PUBLIC, KEY.pin)
    assert judged(HostsMet(), "", way=Way.PLAIN) == Ground(Trust.PLAIN)
    assert judged(HostsMet(), "", way=Way.PLAIN, here=True) == Ground(Trust.HERE)


@pytest.mark.parametrize("here", [True, False])
def test_another_key_than_before(here: bool) -> None:
    for verified in (True, False):
        with pytest.raises(Untrusted, match="another host than before, or somebody who pretends"):
            judged(met(str(ADDRESS), OTHER.pin, verified=verified), here=here)


@pytest.mark.parametrize("here", [True, False])
def test_another_key_than_the_invite_names(here: bool) -> None:
    with pytest.raises(Untrusted, match="is not the host that the invite is from"):
        judged(met(str(ADDRESS), KEY.pin, verified=True), asked=OTHER.pin, here=here)


def test_an_invite_is_believed_more_than_what_was_met_first() -> None:
    hosts = met(str(ADDRESS), OTHER.pin)
    verdict = Verdict(KEY.pin, hosts)
    verdict.met(ADDRESS, verdict.ground(ADDRESS, Way.OWN, KEY.pin, here=False), 5.0, "Ann's")
    assert hosts.host_at(str(ADDRESS)) == KnownHost(KEY.pin, verified=True, name="Ann's", at=5.0)


@pytest.mark.parametrize(
    ("typed", "ground", "known"),
    [
        ("192.168.1.20", Ground(Trust.SEEN, KEY.pin), KnownHost(KEY.pin, at=5.0)),
        ("wss://192.168.1.20", Ground(Trust.SEEN, KEY.pin), KnownHost(KEY.pin, at=5.0)),
        ("192.168.1.20", Ground(Trust.PLAIN), None),
        (NAME, Ground(Trust.PUBLIC, KEY.pin), KnownHost(at=5.0)),
        (f"wss://{NAME}", Ground(Trust.PUBLIC, KEY.pin), None),
        ("wss://ann-pc.lan", Ground(Trust.PUBLIC, KEY.pin), KnownHost(at=5.0)),
    ],
)
def test_what_is_remembered(typed: str, ground: Ground, known: KnownHost | None) -> None:
    [address] = parse(typed).addresses
    hosts = HostsMet()
    verdict = Verdict("", hosts)
    verdict.met(address, ground, 5.0, "")
    assert hosts.host_at(str(address)) == known


def test_what_this_computer_is() -> None:
    assert all(map(is_here, ("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1")))
    assert not any(map(is_here, ("192.168.1.20", "fe80::1%eth0", "::ffff:10.0.0.1", "0.0.0.0")))


# On the wire


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer counts as another one."""
    monkeypatch.setattr(wires, "is_here", lambda host: False)


def nobody() -> ssl.SSLContext:
    """Knows no authority."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def stay(connection: ServerConnection) -> None:
    await connection.wait_closed()


@asynccontextmanager
async def reached(
    where: Invite, hosts: HostsMet, authorities: Callable[[], ssl.SSLContext] = nobody
) -> AsyncIterator[Wire]:
    wire = await reach(where.addresses, Verdict(where.pin, hosts), authorities)
    try:
        yield wire
    finally:
        wire.abort()
        await wire.over


def typed(where: Invite, *, pin: str = "") -> Invite:
    """The same place as a person types it, or by an invite."""
    return Invite(tuple(Address(each.host, each.port) for each in where.addresses), pin=pin)


@pytest.mark.usefixtures("far")
async def test_trust_on_first_use_and_by_an_invite() -> None:
    async with websocket(stay, ssl=KEY.context()) as there:
        place = typed(there)
        async with reached(place, HostsMet()) as wire:
            assert wire.ground == Ground(Trust.SEEN, KEY.pin, first=True)
        async with reached(place, met(str(place.addresses[0]), KEY.pin)) as wire:
            assert wire.ground == Ground(Trust.SEEN, KEY.pin)
        async with reached(typed(there, pin=KEY.pin), HostsMet()) as wire:
            assert wire.ground == Ground(Trust.VERIFIED, KEY.pin)
        explicit = Invite((Address(HERE, there.addresses[0].port, secure=True),))
        async with reached(explicit, HostsMet()) as wire:
            assert wire.ground == Ground(Trust.SEEN, KEY.pin, first=True)


@asynccontextmanager
async def eavesdropper(context: ssl.SSLContext | None, port: int = 0) -> AsyncIterator[tuple[Invite, list[bytes]]]:
    """Somebody who takes down whatever is said to them."""
    heard: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(1024):
                heard.append(data)
        writer.close()

    server = await asyncio.start_server(listen, HERE, port, ssl=context)
    try:
        yield Invite((Address(HERE, server.sockets[0].getsockname()[1]),)), heard
    finally:
        server.close()


@pytest.mark.parametrize("known", [True, False])
async def test_whoever_has_another_key_hears_nothing(known: bool) -> None:
    async with eavesdropper(OTHER.context()) as (where, heard):
        hosts = met(str(where.addresses[0]), KEY.pin) if known else HostsMet()
        place = where if known else typed(where, pin=KEY.pin)
        with pytest.raises(Unreachable, match=r"nothing was sent to them\.") as problem:
            await reach(place.addresses, Verdict(place.pin, hosts), nobody)
        assert problem.value.untrusted
        assert heard == []


@asynccontextmanager
async def relay(
    to: int, incoming: ssl.SSLContext | None = None, outgoing: ssl.SSLContext | None = None
) -> AsyncIterator[Invite]:
    """Somebody on the way: with contexts they read along, without they only pass on."""

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(1024):
                writer.write(data)
                await writer.drain()
        writer.close()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(HERE, to, ssl=outgoing)
        try:
            await asyncio.gather(pump(reader, back), pump(there, writer))
        finally:
            back.close()
            writer.close()

    if incoming is None:
        async with raw(pass_on) as where:
            yield typed(where)
        return
    server = await asyncio.start_server(pass_on, HERE, 0, ssl=incoming)
    try:
        yield Invite((Address(HERE, server.sockets[0].getsockname()[1]),))
    finally:
        server.close()


def gullible() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@pytest.mark.usefixtures("far")
async def test_somebody_on_the_way_who_swaps_the_certificate() -> None:
    came: list[ServerConnection] = []

    async def serve(connection: ServerConnection) -> None:
        came.append(connection)
        await connection.wait_closed()

    async with websocket(serve, ssl=KEY.context()) as there:
        port = there.addresses[0].port
        async with relay(port) as honest, reached(typed(honest, pin=KEY.pin), HostsMet()) as wire:
            assert wire.ground == Ground(Trust.VERIFIED, KEY.pin)
        assert len(came) == 1
        async with relay(port, OTHER.context(), gullible()) as spy:
            for place, hosts in (
                (typed(spy, pin=KEY.pin), HostsMet()),
                (spy, met(str(spy.addresses[0]), KEY.pin)),
                (typed(spy, pin=KEY.pin), met(str(spy.addresses[0]), OTHER.pin)),
            ):
                with pytest.raises(Unreachable, match="nothing was sent"):
                    await reach(place.addresses, Verdict(place.pin, hosts), nobody)
            assert len(came) == 1
            async with reached(spy, HostsMet()) as wire:  # who was there first cannot be told from the host, but...
                assert wire.ground == Ground(Trust.SEEN, OTHER.pin, first=True)  # ...has another code to read aloud


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize("rude", [True, False])
async def test_somebody_on_the_way_who_hides_tls(monkeypatch: pytest.MonkeyPatch, rude: bool) -> None:
    monkeypatch.setattr(reaching, "TLS_ALONE", 0.05)
    monkeypatch.setattr(reaching, "CONNECT", 0.2)
    heard: list[bytes] = []
    async with websocket(stay) as there:

        async def hide(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            first = await reader.read(1024)
            if first.startswith(b"\x16"):
                if not rude:
                    await reader.read()
                return
            heard.append(first)
            back, on = await asyncio.open_connection(HERE, there.addresses[0].port)
            on.write(first)
            try:
                while data := await back.read(1024):
                    writer.write(data)
            finally:
                on.close()

        async with raw(hide) as spy:
            place = typed(spy)
            known = met(str(place.addresses[0]), KEY.pin)
            for invite, hosts, why in (
                (typed(spy, pin=KEY.pin), HostsMet(), "is not the host that the invite is from"),
                (place, known, "now it is not"),
                (spy, known, "now it is not"),
            ):
                with pytest.raises(Unreachable, match=rf"No server answers|{why}"):
                    await reach(invite.addresses, Verdict(invite.pin, hosts), nobody)
            assert heard == []
            async with reached(place, HostsMet()) as wire:  # it cannot be prevented the first time; but it is seen
                assert wire.ground == Ground(Trust.PLAIN)


async def test_what_was_encrypted_is_told_to_be_no_longer() -> None:
    async with websocket(stay) as there:
        place = typed(there)
        with pytest.raises(Unreachable, match=r"was encrypted before, and now it is not"):
            await reach(place.addresses, Verdict("", met(str(place.addresses[0]), KEY.pin)), nobody)
        explicit = Invite((Address(HERE, there.addresses[0].port, secure=True),))
        with pytest.raises(Unreachable, match=r"is not encrypted\. If it is a server without encryption"):
            await reach(explicit.addresses, Verdict("", HostsMet()), nobody)


@pytest.mark.parametrize("habit", ["garbage", "closes", "silent", "asks"])
@pytest.mark.usefixtures("far")
async def test_an_old_server_is_met_unencrypted(monkeypatch: pytest.MonkeyPatch, habit: str) -> None:
    monkeypatch.setattr(reaching, "TLS_ALONE", 0.05)
    async with websocket(stay) as there:

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            first = await reader.read(1024)
            if first.startswith(b"\x16"):
                if habit == "garbage":
                    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                elif habit == "silent":
                    await reader.read()
                return
            back, on = await asyncio.open_connection(HERE, there.addresses[0].port)
            on.write(first)
            try:
                while data := await back.read(1024):
                    writer.write(data)
            finally:
                on.close()

        async with raw(serve) as old:
            place = typed(there if habit == "asks" else old)
            async with reached(place, HostsMet()) as wire:
                assert wire.ground == Ground(Trust.PLAIN)


@pytest.mark.usefixtures("far")
async def test_a_slow_network_does_not_make_it_unencrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "TLS_ALONE", 0.01)
    server = Server(ServerConfig(host=HERE, port=0))
    port = await server.start()
    plain = asyncio.Event()

    async def late(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = await reader.read(1024)
        if not first.startswith(b"\x16"):
            plain.set()  # it is tried beside it by now
            await reader.read()
            return
        await plain.wait()
        back, on = await asyncio.open_connection(HERE, port)
        on.write(first)

        async def answer() -> None:
            while data := await back.read(1024):
                writer.write(data)

        answering = asyncio.create_task(answer())
        try:
            while data := await reader.read(1024):
                on.write(data)
        finally:
            answering.cancel()
            on.close()

    try:
        async with raw(late) as slow, reached(typed(slow), HostsMet()) as wire:
            assert wire.ground.trust is Trust.SEEN
            assert wire.ground.pin == server.pin
            assert len(wire.ground.nonce) == 22
    finally:
        await server.stop()


@pytest.mark.parametrize(
    ("given", "nonce"),
    [
        (["bm9ib2R5IGZvcmVzZWVzIA"], "bm9ib2R5IGZvcmVzZWVzIA"),
        ([], ""),
        (["short"], ""),
        (["bm9ib2R5IGZvcmVzZWVzIA=="], ""),
        (["bm9ib2R5IGZvcmVzZWVzIA"] * 2, ""),
    ],
)
async def test_what_a_server_gives_to_prove_a_name_with(given: list[str], nonce: str) -> None:
    def answer(_connection: ServerConnection, _request: Any, response: Any) -> None:
        for each in given:
            response.headers["Chatapp-Nonce"] = each

    async with websocket(stay, process_response=answer) as there, reached(there, HostsMet()) as wire:
        assert wire.ground == Ground(Trust.HERE, nonce=nonce)


# Public authorities


def certified(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """An authority, and what a server has whose name it has certified."""
    authority, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "A public authority")])
    now = datetime.now(UTC)

    def signed(subject: str, key: ec.EllipticCurvePrivateKey, extension: x509.ExtensionType) -> bytes:
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, subject)])
        builder = x509.CertificateBuilder(issuer, name, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        return builder.add_extension(extension, critical=False).sign(authority, SHA256()).public_bytes(Encoding.PEM)

    root = folder / "root.pem"
    root.write_bytes(signed("A public authority", authority, x509.BasicConstraints(ca=True, path_length=None)))
    server = folder / "server.pem"
    private = own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    server.write_bytes(private + signed(NAME, own, x509.SubjectAlternativeName([x509.DNSName(NAME)])))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server)
    return root, context


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """NAME is this computer's."""
    look_up = asyncio.base_events.BaseEventLoop.getaddrinfo

    async def found(self: Any, host: str, *words: Any, **more: Any) -> Any:
        return await look_up(self, HERE if host == NAME else host, *words, **more)

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", found)


@pytest.mark.usefixtures("far", "named")
async def test_a_public_certificate(tmp_path: Path) -> None:
    root, context = certified(tmp_path)

    def authorities() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(root))

    async with websocket(stay, ssl=context) as there:
        port = there.addresses[0].port
        for secure in (True, None):
            place = Invite((Address(NAME, port, secure),))
            async with reached(place, HostsMet(), authorities) as wire:
                assert wire.ground.trust is Trust.PUBLIC
        async with reached(Invite((Address(HERE, port, secure=True),)), HostsMet(), authorities) as wire:
            assert wire.ground.trust is Trust.SEEN  # the certificate says nothing of the bare address


@pytest.mark.usefixtures("far", "named")
async def test_through_a_proxy_whose_certificate_is_public(tmp_path: Path) -> None:
    """It is not the server whose key the app sees, so there is no proof that the server would take."""
    root, context = certified(tmp_path)
    async with serving() as (_, place), relay(place.addresses[0].port, context) as proxy:
        public = Invite((Address(NAME, proxy.addresses[0].port, secure=True),))
        session = Session("Ann", signer=person.signer(bytes(32)))
        options = {"session": session, "authorities": lambda: ssl.create_default_context(cafile=str(root))}
        async with visiting("Ann", public, **options) as ann:
            await ann.online()
            assert session.ground.trust is Trust.PUBLIC
            assert not session.proven


@pytest.mark.usefixtures("far")
async def test_through_a_proxy_that_has_made_its_certificate_itself() -> None:
    async with serving() as (_, place), relay(place.addresses[0].port, OTHER.context()) as proxy:
        session = Session("Ann", signer=person.signer(bytes(32)))
        async with visiting("Ann", proxy, session=session) as ann:
            await ann.online()
            assert (session.ground.trust, session.ground.pin) == (Trust.SEEN, OTHER.pin)
            assert not session.proven


@pytest.mark.usefixtures("far", "named")
async def test_a_public_name_without_a_public_certificate() -> None:
    async with websocket(stay, ssl=KEY.context()) as there:
        port = there.addresses[0].port
        explicit = Invite((Address(NAME, port, secure=True),))
        with pytest.raises(Unreachable, match="cannot be trusted: self-signed certificate") as problem:
            await reach(explicit.addresses, Verdict("", HostsMet()), nobody)
        assert problem.value.untrusted
        place = Invite((Address(NAME, port),))
        async with reached(place, HostsMet()) as wire:
            assert wire.ground == Ground(Trust.SEEN, KEY.pin, first=True)
        with pytest.raises(Unreachable, match="cannot be trusted"):
            await reach(place.addresses, Verdict("", met(str(place.addresses[0]), "")), nobody)


async def test_one_that_is_not_to_be_believed_is_told_of_before_one_that_is_not_there() -> None:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        absent = Address(HERE, probe.getsockname()[1])
    async with eavesdropper(OTHER.context()) as (where, _):
        with pytest.raises(Unreachable, match="is not the host that the invite is from"):
            await reach((absent, *where.addresses), Verdict(KEY.pin, HostsMet()), nobody)


# The whole of a connection


@asynccontextmanager
async def serving(**more: Any) -> AsyncIterator[tuple[Server, Invite]]:
    server = Server(ServerConfig(host=HERE, port=0, **more))
    port = await server.start()
    try:
        yield server, Invite((Address(HERE, port),))
    finally:
        await server.stop()


@pytest.mark.usefixtures("far")
async def test_a_host_is_met_once_and_known_then() -> None:
    hosts = HostsMet()
    async with serving(name="Room 12") as (server, place):
        async with visiting("Ann", place, hosts=hosts, wall=lambda: 7.0) as ann:
            await ann.online()
            assert ann.session.ground.first
            assert ann.session.ground.trust is Trust.SEEN
        assert hosts.host_at(str(place.addresses[0])) == KnownHost(server.pin, name="Room 12", at=7.0)
        async with visiting("Ann", place, hosts=hosts) as ann:
            await ann.online()
            assert not ann.session.ground.first
        async with visiting("Ann", Invite(place.addresses, pin=server.pin), hosts=hosts) as ann:
            await ann.online()
            assert ann.session.ground.trust is Trust.VERIFIED
        async with visiting("Ann", place, hosts=hosts) as ann:
            await ann.online()
            assert ann.session.ground.trust is Trust.VERIFIED


@pytest.mark.usefixtures("far")
async def test_a_host_with_another_key_is_no_host() -> None:
    hosts = HostsMet()
    async with serving() as (_, place):
        hosts.keep_host(str(place.addresses[0]), KnownHost(KEY.pin))
        async with visiting("Ann", place, hosts=hosts) as ann:
            assert "another host than before" in await ann.waiting()
            assert ann.connection.untrusted
            assert ann.session.phase is Phase.WAITING
        assert hosts.host_at(str(place.addresses[0])) == KnownHost(KEY.pin)


@pytest.mark.usefixtures("far")
async def test_who_asked_for_a_password_is_who_gets_it() -> None:
    """Somebody takes the host's place while the person looks for the password."""
    hosts = HostsMet()
    async with serving(password="open sesame") as (server, place), visiting("Ann", place, hosts=hosts) as ann:
        await ann.next(PhaseChanged, phase=Phase.ASKED)
        assert ann.session.ground == Ground(Trust.SEEN, server.pin, ann.session.ground.nonce, first=True)
        await server.stop()
        await ann.cut_off()
        async with eavesdropper(OTHER.context(), place.addresses[0].port) as (_, heard):
            ann.do("offer", Credentials(password="open sesame"), 0.0)
            assert "another host than before" in await ann.waiting()
        assert heard == []
        assert ann.connection.untrusted


@pytest.mark.usefixtures("far")
async def test_whose_name_is_taken_has_met_nobody_yet() -> None:
    """They try again, and are told then that it is the first time."""
    hosts = HostsMet()
    async with serving() as (_, place), visiting("Ann", place) as ann:
        await ann.online()
        async with visiting("Ann", place, hosts=hosts) as other:
            await other.next(PhaseChanged, phase=Phase.REFUSED)
        assert hosts.host_at(str(place.addresses[0])) is None


@pytest.mark.usefixtures("far")
async def test_what_a_host_is_called_is_not_forgotten_where_a_password_is_asked_for() -> None:
    hosts = HostsMet()
    async with serving(password="open sesame", name="Room 12") as (server, place):
        known = KnownHost(server.pin, name="Room 12", at=7.0)
        hosts.keep_host(str(place.addresses[0]), known)
        async with visiting("Ann", place, hosts=hosts, wall=lambda: 7.0) as ann:
            await ann.next(PhaseChanged, phase=Phase.ASKED)
        assert hosts.host_at(str(place.addresses[0])) == known


@pytest.mark.usefixtures("far")
async def test_a_server_without_tls_is_met_and_not_remembered() -> None:
    hosts = HostsMet()
    async with serving(tls=False) as (server, place):
        assert server.pin == ""
        async with visiting("Ann", place, hosts=hosts) as ann:
            await ann.online()
            assert ann.session.ground.trust is Trust.PLAIN
            assert not ann.session.ground.private
    assert hosts.host_at(str(place.addresses[0])) is None


@pytest.mark.usefixtures("far")
async def test_what_is_no_chat_is_not_remembered() -> None:
    async def speak(connection: ServerConnection) -> None:
        await connection.send("not a chat")
        await connection.wait_closed()

    hosts = HostsMet()
    async with websocket(speak, ssl=KEY.context()) as there:
        async with visiting("Ann", typed(there), hosts=hosts) as ann:
            assert "There is no Chatapp server" in await ann.waiting()
        assert hosts.host_at(str(there.addresses[0])) is None


async def test_on_one_computer_whoever_answers_is_taken() -> None:
    hosts = HostsMet()
    async with serving() as (server, place), visiting("Ann", place, hosts=hosts) as ann:
        await ann.online()
        assert ann.session.ground.trust is Trust.HERE
        assert ann.session.ground.pin == server.pin
        assert hosts.host_at(str(place.addresses[0])) is None


async def test_an_old_server_of_somebody_else() -> None:
    toy = ToyServer()
    async with websocket(toy.serve) as there, visiting("Ann", typed(there)) as ann:
        await ann.online()
        assert ann.session.ground == Ground(Trust.HERE)


@pytest.mark.parametrize(
    ("ground", "ways"),
    [
        (Ground(Trust.HERE, KEY.pin), (Way.OWN,)),
        (Ground(Trust.HERE), (Way.PLAIN,)),
        (Ground(Trust.PLAIN), (Way.OWN, Way.PLAIN)),
    ],
)
def test_a_line_that_is_cut_changes_nothing_in_how_one_speaks(ground: Ground, ways: tuple[Way, ...]) -> None:
    """What was given on one kind of connection, such as the token to come back, is not for the other."""
    verdict, address = Verdict("", HostsMet()), Address("127.0.0.1")
    assert verdict.ways(address) == (Way.OWN, Way.PLAIN)
    verdict.spoke(address, ground)
    assert verdict.ways(address) == ways
