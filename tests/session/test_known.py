"""One contract for whoever remembers hosts: for as long as a program runs, and for longer."""

from collections.abc import Callable

import pytest

from chatapp.client.trust import HostsMet
from chatapp.session.known import KnownHost, KnownHosts
from chatapp.storage.notebook import Notebook


@pytest.fixture(params=[HostsMet, lambda: Notebook(None).hosts], ids=["one run", "notebook"])
def hosts(request: pytest.FixtureRequest) -> KnownHosts:
    make: Callable[[], KnownHosts] = request.param
    return make()


def test_nobody_is_known_at_first(hosts: KnownHosts) -> None:
    assert hosts.host_at("10.0.0.2:20200") is None
    assert hosts.host_with("pin") is None


def test_the_last_one_met_is_who_is_there(hosts: KnownHosts) -> None:
    hosts.keep_host("10.0.0.2:20200", KnownHost("one"))
    hosts.keep_host("10.0.0.2:20200", KnownHost("two", verified=True, name="Tea", at=2.0))
    assert hosts.host_at("10.0.0.2:20200") == KnownHost("two", verified=True, name="Tea", at=2.0)
    assert hosts.host_with("one") is None


def test_who_is_verified_comes_first(hosts: KnownHosts) -> None:
    for address, verified in (("a:1", False), ("b:1", True), ("c:1", False)):
        hosts.keep_host(address, KnownHost("pin", verified, name=address))
    assert hosts.host_with("pin") == KnownHost("pin", verified=True, name="b:1")
