"""Part 3 of the protocol: what a host does with the server, for members with the right to, who negotiated `admin`."""

from typing import ClassVar

from msgspec import Struct, field

from chatapp.protocol.messages.base import Number

# Requests


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
    people: Number | None = None
    """how many may be connected at once"""
    ref: str = ""


class GetPeople(Struct, frozen=True, gc=False, omit_defaults=True):
    """Answered by `people`."""

    action: ClassVar[str] = "getPeople"
    ref: str = ""


class Kick(Struct, frozen=True, gc=False, omit_defaults=True):
    """Close a connection with 4003; what it had to come back with is worth nothing. Answered by `people`."""

    action: ClassVar[str] = "kick"
    id: Number = 0
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
    until: Number = 0
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
    slow: Number | None = None
    """seconds between two messages of one person; 0 for none"""
    ref: str = ""


class CreateInvite(Struct, frozen=True, gc=False, omit_defaults=True):
    """An invite with a secret of its own. Answered by `invites`, with its `link`."""

    action: ClassVar[str] = "createInvite"
    room: str = ""
    label: str = ""
    """for the list: whom it is for"""
    until: Number = 0
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
    before: Number = 0
    """`next` of the answer before; 0 begins"""
    ref: str = ""


# Replies


class ServerState(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "serverState"
    name: str
    password: bool
    """there is one"""
    locked: bool
    invite_only: bool = field(name="inviteOnly")
    plain: bool
    people: Number
    """how many may be connected at once"""
    pin: str = ""
    """of the server's key; empty where it has none"""
    addresses: list[str] = field(default_factory=list)
    """where others reach it, best first, as they would type them"""
    ref: str = ""


class Connected(Struct, frozen=True, gc=False, omit_defaults=True):
    """One who is connected."""

    id: Number
    username: str
    address: str
    since: Number
    """milliseconds since the epoch"""
    rooms: Number
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
    ts: Number
    key: str = ""
    address: str = ""
    username: str = ""
    until: Number = 0
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
    slow: Number = 0
    ref: str = ""


class KnownInvite(Struct, frozen=True, gc=False, omit_defaults=True):
    id: str
    by: str
    ts: Number
    room: str = ""
    label: str = ""
    until: Number = 0
    used: Number = 0
    """how often somebody came in with it"""


class Invites(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "invites"
    invites: list[KnownInvite]
    link: str = ""
    """answers `createInvite`, the one time that the secret can be read"""
    ref: str = ""


class Act(Struct, frozen=True, gc=False, omit_defaults=True):
    """Something that was done with the server, in its log."""

    seq: Number
    ts: Number
    by: str
    act: str
    """the action of the request that did it"""
    target: str = ""
    """whom or what it was done to"""
    detail: str = ""


class Acts(Struct, frozen=True, gc=False, omit_defaults=True):
    action: ClassVar[str] = "acts"
    acts: list[Act]
    next: Number = 0
    """`before` of the next page; 0 where this is the last"""
    ref: str = ""


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

AdminReply = ServerState | People | Bans | RoomState | Invites | Acts
