"""What the hub wants done, in order. The shell carries it out; `C` is the shell's own connection object.

The order is one for the whole server. An effect that is not carried out at once (a `Record` being written) holds
up everything behind it, and what came of it (`Hub.recorded`) takes its place. The hub itself is ahead of what waits:
whom an effect concerns stands in the effect.
"""

from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from chatapp.protocol.messages import Reply
from chatapp.protocol.messages.base import Cursor, RoomsList
from chatapp.protocol.messages.hosting import SetServer
from chatapp.rooms.log import Write

C = TypeVar("C")


class Group(StrEnum):
    """A part of a room's audience: those who get the same frame."""

    PLAIN = "plain"
    """members and watchers without `Capability.RICH`"""
    RICH = "rich"
    """members and watchers with it"""
    PRESENCE = "presence"
    """those of either with `Capability.PRESENCE`: who comes, who goes, who is typing. This one changes with each of its
    members who comes or goes, so what goes to it is better gathered for each connection: it may be written a little
    later than its place says, never sooner"""


class Send(Struct, Generic[C], frozen=True, gc=False):
    """One reply to one connection, after everything that was broadcast to it before.

    An `Ack` alone may come sooner or later than what is gathered for rooms: it settles none. What is sent to the same
    connection stays in order, acks included. `Welcome.now` is 0: the shell stamps it (milliseconds since the epoch).
    """

    connection: C
    message: Reply


class SendList(Struct, Generic[C], frozen=True, gc=False):
    """The room list as it was at that `Hub.version`, in its order like any `Send`.

    Without a `ref` the message is the same object for as long as the version is.
    """

    connection: C
    message: RoomsList
    version: int


class Broadcast(Struct, Generic[C], frozen=True, gc=False):
    """One reply to one group of a room's audience, never an empty one.

    Gather by room and group: `audience` is the same tuple object for as long as that group stays the same, and another
    one afterwards; what was gathered for the one is written before the other begins. So two groups whose frames take
    turns do not break up each other's writes. Within a room's group the order holds; between two groups of a room it
    holds across a `Settle` alone. (A `typing` note goes to a tuple of its own.)
    """

    room: str
    group: Group
    audience: tuple[C, ...]
    message: Reply


class Settle(Struct, frozen=True, gc=False):
    """What is gathered for the room, for every group of it, is written before the next effect: a member is about to
    leave it."""

    room: str


class ListChanged(Struct, frozen=True, gc=False):
    """The room list differs. Everyone identified gets the newest one, at most once an interval, and nobody before their
    own `joined` for `default` is out."""


class Probe(Struct, Generic[C], frozen=True, gc=False):
    """Somebody asks for the name of this connection: it must show that it lives, or go."""

    connection: C


class Close(Struct, Generic[C], frozen=True, gc=False):
    """The connection is closed with a WebSocket close code (RFC 6455, section 7.4) after what was sent before."""

    connection: C
    code: int
    reason: str


class Record(Struct, Generic[C], frozen=True, gc=False):
    """A write for the storage. What is behind it waits until its outcome is known.

    The shell stamps `Append.ts` (`structs.replace`, or where it builds the row), has the storage write, then calls
    `Hub.recorded(record, outcome, now)` once, in the order of the records; the effects of that take this one's place.
    """

    write: Write
    connection: C | None = None
    """who asked, and is told where it fails; None: nobody did"""
    ref: str = ""
    acks: bool = False
    """the asker is told when it is safe"""
    plain: tuple[C, ...] = ()
    """the room's `Group.PLAIN` at this place in the order"""
    rich: tuple[C, ...] = ()
    """its `Group.RICH`"""
    then: tuple["Effect[C]", ...] = ()
    """for the hub: what follows once it is safe; may end the room's gathering, never records"""


class Afterwards(Struct, Generic[C], frozen=True, gc=False):
    """These go behind everything that waits, not to the place of the record that they came of."""

    effects: tuple["Effect[C]", ...]


class ReadPage(Struct, Generic[C], frozen=True, gc=False):
    """Read from a room's log and answer with `History`, or `Error` with the same `ref`.

    It takes its place in the order, so that everything before it is written; then it runs beside what follows, and the
    answer goes out when it is there. `since` given: `Storage.since`, and `recovered` is told; otherwise `Storage.page`.
    The values are checked. A connection that is gone by then is told nothing.
    """

    connection: C
    room: str
    limit: int
    before: int | None = None
    after: int | None = None
    since: Cursor | None = None
    ref: str = ""


class Find(Struct, Generic[C], frozen=True, gc=False):
    """Search the logs and answer with `Results`, or `Error` with the same `ref`; in its order as `ReadPage` is."""

    connection: C
    query: str
    room: str
    """empty: all of them"""
    limit: int
    before: int = 0
    ref: str = ""


class CheckPassword(Struct, Generic[C], frozen=True, gc=False):
    """See whether a password is the one that was hashed to `hashed`, which takes a while and is not to hold anybody up,
    then call `Hub.checked`. Where it cannot be seen now: with `right` None."""

    connection: C
    network: str
    """whose guess it is"""
    password: str
    hashed: str


class HashPassword(Struct, Generic[C], frozen=True, gc=False):
    """Hash `request.password`, which is not empty, then call `Hub.hashed`; the same holds."""

    connection: C
    request: SetServer
    by: str = ""
    """who asked, by the name that they had then: they may be gone by the time"""


Effect = (
    Send[C]
    | SendList[C]
    | Broadcast[C]
    | Settle
    | ListChanged
    | Probe[C]
    | Close[C]
    | Record[C]
    | Afterwards[C]
    | ReadPage[C]
    | Find[C]
    | CheckPassword[C]
    | HashPassword[C]
)
