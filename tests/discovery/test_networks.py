"""Which networks there are, and where a server is heard."""

import sys

import pytest

from chatapp.discovery.networks import Network, heard_at, networks
from chatapp.discovery.service import likeliest

AROUND = (
    Network("lo", "127.0.0.1", 8),
    Network("lo", "::1", 128),
    Network("wlan0", "192.168.1.20", 24),
    Network("wlan0", "fd00::20", 64),
    Network("wlan0", "fe80::20", 64),
    Network("eth0", "169.254.9.9", 16),
)


def test_this_computer_has_itself() -> None:
    assert "127.0.0.1" in [one.address for one in networks() if one.loopback]
    assert all("%" not in one.address for one in networks())


def test_a_system_that_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    import ifaddr

    def refuse() -> None:
        raise OSError("not allowed")

    monkeypatch.setattr(ifaddr, "get_adapters", refuse)
    assert networks() == ()


def test_a_network_whose_size_the_system_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows tells it; an address by itself is a network all the same."""
    import ifaddr

    ips = [ifaddr.IP("192.168.1.20", 255, "wlan0"), ifaddr.IP(("fd00::20", 0, 7), 255, "wlan0")]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: [ifaddr.Adapter("wlan0", "wlan0", ips)])
    assert networks() == (Network("wlan0", "192.168.1.20", 32), Network("wlan0", "fd00::20", 128))
    assert likeliest(["192.168.1.20", "10.0.0.1"], networks()) == ("192.168.1.20", "10.0.0.1")


@pytest.mark.parametrize(
    ("bind", "addresses"),
    [
        ("", ("192.168.1.20", "fd00::20", "169.254.9.9")),
        ("0.0.0.0", ("192.168.1.20", "169.254.9.9")),
        ("::", ("fd00::20",)),
        ("192.168.1.20", ("192.168.1.20",)),
        ("127.0.0.1", ()),
        ("127.0.0.2", ()),
        ("::1", ()),
        ("localhost", ()),
        ("ann-pc", ("192.168.1.20", "fd00::20", "169.254.9.9")),
    ],
)
def test_where_a_server_is_heard(bind: str, addresses: tuple[str, ...]) -> None:
    assert heard_at(bind, AROUND) == addresses


@pytest.mark.skipif(sys.platform != "linux", reason="the interface has this name on Linux")
def test_an_interface_has_its_name() -> None:
    assert "lo" in [one.interface for one in networks()]
