"""Two computers on one cable, each a network namespace of its own on this machine (network_namespaces(7)).

They end with the test, however it ends: what holds each open waits for its standard input to be closed.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

UNDER_CI = os.environ.get("CI") == "true"
ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = ("ip", "nsenter", "unshare")


class Computer:
    """One of them: `v4` and `v6` are its addresses, `link` is its interface."""

    link = "cable0"

    def __init__(self, enter: Sequence[str], number: int) -> None:
        self._enter = [*enter]
        self.v4 = f"10.77.0.{number}"
        self.v6 = f"fd77::{number}"

    def start(self, *words: str, **more: Any) -> subprocess.Popen[str]:
        """Have a program run on it. What it writes can be read; it begins in the folder of the source."""
        given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "text": True, "cwd": ROOT} | more
        return subprocess.Popen([*self._enter, *words], **given)

    def python(self, *words: str, **more: Any) -> subprocess.Popen[str]:
        """The same with this Python."""
        return self.start(sys.executable, *words, **more)

    def run(self, *words: str) -> None:
        """Have a program run on it, and wait for it to end well."""
        subprocess.run([*self._enter, *words], check=True, capture_output=True, timeout=30)

    def set_up(self) -> None:
        for device in ("lo", self.link):
            self.run("ip", "link", "set", device, "up")
        self.run("ip", "address", "add", f"{self.v4}/24", "dev", self.link)
        # Without the second in which a new address is asked for.
        self.run("ip", "address", "add", f"{self.v6}/64", "dev", self.link, "nodad")

    def unplug(self) -> None:
        """Pull the cable out."""
        self.run("ip", "link", "set", self.link, "down")


@contextmanager
def two_computers() -> Iterator[tuple[Computer, Computer]]:
    """On one cable. Skips the test where this system lets nobody make them; under CI that is a failure."""
    root = os.geteuid() == 0
    own_user, same_user = ([], []) if root else (["--map-root-user"], ["--user", "--preserve-credentials"])
    with ExitStack() as stack:
        try:
            one = _hold(stack, ["unshare", *own_user, "--net"])
            into_one = ["nsenter", "-t", one, *same_user, "--net"]
            other = _hold(stack, [*into_one, "unshare", "--net"])
            into_other = ["nsenter", "-t", other, *same_user, "--net"]
            computers = Computer(into_one, 1), Computer(into_other, 2)
            link = Computer.link
            computers[0].run("ip", "link", "add", link, "type", "veth", "peer", "name", link, "netns", other)
            for computer in computers:
                computer.set_up()
        except (OSError, subprocess.SubprocessError) as problem:
            reason = f"this system does not let a test make networks: {problem}"
            if UNDER_CI:
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)
        yield computers


def _hold(stack: ExitStack, enter: list[str]) -> str:
    """Open a namespace until the stack ends. Returns the process that is in it."""
    holder = stack.enter_context(
        subprocess.Popen([*enter, "sh", "-c", "echo $$; exec cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    )
    assert holder.stdout is not None
    number = holder.stdout.readline().strip().decode()
    if not number:
        raise subprocess.SubprocessError("no namespace was opened")
    return number
