"""A whole server: sockets, rooms, what is kept of them, and what runs between them."""

import asyncio
import logging
import secrets
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from chatapp.protocol.invite import Address
from chatapp.protocol.messages.hosting import ServerState, SetServer
from chatapp.rooms.house import Prover
from chatapp.rooms.policy import Policy
from chatapp.security import passwords
from chatapp.server.config import ServerConfig
from chatapp.server.counts import Counts
from chatapp.server.journal import Journal
from chatapp.server.listener import Listener
from chatapp.server.order import Pending
from chatapp.server.reader import Reader
from chatapp.server.service import Service
from chatapp.server.sockets import bind
from chatapp.server.timing import PROMISED, Timing
from chatapp.server.tls import Encryption
from chatapp.storage.base import Storage, StorageFailed
from chatapp.storage.memory import MemoryStorage

SETTLE: Final = 0.3
"""seconds that what was said last may take to be safe, again what the end leads to, and again what is under way then"""
FAILED_LATELY: Final = 60.0
"""seconds after a write that failed for which no other is expected to do better"""
SPACE: Final = 16 * 1024 * 1024
"""bytes that the disk should have left"""

log = logging.getLogger(__name__)


class Server:
    """One server on one event loop."""

    def __init__(
        self,
        config: ServerConfig,
        *,
        people: Callable[[int, int], None] | None = None,
        decided: Callable[[ServerState], None] | None = None,
        timing: Timing = PROMISED,
    ) -> None:
        """`people` is told how many there are, after each change; `decided`, while it runs, what its host decides."""
        self._config = config
        self.people = people
        self.decided = decided
        self.timing = timing
        self._running: _Running | None = None
        self.pin = ""
        """of the host's key, from the start on; empty where TLS is not spoken"""
        self.steward = secrets.token_urlsafe(32)
        """whoever shows this secret is in charge (`Credentials.admin`); another one for each server that runs"""
        self._phase = "not started"
        self.counts = Counts()
        """what it has done so far"""

    async def start(self) -> int:
        """Accept connections. Returns the port. Raises OSError where address or port may not be had, and StorageFailed
        where what was said, or the host's key, cannot be kept."""
        config = self._config
        self._phase = "starting"
        sockets = bind(config.host, config.port)
        port: int = sockets[0].getsockname()[1]
        try:
            # Both read from the disk; and what makes keys takes its time to be imported.
            keys = await asyncio.to_thread(_keys, config)
            self.pin = keys.pin
            storage = await asyncio.to_thread(_open, config)
            self._running = _Running(self, config, storage, keys)
            await self._running.begin()
            await self._running.listener.listen(sockets)
        except BaseException:
            await self.stop()
            for each in sockets:
                each.close()
            raise
        self._phase = ""
        return port

    def host(self, name: str) -> None:
        """From now on whoever joins is told that this person hosts."""
        if self._running is not None:
            self._running.service.host(name)

    def announce(self, addresses: Sequence[Address]) -> None:
        """Others reach it there, best first: what stands in invites from now on."""
        if self._running is not None:
            self._running.service.announce(self.pin, addresses)

    @property
    def state(self) -> ServerState:
        """What the host has decided. Only of one that runs."""
        assert self._running is not None
        return self._running.service.state

    async def unready(self) -> str:
        """Why nobody should be sent here just now, in a few words; empty where all is well."""
        if self._phase:
            return self._phase
        if time.monotonic() - self.counts.commit_failed_at < FAILED_LATELY:
            return "what is said cannot be kept"
        if self._config.history == "durable" and (await asyncio.to_thread(_space, self._config))[1] < SPACE:
            return "the disk is full"
        return ""

    async def metrics(self) -> bytes:
        """Its figures (`metrics.text`)."""
        from chatapp.server.metrics import Gauges, text  # noqa: PLC0415  # most servers are never asked

        gauges = Gauges(ready=not await self.unready())
        if self._running is not None:
            secure, plain = self._running.listener.figures
            people, rooms, resumed = self._running.service.figures
            gauges = Gauges(secure, plain, people, rooms, resumed, gauges.ready)
        if self._config.history == "durable":
            storage, free = await asyncio.to_thread(_space, self._config)
            gauges = gauges._replace(storage=storage, free=free)
        return text(self.counts, gauges)

    async def stop(self) -> None:
        """See what was said safe, tell everyone (close code 1001) and end. Takes `limits.CLOSE` at most."""
        self._phase = "stopping"
        if self._running is not None:
            running, self._running = self._running, None
            await running.end()


class _Running:
    """What is there from start to stop."""

    def __init__(self, server: Server, config: ServerConfig, storage: Storage, keys: "_Keys") -> None:
        loop, counts = asyncio.get_running_loop(), server.counts
        self._config = config
        self._decided = server.decided
        self._storage = storage
        self._reader = Reader(storage, loop.call_soon_threadsafe)
        self._journal: Journal[Pending] | None = None
        if storage.durable:
            self._journal = Journal(storage, loop.call_soon_threadsafe, counts=counts)
        self.service = Service(
            loop,
            storage,
            self._reader,
            self._journal,
            Policy(rate_limits=config.rate_limits, people=config.max_connections),
            steward=server.steward,
            is_proven=keys.is_proven,
            people=server.people,
            counts=counts,
        )
        self.service.host(config.hosted_by)
        self.service.announce(keys.pin, ())
        self.listener = Listener(
            self.service,
            loop,
            max_connections=config.max_connections,
            max_connections_per_address=config.max_connections_per_address,
            timing=server.timing,
            encryption=keys.encryption,
            counts=counts,
        )

    async def begin(self) -> None:
        """Take up what was there before, and what the host has decided since."""
        config = self._config
        self.service.restore(*await asyncio.to_thread(self._storage.load))
        password = None
        if config.password:
            password = await asyncio.to_thread(passwords.hashed, config.password)
        wanted = SetServer(
            name=config.name or None,
            locked=config.locked,
            invite_only=config.invite_only,
            plain=config.plain,
            people=None if config.people is None else min(config.people, config.max_connections),
        )
        self.service.decide(wanted, password)
        if self._decided is not None:
            self.service.watch(self._decided)
        await self.service.settled()

    async def end(self) -> None:
        await self._settle()
        await self.listener.stop()
        await self._settle()
        self.service.stop()
        await asyncio.to_thread(self._close)

    async def _settle(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(SETTLE):
                await self.service.settled()

    def _close(self) -> None:
        until = time.monotonic() + SETTLE
        written = self._journal is None or self._journal.stop(SETTLE)
        read = self._reader.stop(max(until - time.monotonic(), 0))
        if not written:
            log.error("The disk does not answer; what was said last may not have been kept")
        elif not read:
            log.error("The disk does not answer; what somebody wanted to read was not read")
        else:
            self._storage.close()


class _Keys(NamedTuple):
    """What a server that speaks TLS is known by, and what comes of it."""

    encryption: Encryption | None = None
    pin: str = ""
    is_proven: Prover | None = None


def _keys(config: ServerConfig) -> _Keys:
    """Raises StorageFailed."""
    if not config.tls:
        return _Keys()
    from chatapp.security.certificates import BadKey, HostKey  # noqa: PLC0415  # takes a tenth of a second
    from chatapp.security.identity import is_proven  # noqa: PLC0415  # the same

    try:
        key = HostKey.make() if config.data_dir is None else HostKey.load_or_make(config.data_dir)
        return _Keys(Encryption(key.context()), key.pin, is_proven)
    except BadKey as problem:
        raise StorageFailed(problem.args[0]) from None


def _open(config: ServerConfig) -> Storage:
    """Raises StorageFailed."""
    if config.history == "memory":
        return MemoryStorage()
    from chatapp.storage.opening import open_storage  # noqa: PLC0415  # not every Python has SQLite

    assert config.data_dir is not None, "a durable history has a folder"
    return open_storage(config.data_dir, config.retention)


def _space(config: ServerConfig) -> tuple[int, int]:
    """How many bytes the history takes, and how many its disk has left. Blocks. Zeros where it cannot be told."""
    assert config.data_dir is not None
    used = 0
    try:
        for path in config.data_dir.glob("history.db*"):
            with suppress(FileNotFoundError):  # SQLite's own files come and go
                used += path.stat().st_size
        return used, shutil.disk_usage(config.data_dir).free
    except OSError:
        return used, 0
