"""What the networks of a computer say."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.app.checkup import around
from chatapp.app.checkup.finding import Verdict
from chatapp.discovery.networks import Network

LO = Network("lo", "127.0.0.1", 8)
WIFI = Network("wlan0", "192.168.1.20", 24)
WIFI6 = Network("wlan0", "fd00::20", 64)
LINK6 = Network("wlan0", "fe80::20", 64)
CABLE = Network("eth0", "10.0.0.2", 8)


def test_one_network() -> None:
    (found,) = around.look([LO, WIFI6, WIFI, LINK6])
    assert found.verdict is Verdict.GOOD
    assert "wlan0 192.168.1.20" in found.sentence
    assert "fd00" not in found.sentence, "one address says it"


def test_none() -> None:
    (found,) = around.look([LO, LINK6])
    assert (found.verdict, found.ok) == (Verdict.BAD, False)
    assert found.advice


def test_one_that_gave_no_address() -> None:
    (found,) = around.look([Network("wlan0", "169.254.7.7", 16)])
    assert found.verdict is Verdict.BAD
    assert "169.254.7.7" in found.sentence


def test_several() -> None:
    _, several = around.look([WIFI, CABLE])
    assert several.verdict is Verdict.NOTE
    assert "wlan0" in several.sentence
    assert "eth0" in several.sentence


def test_a_vpn_and_what_is_inside_this_computer() -> None:
    inner = [Network(name, "172.17.0.1", 16) for name in ("docker0", "virbr0", "vEthernet (Default Switch)", "br-12ab")]
    for name in ("tun0", "utun3", "wg0", "tailscale0", "NordVPN", "zt5u4"):
        first, vpn = around.look([WIFI, *inner, Network(name, "10.8.0.2", 24)])
        assert first.verdict is Verdict.GOOD
        assert (vpn.what, vpn.verdict) == ("VPN", Verdict.NOTE)
        assert name in vpn.sentence


networks = st.builds(Network, st.text(max_size=12), st.ip_addresses().map(str), st.integers(0, 32))


@given(st.lists(networks, max_size=12))
def test_whatever_there_is(found: list[Network]) -> None:
    said = around.look(found)
    assert said[0].what == "Network"
    assert all(finding.advice for finding in said if not finding.ok)
