"""Two computers on one cable find each other, with the commands that people use."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from chatapp.protocol.invite import parse
from tests.netns import PROGRAMS, Computer, two_computers

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's"),
    pytest.mark.programs(*PROGRAMS),
]

TALK = """
import sys
from websockets.sync.client import connect
with connect(sys.argv[1]) as server:
    server.send('{"action":"identify","payload":{"username":"Bo"}}')
    print(server.recv(), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def alone_on_air() -> None:
    """They have an air of their own."""


@pytest.fixture
def netns() -> Iterator[tuple[Computer, Computer]]:
    with two_computers() as computers:
        yield computers


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def running(program: subprocess.Popen[str], ends: ExitStack) -> subprocess.Popen[str]:
    """It ends with the test, at the latest."""
    ends.enter_context(program)
    ends.callback(program.kill)
    return program


def serving(computer: Computer, ends: ExitStack, *words: str) -> subprocess.Popen[str]:
    program = running(computer.python("-m", "chatapp", "serve", "--history", "memory", *words), ends)
    assert program.stdout is not None
    assert program.stdout.readline().startswith("listening on ws://")
    return program


class Looking:
    """What a browser on a computer tells."""

    def __init__(self, computer: Computer, ends: ExitStack) -> None:
        self._program = running(computer.python("-m", "tests.discovery.look"), ends)

    def until(self, condition: Callable[[list[dict[str, Any]]], object]) -> list[dict[str, Any]]:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            found = json.loads(line)
            if found["able"] and condition(found["hosts"]):
                return found["hosts"]
        raise AssertionError("the browser ended")


def test_a_host_is_found_counted_and_gone(netns: tuple[Computer, Computer], ends: ExitStack) -> None:
    one, other = netns
    looking = Looking(other, ends)
    looking.until(lambda hosts: not hosts)
    host = serving(one, ends, "--port", "20300")
    (found,) = looking.until(len)
    assert (found["addresses"], found["port"], found["locked"]) == ([one.v4], 20300, False)
    assert len(found["pin"]) == 43
    guest = running(other.python("-c", TALK, f"ws://{found['addresses'][0]}:20300", stdin=subprocess.PIPE), ends)
    assert guest.stdout is not None
    assert "joined" in guest.stdout.readline()
    assert looking.until(lambda hosts: hosts and hosts[0]["people"] == 1)
    guest.kill()
    assert looking.until(lambda hosts: hosts and hosts[0]["people"] == 0)
    host.terminate()
    assert looking.until(lambda hosts: not hosts) == []
    assert host.wait(10) == 0


class Talking:
    """Somebody on a computer who uses the client that the window uses."""

    def __init__(self, computer: Computer, ends: ExitStack, name: str, place: str) -> None:
        program = computer.python("-m", "tests.discovery.talk", name, place, stdin=subprocess.PIPE)
        self._program = running(program, ends)

    def say(self, text: str) -> None:
        assert self._program.stdin is not None
        self._program.stdin.write(f"{text}\n")
        self._program.stdin.flush()

    def hears(self, **wanted: str) -> dict[str, str]:
        """The next line in which all of that is so."""
        assert self._program.stdout is not None
        seen = []
        for line in self._program.stdout:
            seen.append(line)
            told: dict[str, str] = json.loads(line)
            if wanted.items() <= told.items():
                return told
        raise AssertionError(f"it ended: {seen}")


def command(computer: Computer, *words: str) -> str:
    """What one of our commands answers there."""
    program = computer.python("-m", "chatapp", *words)
    answer, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    return answer


def test_they_find_each_other_and_talk_through_an_invite(
    netns: tuple[Computer, Computer], ends: ExitStack, tmp_path: Path
) -> None:
    """The whole way: a host who lets in whoever has an invite, found by another computer, which is let in by the link
    alone, and knows the host by it."""
    one, other = netns
    looking = Looking(other, ends)
    place = ("--data-dir", str(tmp_path / "host"))
    host = serving(one, ends, "--port", "20304", "--invite-only", "on", *place)
    (found,) = looking.until(len)
    assert (found["addresses"], found["port"]) == ([one.v4], 20304)
    link = command(one, "invite", "--label", "Bo", *place).strip()
    invite = parse(link)
    assert found["pin"] == invite.pin, "who is found is who invites"
    assert {address.host for address in invite.addresses} >= {one.v4}
    assert invite.secret
    # Found, and without the secret: the host asks for it.
    Talking(other, ends, "Eve", f"{one.v4}:20304").hears(phase="asked", trust="seen")
    bo = Talking(other, ends, "Bo", link)
    bo.hears(phase="online", trust="verified")
    ann = Talking(one, ends, "Ann", link)
    ann.hears(phase="online")
    assert looking.until(lambda hosts: hosts and hosts[0]["people"] == 2)
    ann.say("Hello over there")
    bo.hears(author="Ann", text="Hello over there")
    bo.say("Hello back")
    ann.hears(author="Bo", text="Hello back")
    people = command(one, "admin", *place, "people")
    assert [other.v4 in line for line in people.splitlines() if " Bo " in line] == [True]
    [listed] = command(one, "invite", "--list", *place).splitlines()
    assert "used 2 times" in listed
    host.terminate()
    assert looking.until(lambda hosts: not hosts) == []
    assert host.wait(20) == 0
    bo.hears(phase="waiting")


def test_where_there_is_ipv6_alone(netns: tuple[Computer, Computer], ends: ExitStack) -> None:
    one, other = netns
    for computer in netns:
        computer.run("ip", "address", "del", f"{computer.v4}/24", "dev", computer.link)
    looking = Looking(other, ends)
    serving(one, ends, "--host", "::")
    (found,) = looking.until(len)
    assert found["addresses"] == [one.v6]


def test_a_host_that_does_not_want_it_is_not_found(netns: tuple[Computer, Computer], ends: ExitStack) -> None:
    """Nor is one for this computer alone. That of a third tells when both would have been found."""
    one, other = netns
    looking = Looking(other, ends)
    looking.until(lambda hosts: not hosts)
    serving(one, ends, "--port", "20301", "--announce", "off")
    serving(one, ends, "--port", "20302", "--host", "127.0.0.1")
    serving(one, ends, "--port", "20303")
    assert [host["port"] for host in looking.until(len)] == [20303]


def test_a_cable_that_is_pulled_out(netns: tuple[Computer, Computer], ends: ExitStack) -> None:
    """Nobody said goodbye. Who looks has nobody left then, and with the cable everybody again."""
    one, other = netns
    looking = Looking(other, ends)
    serving(one, ends)
    looking.until(len)
    other.unplug()
    looking.until(lambda hosts: not hosts)
    other.run("ip", "link", "set", other.link, "up")
    assert looking.until(len)
