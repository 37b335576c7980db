"""What a person types, pastes or clicks to join."""

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from chatapp.protocol.invite import Address, BadInvite, Invite, parse

HOSTS = st.sampled_from(["192.168.1.20", "ann-pc.local", "localhost", "::1", "fe80::1", "bücher.example", "a_b"])
ADDRESSES = st.builds(Address, HOSTS, st.integers(1, 65535))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.168.1.20", Address("192.168.1.20", 20200)),
        ("192.168.1.20:4000", Address("192.168.1.20", 4000)),
        ("  ann-pc.local:20200\n", Address("ann-pc.local", 20200)),
        ("localhost", Address("localhost", 20200)),
        ("[::1]:4000", Address("::1", 4000)),
        ("[fe80::1]", Address("fe80::1", 20200)),
        ("ws://192.168.1.20:4000", Address("192.168.1.20", 4000, secure=False)),
        ("WS://192.168.1.20", Address("192.168.1.20", 20200, secure=False)),
        ("ws://192.168.1.20:4000/", Address("192.168.1.20", 4000, secure=False)),
        ("wss://chat.example", Address("chat.example", 443, secure=True)),
        ("wss://chat.example:4000", Address("chat.example", 4000, secure=True)),
        ("chatapp://192.168.1.20:4000", Address("192.168.1.20", 4000)),
        ("ANN-PC.local", Address("ann-pc.local", 20200)),
        ("bücher.example", Address("bücher.example", 20200)),
    ],
)
def test_addresses(text: str, address: Address) -> None:
    assert parse(text) == Invite((address,))


@pytest.mark.parametrize(
    ("text", "invite"),
    [
        (
            "chatapp://192.168.1.20:20200,ann-pc.local/lobby",
            Invite((Address("192.168.1.20"), Address("ann-pc.local")), "lobby"),
        ),
        ("chatapp://[::1]:4000/home%20work%2F7", Invite((Address("::1", 4000),), "home work/7")),
        ("chatapp://localhost/", Invite((Address("localhost"),))),
        ("CHATAPP://localhost/M%C3%BCsik", Invite((Address("localhost"),), "Müsik")),
    ],
)
def test_links(text: str, invite: Invite) -> None:
    assert parse(text) == invite


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "two words",
        "host:port",
        "host:0",
        "host:65536",
        "host:-1",
        ":20200",
        "::1",
        "[::1",
        "[not an ip]",
        "user@host",
        "user:secret@host:20200",
        "host/path",
        "ws://host/path",
        "ws://host?query",
        "ws://",
        "http://host",
        "javascript://host",
        "chatapp://",
        "chatapp://host,,other",
        "chatapp://host,bad host/room",
        "-host",
        "a..b",
        "a" * 64,
        "a." * 200,
        "host\u202e",
        "host\x00",
        "1.2.3.4:20200:20200",
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadInvite) as problem:
        parse(text)
    assert str(problem.value).endswith(".")
    assert len(str(problem.value)) < 250


PIN = "w6uP8Tcg6K2QR905Rms8iXTlksL6OD1KOWBxTK7wxPI"
PINS = st.binary(min_size=32, max_size=32).map(lambda digest: urlsafe_b64encode(digest).rstrip(b"=").decode())
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def test_a_pin_makes_every_address_an_encrypted_one() -> None:
    invite = parse(f"chatapp://192.168.1.20:4000,ann-pc.local/lobby#f={PIN}&k=s3cret&later=x")
    addresses = Address("192.168.1.20", 4000, secure=True), Address("ann-pc.local", secure=True)
    assert invite == Invite(addresses, "lobby", PIN, "s3cret")
    assert invite.place == Invite(addresses, pin=PIN)


@pytest.mark.parametrize("damaged", ["f=c2hhMjU2", f"f={PIN}A", f"f={PIN[:-1]}", f"f={PIN[:-1]}%00", "k=" + "x" * 257])
def test_a_damaged_link_is_refused_rather_than_trusted(damaged: str) -> None:
    with pytest.raises(BadInvite, match="damaged"):
        parse(f"chatapp://192.168.1.20:20200/lobby#{damaged}")


@given(st.lists(ADDRESSES, min_size=1, max_size=4), st.none() | TEXTS, TEXTS)
def test_a_link_says_what_it_was_made_of(addresses: list[Address], room: str | None, secret: str) -> None:
    invite = Invite(tuple(addresses), room or None, secret=secret)
    assert parse(invite.link) == invite


@given(st.lists(ADDRESSES, min_size=1, max_size=4), st.none() | TEXTS, PINS, TEXTS)
def test_so_does_one_with_a_pin(addresses: list[Address], room: str | None, pin: str, secret: str) -> None:
    encrypted = tuple(replace(address, secure=True) for address in addresses)
    invite = Invite(encrypted, room or None, pin, secret)
    assert parse(invite.link) == invite


@given(ADDRESSES)
def test_an_address_can_be_typed_as_it_is_shown(address: Address) -> None:
    assert parse(str(address)) == Invite((address,))
    plain = replace(address, secure=False)
    assert parse(plain.url) == Invite((plain,))
    encrypted = replace(address, secure=True)
    assert parse(encrypted.url) == Invite((encrypted,))


def test_urls() -> None:
    assert Address("::1", 4000).url == "ws://[::1]:4000"
    assert Address("chat.example", 443, secure=True).url == "wss://chat.example:443"


def test_encrypted_addresses_are_left_out_of_links() -> None:
    invite = Invite((Address("chat.example", 443, secure=True), Address("192.168.1.20")))
    assert invite.link == "chatapp://192.168.1.20:20200"


@given(st.text())
def test_whatever_is_pasted_is_an_invite_or_a_sentence(text: str) -> None:
    try:
        invite = parse(text)
    except BadInvite as problem:
        assert str(problem)  # noqa: PT017  # either outcome is right
    else:
        assert invite.addresses
        for address in invite.addresses:
            assert 0 < address.port < 65536


@pytest.mark.parametrize(
    ("invite", "text"),
    [
        (Invite((Address("192.0.2.1"),)), "chatapp://192.0.2.1:20200"),
        (Invite((Address("192.0.2.1", secure=True),), pin="A" * 43), f"chatapp://192.0.2.1:20200#f={'A' * 43}"),
        (Invite((Address("chat.example.org", 443, secure=True),)), "wss://chat.example.org:443"),
    ],
)
def test_what_others_paste_leads_there(invite: Invite, text: str) -> None:
    assert invite.text == text
    assert parse(text).addresses[0].url == invite.addresses[0].url
