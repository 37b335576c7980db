"""Who may do what, and how much of it."""

from msgspec import Struct

from chatapp.protocol.limits import ROOMS
from chatapp.rooms.effects import C
from chatapp.rooms.room import Member, Room


class Policy(Struct, frozen=True):
    """What a host decides for the whole server."""

    rate_limits: bool = True
    rooms: int = ROOMS


def may_delete(member: Member[C], room: Room[C]) -> bool:
    """The connection that made the room, and admins."""
    return member.admin or room.owner is member


def may_be_given_up(room: Room[C]) -> bool:
    """Nobody is in it and nobody has rights to it, so nobody would miss it when rooms run out."""
    return room.owner is None and not room.members
