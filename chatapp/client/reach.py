"""Finding the one address of an invite that answers, and how to speak with it (`trust`)."""

import asyncio
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from chatapp.client import faults
from chatapp.client.trust import Untrusted, Verdict, Way
from chatapp.client.wire import Wire
from chatapp.protocol.invite import Address
from chatapp.protocol.limits import CONNECT, NEXT_ADDRESS, TLS_ALONE
from chatapp.session.ground import Ground

HAPPY_EYEBALLS: Final = 0.25
"""before the next IP address of the same name is tried (RFC 8305, section 5)"""

Authorities = Callable[[], ssl.SSLContext]
"""Makes what knows the public authorities. May block."""


class Unreachable(Exception):
    """No address answered. Its text is one sentence that says what to do. `untrusted`: somebody did, who may not be
    believed and was told nothing."""

    def __init__(self, sentence: str, *, untrusted: bool = False) -> None:
        super().__init__(sentence)
        self.untrusted = untrusted


class _NoTls(Exception):
    """What answers there speaks something else."""


async def reach(addresses: Sequence[Address], verdict: Verdict, authorities: Authorities) -> Wire:
    """An open connection to the first address that answers, and may be believed.

    Each address has NEXT_ADDRESS seconds before the next one is tried beside it. Raises Unreachable when none answers,
    with what the first one has to say, or the first one that is not to be believed. Leaves nothing behind, however it
    ends.
    """
    attempts: list[asyncio.Task[Wire]] = []
    waiting = list(addresses)
    winner: Wire | None = None
    try:
        while winner is None:
            if waiting:
                attempts.append(asyncio.create_task(_Attempt(waiting.pop(0), verdict, authorities).open()))
            running = [attempt for attempt in attempts if not attempt.done()]
            if running:
                patience = NEXT_ADDRESS if waiting else None
                await asyncio.wait(running, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            done = [attempt for attempt in attempts if attempt.done()]
            winner = next((attempt.result() for attempt in done if attempt.exception() is None), None)
            if winner is None and len(done) == len(addresses):
                raise _first([problem for attempt in done if (problem := attempt.exception()) is not None])
        return winner
    finally:
        await _let_go(attempts, winner)


class _Attempt:
    """To reach one address."""

    def __init__(self, address: Address, verdict: Verdict, authorities: Authorities) -> None:
        self._address = address
        self._verdict = verdict
        self._authorities = authorities
        self._met = asyncio.Event()
        """TLS is spoken there"""

    async def open(self) -> Wire:
        """A connection whose handshake is done. Raises Untrusted, and Unreachable with the reason."""
        ways = self._verdict.ways(self._address)
        encrypted = [way for way in ways if way is not Way.PLAIN]
        if not encrypted:
            return await self._connect(Way.PLAIN)
        if len(encrypted) < len(ways):
            return await self._encrypted_or_plain(encrypted)
        try:
            return await self._encrypted(encrypted)
        except _NoTls:
            if why := self._verdict.against_plain(self._address):
                raise Untrusted(why) from None
            raise Unreachable(faults.no_tls(self._address)) from None

    async def _encrypted(self, ways: Sequence[Way]) -> Wire:
        """Raises _NoTls beside what `open` raises."""
        for way in ways[:-1]:
            with suppress(ssl.SSLCertVerificationError):
                return await self._connect(way)
        try:
            return await self._connect(ways[-1])
        except ssl.SSLCertVerificationError as problem:
            raise Untrusted(faults.unreachable(self._address, problem)) from None

    async def _encrypted_or_plain(self, ways: Sequence[Way]) -> Wire:
        """Unencrypted where what answers says that it speaks no TLS, or is silent in it for long, and nothing but that.

        Whatever is silent is tried in both ways. In a network that is slow TLS wins all the same: it is ahead, and from
        the first word of it on nothing else counts.
        """
        encrypted = asyncio.create_task(self._encrypted(ways))
        plain: asyncio.Task[Wire] | None = None
        met = asyncio.create_task(self._met.wait())
        winner: Wire | None = None
        try:
            await asyncio.wait([encrypted, met], timeout=TLS_ALONE, return_when=asyncio.FIRST_COMPLETED)
            if not encrypted.done() and not met.done():
                plain = asyncio.create_task(self._connect(Way.PLAIN))
                await asyncio.wait([encrypted, met, plain], return_when=asyncio.FIRST_COMPLETED)
            if plain is not None and plain.done() and plain.exception() is None and not self._met.is_set():
                winner = plain.result()
            else:
                try:
                    winner = await encrypted
                except _NoTls:
                    winner = await (plain or self._connect(Way.PLAIN))
            return winner
        finally:
            met.cancel()
            await _let_go([encrypted, *([plain] if plain is not None else [])], winner)

    async def _connect(self, way: Way) -> Wire:
        """Raises ssl.SSLCertVerificationError and _NoTls beside what `open` raises."""
        address = self._address

        def vet(pin: str, here: bool) -> Ground:
            if way is not Way.PLAIN:
                self._met.set()
            return self._verdict.ground(address, way, pin, here=here)

        try:
            wire = Wire(address, vet)
        except UnicodeError as problem:  # a name that cannot be said in DNS's letters
            raise Unreachable(faults.unreachable(address, problem)) from None
        try:
            async with asyncio.timeout(CONNECT):
                context = await self._context(way)
                await asyncio.get_running_loop().create_connection(
                    lambda: wire, address.host, address.port, ssl=context, happy_eyeballs_delay=HAPPY_EYEBALLS
                )
                opened = await wire.opened
        except ssl.SSLCertVerificationError:
            self._met.set()
            raise
        except (ssl.SSLError, ConnectionResetError, ConnectionAbortedError, BrokenPipeError) as problem:
            wire.abort()
            if way is Way.PLAIN or self._met.is_set():
                raise Unreachable(faults.unreachable(address, problem)) from None
            raise _NoTls from None
        except (OSError, UnicodeError) as problem:
            wire.abort()
            raise Unreachable(faults.unreachable(address, problem)) from None
        except asyncio.CancelledError:
            wire.abort()
            raise
        if not opened:
            why = await wire.over
            raise (Untrusted if wire.untrusted else Unreachable)(why)
        return wire

    async def _context(self, way: Way) -> ssl.SSLContext | None:
        if way is Way.PLAIN:
            return None
        # Reading the system's certificates takes tens of milliseconds, and so does importing what reads a host's.
        return await asyncio.to_thread(self._authorities if way is Way.PUBLIC else _own)


def _own() -> ssl.SSLContext:
    """For certificates that nobody but the host has signed: what is looked at is the key."""
    import chatapp.security.certificates  # noqa: F401, PLC0415  # in this thread: the wire needs it at once

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _first(problems: Sequence[BaseException]) -> BaseException:
    """The problem to tell of."""
    for problem in problems:
        if isinstance(problem, Untrusted):
            return Unreachable(problem.args[0], untrusted=True)
    return problems[0]


async def _let_go(attempts: Sequence[asyncio.Task[Wire]], winner: Wire | None) -> None:
    """End all attempts but the one that won."""
    for attempt in attempts:
        attempt.cancel()
    for loser in await asyncio.gather(*attempts, return_exceptions=True):
        if isinstance(loser, Wire) and loser is not winner:
            loser.abort()
