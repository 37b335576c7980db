"""What of a session is to survive the program, as values: whoever has a disk keeps them."""

from collections.abc import Mapping

from msgspec import Struct

from chatapp.protocol.messages.base import Cursor


class KeepMessage(Struct, frozen=True, gc=False):
    """Said, and not known to be safe. The same `id` again replaces it."""

    id: str
    room: str
    text: str
    reply_to: int = 0
    wall: float = 0.0
    """when it was said, seconds since the Unix epoch"""
    since: Cursor | None = None
    """how far the room's log was known by then: the message is not before it"""


class DropMessage(Struct, frozen=True, gc=False):
    """Safe, or given up."""

    id: str


class KeepToken(Struct, frozen=True, gc=False):
    """What this server gives the name and the rights back for; replaces the one before."""

    token: str
    pin: str = ""
    """of the host who gave it, and the only one who is ever shown it; empty where the way was within one computer"""


class KeepPerson(Struct, frozen=True, gc=False):
    """Somebody was met, on whatever server; the same `key` again replaces it."""

    key: str
    name: str
    """by which they were known the last time"""
    at: float
    """when that was, seconds since the Unix epoch"""


Keeping = KeepMessage | DropMessage | KeepToken | KeepPerson


class Kept(Struct, frozen=True):
    """What an earlier session with the same server left."""

    messages: tuple[KeepMessage, ...] = ()
    """in the order in which they were said"""
    token: str = ""
    pin: str = ""
    """of the token"""
    marks: Mapping[str, Cursor] = {}
    """`Session.marks()`"""
    people: tuple[KeepPerson, ...] = ()
    """those who were ever met, whichever server that was on"""
