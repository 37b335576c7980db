"""Runs the hub's effects: the one place between sockets and rooms.

Everything happens on one event loop, in the order in which it came. A connection sees each room's messages in their
order, and a reply after whatever went to its rooms before; between two rooms no order is promised. Nothing waits for
anybody.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from chatapp.protocol.codec import BadFrame, decode_request, encode, encode_flat_list
from chatapp.protocol.limits import IDENTIFY
from chatapp.protocol.messages import DEFAULT_ROOM, Error, Reason, Reply, RoomsList
from chatapp.rooms.effects import Broadcast, Close, Effect, ListChanged, Probe, Send, Settle
from chatapp.rooms.hub import Hub
from chatapp.rooms.policy import Policy
from chatapp.server.frames import text_frame
from chatapp.server.lists import Lists
from chatapp.server.outbox import Outbox, deliver
from chatapp.server.peer import Peer

POLICY_VIOLATION = 1008
TRY_AGAIN_LATER = 1013

log = logging.getLogger(__name__)


class Service:
    """A room server, for a listener to tell what happens (`Handler`).

    `people` is called with the number of people in `default` whenever a room list has gone out.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        policy: Policy = Policy(),
        *,
        people: Callable[[int], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._loop = loop
        self._hub: Hub[Peer] = Hub(policy)
        self._outbox = Outbox(loop.call_soon)
        self._lists: Lists[Peer] = Lists()
        self._round: asyncio.Handle | None = None
        self._people = people
        self._clock = clock
        self._open: dict[Peer, None] = {}
        self._flat: set[Peer] = set()
        """who speaks the flat dialect"""
        self._list_version = -1
        self._list_frames: dict[bool, bytes] = {}
        """the list of that version; True: with `rooms` in both places"""

    # Handler

    def opened(self, connection: Peer, now: float) -> None:
        self._open[connection] = None
        self._hub.connect(connection, now)

    def turned_away(self, connection: Peer, detail: str) -> None:
        connection.write(text_frame(encode(Error(Reason.SERVER_FULL, detail))))
        connection.close(TRY_AGAIN_LATER, "server full")

    def received(self, connection: Peer, text: bytes, now: float) -> None:
        try:
            request, flat = decode_request(text)
        except BadFrame as problem:
            effects = self._hub.refuse(connection, problem, now)
        else:
            if flat:
                self._flat.add(connection)
            effects = self._hub.handle(connection, request, now)
        self._run(effects, now)

    def received_binary(self, connection: Peer, data: bytes, now: float) -> None:  # noqa: ARG002  # it was refused unread
        problem = BadFrame(Reason.BAD_REQUEST, "This server takes text frames, and this was a binary one.")
        self._run(self._hub.refuse(connection, problem, now), now)

    def idled(self, connection: Peer, now: float) -> None:  # noqa: ARG002  # a Handler's signature
        if not self._hub.identified(connection):
            detail = f"Say who you are (identify) within {IDENTIFY:.0f} seconds of connecting."
            self._send(connection, Error(Reason.NOT_IDENTIFIED, detail))
            connection.close(POLICY_VIOLATION, "not identified in time")

    def closed(self, connection: Peer, now: float) -> None:
        self._open.pop(connection, None)
        self._flat.discard(connection)
        self._lists.forget(connection)
        self._run(self._hub.disconnect(connection, now), now)

    # Effects

    def _run(self, effects: Sequence[Effect[Peer]], now: float) -> None:
        for effect in effects:
            match effect:
                case Broadcast():
                    self._outbox.gather(effect.room, effect.audience, text_frame(encode(effect.message)))
                case Send():
                    self._send(effect.connection, effect.message)
                case Settle():
                    self._outbox.settle(effect.room)
                case ListChanged():
                    self._plan_round(now)
                case Probe():
                    effect.connection.probe()
                case Close():
                    self._outbox.settle_all(self._hub.rooms_of(effect.connection))
                    effect.connection.close(effect.code, effect.reason)

    def _send(self, connection: Peer, message: Reply) -> None:
        self._outbox.settle_all(self._hub.rooms_of(connection))
        if isinstance(message, RoomsList):
            self._lists.told(connection, self._hub.version)
            frame = self._list_frame(message, flat=connection in self._flat)
        else:
            frame = text_frame(encode(message))
        deliver((connection,), (frame,))

    # Room lists

    def _plan_round(self, now: float) -> None:
        if self._round is None:
            due = self._lists.due(now)
            wait = due - now
            self._round = (
                self._loop.call_later(wait, self._send_round) if wait > 0 else self._loop.call_soon(self._send_round)
            )

    def _send_round(self) -> None:
        self._round = None
        self._outbox.flush()
        rooms = self._hub.list()
        everyone = [connection for connection in self._open if self._hub.identified(connection)]
        size = 0
        for connection in self._lists.round(everyone, self._hub.version):
            frame = self._list_frame(rooms, flat=connection in self._flat)
            size += len(frame)
            deliver((connection,), (frame,))
        self._lists.spent(self._clock(), size)
        if self._people is not None:
            self._people(rooms.rooms[DEFAULT_ROOM] or 0)

    def _list_frame(self, rooms: RoomsList, *, flat: bool) -> bytes:
        """The list as it is now: encoded once for all, or twice."""
        if self._list_version != self._hub.version:
            self._list_version = self._hub.version
            self._list_frames.clear()
        frame = self._list_frames.get(flat)
        if frame is None:
            frame = self._list_frames[flat] = text_frame(encode_flat_list(rooms) if flat else encode(rooms))
        return frame
