"""What is remembered of servers, as far as it needs no server; the rest is in tests/e2e."""

import pytest

from chatapp.app.remembered import Remembered, known_as
from chatapp.gui.settings import Settings
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import Address, Invite, parse
from chatapp.session.known import KnownHost
from chatapp.storage.notebook import Notebook

PIN = "T4lkJ_yFH1hTYDBfAdhFUKVrEgcZaz-atmQU5iClnOk"
OTHER = "A" * 43

# The screen of tests has no window manager to give a smallest size to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def notebook() -> Notebook:
    return Notebook(None)


@pytest.fixture
def remembered(window: MainWindow, settings: Settings, notebook: Notebook) -> Remembered:
    return Remembered(window, settings, notebook)


@pytest.mark.parametrize(
    "address",
    ["192.168.1.20:20200", "[2001:db8::1]:20201", "wss://chat.example.org:443", "chatapp://a:1,b:2"],
)
def test_it_leads_back_to_the_same_server(address: str) -> None:
    assert known_as(parse(address)) == address
    assert parse(known_as(parse(address))) == parse(address)


def test_it_is_of_the_server_not_of_a_room() -> None:
    assert known_as(parse("chatapp://a:1/music")) == "a:1"


def test_who_is_forgotten_is_met_for_the_first_time_again(
    remembered: Remembered, window: MainWindow, settings: Settings, notebook: Notebook
) -> None:
    hosts = notebook.hosts
    link = Invite((Address("10.0.0.3"), Address("ann-pc.local")), pin=PIN).link
    settings.joined("10.0.0.2:20200")
    settings.joined(link)
    for address in ("10.0.0.2:20200", "10.0.0.3:20200", "ann-pc.local:20200", "10.0.0.4:20200"):
        hosts.keep_host(address, KnownHost(PIN, verified=True))
    assert hosts.host_with(PIN) == KnownHost(PIN, verified=True)
    window.welcome.recent.clear_asked.emit()
    known = [hosts.host_at(address) is not None for address in ("10.0.0.2:20200", "10.0.0.3:20200")]
    assert [*known, hosts.host_at("ann-pc.local:20200") is not None] == [False] * 3
    assert hosts.host_at("10.0.0.4:20200") is not None


def test_a_server_joined_before_is_called_as_its_host_did(
    remembered: Remembered, window: MainWindow, settings: Settings, notebook: Notebook
) -> None:
    link = Invite((Address("10.0.0.3"), Address("ann-pc.local")), pin=PIN).link
    notebook.hosts.keep_host("ann-pc.local:20200", KnownHost(PIN, name="Ann"))
    for server in ("ftp://x", "10.0.0.2:20200", link):
        settings.joined(server)
    window.welcome.set_recent(settings.servers)
    called = [row.open.accessibleName() for row in window.welcome.recent.rows]
    assert called == ["Ann · 10.0.0.3:20200", "10.0.0.2:20200", "ftp://x"]


def test_whoever_was_met_there_can_be_removed(
    remembered: Remembered, window: MainWindow, settings: Settings, notebook: Notebook
) -> None:
    invite = Invite((Address("10.0.0.3"), Address("10.0.0.2")))
    assert not remembered.has_met(invite)
    notebook.hosts.keep_host("10.0.0.2:20200", KnownHost(PIN))
    assert remembered.has_met(invite)
    remembered.joined(invite)
    assert settings.servers == [invite.link]
    assert len(window.welcome.recent.rows) == 1


def test_a_link_that_lists_somebody_elses_address_is_not_them(
    remembered: Remembered, window: MainWindow, settings: Settings, notebook: Notebook
) -> None:
    """Whoever makes a link can put the address of a friend before their own: neither does it get the friend's name, nor
    is the friend's key forgotten when it is removed."""
    friend = KnownHost(PIN, verified=True, name="Ann's house")
    notebook.hosts.keep_host("ann-pc.local:20200", friend)
    invite = Invite((Address("ann-pc.local"), Address("10.0.0.66")), pin=OTHER)
    assert not remembered.has_met(invite)
    notebook.hosts.keep_host("10.0.0.66:20200", KnownHost(OTHER, verified=True, name="Eve"))
    assert remembered.has_met(invite)
    remembered.joined(invite)
    [row] = window.welcome.recent.rows
    assert row.open.accessibleName() == "Eve · ann-pc.local:20200"
    window.welcome.recent.clear_asked.emit()
    assert notebook.hosts.host_at("ann-pc.local:20200") == friend
    assert notebook.hosts.host_at("10.0.0.66:20200") is None
