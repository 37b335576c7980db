"""Hosts come, change and go; anybody may say anything."""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import ExitStack

import pytest
from zeroconf import DNSAddress, DNSOutgoing, DNSPointer, DNSService, DNSText, ServiceStateChange, Zeroconf, const

from chatapp.discovery import browse
from chatapp.discovery.announce import Announcer
from chatapp.discovery.browse import MOST, Browser
from chatapp.discovery.service import TYPE, Notice
from tests.discovery.conftest import HERE, LO, Looking

Announce = Callable[..., Announcer]


@pytest.fixture
def liar(ends: ExitStack) -> Zeroconf:
    """Says what it likes."""
    made = Zeroconf(interfaces=HERE)
    ends.callback(made.close)
    return made


def claim(
    liar: Zeroconf, name: str, text: bytes, *, port: int = 1, ttl: int = 120, server: str = "liar.local."
) -> None:
    """Announce a service that nobody answers for afterwards."""
    out = DNSOutgoing(const._FLAGS_QR_RESPONSE | const._FLAGS_AA)
    whole = f"{name}.{TYPE}"
    unique = const._CLASS_IN | const._CLASS_UNIQUE
    out.add_answer_at_time(DNSPointer(TYPE, const._TYPE_PTR, const._CLASS_IN, 4500, whole), 0)
    out.add_answer_at_time(DNSService(whole, const._TYPE_SRV, unique, ttl, 0, 0, port, server), 0)
    out.add_answer_at_time(DNSText(whole, const._TYPE_TXT, unique, 4500, text), 0)
    out.add_answer_at_time(DNSAddress(server, const._TYPE_A, unique, ttl, socket.inet_aton("127.0.0.1")), 0)
    liar.send(out)


def test_nobody_is_told_as_nobody(looking: Looking) -> None:
    assert looking.until(lambda hosts: not hosts) == ()


def test_who_vanishes_without_a_word_is_forgotten(looking: Looking, liar: Zeroconf) -> None:
    """The lid of a laptop is closed: nothing says goodbye, and nothing answers."""
    looking.until(lambda hosts: not hosts)
    claim(liar, "Ann", b"\x03v=1", ttl=1)
    looking.until(len)
    assert looking.until(lambda hosts: not hosts) == ()


def test_who_vanished_comes_back(looking: Looking, liar: Zeroconf) -> None:
    looking.until(lambda hosts: not hosts)
    claim(liar, "Ann", b"\x03v=1", ttl=1)
    looking.until(len)
    looking.until(lambda hosts: not hosts)
    claim(liar, "Ann", b"\x08people=7")
    (host,) = looking.until(len)
    assert host.people == 7


def test_nonsense_is_left_out(looking: Looking, liar: Zeroconf) -> None:
    looking.until(lambda hosts: not hosts)
    claim(liar, "No port", b"\x03v=1", port=0)
    claim(liar, "Broken", b"\xff\x00\x01")
    claim(liar, "Ann", b"\x0bname=\xff\xff\x1b[m")
    hosts = looking.until(lambda hosts: len(hosts) == 2)
    assert {host.name for host in hosts} == {"Broken", "\ufffd\ufffd\ufffd[m"}


async def test_thousands_are_bounded() -> None:
    """What a flood of services costs is counted at the ear itself."""

    class Deaf:
        """Nothing in its cache, and nobody answers."""

    asked = 0

    class Counting(browse._Ear):
        async def _find_out(self, name: str) -> None:
            nonlocal asked
            asked += 1
            await asyncio.Event().wait()

    ear = Counting(Deaf(), LO, 1)  # type: ignore[arg-type]
    for number in range(5_000):
        ear.hear(name=f"{number}.{TYPE}", state_change=ServiceStateChange.Added)
    await asyncio.sleep(0)
    assert len(ear._hosts) == asked == MOST
    ear.hear(name=f"7.{TYPE}", state_change=ServiceStateChange.Removed)
    ear.hear(name=f"late.{TYPE}", state_change=ServiceStateChange.Added)
    assert f"late.{TYPE}" in ear._hosts
    tasks = list(ear._asking.values())
    ear.close()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_other_addresses_of_ours_are_looked_from(ends: ExitStack, announce: Announce) -> None:
    around = [LO]
    looking = Looking(around=lambda: around[0])
    looking.browser.start()
    ends.callback(looking.browser.stop, 10)
    announce(Notice("Ann", 20200))
    looking.until(len)
    around[0] = ()
    looking.until(lambda hosts: not hosts)
    looking.until(len)


# zeroconf leaves a socket to be collected when it cannot have the next.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_computer_without_multicast(ends: ExitStack) -> None:
    """The address is no one of ours, as that of a network that has just gone."""
    told: list[browse.Found] = []
    heard = threading.Event()

    def hear(found: browse.Found) -> None:
        told.append(found)
        heard.set()

    browser = Browser(hear, interfaces=["192.0.2.77"], look=0.01, around=lambda: LO)
    browser.start()
    ends.callback(browser.stop, 10)
    assert heard.wait(10)
    assert told == [browse.Found(able=False)]


def test_the_thread_ends(looking: Looking) -> None:
    looking.until(lambda hosts: not hosts)
    looking.browser.stop(10)
    assert "chatapp-browser" not in [thread.name for thread in threading.enumerate()]
