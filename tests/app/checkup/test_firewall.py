"""What each system tells of its firewall, and what it does not."""

import sys
import time
from pathlib import Path

import pytest

from chatapp.app.checkup import firewall
from chatapp.app.checkup.finding import Verdict

GOOD, BAD, UNKNOWN = Verdict.GOOD, Verdict.BAD, Verdict.UNKNOWN


class System:
    """Answers as programs of a system do; knows none that is not in `answers`."""

    def __init__(self, **answers: tuple[int, str]) -> None:
        self._answers = answers

    def __call__(self, *words: str) -> tuple[int, str] | None:
        line = " ".join(words)
        return next((answer for part, answer in self._answers.items() if part in line.replace("-", "_")), None)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [((0, "yes\n"), GOOD), ((1, "no\n"), BAD), ((252, "not authorised"), UNKNOWN), (None, UNKNOWN)],
)
def test_firewalld(answer: tuple[int, str] | None, verdict: Verdict) -> None:
    answers = {"__state": (0, "running\n")} | ({"query_port=20300/tcp": answer} if answer else {})
    found = firewall.look(20300, "linux", System(**answers))
    assert found.verdict is verdict
    assert "firewalld" in found.sentence
    assert (found.advice is None) is (verdict is GOOD)
    assert verdict is GOOD or "--add-port=20300/tcp" in str(found.advice)


@pytest.mark.parametrize(
    ("config", "on"),
    [
        ("# comment\nENABLED=yes\nLOGLEVEL=low\n", True),
        ('ENABLED="yes"', True),
        ("ENABLED=no\n", False),
        ("#ENABLED=yes\n", False),
        ("", False),
    ],
)
def test_ufw(config: str, on: bool, tmp_path: Path) -> None:
    path = tmp_path / "ufw.conf"
    path.write_text(config)
    found = firewall._linux(20300, System(), path)
    assert firewall.ufw_is_on(config) is on
    assert found.verdict is UNKNOWN
    assert ("ufw" in found.sentence) is on
    assert (found.advice == "To let others in, type this in a terminal: sudo ufw allow 20300/tcp") is on


def test_no_firewall_that_is_known(tmp_path: Path) -> None:
    assert firewall._linux(1, System(__state=(252, "not running")), tmp_path / "none").verdict is UNKNOWN


@pytest.mark.parametrize(
    ("state", "blocked", "verdict"),
    [
        ("Firewall is disabled. (State = 0)", "", GOOD),
        ("Firewall is enabled. (State = 1)", "The application is not part of the firewall", UNKNOWN),
        ("Firewall is enabled. (State = 1)", "Incoming connection to the application is permitted", UNKNOWN),
        ("Firewall is enabled. (State = 1)", "Incoming connection to the application is blocked", BAD),
        ("Firewall is blocking all non-essential incoming connections. (State = 2)", "", BAD),
        ("something new", "", UNKNOWN),
    ],
)
def test_a_mac(state: str, blocked: str, verdict: Verdict) -> None:
    found = firewall.look(1, "darwin", System(getglobalstate=(0, state), getappblocked=(0, blocked)))
    assert found.verdict is verdict
    assert verdict is GOOD or "System Settings" in str(found.advice)


def test_a_mac_that_does_not_tell() -> None:
    assert firewall.look(1, "darwin", System()).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("profiles", "rules", "verdict"),
    [
        ("Public\r\n", "Allow\r\n", BAD),
        ("Private\r\n", "Allow\r\n", GOOD),
        ("Private\r\n", "Allow\r\nBlock\r\n", BAD),
        ("DomainAuthenticated\r\n", "", UNKNOWN),
    ],
)
def test_windows(profiles: str, rules: str, verdict: Verdict) -> None:
    asked = System(Get_NetConnectionProfile=(0, profiles), Get_NetFirewallApplicationFilter=(0, rules))
    found = firewall.look(1, "win32", asked)
    assert found.verdict is verdict
    assert (found.advice is None) is (verdict is GOOD)


def test_a_windows_that_does_not_tell() -> None:
    assert firewall.look(1, "win32", System()).verdict is UNKNOWN


def test_this_system_is_asked() -> None:
    assert firewall.look(20200).what == "Firewall"
    assert firewall.ask(sys.executable, "-c", "print('é')") is not None
    assert firewall.ask("no-such-program-of-any-system") is None


def test_a_program_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firewall, "PATIENCE", 0.2)
    began = time.monotonic()
    assert firewall.ask(sys.executable, "-c", "import time; time.sleep(30)") is None
    assert time.monotonic() - began < 10
