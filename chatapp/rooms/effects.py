"""What the hub wants done, in order. The shell carries it out; `C` is the shell's own connection object."""

from typing import Generic, TypeVar

from msgspec import Struct

from chatapp.protocol.messages import Reply

C = TypeVar("C")


class Send(Struct, Generic[C], frozen=True, gc=False):
    """One reply to one connection, after everything that was broadcast to it before."""

    connection: C
    message: Reply


class Broadcast(Struct, Generic[C], frozen=True, gc=False):
    """One reply to every member of a room.

    `audience` is the same tuple object for as long as the room's members stay the same, and another one afterwards: the
    shell may gather what goes to one tuple and must write it before it begins with the next.
    """

    room: str
    audience: tuple[C, ...]
    message: Reply


class Settle(Struct, frozen=True, gc=False):
    """What is gathered for the room is written before the next effect: a member is about to leave it."""

    room: str


class ListChanged(Struct, frozen=True, gc=False):
    """The room list differs. Everyone identified gets the newest one, at most once an interval."""


class Probe(Struct, Generic[C], frozen=True, gc=False):
    """Somebody asks for the name of this connection: it must show that it lives, or go."""

    connection: C


class Close(Struct, Generic[C], frozen=True, gc=False):
    """The connection is closed with a WebSocket close code (RFC 6455, section 7.4) after what was sent before."""

    connection: C
    code: int
    reason: str


Effect = Send[C] | Broadcast[C] | Settle | ListChanged | Probe[C] | Close[C]
