"""Part 2 of the protocol: what a client may negotiate. `seq` counts from 1."""

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct, field

from chatapp.protocol.messages.base import Cursor, Number


class Capability(StrEnum):
    """What a client may understand beyond Part 1."""

    RICH = "rich"
    """ids, acks, a place in the log, replies, edits, deletions, reactions"""
    HISTORY = "history"
    """pages of the log, reading a room without being in it, search"""
    PRESENCE = "presence"
    """who is in a room, and who is typing"""
    RESUME = "resume"
    """the same name and rights after a lost connection"""
    IDENTITY = "identity"
    """a name that is proven by a key, and whose keys the others have"""
    ADMIN = "admin"
    """what a host can do with the server, for those who have the right"""


class Kind(StrEnum):
    """What an event of a room's log is."""

    MESSAGE = "message"
    EDIT = "edit"
    DELETE = "delete"
    REACT = "react"


# Requests


class EditMessage(Struct, frozen=True, gc=False, omit_defaults=True):
    """The author's alone. Answered by `ack`, as are deletions and reactions."""

    action: ClassVar[str] = "editMessage"
    room: str = ""
    target: Number = 0
    """the message's `seq`"""
    message: str = ""
    id: str = ""
    ref: str = ""


class DeleteMessage(Struct, frozen=True, gc=False, omit_defaults=True):
    """The author's, the room's owner's and admins'."""

    action: ClassVar[str] = "deleteMessage"
    room: str = ""
    target: Number = 0
    id: str = ""
    ref: str = ""


class React(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "react"
    room: str = ""
    target: Number = 0
    reaction: str = ""
    """one emoji"""
    on: bool = True
    """False takes it back"""
    id: str = ""
    ref: str = ""


class GetHistory(Struct, frozen=True, gc=False, omit_defaults=True):
    """The events just before or just after a `seq`; neither: the newest. At most one of the two."""

    action: ClassVar[str] = "getHistory"
    room: str = ""
    before: Number | None = None
    after: Number | None = None
    limit: Number = 0
    """0 and whatever is above the server's own limit mean that limit"""
    ref: str = ""


class WatchRoom(Struct, frozen=True, gc=False, omit_defaults=True):
    """Read a room live without being in it, uncounted and unlisted. Answered by `history`, from `since` if given."""

    action: ClassVar[str] = "watchRoom"
    room: str = ""
    since: Cursor | None = None
    ref: str = ""


class UnwatchRoom(Struct, frozen=True, gc=False, omit_defaults=True):
    """Answered by `unwatched`, whether it was watched or not."""

    action: ClassVar[str] = "unwatchRoom"
    room: str = ""
    ref: str = ""


class Search(Struct, frozen=True, gc=False, omit_defaults=True):
    """Messages that hold every word of the query, newest first; in one room, or in all where none is named."""

    action: ClassVar[str] = "search"
    query: str = ""
    room: str = ""
    before: Number = 0
    """`next` of the results before; 0 begins"""
    limit: Number = 0
    ref: str = ""


class GetMembers(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "getMembers"
    room: str = ""
    ref: str = ""


class Typing(Struct, frozen=True, gc=False, omit_defaults=True):
    """Not answered, and dropped where it comes too often."""

    action: ClassVar[str] = "typing"
    room: str = ""
    on: bool = True
    ref: str = ""


# Replies


class Welcome(Struct, frozen=True, gc=False, omit_defaults=True):
    """The first frame for a client that negotiates; `joined` and `roomsList` follow."""

    action: ClassVar[str] = "welcome"
    username: str
    capabilities: list[str]
    """what both ends understand"""
    server: dict[str, str]
    """`name`, `id`, `version`"""
    limits: dict[str, Number]
    now: Number
    resume: str = ""
    """the token for the next `identify`, good once; empty where it was not asked for"""
    admin: bool = False
    proven: bool = False
    """the name is proven, and reserved for the key"""


class Ack(Struct, frozen=True, gc=False, omit_defaults=True):
    """What was said, edited, deleted or reacted is safe, as that event of the room's log."""

    action: ClassVar[str] = "ack"
    room: str
    epoch: str
    seq: Number
    ts: Number
    id: str = ""
    ref: str = ""


class Event(Struct, frozen=True, gc=False, omit_defaults=True):
    """One event of a room's log. Live it is an action of its own for all but messages, and names `room` and `epoch`;
    in `history` and `results` it is an element, and messages are as they are by now: edited, deleted, reacted to.
    """

    action: ClassVar[str] = "event"
    kind: str
    """a `Kind`"""
    seq: Number
    ts: Number
    author: str = field(name="from")
    room: str = ""
    epoch: str = ""
    id: str = ""
    message: str = ""
    """of a message or an edit; empty where it was deleted, or a later edit took its place"""
    target: Number = 0
    """of an edit, deletion or reaction: the `seq` of its message"""
    reply_to: Number = field(default=0, name="replyTo")
    reaction: str = ""
    on: bool = True
    edited: Number = 0
    """of a message: when it was last edited"""
    deleted: bool = False
    reactions: dict[str, list[str]] = field(default_factory=dict)
    """of a message: emoji to the names of those who reacted with it"""


class History(Struct, frozen=True, gc=False, omit_defaults=True):
    """Events of one log, in its order without a hole."""

    action: ClassVar[str] = "history"
    room: str
    epoch: str
    events: list[Event]
    complete: bool
    """nothing is kept beyond them in the direction asked for: before them, or after them with `after` and `since`"""
    top: Number = 0
    """the log's newest `seq`, 0 where nothing was said yet"""
    recovered: bool | None = None
    """answers `since`: whether the events follow it without a hole; if not they are the newest"""
    ref: str = ""


class Unwatched(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "unwatched"
    room: str
    ref: str = ""


class Results(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a search found, newest first. Each hit names its `room` and `epoch`."""

    action: ClassVar[str] = "results"
    hits: list[Event]
    next: Number = 0
    """`before` of the next page; 0 where this is the last"""
    ref: str = ""


class Members(Struct, frozen=True, gc=False, omit_defaults=True):
    """Who is in a room, in the order of joining."""

    action: ClassVar[str] = "members"
    room: str
    members: list[str]
    owner: str = ""
    """the name of whoever made the room, while connected"""
    admins: list[str] = field(default_factory=list)
    """those of them who may do everything here"""
    keys: dict[str, str] = field(default_factory=dict)
    """of those of them who have proven their name: name to key"""
    announce: bool = False
    """as in `roomState`"""
    slow: Number = 0
    ref: str = ""


class MemberJoined(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "memberJoined"
    room: str
    username: str
    key: str = ""
    """of whoever has proven the name"""
    admin: bool = False


class MemberLeft(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "memberLeft"
    room: str
    username: str


class Renamed(Struct, frozen=True, gc=False, omit_defaults=True):
    """Somebody in one of this person's rooms has another name; and the answer to `rename` for whoever negotiates."""

    action: ClassVar[str] = "renamed"
    before: str = field(name="from")
    after: str = field(name="to")
    ref: str = ""


class IsTyping(Struct, frozen=True, gc=False, omit_defaults=True):
    """Holds for `limits.TYPING` seconds unless it is repeated or taken back."""

    action: ClassVar[str] = "typing"
    room: str
    author: str = field(name="from")
    on: bool = True


RichRequest = EditMessage | DeleteMessage | React | GetHistory | WatchRoom | UnwatchRoom | Search | GetMembers | Typing
"""actions that the server does not know for everybody else"""

RichReply = (
    Welcome | Ack | Event | History | Unwatched | Results | Members | MemberJoined | MemberLeft | Renamed | IsTyping
)
