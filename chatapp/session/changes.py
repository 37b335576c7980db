"""What a session tells its window: one frozen type per kind of change. Match on the type."""

from enum import Enum

from msgspec import Struct

from chatapp.protocol.messages.hosting import AdminReply
from chatapp.protocol.messages.rich import Event


class Phase(Enum):
    """Where a session stands with its server. `session.py` says at its top how one leads to the next."""

    OFFLINE = "offline"
    """not started, or stopped"""
    CONNECTING = "connecting"
    IDENTIFYING = "identifying"
    ONLINE = "online"
    WAITING = "waiting"
    """not connected, or its name is not free yet; the next attempt is made by itself"""
    REFUSED = "refused"
    """the server did not accept the name: `Session.rename` tries another one"""
    ASKED = "asked"
    """the server wants a password, or an invite that it knows: `Session.offer` gives one"""
    TURNED_AWAY = "turned away"
    """the server does not let this person in, or has sent them away: nothing is tried until `Session.again`"""


class Intent(Enum):
    """What a person asked for."""

    IDENTIFY = "identify"
    CREATE = "create"
    JOIN = "join"
    LEAVE = "leave"
    SAY = "say"
    DELETE = "delete"
    RENAME = "rename"
    EDIT = "edit"
    ERASE = "erase"
    REACT = "react"
    WATCH = "watch"
    SHOW = "show"
    SEARCH = "search"
    FETCH = "fetch"
    SERVER = "server"
    """something of the server itself, or of how a room is written in"""


class PhaseChanged(Struct, frozen=True, gc=False):
    phase: Phase
    detail: str
    """a sentence for the person, or empty"""
    retry_at: float | None
    """monotonic seconds of the next attempt while WAITING"""


class NameChanged(Struct, frozen=True, gc=False):
    name: str


class RoomsChanged(Struct, frozen=True, gc=False):
    """`Session.rooms` differs: names, counts, membership or unread. At most once a drain."""


class RoomJoined(Struct, frozen=True, gc=False):
    """This person is in the room now, and was not before. Taking rooms back after a lost connection is silent."""

    room: str


class RoomLeft(Struct, frozen=True, gc=False):
    """This person is in the room no longer."""

    room: str
    deleted: bool
    """the room itself is gone, by this person's hand or another's"""


class TimelineChanged(Struct, frozen=True, gc=False):
    """`Session.timeline(room)` differs. At most once a room and drain."""

    room: str


class Done(Struct, frozen=True, gc=False):
    """The request of that ticket was carried out."""

    ticket: int


class Refused(Struct, frozen=True, gc=False):
    """The request of that ticket was not carried out."""

    ticket: int
    """0 for the `identify` of a connection, which nobody asked for by hand"""
    intent: Intent
    room: str | None
    reason: str
    """a `Reason`, or whatever an older server gave"""
    detail: str
    """one English sentence that a person can act on"""
    text: str | None
    """the message that stays with its author; None also where it stands in the timeline as FAILED"""


class Notice(Struct, frozen=True, gc=False):
    """An error from the server that answers no request of ours."""

    reason: str
    detail: str


class RosterChanged(Struct, frozen=True, gc=False):
    """Who is in the room, or whose it is: `Session.roster(room)` differs. At most once a room and drain."""

    room: str


class TypingChanged(Struct, frozen=True, gc=False):
    """Who is typing: `Session.roster(room).typing` differs. At most once a room and drain."""

    room: str


class Found(Struct, frozen=True, gc=False):
    """The search of that ticket found this; no Done follows."""

    ticket: int
    room: str
    """where it searched; empty for everywhere"""
    query: str
    hits: tuple[Event, ...]
    """newest first; each names its `room`, and `ts` is in milliseconds"""
    next: int
    """`before` of the search for the next page; 0 where there is none"""


class Fetched(Struct, frozen=True, gc=False):
    """What `Session.fetch` of that ticket asked for; no Done follows."""

    ticket: int
    room: str
    epoch: str
    events: tuple[Event, ...]
    """in the order of the log, edits and the like among them; messages are as they are by now"""
    top: int
    """the log's newest `seq`"""
    complete: bool
    """nothing follows"""


class Shown(Struct, frozen=True, gc=False):
    """The timeline of the room has the message that `Session.show` was asked for; its Done follows."""

    room: str
    seq: int


class GroundChanged(Struct, frozen=True, gc=False):
    """Another connection, or more is known of it: `Session.ground` differs."""


class Answered(Struct, frozen=True, gc=False):
    """What the server answered to `Session.ask_server` of that ticket; no Done follows."""

    ticket: int
    reply: AdminReply


class RoomStateChanged(Struct, frozen=True, gc=False):
    """How the room is written in: `Session.room_state(room)` differs."""

    room: str


class CapabilitiesChanged(Struct, frozen=True, gc=False):
    """What this server can do: `Session.capabilities` differs."""


Change = (
    PhaseChanged
    | NameChanged
    | RoomsChanged
    | RoomJoined
    | RoomLeft
    | TimelineChanged
    | RosterChanged
    | TypingChanged
    | Found
    | Fetched
    | Shown
    | Answered
    | RoomStateChanged
    | CapabilitiesChanged
    | GroundChanged
    | Done
    | Refused
    | Notice
)
