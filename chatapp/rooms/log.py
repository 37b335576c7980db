"""What is written into the logs of rooms, and what came of it: values that hub, storage and the server's shell share.

A room has one log. `epoch` names its incarnation, `seq` counts its events from 1 without a hole. A storage gives both
when it writes, so nobody else needs to remember them, and a write that failed has used up nothing.
"""

from msgspec import Struct

from chatapp.protocol.messages.base import Reason
from chatapp.protocol.messages.rich import Kind


class Draft(Struct, frozen=True, gc=False):
    """An event that is to stand in a log."""

    kind: Kind
    author: str
    """the name by then"""
    person: str = ""
    """who it is, whatever they are called: kept over a `resume`; empty for who will never change what they said"""
    message: str = ""
    id: str = ""
    """with a person: the same id again is the same event again"""
    target: int = 0
    reply_to: int = 0
    reaction: str = ""
    on: bool = True
    moderates: bool = False
    """may delete what others said"""


class Append(Struct, frozen=True, gc=False):
    room: str
    draft: Draft
    ts: int = 0
    """milliseconds since the Unix epoch; the shell stamps it"""


class OpenRoom(Struct, frozen=True, gc=False):
    """A room with an empty log. `owner` is a person, empty for none."""

    room: str
    owner: str
    epoch: str


class DropRoom(Struct, frozen=True, gc=False):
    """The room and everything said in it is gone."""

    room: str


class KeepStay(Struct, frozen=True, gc=False):
    """Whoever shows the token with this digest is that person. The person's earlier tokens are worth nothing."""

    person: str
    name: str
    digest: str


class DropStay(Struct, frozen=True, gc=False):
    """The person will not come back; rooms they own have no owner any more."""

    person: str


class KeepNote(Struct, frozen=True, gc=False):
    """Something that a server remembers beside its rooms, in place of what it had under that kind and id."""

    kind: str
    """"server", "room", "ban", "invite", "name" or "act"; one that is not known is kept, too"""
    id: str
    value: str
    """JSON"""


class DropNote(Struct, frozen=True, gc=False):
    """Nothing is remembered under that kind and id."""

    kind: str
    id: str


Write = Append | OpenRoom | DropRoom | KeepStay | DropStay | KeepNote | DropNote


class Stored(Struct, frozen=True, gc=False):
    """It is safe. The place means something for `Append` alone."""

    epoch: str = ""
    seq: int = 0
    ts: int = 0
    repeated: bool = False
    """the same person had written the same id before: this is its place, and nothing new was written"""
    moderated: bool = False
    """it deleted what somebody else said"""


class NotStored(Struct, frozen=True, gc=False):
    """Nothing was written: the target is not there or is another person's, or there is no space."""

    reason: Reason
    detail: str


Outcome = Stored | NotStored


class KnownRoom(Struct, frozen=True, gc=False):
    """A room as a storage has it."""

    name: str
    owner: str
    epoch: str
    top: int
    """the newest `seq`, 0 for an empty log"""


class KnownStay(Struct, frozen=True, gc=False):
    person: str
    name: str
    digest: str
