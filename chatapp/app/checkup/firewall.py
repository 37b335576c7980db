"""This computer's own firewall, as far as a program without rights can see it. Where it cannot, it says so.

The parts that ask the system block; they belong on a thread.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from chatapp.app.checkup.finding import Finding, Verdict
from chatapp.protocol.sentences import Sentence

PATIENCE: Final = 8.0
"""seconds that a program of the system may take: Windows' own take some"""
UFW: Final = Path("/etc/ufw/ufw.conf")
MAC: Final = "/usr/libexec/ApplicationFirewall/socketfilterfw"
_PROFILES: Final = "Get-NetConnectionProfile | ForEach-Object { $_.NetworkCategory.ToString() }"
_RULES: Final = (
    "Get-NetFirewallApplicationFilter -Program '{program}' -ErrorAction SilentlyContinue | Get-NetFirewallRule | "
    "Where-Object {{ $_.Enabled -eq 'True' -and $_.Direction -eq 'Inbound' }} | "
    "ForEach-Object {{ $_.Action.ToString() }}"
)

Ask = Callable[..., tuple[int, str] | None]
"""runs a program: its exit code and what it wrote; None where that cannot be had"""


def ask(*words: str) -> tuple[int, str] | None:
    """Run a program of the system's, without a window of its own. Blocks for `PATIENCE` seconds at most."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    try:
        done = subprocess.run(  # noqa: S603  # fixed words, no shell
            words,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            creationflags=flags,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.returncode, done.stdout


def look(port: int, platform: str = sys.platform, ask: Ask = ask) -> Finding:
    """Whether it lets others in at that port."""
    match platform:
        case "win32":
            return _windows(ask)
        case "darwin":
            return _mac(ask)
    return _linux(port, ask)


def _linux(port: int, ask: Ask, ufw: Path = UFW) -> Finding:
    state = ask("firewall-cmd", "--state")
    if state is not None and state[0] == 0:
        asked = ask("firewall-cmd", f"--query-port={port}/tcp")
        if asked is not None and asked[1].strip() == "yes":
            return _open("firewalld")
        command = f"sudo firewall-cmd --add-port={port}/tcp --permanent && sudo firewall-cmd --reload"
        if asked is not None and asked[1].strip() == "no":
            return _closed("firewalld", command)
        return _unknown("firewalld", command)
    try:
        on = ufw_is_on(ufw.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        on = False
    if on:
        # Its rules are for administrators' eyes.
        return _unknown("ufw", f"sudo ufw allow {port}/tcp")
    return Finding(
        Verdict.UNKNOWN,
        _WHAT,
        Sentence("No firewall that Chatapp knows is switched on here. Another one may be."),
    )


def ufw_is_on(config: str) -> bool:
    """What its settings (ufw.conf) say."""
    return re.search(r"^\s*ENABLED\s*=\s*[\"']?yes\b", config, re.MULTILINE | re.IGNORECASE) is not None


def _mac(ask: Ask) -> Finding:
    state = ask(MAC, "--getglobalstate")
    number = re.search(r"State\s*=\s*(\d)", state[1]) if state is not None else None
    if number is None:
        return Finding(Verdict.UNKNOWN, _WHAT, _CANNOT_TELL, _ON_A_MAC)
    if number[1] == "0":
        return Finding(Verdict.GOOD, _WHAT, Sentence("The firewall of this Mac is off: it keeps nobody out."))
    blocked = ask(MAC, "--getappblocked", sys.executable)
    if number[1] == "2" or (
        blocked is not None and "blocked" in blocked[1].lower() and "permitted" not in blocked[1].lower()
    ):
        return Finding(Verdict.BAD, _WHAT, Sentence("The firewall of this Mac keeps others out."), _ON_A_MAC)
    return Finding(
        Verdict.UNKNOWN,
        _WHAT,
        Sentence("The firewall of this Mac is on. Whether it lets others in, it does not tell."),
        _ON_A_MAC,
    )


def _windows(ask: Ask) -> Finding:
    profiles = ask("powershell", "-NoProfile", "-NonInteractive", "-Command", _PROFILES)
    kinds = set(profiles[1].split()) if profiles is not None and profiles[0] == 0 else set()
    if "Public" in kinds:
        return Finding(
            Verdict.BAD,
            _WHAT,
            Sentence("Windows takes this network for a public one, and keeps others out."),
            Sentence("If you trust it: Settings ▸ Network & internet ▸ your network ▸ Private network."),
        )
    program = sys.executable.replace("'", "''")
    rules = ask("powershell", "-NoProfile", "-NonInteractive", "-Command", _RULES.format(program=program))
    actions = set(rules[1].split()) if rules is not None and rules[0] == 0 else set()
    if "Block" in actions:
        return Finding(Verdict.BAD, _WHAT, Sentence("The firewall of Windows keeps others from Chatapp."), _ON_WINDOWS)
    if "Allow" in actions:
        return _open("Windows")
    return Finding(Verdict.UNKNOWN, _WHAT, _CANNOT_TELL, _ON_WINDOWS)


_WHAT: Final = Sentence("Firewall")
_CANNOT_TELL: Final = Sentence("Whether the firewall of this computer lets others in cannot be told.")
_ON_WINDOWS: Final = Sentence(
    "Open Windows Security ▸ Firewall ▸ Allow an app through firewall, and tick Chatapp for private networks."
)
_ON_A_MAC: Final = Sentence(
    "Open System Settings ▸ Network ▸ Firewall ▸ Options, and allow incoming connections for Chatapp."
)


def _open(name: str) -> Finding:
    return Finding(Verdict.GOOD, _WHAT, Sentence("The firewall of this computer ({name}) lets others in.", name=name))


def _closed(name: str, command: str) -> Finding:
    return Finding(
        Verdict.BAD,
        _WHAT,
        Sentence("The firewall of this computer ({name}) keeps others out.", name=name),
        _type(command),
    )


def _unknown(name: str, command: str) -> Finding:
    return Finding(
        Verdict.UNKNOWN,
        _WHAT,
        Sentence("A firewall is on ({name}). Whether it lets others in, only an administrator can see.", name=name),
        _type(command),
    )


def _type(command: str) -> Sentence:
    return Sentence("To let others in, type this in a terminal: {command}", command=command)
