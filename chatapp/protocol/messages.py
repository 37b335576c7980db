"""One frozen type per wire message, requests (client to server) and replies (server to client) apart.

Part 1 of the protocol. `action` names a type on the wire; its fields are the `payload`. Extensions add types and
optional fields here, and the codec knows them by the two unions at the end.
"""

from enum import StrEnum
from typing import ClassVar, Final

from msgspec import Struct, field

DEFAULT_ROOM: Final = "default"
"""always exists; every identified user is in it"""


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


# Requests. A field that a client left out is empty, and the server answers with the reason that names it.


class Identify(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "identify"
    username: str = ""


class CreateRoom(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "createRoom"
    room: str = ""


class JoinRoom(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "joinRoom"
    room: str = ""


class LeaveRoom(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "leaveRoom"
    room: str = ""


class SendMessage(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "sendMessage"
    message: str = ""
    room: str = ""


class DeleteRoom(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "deleteRoom"
    room: str = ""


class Rename(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "rename"
    new_username: str = field(default="", name="newUsername")


class ListRooms(Struct, frozen=True, gc=False):
    """Not in the document, but sent by clients in use."""

    action: ClassVar[str] = "roomsList"


# Replies


class RoomsList(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "roomsList"
    rooms: dict[str, int | None]
    """room name to the number of users in it; None where an older server does not say"""


class Joined(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "joined"
    room: str


class Left(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "left"
    room: str


class Message(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "message"
    author: str = field(name="from")
    room: str
    message: str


class Error(Struct, frozen=True, gc=False):
    action: ClassVar[str] = "error"
    reason: str = ""
    """a `Reason`; from another server perhaps a code unknown here, or empty"""
    detail: str = ""
    """one English sentence that a person can act on"""


Request = Identify | CreateRoom | JoinRoom | LeaveRoom | SendMessage | DeleteRoom | Rename | ListRooms
Reply = RoomsList | Joined | Left | Message | Error
