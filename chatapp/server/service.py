"""Runs the hub's effects: the one place between sockets and rooms.

Everything happens on one event loop, in the order in which it came. A connection sees each room's messages in their
order, and a reply after whatever went to its rooms before; between two rooms no order is promised. Nothing waits for
anybody but for the disk, where there is one: what must be safe first holds up what is behind it (`Record`), so that
everybody sees the order that they would see if disks took no time.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace

from chatapp.protocol.codec import BadFrame, decode_request, encode, encode_flat_list
from chatapp.protocol.invite import Address
from chatapp.protocol.limits import ID, IDENTIFY, WAITING
from chatapp.protocol.messages import Reply
from chatapp.protocol.messages.base import DEFAULT_ROOM, Error, Reason
from chatapp.protocol.messages.hosting import ServerState, SetServer
from chatapp.protocol.messages.rich import Ack, Welcome
from chatapp.rooms.effects import (
    Afterwards,
    Broadcast,
    CheckPassword,
    Close,
    Effect,
    Find,
    Group,
    HashPassword,
    ListChanged,
    Probe,
    ReadPage,
    Record,
    Send,
    SendList,
    Settle,
)
from chatapp.rooms.house import POLICY_VIOLATION, Prover
from chatapp.rooms.hub import Hub
from chatapp.rooms.log import Append, KeepNote, KnownRoom, KnownStay, Outcome, Stored
from chatapp.rooms.origin import Origin, is_loopback
from chatapp.rooms.policy import Policy
from chatapp.server.counts import Counts
from chatapp.server.frames import text_frame
from chatapp.server.guard import Guard, Look
from chatapp.server.journal import Journal
from chatapp.server.lists import ListFrames, Lists
from chatapp.server.order import Item, Order, Pending, Round
from chatapp.server.outbox import Outbox
from chatapp.server.peer import Peer
from chatapp.server.reader import Reader
from chatapp.storage.base import Storage

TRY_AGAIN_LATER: Final = 1013
"""beside the hub's own, a WebSocket close code (RFC 6455, section 7.4)"""


class Service:
    """A room server, for a listener to tell what happens (`Handler`).

    `journal` writes what the storage must keep; without one the storage is so quick that it is written at once.
    Whoever shows the `steward` secret is in charge; `is_proven` is for `Hub`. `people` is called
    whenever a room list has gone out: how many are in `default`, and how many are on connections that others can read.
    `counts` is added to. `wall` is the time of day, in seconds since the epoch.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        storage: Storage,
        reader: Reader,
        journal: Journal[Pending] | None = None,
        policy: Policy = Policy(),
        *,
        steward: str = "",
        is_proven: Prover | None = None,
        people: Callable[[int, int], None] | None = None,
        counts: Counts | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._loop = loop
        self._storage = storage
        self._reader = reader
        self._hub: Hub[Peer] = Hub(policy, wall=lambda: int(wall() * 1000), is_proven=is_proven, steward=steward)
        self._guard = Guard(loop, self._looked)
        self._counts = counts or Counts()
        # In the turn after the next one: what others said at the same moment is read by then, and goes along. In a room
        # of 1,000 where several talk that halves the writes, and where nobody does a turn costs nothing.
        self._outbox = Outbox(lambda flush: loop.call_soon(lambda: loop.call_soon(flush)), self._counts)
        self._lists: Lists[Peer] = Lists()
        self._round: asyncio.Handle | None = None
        self._tick: asyncio.Handle | None = None
        self._people = people
        self._clock = clock
        self._wall = wall
        self._order = Order(journal, self._release, loop.call_soon) if journal is not None else None
        self._open: set[Peer] = set()
        self._listed: dict[Peer, None] = {}
        """who has had a room list, and gets the next one"""
        self._flat: set[Peer] = set()
        """who speaks the flat dialect"""
        self._list_frames = ListFrames()

    def host(self, name: str) -> None:
        """See `Hub.host`."""
        self._hub.host(name)

    @property
    def figures(self) -> tuple[int, int, int]:
        """How many people there are, how many rooms, and how often somebody came back to what they had (`resume`)."""
        return self._hub.people, len(self._hub.list().rooms), self._hub.returned

    def announce(self, pin: str, addresses: Sequence[Address]) -> None:
        """See `Hub.announce`."""
        self._hub.announce(pin, addresses)

    def restore(self, rooms: Sequence[KnownRoom], stays: Sequence[KnownStay], notes: Sequence[KeepNote]) -> None:
        """Begin with what the storage has. Once, before anybody connects."""
        now = self._clock()
        self._run(self._hub.restore(rooms, stays, notes, now), now)
        self._plan_tick(now)

    def decide(self, wanted: SetServer, password: str | None) -> None:
        """See `Hub.settle`. Raises Refusal."""
        now = self._clock()
        self._run(self._hub.settle(wanted, password, now), now)

    def watch(self, decided: Callable[[ServerState], None]) -> None:
        """See `Hub.watch`."""
        self._hub.watch(decided)

    @property
    def state(self) -> ServerState:
        """What the host has decided."""
        return self._hub.state()

    # Handler

    def opened(self, connection: Peer, now: float) -> None:
        self._open.add(connection)
        self._hub.connect(connection, now, _origin(connection))

    def turned_away(self, connection: Peer, detail: str) -> None:
        self._send(connection, Error(Reason.SERVER_FULL, detail))
        connection.close(TRY_AGAIN_LATER, "server full")

    def received(self, connection: Peer, text: bytes, now: float) -> None:
        try:
            request, flat = decode_request(text, extended=self._hub.negotiated(connection))
        except BadFrame as problem:
            self._refuse(connection, problem, now)
            return
        if flat:
            self._flat.add(connection)
        if self._order is None or not self._overwhelmed(connection, getattr(request, "ref", "")):
            self._run(self._hub.handle(connection, request, now), now)

    def received_binary(self, connection: Peer, data: bytes, now: float) -> None:  # noqa: ARG002  # it was refused unread
        problem = BadFrame(Reason.BAD_REQUEST, "This server takes text frames, and this was a binary one.")
        self._refuse(connection, problem, now)

    def _refuse(self, connection: Peer, problem: BadFrame, now: float) -> None:
        if not self._overwhelmed(connection, problem.ref):
            self._run(self._hub.refuse(connection, problem, now), now)

    def _overwhelmed(self, connection: Peer, ref: str) -> bool:
        """Whether so much waits for the disk that no more is taken. If so, says it to the connection."""
        if self._order is None or len(self._order) < WAITING:
            return False
        detail = "The server's disk is too slow for what everybody asks for. Try again in a moment."
        known = len(ref) <= ID and self._hub.negotiated(connection)
        self._send(connection, Error(Reason.UNAVAILABLE, detail, ref if known else ""))
        return True

    def idled(self, connection: Peer, now: float) -> None:  # noqa: ARG002  # a Handler's signature
        if not self._hub.identified(connection):
            detail = f"Say who you are (identify) within {IDENTIFY:.0f} seconds of connecting."
            self._send(connection, Error(Reason.NOT_IDENTIFIED, detail))
            connection.close(POLICY_VIOLATION, "not identified in time")

    def closed(self, connection: Peer, now: float, *, polite: bool) -> None:
        self._open.discard(connection)
        self._listed.pop(connection, None)
        self._flat.discard(connection)
        self._lists.forget(connection)
        self._outbox.forget(connection)
        self._run(self._hub.disconnect(connection, now, polite=polite), now)
        self._plan_tick(now)

    # The end

    async def settled(self) -> None:
        """What has come so far is safe, and everybody who is to hear of it has been told."""
        if self._order is not None:
            safe = self._loop.create_future()
            self._order.put(safe)
            await safe
        self._outbox.flush()

    def stop(self) -> None:
        """Nothing comes of the passing of time any more."""
        for timer in (self._round, self._tick):
            if timer is not None:
                timer.cancel()
        self._guard.stop()

    # The order of effects

    def _run(self, effects: Sequence[Effect[Peer]], now: float) -> None:
        """Carry the effects out, behind everything that waits."""
        order = self._order
        for effect in effects:
            if type(effect) is Record:
                write = effect.write
                if type(write) is Append:
                    write = Append(write.room, write.draft, int(self._wall() * 1000))
                if order is not None:
                    order.record(effect, write)
                else:
                    [outcome] = self._storage.commit((write,))
                    self._follow(effect, outcome, now)
            elif order is not None:
                order.put(effect)
            else:
                self._carry_out(effect, now)

    def _release(self, item: Item) -> None:
        """Everything before it is safe."""
        now = self._clock()
        match item:
            case Pending():
                assert item.outcome is not None
                self._follow(item.record, item.outcome, now)
            case Round():
                self._send_round(item)
            case asyncio.Future():
                if not item.done():
                    item.set_result(None)
            case _:
                self._carry_out(item, now)

    def _follow(self, record: Record[Peer], outcome: Outcome, now: float) -> None:
        """What comes of a record takes its place."""
        if type(record.write) is Append and type(outcome) is Stored and not outcome.repeated:
            self._counts.events[record.write.draft.kind] += 1
        later: Sequence[Effect[Peer]] = ()
        for effect in self._hub.recorded(record, outcome, now):
            if type(effect) is Broadcast:  # the most frequent one by far
                self._outbox.gather(effect.room, effect.group, effect.audience, text_frame(encode(effect.message)))
            elif type(effect) is Afterwards:
                later = effect.effects
            else:
                self._carry_out(effect, now)
        if later:
            self._run(later, now)

    # Effects

    def _carry_out(self, effect: Effect[Peer], now: float) -> None:
        match effect:
            case Broadcast(_, Group.PRESENCE):
                self._outbox.note(effect.audience, text_frame(encode(effect.message)))
            case Broadcast():
                self._outbox.gather(effect.room, effect.group, effect.audience, text_frame(encode(effect.message)))
            case Send():
                self._send(effect.connection, effect.message)
            case SendList():
                self._send_list(effect, now)
            case Settle():
                self._outbox.settle(effect.room)
            case ListChanged():
                self._plan_round(now)
            case ReadPage() | Find() | CheckPassword() | HashPassword():
                self._have_done(effect)
            case Probe():
                effect.connection.probe()
            case Close():
                self._settle(effect.connection)
                self._outbox.settle_own(effect.connection)
                effect.connection.close(effect.code, effect.reason)

    def _send(self, connection: Peer, message: Reply) -> None:
        if type(message) is Ack:
            self._outbox.ack(connection, text_frame(encode(message)))
            return
        if type(message) is Error:
            self._counts.refused[message.reason] += 1
        elif type(message) is Welcome:
            message = replace(message, now=int(self._wall() * 1000))
        self._settle(connection)
        self._outbox.send(connection, text_frame(encode(message)))

    def _answer(self, connection: Peer, frame: bytes) -> None:
        """What somebody wanted to read is there."""
        if connection in self._open:
            self._settle(connection)
            self._outbox.send(connection, frame)

    def _settle(self, connection: Peer) -> None:
        """What went to the connection's rooms is written, before something goes to it alone."""
        if self._order is None:
            self._outbox.settle_all(self._hub.rooms_of(connection))
        else:  # the hub is ahead of what waited, so that it does not know in which rooms they were
            self._outbox.settle_every()

    def _have_done(self, effect: ReadPage[Peer] | Find[Peer] | Look) -> None:
        """What takes longer than anybody should wait."""
        if isinstance(effect, ReadPage | Find):
            self._reader.read(effect, self._answer)
        else:
            self._guard.work(effect)

    def _looked(self, look: Look, result: bool | str | None) -> None:
        """What a password came to."""
        now = self._clock()
        match look, result:
            case CheckPassword(), bool() | None:
                self._run(self._hub.checked(look, result, now), now)
            case HashPassword(), str() | None:
                self._run(self._hub.hashed(look, result, now), now)

    # Room lists

    def _send_list(self, effect: SendList[Peer], now: float) -> None:
        connection = effect.connection
        if connection not in self._open:  # it went while this waited
            return
        self._listed[connection] = None
        self._lists.told(connection, effect.version)
        self._settle(connection)
        flat = connection in self._flat
        if effect.message.ref:
            frame = text_frame(encode_flat_list(effect.message) if flat else encode(effect.message))
        else:
            frame = self._list_frames.frame(effect.message, effect.version, flat=flat)
        self._outbox.send(connection, frame)
        if effect.version != self._hub.version:  # it was overtaken while it waited
            self._plan_round(now)

    def _plan_round(self, now: float) -> None:
        if self._round is None:
            due = self._lists.due(now)
            wait = due - now
            self._round = (
                self._loop.call_later(wait, self._begin_round) if wait > 0 else self._loop.call_soon(self._begin_round)
            )

    def _begin_round(self) -> None:
        self._round = None
        round_ = Round(self._hub.list(), self._hub.version)
        if self._order is not None:
            self._order.put(round_)
        else:
            self._send_round(round_)

    def _send_round(self, round_: Round) -> None:
        self._outbox.flush()
        size = 0
        for connection in self._lists.round(self._listed, round_.version):
            frame = self._list_frames.frame(round_.rooms, round_.version, flat=connection in self._flat)
            size += len(frame)
            self._outbox.send(connection, frame)
        self._lists.spent(self._clock(), size)
        if self._people is not None:
            self._people(round_.rooms.rooms[DEFAULT_ROOM] or 0, self._hub.exposed)

    # Those who may come back

    def _plan_tick(self, now: float) -> None:
        deadline = self._hub.next_deadline
        if self._tick is None and deadline is not None:
            self._tick = self._loop.call_later(max(deadline - now, 0), self._pass)

    def _pass(self) -> None:
        """Time has passed."""
        self._tick = None
        now = self._clock()
        self._run(self._hub.tick(now), now)
        self._plan_tick(now)


def _origin(connection: Peer) -> Origin:
    address = connection.address
    return Origin(address, connection.secure, is_loopback(address), connection.nonce)
