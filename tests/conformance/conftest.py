"""The wire contract, from outside: `python -m pytest tests/conformance --server ws://host:port`.

Without `--server` the tests start our own. Against it every frame is compared byte for byte, against another as JSON;
what needs a server of its own (limits, its end) is then skipped. The server that is given should have no rate limits,
take 100 connections from one address, and have nobody else on it.
"""

import itertools
import json
import os
import re
import secrets
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.raw import Raw
from tests.conformance.rich import Rich
from tests.conformance.wire import PATIENCE, Client

ROOT = Path(__file__).parents[2]
NOT_GIVEN = "needs a server of its own, with options of its own"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--server", metavar="URL", help="test this server instead of one of our own (ws://host:port)")


@dataclass
class House:
    """A server. `exact`: its frames are compared byte for byte."""

    url: str
    exact: bool
    program: subprocess.Popen[str] | None = None
    killed: bool = False
    folder: Path | None = None
    """the server's own"""

    @property
    def secret(self) -> str:
        """With which one is in charge of it."""
        assert self.folder is not None
        return str(json.loads((self.folder / "admin.secret").read_bytes())["secret"])

    def stop(self) -> None:
        """Ask it to end, as a person does who stops it."""
        assert self.program is not None
        self.program.send_signal(signal.CTRL_BREAK_EVENT if sys.platform == "win32" else signal.SIGTERM)

    def kill(self) -> None:
        """It has no time for anything any more."""
        assert self.program is not None
        self.killed = True
        self.program.kill()
        self.program.wait()


@contextmanager
def serving(log: Path, *options: str) -> Iterator[House]:
    """A server of our own. Fails where it left anything in its log or does not end with 0."""
    given = "--data-dir" in options
    folder = Path(options[options.index("--data-dir") + 1]) if given else log.with_name(f"{log.name} data")
    place = [] if given else ["--data-dir", str(folder)]
    command = [sys.executable, "-m", "chatapp", "serve", "--host", "127.0.0.1", "--port", "0", *place, *options]
    group = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"PYTHONWARNINGS": "error"},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            creationflags=group,
        ) as program,
    ):
        try:
            assert program.stdout is not None
            line = program.stdout.readline()
            found = re.fullmatch(r"listening on (ws://127\.0\.0\.1:\d+)\n", line)
            assert found, f"{line!r} {log.read_text(encoding='utf-8')}"
            house = House(found[1], exact=True, program=program, folder=folder)
            yield house
            if program.poll() is None:
                house.stop()
            assert program.wait(PATIENCE) == 0 or house.killed
        finally:
            program.kill()
    assert log.read_text(encoding="utf-8") == ""


@pytest.fixture(scope="session")
def given(pytestconfig: pytest.Config) -> str | None:
    """The address of the server to test; None: our own."""
    # Where all tests are run, this file is read too late to add an option.
    url: str | None = pytestconfig.getoption("server", default=None)
    return url


@pytest.fixture(scope="session", autouse=True)
def loopback_only(given: str | None, request: pytest.FixtureRequest) -> None:
    """Tests speak to this machine alone, unless somebody names a server."""
    if given is None:
        request.getfixturevalue("loopback_only")


@pytest.fixture(scope="session")
def house(given: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The server that all tests share which can: without rate limits, and rooms of others may be in it."""
    if given is not None:
        yield House(given, exact=False)
        return
    log = tmp_path_factory.mktemp("house") / "log"
    with serving(log, "--rate-limit", "off", "--max-connections-per-address", "500") as ours:
        yield ours


@pytest.fixture(scope="session")
def limited(given: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One more that is shared: with rate limits."""
    if given is not None:
        pytest.skip(NOT_GIVEN)
    with serving(tmp_path_factory.mktemp("limited") / "log") as ours:
        yield ours


@pytest.fixture(scope="session", params=["memory", "durable"])
def keeping(
    given: str | None, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[House]:
    """One more, without rate limits: what is said is kept in memory, and on a disk."""
    if given is not None:
        if request.param == "memory":
            pytest.skip("a server that is given is tested once")
        yield House(given, exact=False)
        return
    log = tmp_path_factory.mktemp(request.param) / "log"
    with serving(log, "--history", request.param, "--rate-limit", "off") as ours:
        yield ours


NewHouse = Callable[..., House]


@pytest.fixture
def new_house(given: str | None, tmp_path: Path) -> Iterator[NewHouse]:
    """Starts servers of our own with these options, for what cannot be shared.

    Name it before `client`: what was asked for first ends last.
    """
    if given is not None:
        pytest.skip(NOT_GIVEN)
    numbers = itertools.count()
    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(serving(tmp_path / f"log-{next(numbers)}", *options))


NewClient = Callable[..., Awaitable[Client]]
NewRich = Callable[..., Awaitable[Rich]]
NewRaw = Callable[..., Awaitable[Raw]]


@pytest.fixture
async def client(request: pytest.FixtureRequest) -> AsyncIterator[NewClient]:
    """Makes connections, by default to the shared server; with a name, one that has identified."""
    async with AsyncExitStack() as stack:

        async def make(name: str | None = None, *, at: House | None = None) -> Client:
            server = at or request.getfixturevalue("house")
            made = await Client.open(server.url, exact=server.exact)
            stack.push_async_callback(made.tidy)
            return made if name is None else await made.identify(name)

        yield make


@pytest.fixture
async def rich_at() -> AsyncIterator[NewRich]:
    """Makes connections of Part 2 to any server (`at`); with a name, one that has identified."""
    async with AsyncExitStack() as stack:

        async def make(name: str | None = None, *, at: House, **more: Any) -> Rich:
            made = await Rich.open(at.url, exact=at.exact)
            stack.push_async_callback(made.tidy)
            return made if name is None else await made.identify(name, **more)

        yield make


@pytest.fixture
def rich(keeping: House, rich_at: NewRich) -> NewRich:
    """The same, each to the server that keeps what is said: a test runs once for each kind of storage."""
    return partial(rich_at, at=keeping)


@pytest.fixture
def base(keeping: House, client: NewClient) -> NewClient:
    """Connections of Part 1 to the same server."""
    return partial(client, at=keeping)


@pytest.fixture
async def raw(request: pytest.FixtureRequest) -> AsyncIterator[NewRaw]:
    """Makes bare TCP connections, by default to the shared server."""
    async with AsyncExitStack() as stack:

        async def make(*, at: House | None = None, receive_buffer: int | None = None) -> Raw:
            made = await Raw.connect((at or request.getfixturevalue("house")).url, receive_buffer=receive_buffer)
            stack.push_async_callback(made.tidy)
            return made

        yield make


Fresh = Callable[[str], str]

_fresh = itertools.count(1)
_run = secrets.token_hex(2)


@pytest.fixture
def fresh() -> Fresh:
    """A name that nobody else uses on the server, from its first word: `fresh("Ann")`."""
    return lambda word: f"{word}-{_run}-{next(_fresh)}"
