"""Real multicast on this computer's own interface, and what a browser tells."""

import queue
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import gettempdir

import pytest
from filelock import FileLock

from chatapp.discovery.announce import Announcer
from chatapp.discovery.browse import Browser, Found
from chatapp.discovery.networks import Network
from chatapp.discovery.service import FoundHost, Notice

HERE = ["127.0.0.1"]
LO = (Network("lo", "127.0.0.1", 8),)
PATIENCE = 20.0


class Looking:
    """A browser, and what it told."""

    def __init__(self, look: float = 0.3, around: Callable[[], tuple[Network, ...]] = lambda: LO) -> None:
        self._told: queue.Queue[Found] = queue.Queue()
        self.browser = Browser(self._told.put, interfaces=HERE, look=look, patience=1, around=around)

    def until(self, condition: Callable[[tuple[FoundHost, ...]], object]) -> tuple[FoundHost, ...]:
        """The hosts, when the condition holds of what was told last. Raises queue.Empty where it never does."""
        while True:
            found = self._told.get(timeout=PATIENCE)
            if found.able and condition(found.hosts):
                return found.hosts

    def unable(self) -> bool:
        return not self._told.get(timeout=PATIENCE).able


@pytest.fixture(autouse=True)
def alone_on_air() -> Iterator[None]:
    """Whoever runs other tests on this computer at the same time would be heard."""
    with FileLock(Path(gettempdir()) / "chatapp-tests-on-air.lock"):
        yield


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def looking(ends: ExitStack) -> Looking:
    made = Looking()
    made.browser.start()
    ends.callback(made.browser.stop, 10)
    return made


@pytest.fixture
def announce(ends: ExitStack) -> Callable[..., Announcer]:
    def made(notice: Notice, every: float = 0.05, look: float = 0.3, around: object = lambda: LO) -> Announcer:
        announcer = Announcer(notice, interfaces=HERE, every=every, look=look, around=around)  # type: ignore[arg-type]
        announcer.start()
        ends.callback(announcer.stop)
        return announcer

    return made
