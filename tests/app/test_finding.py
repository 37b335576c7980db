"""Hosts for the Join page: looked for while it is seen, joined as they are known."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.app.finding import Finding, offered
from chatapp.discovery.browse import Found as Heard
from chatapp.discovery.service import FoundHost
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.found.found import Found
from chatapp.gui.welcome.found.model import Role
from chatapp.protocol.invite import Invite, parse
from chatapp.session.known import KnownHost

PIN, OTHER = "A" * 43, "B" * 42 + "A"


def host(*addresses: str, pin: str = "", locked: bool = False) -> FoundHost:
    return FoundHost("id", "Ann", addresses or ("192.168.1.20",), 20200, pin, 3, locked)


def test_one_nobody_knows_is_joined_without_its_pin() -> None:
    """What it says of itself is no proof: it is trusted on first use, and said to be."""
    server = offered(host("192.168.1.20", "fd00::20", pin=PIN, locked=True), [])
    assert (server.name, server.people, server.known, server.locked) == ("Ann", 3, False, True)
    assert server.invite == "chatapp://192.168.1.20:20200,[fd00::20]:20200"
    assert parse(server.invite).pin == ""


def test_one_address_is_what_one_would_type() -> None:
    assert offered(host(pin=PIN), []).invite == "192.168.1.20:20200"


@pytest.mark.parametrize("remembered", [[parse(f"chatapp://10.0.0.1:20200#f={PIN}")], []])
def test_a_pin_that_was_verified_is_held_to(remembered: list[Invite]) -> None:
    server = offered(host(pin=PIN), remembered, None if remembered else KnownHost(PIN, True, "Ann", 1.0))
    assert server.known
    invite = parse(server.invite)
    assert invite.pin == PIN
    assert [(one.host, one.secure) for one in invite.addresses] == [("192.168.1.20", True)]


def test_one_that_was_only_met_does_not_become_verified_by_being_found() -> None:
    server = offered(host(pin=PIN), [parse("192.168.1.20:20200")], KnownHost(PIN, False, "Ann", 1.0))
    assert server.known
    assert parse(server.invite).pin == ""


def test_whoever_claims_the_pin_of_one_that_was_only_met_is_not_taken_for_them() -> None:
    """At another address nothing holds them to it: they would be met for the first time, as who they like."""
    server = offered(host("192.168.1.66", pin=PIN), [parse("192.168.1.20:20200")], KnownHost(PIN, False, "Ann", 1.0))
    assert not server.known
    assert parse(server.invite).pin == ""


def test_an_address_of_before_is_a_hint() -> None:
    server = offered(host(pin=PIN), [parse("192.168.1.20:20200")])
    assert server.known
    assert parse(server.invite).pin == ""
    assert not offered(host(), [parse("192.168.1.20:20201")]).known


def test_another_key_at_a_known_address_is_not_known() -> None:
    assert not offered(host(pin=OTHER), [parse(f"chatapp://192.168.1.20:20200#f={PIN}")]).known


# The screen of tests has no window manager to give a smallest size to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Looking:
    """In the browser's place."""

    def __init__(self, tell: Callable[[Heard], None]) -> None:
        self.tell = tell
        self.running = False
        self.waited: list[float] = []

    def start(self) -> None:
        self.running = True

    def stop(self, within: float = 2.0) -> None:
        self.running = False
        self.waited.append(within)


class AtOnce:
    """In the loop's place."""

    def call_soon_threadsafe(self, call: Callable[..., None], *words: Any) -> None:
        call(*words)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Found:
    made = Found(Theme())
    qtbot.addWidget(made)
    return made


@pytest.fixture
def browsers() -> list[Looking]:
    return []


@pytest.fixture
def finding(page: Found, settings: Settings, browsers: list[Looking]) -> Finding:
    def make(tell: Callable[[Heard], None]) -> Looking:
        browsers.append(Looking(tell))
        return browsers[-1]

    return Finding(page, settings, AtOnce(), linger=30, browser=make)  # type: ignore[arg-type]


def test_it_looks_while_somebody_sees_it(
    page: Found, finding: Finding, browsers: list[Looking], settings: Settings, qtbot: QtBot
) -> None:
    assert browsers == []
    page.show()
    assert browsers[0].running
    settings.joined("192.168.1.20:20200")
    browsers[0].tell(Heard((host(),)))
    assert page.model.index(0).data() == "Ann"
    assert "joined before" in page.model.index(0).data(Role.ABOUT)
    browsers[0].tell(Heard(able=False))
    page.hide()
    qtbot.waitUntil(lambda: not browsers[0].running)
    assert browsers[0].waited == [0]
    browsers[0].tell(Heard((host(),)))
    assert page.model.rowCount() == 0, "what comes late is of no browser"


def test_who_comes_back_soon_finds_them_still_there(page: Found, finding: Finding, browsers: list[Looking]) -> None:
    page.show()
    browsers[0].tell(Heard((host(),)))
    page.hide()
    page.show()
    assert len(browsers) == 1
    assert browsers[0].running
    assert page.model.rowCount() == 1


def test_it_ends_with_the_window(page: Found, finding: Finding, browsers: list[Looking]) -> None:
    page.show()
    asyncio.run(finding.close())
    assert browsers[0].waited == [2.0], "the thread is waited for"
