"""`chatapp serve`: the room server alone. Runs where Qt is not installed."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from filelock import FileLock

from chatapp.app import folder
from chatapp.app.announcing import Announcing
from chatapp.app.port import is_taken, why_not
from chatapp.protocol.invite import Address
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.storage.base import StorageFailed

LOG_SIZE: Final = 1024 * 1024
"""bytes of one log file; three older ones are kept"""
LOG_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


class CannotServe(Exception):
    """The server did not start. Its text is one sentence that says why and what to do."""


def run(config: ServerConfig) -> int:
    """Serve until Ctrl+C or SIGTERM. Blocks. Returns the exit code: 0, or 1 with a sentence on standard error."""
    with ExitStack() as stack:
        try:
            if config.data_dir is not None:
                stack.callback(_own(config.data_dir).release)
            stack.callback(_log_to(config))
            _allow_many_files()
            asyncio.run(_serve(config))
        except CannotServe as problem:
            print(f"chatapp serve: {problem}", file=sys.stderr)  # a command's answer
            return 1
        except KeyboardInterrupt:  # before the loop was there to take it
            return 0
    return 0


async def _serve(config: ServerConfig) -> None:
    stopped = asyncio.Event()
    _on_signals(stopped.set)
    announcing: list[Announcing] = []
    """at most one, once it is announced"""

    def count(people: int) -> None:
        for each in announcing:
            each.count(people)

    server = Server(config, people=count)
    try:
        port = await server.start()
    except OSError as problem:
        raise CannotServe(_sentence(problem, config)) from None
    except StorageFailed as problem:
        raise CannotServe(str(problem)) from None
    if config.history == "durable":
        log.info("What is said is kept in %s", config.data_dir)
    # Everything made so far lives as long as the server: the collector need not look at it again and again. What a
    # connection is made of lives long as well; to look at it less often saves a tenth of the work when many come.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    address = Address(config.host, port)
    print(f"listening on {address.url}", flush=True)  # what a script that starts it waits for
    try:
        if config.announce:
            announcing.append(Announcing(config.host, port, name=config.hosted_by))
        await stopped.wait()
    finally:
        for each in announcing:
            await asyncio.to_thread(each.stop)
        await server.stop()


def _sentence(problem: OSError, config: ServerConfig) -> str:
    sentence = why_not(problem, Address(config.host, config.port))
    why = f"{sentence[:1].lower()}{sentence[1:]}"
    return f"{why} Stop it, or choose another port: --port 0 takes any free one." if is_taken(problem) else why


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


class _FileLog(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name is logging's
        """A disk that is full is told of on standard error, and not once more for each line that it does not take."""


def _log_to(config: ServerConfig) -> Callable[[], None]:
    """Log to standard error, and to the data folder where there is one. Returns what undoes it."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    if config.data_dir is not None:
        path = config.data_dir / "server.log"
        try:
            handlers.append(_FileLog(path, maxBytes=LOG_SIZE, backupCount=3, encoding="utf-8"))
        except OSError as problem:
            raise CannotServe(
                f"the log {path} cannot be written: {problem.strerror}. Choose another --data-dir."
            ) from None
    log = logging.getLogger("chatapp")
    before = log.level
    log.setLevel(config.log_level.upper())
    for handler in handlers:
        handler.setFormatter(logging.Formatter(LOG_FORMAT))
        log.addHandler(handler)

    def undo() -> None:
        log.setLevel(before)
        for handler in handlers:
            log.removeHandler(handler)
            with suppress(OSError):  # the disk is full, still
                handler.close()

    return undo


def _allow_many_files() -> None:
    """A connection is an open file, and systems begin with a low limit (256 on macOS). Windows has none like it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not on Windows

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = 65536 if hard == resource.RLIM_INFINITY else min(65536, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
