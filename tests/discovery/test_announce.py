"""A host makes itself known: real multicast, on the loopback interface."""

import threading
from collections.abc import Callable

import pytest

from chatapp.discovery import announce as announcing
from chatapp.discovery.announce import Announcer
from chatapp.discovery.networks import Network
from chatapp.discovery.service import Notice
from tests.discovery.conftest import LO, Looking

Announce = Callable[..., Announcer]
PIN = "B" * 42 + "A"


def test_it_appears_changes_and_goes(looking: Looking, announce: Announce) -> None:
    announcer = announce(Notice("Ann’s chat", 20200, PIN, 1))
    (host,) = looking.until(len)
    assert (host.name, host.addresses, host.port) == ("Ann’s chat", ("127.0.0.1",), 20200)
    assert (host.pin, host.people, host.locked) == (PIN, 1, False)
    announcer.show(Notice("Bo’s chat", 20200, PIN, 2, locked=True))
    (after,) = looking.until(lambda hosts: hosts and hosts[0].locked)
    assert (after.id, after.name, after.people) == (host.id, "Bo’s chat", 2)
    announcer.stop()
    assert looking.until(lambda hosts: not hosts) == ()


def test_two_of_one_name_are_told_apart(looking: Looking, announce: Announce) -> None:
    announce(Notice("Ann", 20200))
    looking.until(len)
    announce(Notice("Ann", 20201))
    hosts = looking.until(lambda hosts: len(hosts) == 2)
    assert [host.name for host in hosts] == ["Ann", "Ann"]
    assert [host.port for host in hosts] == [20200, 20201]
    assert len({host.id for host in hosts}) == 2


def test_many_changes_are_few(looking: Looking, announce: Announce) -> None:
    """A class comes in: what is told in the end is right, and not each of them was told."""
    announcer = announce(Notice("Ann", 20200), every=0.5)
    looking.until(len)
    seen = []
    for count in range(1, 101):
        announcer.show(Notice("Ann", 20200, people=count))

    def last(hosts: tuple[object, ...]) -> bool:
        seen.append(hosts)
        return hosts[0].people == 100  # type: ignore[attr-defined]

    looking.until(last)
    assert len(seen) <= 3


def test_other_addresses_are_announced_anew(looking: Looking, announce: Announce) -> None:
    """A laptop changes its network: without one nothing is announced, and in the next it is there again."""
    around = [LO]
    announce(Notice("Ann", 20200), around=lambda: around[0])
    looking.until(len)
    around[0] = ()
    looking.until(lambda hosts: not hosts)
    around[0] = (Network("wlan0", "10.0.0.1", 8), *LO)
    looking.until(len)


def test_without_a_network_it_costs_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    looked = threading.Semaphore(0)

    def around() -> tuple[Network, ...]:
        looked.release()
        return ()

    announcer = Announcer(Notice("Ann", 1), look=0.01, around=around)
    with caplog.at_level("INFO", "chatapp.discovery"):
        announcer.start()
        for _ in range(3):
            assert looked.acquire(timeout=10)
        announcer.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "this server is not announced on the network: there is no network"
    ]


def test_a_server_for_this_computer_alone_is_not_announced() -> None:
    looked = threading.Event()

    def around() -> tuple[Network, ...]:
        looked.set()
        return LO

    announcer = Announcer(Notice("Ann", 1), "127.0.0.1", around=around)
    assert announcer._addresses() == ()


def test_the_thread_ends(announce: Announce) -> None:
    announcer = announce(Notice("Ann", 1))
    announcer.stop()
    assert "chatapp-announcer" not in [thread.name for thread in threading.enumerate()]
    announcer.show(Notice("Bo", 1))
    assert announcer.notice.name == "Bo"


def test_goodbye_is_a_matter_of_moments() -> None:
    assert announcing.GOODBYE <= 2
