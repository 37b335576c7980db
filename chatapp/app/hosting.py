"""The room server inside the desktop's process: a thread and an event loop of its own.

Between the two loops go values only: a method here is called on the desktop's side and gives a
`concurrent.futures.Future` of a value.
"""

import asyncio
import logging
import socket
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Final, TypeVar

from filelock import FileLock
from msgspec import Struct

from chatapp.app import folder, steward
from chatapp.app.announcing import Announcing
from chatapp.app.port import is_taken, why_not
from chatapp.app.steward import Steward
from chatapp.discovery.networks import heard_at, networks
from chatapp.protocol.invite import Address, BadInvite, Invite, parse
from chatapp.protocol.messages.hosting import ServerState
from chatapp.protocol.sentences import Sentence
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.storage.base import StorageFailed

T = TypeVar("T")

log = logging.getLogger(__name__)

# Addresses for documentation (RFC 5737, RFC 3849): a UDP socket "connected" to one sends nothing, and tells which of
# this computer's addresses the way to the network begins with.
_ELSEWHERE: Final = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
SEVERAL: Final = 4
"""addresses that are told of, where none is known to be better than the others"""
_EVERY_INTERFACE: Final = ("", "0.0.0.0", "::")  # noqa: S104  # compared with, not bound


class Listening(Struct, frozen=True):
    """A server that accepts connections."""

    port: int
    here: Address
    """where this very computer joins it"""
    addresses: tuple[Address, ...]
    """what others can type to join it, best first; only this computer's own where nobody else can reach it"""
    pin: str
    """of the host's key"""
    steward: str = ""
    """with which the window's own visit is in charge (`Credentials.admin`); it never leaves the program"""

    @property
    def invite(self) -> Invite:
        """What is given to others."""
        if not self.pin:
            return Invite(self.addresses)
        return Invite(tuple(Address(each.host, each.port, secure=True) for each in self.addresses), pin=self.pin)


class CannotHost(Exception):
    """Hosting did not begin. Its one argument is a sentence; `taken` says whether another port would do."""

    def __init__(self, sentence: str, *, taken: bool) -> None:
        super().__init__(sentence)
        self.taken = taken


class Host:
    """One server at a time. `people` is called on the server's thread after each change: how many there are, and how
    many of them on connections that others can read.

    What is said is kept in `place`, the window's own folder where none is given.
    """

    def __init__(self, people: Callable[[int, int], None] | None = None, place: Path | None = None) -> None:
        self._people = people
        self._place = place
        self._lock: FileLock | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: Server | None = None
        self._announcing: Announcing | None = None
        self._name = ""
        self._in_charge: Path | None = None
        """the folder that says how to be in charge of it"""
        self._turn = asyncio.Lock()
        """of whoever starts or stops it: the end of one server is over before the next one begins"""

    def start(self, bind: str, ports: Sequence[int], name: str = "") -> Future[Listening]:
        """Listen on the first of these ports that is free; `name` is told as that of the person who hosts. The future
        raises CannotHost, about the first of the ports."""
        return self._run(self._start(bind, ports, name))

    def rename(self, name: str) -> None:
        """The person who hosts is called otherwise. Without a server it does nothing."""
        if self._loop is not None and self._server is not None:
            self._loop.call_soon_threadsafe(self._server.host, name)
            self._loop.call_soon_threadsafe(self._call, name)

    def stop(self) -> Future[None]:
        """Close every connection (1001) and the port; done within `limits.CLOSE` seconds. Without a server: at once."""
        return self._run(self._stop())

    def close(self) -> None:
        """Stop, and end the thread. Blocks until that is done; without a thread it does nothing."""
        if self._loop is not None:
            self.stop().result()
            loop, self._loop = self._loop, None
            loop.call_soon_threadsafe(loop.stop)
            self._thread.join()

    def _run(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        if self._loop is None:
            # A daemon, so that a window that dies cannot leave a process behind that nobody sees.
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=_run_loop, args=(self._loop,), name="chatapp-host", daemon=True)
            self._thread.start()
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _start(self, bind: str, ports: Sequence[int], name: str) -> Listening:
        async with self._turn:
            await self._end()
            place = self._own(self._place or folder.of_window())
            try:
                return await self._listen(bind, ports, place, name)
            except BaseException:
                await self._end()
                raise

    async def _listen(self, bind: str, ports: Sequence[int], place: Path, name: str) -> Listening:
        first: OSError | None = None
        for port in ports:
            config = ServerConfig(host=bind, port=port, history="durable", data_dir=place, hosted_by=name)
            server = Server(config, people=self._count, decided=self._follow)
            try:
                port = await server.start()  # noqa: PLW2901  # 0 has become a real one
            except StorageFailed as problem:
                raise CannotHost(problem.args[0], taken=False) from None
            except OSError as problem:
                first = first or problem
                if not is_taken(problem):
                    break
            else:
                self._server = server
                self._announcing, self._name = Announcing(bind, port, server.state, name=name), name
                here, addresses = local(bind, port), reachable(bind, port)
                server.announce(addresses)
                self._take_charge(place, Steward(here, server.pin, server.steward))
                return Listening(port, here, addresses, server.pin, server.steward)
        assert first is not None, "no port was given"
        sentence = await asyncio.to_thread(why_not, first, Address(bind or "127.0.0.1", ports[0]))
        raise CannotHost(sentence, taken=is_taken(first))

    def _take_charge(self, place: Path, keys: Steward) -> None:
        """`chatapp admin` finds the server, too."""
        try:
            steward.leave(place, keys)
        except OSError as problem:
            log.warning("%s cannot be written: %s", place / steward.FILE, problem.strerror)
        self._in_charge = place

    def _call(self, name: str) -> None:
        """The server is called like the person, unless it has a name of its own."""
        self._name = name
        if self._server is not None:
            self._follow(self._server.state)

    def _follow(self, state: ServerState) -> None:
        if self._announcing is not None:
            self._announcing.follow(state, self._name)

    def _count(self, people: int, exposed: int) -> None:
        if self._announcing is not None:
            self._announcing.count(people)
        if self._people is not None:
            self._people(people, exposed)

    async def _stop(self) -> None:
        async with self._turn:
            await self._end()

    async def _end(self) -> None:
        if self._announcing is not None:
            # Who looks for hosts is told first: nobody joins one that is about to go.
            announcing, self._announcing = self._announcing, None
            await asyncio.to_thread(announcing.stop)
        if self._server is not None:
            server, self._server = self._server, None
            await server.stop()
        if self._in_charge is not None:
            steward.take_away(self._in_charge)
            self._in_charge = None
        self._release()

    def _own(self, place: Path) -> Path:
        """Make the folder this server's. Raises CannotHost."""
        try:
            self._lock = folder.own(place)
        except folder.NotOurs as problem:
            if problem.taken:
                sentence = Sentence(
                    "Another Chatapp window hosts a chat on this computer already. Stop hosting there first."
                )
            else:
                sentence = Sentence("What is said cannot be kept: {why}.", why=problem)
            raise CannotHost(sentence, taken=False) from None
        return place

    def _release(self) -> None:
        if self._lock is not None:
            lock, self._lock = self._lock, None
            lock.release()


def reachable(bind: str, port: int) -> tuple[Address, ...]:
    """What others can type to reach a server that listens there, best first. Sends nothing."""
    if bind not in _EVERY_INTERFACE:
        return (Address(bind, port),)
    hosts: list[str] = []
    for family, elsewhere in _ELSEWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((elsewhere, 9))
                hosts.append(probe.getsockname()[0])
        except OSError:  # no way out of this network for that kind of address
            continue
    # A cable between two computers, or a hall full of them, leads nowhere else.
    hosts = hosts or [*heard_at(bind, networks())[:SEVERAL]]
    if hosts and (name := _own_name()):
        hosts.insert(1, name)
    return tuple(Address(host, port) for host in hosts) or (local(bind, port),)


def _own_name() -> str:
    """What this computer is called on its network, where that is a name that others could type; or empty."""
    name = f"{socket.gethostname().partition('.')[0]}.local"
    try:
        parse(name)
    except BadInvite:
        return ""
    return "" if name == "localhost.local" else name


def local(bind: str, port: int) -> Address:
    """Where this very computer reaches a server that listens there."""
    return Address("127.0.0.1" if bind in ("", "0.0.0.0") else "::1" if bind == "::" else bind, port)  # noqa: S104


def _run_loop(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
