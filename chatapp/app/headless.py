"""`chatapp serve`: the room server alone. Runs where Qt is not installed."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, ExitStack, suppress
from http import HTTPStatus
from pathlib import Path

from filelock import FileLock

from chatapp.app import answer, folder, logs, steward
from chatapp.app.announcing import Announcing
from chatapp.app.hosting import local, reachable
from chatapp.app.notify import Manager
from chatapp.app.port import is_taken, why_not
from chatapp.app.steward import Steward
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.messages.hosting import ServerState
from chatapp.server.config import ServerConfig
from chatapp.server.health import FIGURES, Health, Page
from chatapp.server.lag import Lag
from chatapp.server.server import Server
from chatapp.storage.base import StorageFailed

log = logging.getLogger(__name__)


class CannotServe(Exception):
    """The server did not start. Its text is one sentence that says why and what to do."""


def run(config: ServerConfig, warnings: Sequence[str] = ()) -> int:
    """Serve until Ctrl+C or SIGTERM. Blocks. Returns the exit code: 0, or 1 with a sentence on standard error.
    `warnings` go into the log."""
    with ExitStack() as stack:
        try:
            if config.data_dir is not None:
                stack.callback(_own(config.data_dir).release)
            stack.callback(_log_to(config))
            for warning in warnings:
                log.warning("%s", warning)
            _allow_many_files()
            asyncio.run(_serve(config))
        except CannotServe as problem:
            return answer.refuse("serve", problem)
        except KeyboardInterrupt:  # before the loop was there to take it
            return 0
    return 0


async def _serve(config: ServerConfig) -> None:
    stopped = asyncio.Event()
    _on_signals(stopped.set)
    manager = Manager()
    announcing: list[Announcing] = []
    """at most one, once it is announced"""

    def count(people: int, _exposed: int) -> None:
        for each in announcing:
            each.count(people)

    def follow(state: ServerState) -> None:
        for each in announcing:
            each.follow(state, config.hosted_by)

    server = Server(config, people=count, decided=follow)
    async with AsyncExitStack() as stack:
        monitors = await _watched(server, config, stack)
        try:
            port = await server.start()
        except OSError as problem:
            raise CannotServe(_sentence(problem, config.host, config.port, "--port")) from None
        except StorageFailed as problem:
            raise CannotServe(str(problem)) from None
        try:
            invite = _take_charge(server, config, port, stack)
            _started(config, port, monitors)
            answer.tell(f"invite people with {invite.link}")
            if config.announce:
                announcing.append(Announcing(config.host, port, server.state, name=config.hosted_by))
            manager.ready(f"Listening on port {port}")
            await stopped.wait()
        finally:
            manager.stopping()
            for each in announcing:
                await asyncio.to_thread(each.stop)
            await server.stop()


def _take_charge(server: Server, config: ServerConfig, port: int, stack: AsyncExitStack) -> Invite:
    """Have `chatapp admin` and invites find the server, until it has stopped. Returns what others can follow to it."""
    addresses = reachable(config.host, port)
    server.announce(addresses)
    secure = True if server.pin else None
    invite = Invite(tuple(Address(each.host, each.port, secure) for each in addresses), pin=server.pin)
    if config.data_dir is None:
        return invite
    try:
        steward.leave(config.data_dir, Steward(local(config.host, port), server.pin, server.steward))
    except OSError as problem:
        log.warning("Nobody can be in charge of this server: %s cannot be written: %s", steward.FILE, problem.strerror)
    stack.callback(steward.take_away, config.data_dir)
    return invite


def _started(config: ServerConfig, port: int, monitors: int | None) -> None:
    if config.history == "durable":
        log.info("What is said is kept in %s", config.data_dir)
    # Everything made so far lives as long as the server: the collector need not look at it again and again. What a
    # connection is made of lives long as well; to look at it less often saves a tenth of the work when many come.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    address = Address(config.host, port)
    answer.tell(f"listening on {address.url}")  # what a script that starts it waits for
    if monitors is not None:
        answer.tell(f"health on http://{Address(config.health_host, monitors)}")


async def _watched(server: Server, config: ServerConfig, stack: AsyncExitStack) -> int | None:
    """Tell monitors how the server is, from before it starts until after it has stopped. Returns the port; None where
    nobody asked for one. Raises CannotServe."""
    if config.health_port is None:
        return None

    async def alive() -> Page:
        return Page(b"ok\n")  # the loop turns, or this would not be said

    async def ready() -> Page:
        why = await server.unready()
        return Page(f"{why}\n".encode(), HTTPStatus.SERVICE_UNAVAILABLE) if why else Page(b"ready\n")

    async def metrics() -> Page:
        return Page(await server.metrics(), type=FIGURES)

    health = Health({"/healthz": alive, "/readyz": ready, "/metrics": metrics})
    try:
        port = await health.start(config.health_host, config.health_port)
    except OSError as problem:
        raise CannotServe(_sentence(problem, config.health_host, config.health_port, "--health-port")) from None
    stack.push_async_callback(health.stop)
    lag = Lag(asyncio.get_running_loop(), server.counts.lags.add)
    lag.start()
    stack.callback(lag.stop)
    return port


def _sentence(problem: OSError, host: str, port: int, option: str) -> str:
    sentence = why_not(problem, Address(host, port))
    why = f"{sentence[:1].lower()}{sentence[1:]}"
    return f"{why} Stop it, or choose another port: {option} 0 takes any free one." if is_taken(problem) else why


def _on_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    if sys.platform == "win32":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))
    else:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop)


def _own(place: Path) -> FileLock:
    """Make the folder this server's. Raises CannotServe."""
    try:
        return folder.own(place)
    except folder.NotOurs as problem:
        way = "Give this one a folder of its own" if problem.taken else "Choose another"
        raise CannotServe(f"{problem}. {way}: --data-dir DIR.") from None


def _log_to(config: ServerConfig) -> Callable[[], None]:
    """Log from now on. Returns what undoes it. Raises CannotServe."""
    try:
        return logs.begin(config)
    except logs.CannotLog as problem:
        raise CannotServe(str(problem)) from None


def _allow_many_files() -> None:
    """A connection is an open file, and systems begin with a low limit (256 on macOS). Windows has none like it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not on Windows

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = 65536 if hard == resource.RLIM_INFINITY else min(65536, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
