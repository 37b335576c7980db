"""The socket under a session: connects, drives it, and connects again, until it is stopped.

The order of things: what arrives goes to the session; what the session wants said goes out at once; what changed is
delivered in a turn of the loop of its own, so that whatever the receiver does cannot harm the connection.
"""

import asyncio
import logging
import random as randomness
import ssl
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from chatapp.client.trust import HostsMet, Verdict
from chatapp.protocol.codec import BadFrame, decode_reply, encode
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.limits import DRAIN, RETRY_STEADY, WOKEN, WOKEN_PONG_WITHIN
from chatapp.session.changes import Change, Phase
from chatapp.session.keeping import Keeping
from chatapp.session.known import KnownHosts
from chatapp.session.retry import Backoff
from chatapp.session.session import Session

if TYPE_CHECKING:
    from chatapp.client.wire import Wire

HEARTBEAT: Final = 5.0
"""seconds between two looks at the clock"""
DONE: Final = 1000
_MET_IN: Final = frozenset({Phase.ONLINE, Phase.ASKED})
"""phases in which the person has been told whom they meet"""

_log = logging.getLogger(__name__)


class Connection:
    """Keeps one session connected. Everything happens in the thread of the loop that runs `run`.

    `deliver` gets the session's changes, in order, never two calls at once and never from within a call of ours, but in
    the last moments of `stop`. `keep` gets what is to outlive the program, before anything of it is sent. By `hosts` it
    tells whoever was met at an address from who pretends to be them.
    """

    def __init__(
        self,
        session: Session,
        invite: Invite,
        *,
        deliver: Callable[[list[Change]], None],
        keep: Callable[[list[Keeping]], None] = lambda _: None,
        random: Callable[[], float] = randomness.random,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        hosts: KnownHosts | None = None,
        authorities: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self.session = session
        self._verdict = Verdict(invite.pin, HostsMet() if hosts is None else hosts, invite.addresses)
        self._addresses = list(invite.addresses)
        self._deliver_changes = deliver
        self._keep = keep
        self._backoff = Backoff(random)
        self._clock, self._wall, self._authorities = clock, wall, authorities

        self._loop: asyncio.AbstractEventLoop | None = None
        self._wire: Wire | None = None
        self._is_strange = self._sent_away = False
        self._met_in: Phase | None = None
        """the phase in which whoever is there was remembered last"""
        self.untrusted = False
        """the last attempt ended because of whom it would have reached"""
        self._reaching: asyncio.Task[Wire] | None = None
        self._finished = asyncio.Event()
        self._stopping = False
        self._not_before = 0.0
        self._hurry = asyncio.Event()
        self._drained: asyncio.Future[None] | None = None

        self._delivery: asyncio.Handle | None = None
        self._alarm: asyncio.TimerHandle | None = None
        self._heart: asyncio.TimerHandle | None = None
        self._beat_at = (0.0, 0.0)

    async def run(self) -> None:
        """Connect and stay connected until `stop`. To be called once; no fault of the network raises."""
        self._loop = asyncio.get_running_loop()
        self._beat()
        try:
            while not self._stopping:
                self.session.connecting(self._clock())
                self._go_on()
                self._sent_away = False
                why = await self._stay()
                if self._sent_away and not self._stopping:
                    self.session.sent_away(self._clock(), why)
                    self._go_on()
                    await self._pause()
                elif not self._stopping:
                    self._not_before = self._clock() + self._backoff.next()
                    self.session.lost(self._clock(), why, self._not_before)
                    self._go_on()
                    await self._pause()
        finally:
            self._tidy()

    def wake(self) -> None:
        """The session was asked for something: send it, deliver what changed."""
        self._go_on()
        self._hurry.set()

    def retry_now(self) -> None:
        """The person does not want to wait for the next attempt, or wants one after they were turned away."""
        self.session.again(self._clock())
        self._go_on()
        self._hasten()

    def _hasten(self) -> None:
        self._backoff.reset()
        self._not_before = self._clock()
        self._hurry.set()

    async def drain(self) -> None:
        """Wait until nothing that was said is on its way any more, as far as that may be awaited: while the server is
        there, and for DRAIN seconds at most."""
        if self._loop is not None and self._has_more_to_send:
            self._drained = self._loop.create_future()
            try:
                async with asyncio.timeout(DRAIN):
                    await self._drained
            except TimeoutError:
                pass

    @property
    def _has_more_to_send(self) -> bool:
        return self.session.phase is Phase.ONLINE and self.session.unsent > 0

    async def stop(self) -> None:
        """Close the connection, wherever it stands. Takes CLOSE seconds at most; nothing of it is left then."""
        self._stopping = True
        self.session.stop(self._clock())
        self._note()
        self._hurry.set()
        if self._reaching is not None:
            self._reaching.cancel()
        if self._wire is not None:
            self._wire.close(DONE)
        if self._loop is not None:
            await self._finished.wait()
        self._deliver()

    # One connection

    async def _stay(self) -> str:
        """Reach the server and stay with it. Gives a sentence that says why not, or why not any more."""
        from chatapp.client.reach import Unreachable, reach  # noqa: PLC0415  # a window that opens needs none of it yet

        self._reaching = asyncio.create_task(reach(self._addresses, self._verdict, self._authorities))
        try:
            wire = await self._reaching
        except Unreachable as problem:
            self.untrusted = problem.untrusted
            return str(problem)
        except asyncio.CancelledError:
            if self._stopping:
                return ""
            raise
        finally:
            self._reaching = None
        self.untrusted = False
        self._prefer(wire.address)
        self._wire, self._is_strange, self._met_in = wire, True, None
        since = self._clock()
        try:
            self.session.opened(since, wire.ground)
            self._go_on()
            wire.begin(self._receive)
            why = await wire.over
            self._sent_away = wire.sent_away
        finally:
            wire.abort()
            self._wire = None
        if self.session.phase is Phase.ONLINE and self._clock() - since >= RETRY_STEADY:
            self._backoff.reset()
        return why

    def _receive(self, texts: list[bytes]) -> None:
        now, wall, receive = self._clock(), self._wall(), self.session.receive
        for text in texts:
            try:
                reply = decode_reply(text)
            except BadFrame as problem:
                _log.debug("ignored a frame: %s", problem)
                if self._is_strange and self._wire is not None:
                    self._wire.drop_as_strange()
                    return
                continue
            self._is_strange = False
            if reply is not None and not self._stopping:
                receive(reply, now, wall)
        phase = self.session.phase
        if phase is not self._met_in and phase in _MET_IN and self._wire is not None:
            self._meet(self._wire, phase, wall)
        self._go_on()

    def _meet(self, wire: "Wire", phase: Phase, wall: float) -> None:
        """Whoever is there is who is to be there the next time; and before they are told a password."""
        self._met_in = phase
        self._verdict.spoke(wire.address, wire.ground)
        if not wire.here:
            name = self.session.server_name if phase is Phase.ONLINE else None
            self._verdict.met(wire.address, wire.ground, wall, name)

    def _go_on(self) -> None:
        """Do what the session wants done."""
        requests = self.session.take_requests()
        self._note()
        if self._drained is not None and not self._drained.done() and not self._has_more_to_send:
            self._drained.set_result(None)
        if self._wire is not None:
            for request in requests:
                self._wire.send(encode(request))
            if self.session.hang_up is not None:
                self._wire.drop(self.session.hang_up)
        self._set_alarm()
        if self._loop is None:
            self._deliver()
        elif self._delivery is None:
            self._delivery = self._loop.call_soon(self._deliver)

    def _note(self) -> None:
        if keeping := self.session.take_keeping():
            self._keep(keeping)

    def _deliver(self) -> None:
        self._delivery = None
        if changes := self.session.take_changes():
            self._deliver_changes(changes)

    # Time

    def _set_alarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        deadline = self.session.next_deadline
        if self._loop is not None and deadline is not None and not self._stopping:
            self._alarm = self._loop.call_later(max(0.0, deadline - self._clock()), self._tick)

    def _tick(self) -> None:
        self._alarm = None
        self.session.tick(self._clock())
        self._go_on()

    def _beat(self) -> None:
        """Notice that the computer slept: the server may have given us up, and waiting has been long enough."""
        before, self._beat_at = self._beat_at, (self._clock(), self._wall())
        gaps = [now - then for now, then in zip(self._beat_at, before, strict=True)]
        if self._heart is not None and max(gaps) > HEARTBEAT + WOKEN:
            self._hasten()
            if self._wire is not None:
                self._wire.check(WOKEN_PONG_WITHIN)
        assert self._loop is not None
        self._heart = self._loop.call_later(HEARTBEAT, self._beat)

    async def _pause(self) -> None:
        """Wait for the next attempt: until its time has come, or a name is there to try it with."""
        while not self._stopping:
            if not self.session.wants_connection:
                self._not_before = self._clock()
                wait = None
            else:
                wait = self._not_before - self._clock()
                if wait <= 0:
                    return
            self._hurry.clear()
            try:
                async with asyncio.timeout(wait):
                    await self._hurry.wait()
            except TimeoutError:
                pass

    def _prefer(self, address: Address) -> None:
        """Try first next time what answered this time."""
        self._addresses.sort(key=lambda other: other != address)

    def _tidy(self) -> None:
        for handle in (self._alarm, self._heart, self._delivery):
            if handle is not None:
                handle.cancel()
        self._finished.set()
