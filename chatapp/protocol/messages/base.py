"""Part 1 of the protocol: what every client may use.

Fields that mean something only where Part 2 was negotiated (`EXTENSIONS`, and of a reply those with a default) are not
on the wire while they have their default.
"""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final

from msgspec import Meta, Struct, field

Number = Annotated[int, Meta(ge=-(2**53) + 1, le=2**53 - 1)]
"""what every JSON parser reads as it was said (RFC 7493, section 2.2), and every database and screen can hold"""

DEFAULT_ROOM: Final = "default"
"""always exists; every identified user is in it"""

EXTENSIONS: Final = frozenset({"capabilities", "auth", "ref", "since", "id", "replyTo"})
"""fields of Part 1's requests that mean something only where it was negotiated"""


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
    seq: Number


# Requests


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
    reply_to: Number = field(default=0, name="replyTo")
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


# Replies


class RoomsList(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "roomsList"
    rooms: dict[str, Number | None]
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
    seq: Number = 0
    """0 where the server keeps no log, or this client did not ask for one"""
    ts: Number = 0
    reply_to: Number = field(default=0, name="replyTo")


class Error(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "error"
    reason: str = ""
    """a `Reason`; from another server perhaps a code unknown here, or empty"""
    detail: str = ""
    """one English sentence that a person can act on"""
    ref: str = ""


BaseRequest = Identify | CreateRoom | JoinRoom | LeaveRoom | SendMessage | DeleteRoom | Rename | ListRooms

BaseReply = RoomsList | Joined | Left | Message | Error
