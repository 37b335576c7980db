"""Links that come from anywhere: what they can have somebody's app do, and say."""

import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatapp.client.trust import HostsMet, Verdict, Way
from chatapp.discovery.networks import Network
from chatapp.discovery.service import read
from chatapp.protocol.invite import Address, BadInvite, Invite, parse
from chatapp.protocol.limits import ADDRESSES
from chatapp.security.certificates import HostKey
from chatapp.session.ground import Credentials
from chatapp.session.session import Session
from tests.client.person import visiting
from tests.intruder.wire import HERE, impersonating, serving

PIN = HostKey.make().pin
odd = st.text(alphabet=string.printable + "\u202e\u2066\u0000é日", max_size=200)


@given(
    st.one_of(odd, odd.map(lambda text: f"chatapp://{text}"), odd.map(lambda text: f"chatapp://a:1/{text}#f={text}"))
)
@example("chatapp://a\u202eb:1/")
@example("chatapp://" + "a," * 100_000 + "b")
@example("chatapp://a:1/#k=" + "x" * 100_000)
@example("chatapp://a@b:1/")
@example("chatapp://[::1%25eth0]:1/")
@example("[fe80::1%eth0\u202elacol.cp]:1")
@example("[fe80::1%<b>x]:1")
@example("chatapp://a:1/\udcff")
@example("javascript:alert(1)")
@example("file:///etc/passwd")
def test_whatever_it_is_it_is_an_invite_or_a_sentence(text: str) -> None:
    try:
        invite = parse(text)
    except BadInvite as problem:
        said = str(problem.args[0])
        assert len(said) < 400
        assert not {unicodedata.category(each) for each in said} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
        return
    assert 0 < len(invite.addresses) <= ADDRESSES
    for address in invite.addresses:
        assert 0 < address.port < 65536
        assert not set("/@#?\\ \t\r\n\0\"'<>") & set(address.host)
        assert address.host.isprintable()
    assert parse(invite.text).room == invite.room, "it can be said again"


def test_it_has_nobody_knock_at_thousands_of_doors() -> None:
    link = "chatapp://" + ",".join(f"192.168.{high}.{low}:22" for high in range(9) for low in range(250)) + "/"
    assert len(parse(link).addresses) == ADDRESSES


@pytest.mark.parametrize(
    "fragment", ["f=", "f=x", f"f={PIN}x", f"f={PIN[:-1]}", f"F={PIN}", f"f={PIN}&f=x", f"f=x&f={PIN}"]
)
def test_a_pin_that_is_damaged_is_not_left_out(fragment: str) -> None:
    """Who cuts the pin short gets no connection that is believed without; where there is none, none is claimed."""
    try:
        invite = parse(f"chatapp://host:1/#{fragment}")
    except BadInvite:
        return
    assert invite.pin in ("", PIN)
    assert all(address.secure is (True if invite.pin else None) for address in invite.addresses)


@pytest.mark.parametrize("place", ["ws://host:1", "ws://host:1/#f=" + PIN, "wss://host:1#f=" + PIN])
def test_a_url_has_no_pin(place: str) -> None:
    try:
        invite = parse(place)
    except BadInvite:
        return
    assert not invite.pin


def test_with_a_pin_nothing_goes_unencrypted_whatever_stands_before_it() -> None:
    invite = parse(f"chatapp://host:1,10.0.0.1,localhost/#f={PIN}")
    verdict = Verdict(invite.pin, HostsMet())
    assert {verdict.ways(address) for address in invite.addresses} == {(Way.OWN,)}
    assert verdict.ways(Address("host", 1, secure=False)) == (Way.OWN,), "not even where it says so"


@pytest.mark.usefixtures("apart")
async def test_whoever_announces_anothers_pin_is_found_out() -> None:
    """On the network anybody can say to be the host whom one knows."""
    async with serving() as (server, port), impersonating(port) as (spy, _):
        said = {b"v": b"1", b"name": b"Our house", b"id": server.pin.encode()}
        found = read("Our house._chatapp._tcp.local.", spy.port, [HERE], said, [Network("lo", HERE, 8)])
        assert found is not None
        invite = Invite((Address(found.addresses[0], found.port, secure=True),), pin=found.pin)
        session = Session("Ann", credentials=Credentials(password="Correct-Horse"))
        async with visiting("Ann", invite, session=session) as ann:
            assert "nothing was sent to them" in await ann.waiting()
        assert bytes(spy.read) == b""


@given(
    st.dictionaries(
        st.sampled_from([b"v", b"name", b"id", b"people", b"locked", b"x"]), st.none() | st.binary(max_size=300)
    ),
    st.integers(-1, 70_000) | st.none(),
    st.lists(
        st.sampled_from(["10.0.0.1", "::", "0.0.0.0", "224.0.0.1", "fe80::1", "x", "255.255.255.255", "127.0.0.1"])
    ),
)
def test_what_is_announced_is_nothing_or_fit_to_be_shown(
    said: dict[bytes, bytes | None], port: int | None, addresses: list[str]
) -> None:
    found = read("a\u202e\n._chatapp._tcp.local.", port, addresses, said)
    if found is None:
        return
    assert found.name.isprintable()
    assert 0 < found.port < 65536
    assert found.pin == "" or len(found.pin) == 43
    assert not {"0.0.0.0", "::", "224.0.0.1", "fe80::1"} & set(found.addresses)
