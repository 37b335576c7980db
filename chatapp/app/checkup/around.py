"""Which networks this computer is in."""

import re
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final

from chatapp.app.checkup.finding import Finding, Verdict
from chatapp.discovery.networks import Network
from chatapp.protocol.sentences import Sentence

_VPN: Final = re.compile(r"^(tun|tap|utun|ppp|wg|ipsec|zt)|vpn|wireguard|tailscale|zerotier", re.IGNORECASE)
_INNER: Final = re.compile(
    r"^(docker|br-|virbr|vboxnet|vmnet|veth|lxc|podman)|virtualbox|vmware|hyper-v|vethernet", re.IGNORECASE
)
"""networks within this computer: of virtual machines and containers"""


def look(around: Iterable[Network]) -> list[Finding]:
    """What there is to say of them."""
    used = [one for one in around if not one.loopback and not (one.link_local and ":" in one.address)]
    outer = [one for one in used if not _INNER.search(one.interface)]
    vpn = [one for one in outer if _VPN.search(one.interface)]
    plain = [one for one in outer if one not in vpn]
    found = [_networks(plain)]
    if vpn:
        found.append(
            Finding(
                Verdict.NOTE,
                Sentence("VPN"),
                Sentence(
                    "A VPN is on ({names}). It may keep computers around you from reaching this one.", names=_names(vpn)
                ),
                Sentence("If somebody cannot join, switch the VPN off for a moment and try again."),
            )
        )
    if len({one.interface for one in plain}) > 1:
        found.append(
            Finding(
                Verdict.NOTE,
                Sentence("Several networks"),
                Sentence("This computer is in several networks at once: {names}.", names=_names(plain)),
                Sentence("Give others the address of the network that they are in, too."),
            )
        )
    return found


def _networks(plain: list[Network]) -> Finding:
    what = Sentence("Network")
    if not plain:
        return Finding(
            Verdict.BAD,
            what,
            Sentence("This computer is in no network."),
            Sentence("Connect to the Wi-Fi, or put a network cable in, and test again."),
        )
    # Where several addresses are of one kind, the first is that of the network itself.
    given = [one for one in plain if not one.link_local]
    if not given:
        return Finding(
            Verdict.BAD,
            what,
            Sentence("The network gave this computer no address; it made one up: {address}.", address=plain[0].address),
            Sentence(
                "Switch the Wi-Fi off and on again, or restart the router. A cable between two computers is fine."
            ),
        )
    return Finding(
        Verdict.GOOD, what, Sentence("This computer is in a network ({names}).", names=_names(_one_each(given)))
    )


def _one_each(networks: list[Network]) -> list[Network]:
    """The shortest kind of address of each interface."""
    ordered = sorted(networks, key=lambda one: ip_address(one.address).version)
    first: dict[str, Network] = {}
    for one in ordered:
        first.setdefault(one.interface, one)
    return [first[name] for name in dict.fromkeys(one.interface for one in networks)]


def _names(networks: list[Network]) -> str:
    return ", ".join(f"{one.interface} {one.address}" for one in _one_each(networks))
