"""What goes to a whole room, gathered and written to each member once a turn of the event loop.

A write to a socket costs more than everything else about a message together, so a room's frames are joined and written
as one. Order holds for each group of a room: frames go in the order in which they were gathered, and `settle` is a line
drawn under them. Acks and notes about others are gathered, too, each connection's for itself. Nothing here waits for a
slow reader: its transport's buffer is bounded, and over it the reader is dropped.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from chatapp.rooms.effects import Group
from chatapp.server.counts import Counts


class Writable(Protocol):
    """Where frames go. A write that raises costs that one connection."""

    write: Callable[[bytes], object]

    def abort(self) -> None: ...


class Outbox:
    """`soon` has a function called in this turn of the event loop or the next, after what is being handled now."""

    def __init__(self, soon: Callable[[Callable[[], None]], object], counts: Counts | None = None) -> None:
        self._soon = soon
        self._counts = counts or Counts()
        self._gathered: dict[tuple[str, Group], tuple[Sequence[Writable], list[bytes]]] = {}
        self._notes: dict[Writable, list[bytes]] = {}
        self._acks: dict[Writable, list[bytes]] = {}
        self._called = False

    def gather(self, room: str, group: Group, audience: Sequence[Writable], frame: bytes) -> None:
        """Write the frame to the audience, soon. An audience is known by identity: another one settles the group."""
        key = room, group
        gathered = self._gathered.get(key)
        if gathered is not None:
            if gathered[0] is audience:
                gathered[1].append(frame)
                return
            del self._gathered[key]
            self._write(*gathered)
        self._gathered[key] = audience, [frame]
        self._call()

    def note(self, audience: Sequence[Writable], frame: bytes) -> None:
        """Write the frame to each of the audience, soon: before what is gathered for rooms, since who has come may have
        said something. The audience may be another one each time, and costs no write for that."""
        for connection in audience:
            self._notes.setdefault(connection, []).append(frame)
        self._call()

    def ack(self, connection: Writable, frame: bytes) -> None:
        """Write the frame to the connection, soon: before whatever else is sent to it alone."""
        acks = self._acks.get(connection)
        if acks is not None:
            acks.append(frame)
            return
        self._acks[connection] = [frame]
        self._call()

    def send(self, connection: Writable, frame: bytes) -> None:
        """Write the frame to the connection now, after its notes and acks."""
        self._deliver((connection,), (*self._notes.pop(connection, ()), *self._acks.pop(connection, ()), frame))

    def settle_own(self, connection: Writable) -> None:
        """Write its notes and acks now."""
        own = (*self._notes.pop(connection, ()), *self._acks.pop(connection, ()))
        if own:
            self._deliver((connection,), own)

    def forget(self, connection: Writable) -> None:
        """The connection is gone."""
        self._notes.pop(connection, None)
        self._acks.pop(connection, None)

    def settle(self, room: str) -> None:
        """Write what is gathered for the room now."""
        if self._gathered:
            for group in Group:
                gathered = self._gathered.pop((room, group), None)
                if gathered is not None:
                    self._write(*gathered)

    def settle_all(self, rooms: Collection[str]) -> None:
        """Write what is gathered for these rooms now."""
        if self._gathered:
            for room in rooms:
                self.settle(room)

    def settle_every(self) -> None:
        """Write what is gathered for any room now."""
        everything, self._gathered = self._gathered, {}
        for audience, frames in everything.values():
            self._write(audience, frames)

    def flush(self) -> None:
        """Write everything that is gathered."""
        self._called = False
        self._write_notes()
        self.settle_every()
        acks, self._acks = self._acks, {}
        for connection, frames in acks.items():
            self._deliver((connection,), frames)

    def _call(self) -> None:
        if not self._called:
            self._called = True
            self._soon(self.flush)

    def _write(self, audience: Sequence[Writable], frames: Sequence[bytes]) -> None:
        if self._notes:
            self._write_notes()
        self._deliver(audience, frames)

    def _write_notes(self) -> None:
        notes, self._notes = self._notes, {}
        for connection, frames in notes.items():
            self._deliver((connection,), frames)

    def _deliver(self, audience: Sequence[Writable], frames: Sequence[bytes]) -> None:
        counts, times = self._counts, len(audience)
        counts.deliveries += len(frames) * times
        counts.sent += deliver(audience, frames) * times


def deliver(audience: Sequence[Writable], frames: Sequence[bytes]) -> int:
    """Write frames to each of the audience as one. Whoever is dead is cut, and stops nobody else's. Returns how many
    bytes it was for each."""
    data = frames[0] if len(frames) == 1 else b"".join(frames)
    for member in audience:
        try:
            member.write(data)
        except Exception:  # noqa: BLE001  # asyncio, uvloop and TLS each raise something else for a dead transport
            member.abort()
    return len(data)
