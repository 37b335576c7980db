"""One frozen type per wire message, requests (client to server) and replies (server to client) apart.

`action` names a type on the wire; its fields are the `payload`. Part 1 of the protocol is what every client may use;
Part 2 adds types, and optional fields that are not on the wire while they have their default; Part 3 what a host asks.
The codec knows them by the unions at the end.

Times on the wire (`ts`, `now`) are milliseconds since the Unix epoch, by the server's clock. `seq` counts from 1.
"""

from enum import StrEnum
from typing import Any, ClassVar, Final

from msgspec import Struct, field

DEFAULT_ROOM: Final = "default"
"""always exists; every identified user is in it"""

EXTENSIONS: Final = frozenset({"capabilities", "auth", "ref", "since", "id", "replyTo"})
"""fields of Part 1's requests that mean something only where it was negotiated"""


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


class Reason(StrEnum):
    """Stable codes of `error`. Extend, never rename."""

    BAD_REQUEST = "bad_request"
    NOT_IDENTIFIED = "not_identified"
    ALREADY_IDENTIFIED = "already_identified"
    INVALID_USERNAME = "invalid_username"
    USERNAME_TAKEN = "username_taken"
    INVALID_ROOM_NAME = "invalid_room_name"
    NO_ROOM_SPECIFIED = "no_room_specified"
    ROOM_EXISTS = "room_exists"
    ROOM_NOT_FOUND = "room_not_found"
    NOT_IN_ROOM = "not_in_room"
    CANNOT_LEAVE_DEFAULT = "cannot_leave_default"
    CANNOT_DELETE_DEFAULT = "cannot_delete_default"
    NOT_ALLOWED = "not_allowed"
    EMPTY_MESSAGE = "empty_message"
    MESSAGE_TOO_LONG = "message_too_long"
    TOO_MANY_ROOMS = "too_many_rooms"
    RATE_LIMITED = "rate_limited"
    SERVER_FULL = "server_full"
    AUTH_FAILED = "auth_failed"
    STORAGE_FULL = "storage_full"
    UNAVAILABLE = "unavailable"
    UNKNOWN_ACTION = "unknown_action"
    MESSAGE_NOT_FOUND = "message_not_found"
    AUTH_REQUIRED = "auth_required"
    """a password or an invite with a secret is needed; which, and how it can be had, says the detail"""
    SERVER_LOCKED = "server_locked"
    """nobody new is let in at the moment"""
    BANNED = "banned"
    INSECURE = "insecure"
    """this is not for unencrypted connections"""


class Cursor(Struct, frozen=True, gc=False):
    """A place in a room's log: everything up to `seq` of that incarnation (`epoch`) is known."""

    epoch: str
    seq: int


# Requests. A field that a client left out is empty, and the server answers with the reason that names it.


class Identify(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "identify"
    username: str = ""
    capabilities: Any = None
    """a list of strings (`Capability`) negotiates Part 2; anything else does not"""
    auth: Any = None
    """an object: `resume` is the token of the last `welcome`; `password`, `invite` (an invite's secret) and `admin`
    (the server's own) let in; `key` and `proof` prove the name (`security.identity`). None of them is ever sent on a
    connection that is neither encrypted nor within one computer"""


class CreateRoom(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "createRoom"
    room: str = ""
    ref: str = ""
    """of any request: repeated by its answer or error"""


class JoinRoom(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "joinRoom"
    room: str = ""
    since: Cursor | None = None
    """send what was said from there on, after `joined`"""
    ref: str = ""


class LeaveRoom(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "leaveRoom"
    room: str = ""
    ref: str = ""


class SendMessage(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "sendMessage"
    message: str = ""
    room: str = ""
    id: str = ""
    """the client's own, unique among what this person says; the same one twice is said once"""
    reply_to: int = field(default=0, name="replyTo")
    """the `seq` of the message that this one answers"""
    ref: str = ""


class DeleteRoom(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "deleteRoom"
    room: str = ""
    ref: str = ""


class Rename(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "rename"
    new_username: str = field(default="", name="newUsername")
    ref: str = ""


class ListRooms(Struct, frozen=True, gc=False, omit_defaults=True):
    """Not in the document, but sent by clients in use."""

    action: ClassVar[str] = "roomsList"
    ref: str = ""


class EditMessage(Struct, frozen=True, gc=False, omit_defaults=True):
    """The author's alone. Answered by `ack`, as are deletions and reactions."""

    action: ClassVar[str] = "editMessage"
    room: str = ""
    target: int = 0
    """the message's `seq`"""
    message: str = ""
    id: str = ""
    ref: str = ""


class DeleteMessage(Struct, frozen=True, gc=False, omit_defaults=True):
    """The author's, the room's owner's and admins'."""

    action: ClassVar[str] = "deleteMessage"
    room: str = ""
    target: int = 0
    id: str = ""
    ref: str = ""


class React(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "react"
    room: str = ""
    target: int = 0
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
    before: int | None = None
    after: int | None = None
    limit: int = 0
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
    before: int = 0
    """`next` of the results before; 0 begins"""
    limit: int = 0
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


# What a host does with the server: for members with the right to, who negotiated `admin`.


class GetServer(Struct, frozen=True, gc=False, omit_defaults=True):
    """Answered by `serverState`."""

    action: ClassVar[str] = "getServer"
    ref: str = ""


class SetServer(Struct, frozen=True, gc=False, omit_defaults=True):
    """What is None stays as it is. Answered by `serverState`."""

    action: ClassVar[str] = "setServer"
    name: str | None = None
    password: str | None = None
    """empty takes it away"""
    locked: bool | None = None
    """nobody new is let in, but for admins and those who come back"""
    invite_only: bool | None = field(default=None, name="inviteOnly")
    """an invite's secret or the password is needed"""
    plain: bool | None = None
    """unencrypted connections are taken, from other computers too"""
    people: int | None = None
    """how many may be connected at once"""
    ref: str = ""


class GetPeople(Struct, frozen=True, gc=False, omit_defaults=True):
    """Answered by `people`."""

    action: ClassVar[str] = "getPeople"
    ref: str = ""


class Kick(Struct, frozen=True, gc=False, omit_defaults=True):
    """Close a connection with 4003; what it had to come back with is worth nothing. Answered by `people`."""

    action: ClassVar[str] = "kick"
    id: int = 0
    """of `people`"""
    why: str = ""
    """a sentence for the person"""
    ref: str = ""


class Ban(Struct, frozen=True, gc=False, omit_defaults=True):
    """Let nobody in with that key, or from that address: one of the two. Whoever it concerns is disconnected with
    4004. Answered by `bans`."""

    action: ClassVar[str] = "ban"
    key: str = ""
    address: str = ""
    username: str = ""
    """whom it is about, for the list"""
    until: int = 0
    """0: for good"""
    why: str = ""
    ref: str = ""


class Unban(Struct, frozen=True, gc=False, omit_defaults=True):
    """Answered by `bans`."""

    action: ClassVar[str] = "unban"
    id: str = ""
    ref: str = ""


class GetBans(Struct, frozen=True, gc=False, omit_defaults=True):
    """Answered by `bans`."""

    action: ClassVar[str] = "getBans"
    ref: str = ""


class SetRoom(Struct, frozen=True, gc=False, omit_defaults=True):
    """What is None stays as it is. The room's owner may, too. Answered by `roomState`."""

    action: ClassVar[str] = "setRoom"
    room: str = ""
    announce: bool | None = None
    """only its owner and admins write there"""
    slow: int | None = None
    """seconds between two messages of one person; 0 for none"""
    ref: str = ""


class CreateInvite(Struct, frozen=True, gc=False, omit_defaults=True):
    """An invite with a secret of its own. Answered by `invites`, with its `link`."""

    action: ClassVar[str] = "createInvite"
    room: str = ""
    label: str = ""
    """for the list: whom it is for"""
    until: int = 0
    """0: for good"""
    ref: str = ""


class RevokeInvite(Struct, frozen=True, gc=False, omit_defaults=True):
    """Who came in with it stays. Answered by `invites`."""

    action: ClassVar[str] = "revokeInvite"
    id: str = ""
    ref: str = ""


class GetInvites(Struct, frozen=True, gc=False, omit_defaults=True):
    """Answered by `invites`."""

    action: ClassVar[str] = "getInvites"
    ref: str = ""


class GetActs(Struct, frozen=True, gc=False, omit_defaults=True):
    """What was done with the server, newest first. Answered by `acts`."""

    action: ClassVar[str] = "getActs"
    before: int = 0
    """`next` of the answer before; 0 begins"""
    ref: str = ""


# Replies


class RoomsList(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "roomsList"
    rooms: dict[str, int | None]
    """room name to the number of users in it; None where an older server does not say"""
    ref: str = ""


class Joined(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "joined"
    room: str
    ref: str = ""


class Left(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "left"
    room: str
    ref: str = ""


class Message(Struct, frozen=True, gc=False, omit_defaults=True):
    """What somebody said. From `id` on: for rich clients alone."""

    action: ClassVar[str] = "message"
    author: str = field(name="from")
    room: str
    message: str
    id: str = ""
    epoch: str = ""
    seq: int = 0
    """0 where the server keeps no log, or this client did not ask for one"""
    ts: int = 0
    reply_to: int = field(default=0, name="replyTo")


class Error(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "error"
    reason: str = ""
    """a `Reason`; from another server perhaps a code unknown here, or empty"""
    detail: str = ""
    """one English sentence that a person can act on"""
    ref: str = ""


class Welcome(Struct, frozen=True, gc=False, omit_defaults=True):
    """The first frame for a client that negotiates; `joined` and `roomsList` follow."""

    action: ClassVar[str] = "welcome"
    username: str
    capabilities: list[str]
    """what both ends understand"""
    server: dict[str, str]
    """`name`, `id`, `version`"""
    limits: dict[str, int]
    now: int
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
    seq: int
    ts: int
    id: str = ""
    ref: str = ""


class Event(Struct, frozen=True, gc=False, omit_defaults=True):
    """One event of a room's log. Live it is an action of its own for all but messages, and names `room` and `epoch`;
    in `history` and `results` it is an element, and messages are as they are by now: edited, deleted, reacted to.
    """

    action: ClassVar[str] = "event"
    kind: str
    """a `Kind`"""
    seq: int
    ts: int
    author: str = field(name="from")
    room: str = ""
    epoch: str = ""
    id: str = ""
    message: str = ""
    """of a message or an edit; empty where it was deleted, or a later edit took its place"""
    target: int = 0
    """of an edit, deletion or reaction: the `seq` of its message"""
    reply_to: int = field(default=0, name="replyTo")
    reaction: str = ""
    on: bool = True
    edited: int = 0
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
    top: int = 0
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
    next: int = 0
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
    slow: int = 0
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


class ServerState(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "serverState"
    name: str
    password: bool
    """there is one"""
    locked: bool
    invite_only: bool = field(name="inviteOnly")
    plain: bool
    people: int
    """how many may be connected at once"""
    pin: str = ""
    """of the server's key; empty where it has none"""
    addresses: list[str] = field(default_factory=list)
    """where others reach it, best first, as they would type them"""
    ref: str = ""


class Connected(Struct, frozen=True, gc=False, omit_defaults=True):
    """One who is connected."""

    id: int
    username: str
    address: str
    since: int
    """milliseconds since the epoch"""
    rooms: int
    """how many they are in"""
    secure: bool = False
    admin: bool = False
    key: str = ""
    """of whoever has proven the name"""


class People(Struct, frozen=True, gc=False, omit_defaults=True):
    """Everybody who is connected and has a name, in the order of coming."""

    action: ClassVar[str] = "people"
    people: list[Connected]
    ref: str = ""


class KnownBan(Struct, frozen=True, gc=False, omit_defaults=True):
    id: str
    by: str
    """the name of whoever decided it"""
    ts: int
    key: str = ""
    address: str = ""
    username: str = ""
    until: int = 0
    why: str = ""


class Bans(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "bans"
    bans: list[KnownBan]
    ref: str = ""


class RoomState(Struct, frozen=True, gc=False, omit_defaults=True):
    """How a room is written in; told to its members with `presence` whenever it changes."""

    action: ClassVar[str] = "roomState"
    room: str
    announce: bool = False
    slow: int = 0
    ref: str = ""


class KnownInvite(Struct, frozen=True, gc=False, omit_defaults=True):
    id: str
    by: str
    ts: int
    room: str = ""
    label: str = ""
    until: int = 0
    used: int = 0
    """how often somebody came in with it"""


class Invites(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "invites"
    invites: list[KnownInvite]
    link: str = ""
    """answers `createInvite`, the one time that the secret can be read"""
    ref: str = ""


class Act(Struct, frozen=True, gc=False, omit_defaults=True):
    """Something that was done with the server, in its log."""

    seq: int
    ts: int
    by: str
    act: str
    """the action of the request that did it"""
    target: str = ""
    """whom or what it was done to"""
    detail: str = ""


class Acts(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "acts"
    acts: list[Act]
    next: int = 0
    """`before` of the next page; 0 where this is the last"""
    ref: str = ""


BaseRequest = Identify | CreateRoom | JoinRoom | LeaveRoom | SendMessage | DeleteRoom | Rename | ListRooms
"""Part 1"""
RichRequest = EditMessage | DeleteMessage | React | GetHistory | WatchRoom | UnwatchRoom | Search | GetMembers | Typing
"""Part 2; an action that the server does not know for everybody else"""
AdminRequest = (
    GetServer
    | SetServer
    | GetPeople
    | Kick
    | Ban
    | Unban
    | GetBans
    | SetRoom
    | CreateInvite
    | RevokeInvite
    | GetInvites
    | GetActs
)
"""Part 3; of those with the right to"""
Request = BaseRequest | RichRequest | AdminRequest
BaseReply = RoomsList | Joined | Left | Message | Error
RichReply = (
    Welcome | Ack | Event | History | Unwatched | Results | Members | MemberJoined | MemberLeft | Renamed | IsTyping
)
AdminReply = ServerState | People | Bans | RoomState | Invites | Acts
Reply = BaseReply | RichReply | AdminReply
