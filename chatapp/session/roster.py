"""Who is in a room, and who is typing there."""

from msgspec import Struct


class Roster(Struct, frozen=True, gc=False):
    """A room's people as they are now; empty where the server does not tell."""

    names: tuple[str, ...] = ()
    """in the order of joining, this person among them"""
    owner: str = ""
    """who made the room, while connected; empty for nobody"""
    typing: tuple[str, ...] = ()
    """not this person"""
