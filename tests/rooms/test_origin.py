"""Where a connection comes from."""

import pytest

from chatapp.rooms import origin
from chatapp.rooms.origin import Origin


@pytest.mark.parametrize(("secure", "loopback"), [(False, False), (False, True), (True, False), (True, True)])
def test_secrets_travel_where_nobody_listens(secure: bool, loopback: bool) -> None:
    assert Origin("192.0.2.1", secure, loopback).private == (secure or loopback)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8::1:2:3", "2001:db8::/64"),
        ("2001:db8:0:0:ffff::1", "2001:db8::/64"),
        ("fe80::1%eth0", "fe80::1%eth0"),
        ("::1", "::1"),
        ("", ""),
        ("2001:db8::/64", "2001:db8::/64"),
    ],
)
def test_what_one_person_has_of_addresses(address: str, network: str) -> None:
    assert origin.network(address) == network
    assert origin.network(network) == network


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_computer(address: str) -> None:
    assert origin.is_loopback(address)


@pytest.mark.parametrize("address", ["", "192.0.2.7", "::ffff:192.0.2.7", "localhost", "fe80::1"])
def test_another_computer(address: str) -> None:
    assert not origin.is_loopback(address)


@pytest.mark.parametrize("text", ["192.0.2.7", "2001:db8::/64", "fe80::1", "fe80::1%eth0", "fe80::1%12"])
def test_a_network_can_be_named(text: str) -> None:
    assert origin.is_network(text)


@pytest.mark.parametrize(
    "text",
    ["", "Bo", "192.0.2.0/24", "2001:db8::/32", "2001:db8::1/64", "fe80::1%a\nb", "fe80::1%" + "x" * 60_000],
)
def test_anything_else_is_none(text: str) -> None:
    assert not origin.is_network(text)
