"""What comes from the network, which anybody can write to."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.discovery.networks import Network
from chatapp.discovery.service import ADDRESSES, NAME, TYPE, Notice, instance, likeliest, read, said

PIN = "A" * 43
HERE = ["192.168.1.20"]
HOME = Network("wlan0", "192.168.1.7", 24)
CALLED = f"Ann.{TYPE}"

names = st.text(max_size=400)
values = st.none() | st.binary(max_size=255)
properties = st.dictionaries(st.sampled_from([b"v", b"name", b"id", b"people", b"locked"]) | st.binary(), values)


def as_heard(notice: Notice) -> dict[bytes, bytes | None]:
    return {key.encode(): value for key, value in said(notice).items()}


@given(st.text(min_size=1, max_size=NAME).filter(lambda text: text.isprintable() and text == " ".join(text.split())))
def test_what_is_said_is_read(name: str) -> None:
    notice = Notice(name, 20200, PIN, 12, locked=True)
    host = read(instance(name), 20200, HERE, as_heard(notice))
    assert host is not None
    kept = name.encode()[:200].decode(errors="ignore").strip()
    assert (host.name, host.port, host.pin, host.people, host.locked) == (kept, 20200, PIN, 12, True)
    assert host.addresses == ("192.168.1.20",)


def test_without_a_key_none_is_claimed() -> None:
    host = read(CALLED, 1, HERE, as_heard(Notice("Ann", 1)))
    assert host is not None
    assert (host.pin, host.people, host.locked) == ("", 0, False)


@given(names, st.none() | st.integers(), st.lists(st.ip_addresses().map(str) | names, max_size=80), properties)
def test_whatever_is_said_is_fit_to_be_shown(
    called: str, port: int | None, addresses: list[str], record: dict[bytes, bytes | None]
) -> None:
    host = read(called, port, addresses, record)
    if host is not None:
        assert 0 < host.port < 65536
        assert host.name
        assert len(host.name) <= NAME
        assert "\n" not in host.name
        assert not any(ord(character) in range(0x202A, 0x202F) for character in host.name)
        assert 1 <= len(host.addresses) <= ADDRESSES
        assert host.pin == "" or len(host.pin) == 43
        assert host.people is None or 0 <= host.people < 100_000


@pytest.mark.parametrize("port", [None, 0, -1, 65536])
def test_a_port_that_is_none(port: int | None) -> None:
    assert read(CALLED, port, HERE, {}) is None


def test_a_later_version_is_not_ours() -> None:
    assert read(CALLED, 1, HERE, {b"v": b"2"}) is None


@pytest.mark.parametrize("pin", [b"", b"short", b"A" * 42 + b"\xff", b"A" * 44, PIN.encode() + b"\n"])
def test_a_pin_that_is_none(pin: bytes) -> None:
    host = read(CALLED, 1, HERE, {b"id": pin})
    assert host is not None
    assert host.pin == ""


@pytest.mark.parametrize("count", [b"", b"-1", b"many", b"123456", "٣".encode(), None])
def test_a_count_that_is_none(count: bytes | None) -> None:
    host = read(CALLED, 1, HERE, {b"people": count})
    assert host is not None
    assert host.people is None


def test_a_name_that_would_turn_the_line_around() -> None:
    host = read(CALLED, 1, HERE, {b"name": "Ann\u202e\n\x1b[31m\xff".encode("latin-1", "replace")})
    assert host is not None
    assert host.name.isprintable()


def test_without_a_name_the_service_has_one() -> None:
    host = read(CALLED, 1, HERE, {})
    assert host is not None
    assert host.name == "Ann"


@given(names)
def test_every_name_makes_an_instance(name: str) -> None:
    made = instance(name)
    label = made.removesuffix(f".{TYPE}")
    assert 0 < len(label.encode()) <= 63 - len("-999")
    assert "." not in label
    assert label.isprintable()


@given(st.lists(st.ip_addresses().map(str), max_size=20))
def test_likeliest_are_some_of_them(addresses: list[str]) -> None:
    found = likeliest(addresses, [HOME])
    assert set(found) <= {str(ip_address(address)) for address in addresses}
    assert len(found) == len(set(found)) <= ADDRESSES


def test_the_same_network_comes_first() -> None:
    home = Network("wlan0", "fd00::7", 64)
    mixed = ["10.8.0.2", "fd11::5", "192.168.1.20", "fd00::20"]
    assert likeliest(mixed, [HOME, home]) == ("192.168.1.20", "fd00::20", "10.8.0.2", "fd11::5")


def test_what_cannot_be_typed_is_left_out() -> None:
    assert likeliest(["fe80::1", "0.0.0.0", "224.0.0.251", "ff02::fb", "::", "no address", "169.254.3.4"]) == (
        "169.254.3.4",
    )


def test_loopback_only_without_another() -> None:
    assert likeliest(["127.0.0.1", "192.168.1.20"]) == ("192.168.1.20",)
    assert likeliest(["127.0.0.1"]) == ("127.0.0.1",)
