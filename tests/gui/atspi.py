"""What a screen reader sees of one of our programs, asked from outside its process.

`Desk` is a screen (Xvfb) and a session bus of their own. A program started on it is asked through AT-SPI by a second
one, `atspi_reader.py`, which runs under the system's Python: pyatspi comes with the system, not from a package index.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READER = Path(__file__).with_name("atspi_reader.py")
ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
PROGRAMS = ("Xvfb", "dbus-daemon", SYSTEM_PYTHON, "/usr/libexec/at-spi-bus-launcher", "/usr/libexec/at-spi2-registryd")
"""for `@pytest.mark.programs(*PROGRAMS)`"""
PATIENCE = 30
"""seconds until something that was waited for is given up"""


@dataclass(frozen=True)
class Node:
    """One accessible object as it was when it was asked for. `path` leads to it from the desktop."""

    path: tuple[int, ...]
    role: str
    name: str
    description: str
    states: frozenset[str]
    children: int
    """how many it has"""
    extents: tuple[int, int, int, int]
    """x, y, width, height on the screen"""


class Reader:
    """Asks one question at a time. Every method raises AssertionError with the reader's words where it fails."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def find(self, name: str, role: str | None = None) -> Node:
        """Wait until an object of this name shows, of this role (`list`, `push button`, …) where one is given."""
        return _node(self._ask("find", name=name, role=role, patience=PATIENCE))

    def child(self, node: Node, index: int) -> Node:
        """One child of an object, from 0."""
        return _node(self._ask("child", path=node.path, index=index))

    def names(self, node: Node, first: int = 0, last: int | None = None) -> list[str]:
        """The names of an object's children, or of those from `first` to before `last`."""
        return list(self._ask("names", path=node.path, first=first, last=last))

    def again(self, node: Node) -> Node:
        """The object as it is now."""
        return _node(self._ask("again", path=node.path))

    def wait(self, node: Node, children: int) -> Node:
        """Wait until an object has so many children."""
        return _node(self._ask("wait", path=node.path, children=children, patience=PATIENCE))

    def focused(self, name: str, *, program: int | None = None) -> Node:
        """Wait until an object whose name begins so says that it has the keyboard, in the program that was started as
        that one from 0, where one is given.
        """
        within = [] if program is None else [program]
        return _node(self._ask("focused", name=name, within=within, patience=PATIENCE))

    def tree(self, node: Node, most: int = 500) -> list[tuple[str, str]]:
        """Role and name of everything below an object, in order, at most so many."""
        return [(role, name) for role, name in self._ask("tree", path=node.path, most=most)]

    def nameless(self, node: Node) -> list[tuple[str, list[str]]]:
        """What shows below an object, can have the keyboard, and has no name: role, and names of what it is in."""
        return [(role, inside) for role, inside in self._ask("nameless", path=node.path)]

    def act(self, node: Node) -> None:
        """Do what an object is there for: press a button, open a menu."""
        self._ask("act", path=node.path)

    def announced(self, text: str) -> str:
        """Wait until something that has this text in it was announced; the announcement."""
        return str(self._ask("announced", text=text, patience=PATIENCE))

    def _ask(self, question: str, **about: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"question": question, **about}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the AT-SPI reader ended"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["answer"]


class Desk:
    """A screen and a bus, on which programs run until it is left."""

    def __init__(self, environment: dict[str, str], stack: ExitStack) -> None:
        self.environment = environment
        self._stack = stack

    def start(self, *command: str, **environment: str) -> "subprocess.Popen[str]":
        """Start a program with pipes to its standard input and output; it ends with the desk."""
        process = subprocess.Popen(
            command,
            env=self.environment | environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._stack.callback(_end, process)
        return process

    def python(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start Python with our packages: `desk.python("-m", "chatapp")`."""
        return self.start(sys.executable, *arguments)

    def reader(self) -> Reader:
        """Start asking."""
        return Reader(self.start(SYSTEM_PYTHON, str(READER)))


@contextmanager
def desk(home: Path, size: str = "1280x800") -> Iterator[Desk]:
    """A desk whose programs keep their files below `home`."""
    with ExitStack() as stack:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_", "AT_SPI"))
        }
        environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        environment["DISPLAY"] = ":" + _first_line(
            stack, ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"], environment
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(
            stack, ["dbus-daemon", "--session", "--nofork", "--print-address=1"], environment
        )
        yield Desk(environment, stack)


def _first_line(stack: ExitStack, command: Sequence[str], environment: dict[str, str]) -> str:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    stack.callback(_end, process)
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, f"{command[0]} did not start"
    return line


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _node(answer: dict[str, Any]) -> Node:
    return Node(
        tuple(answer["path"]),
        answer["role"],
        answer["name"],
        answer["description"],
        frozenset(answer["states"]),
        answer["children"],
        tuple(answer["extents"]),
    )
