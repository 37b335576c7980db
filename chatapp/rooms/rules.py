"""What a host has decided about who gets in."""

from typing import Final

from msgspec import Struct

from chatapp.rooms import notes
from chatapp.rooms.log import KeepNote

KIND: Final = "server"
_ID: Final = "rules"


class Rules(Struct, frozen=True):
    name: str = ""
    """of the server; empty for none"""
    password: str = ""
    """what it was hashed to; empty where none is needed"""
    locked: bool = False
    """nobody new is let in, but for admins and those who come back"""
    invite_only: bool = False
    """an invite's secret or the password is needed"""
    plain: bool = True
    """unencrypted connections are taken, from other computers too"""
    people: int = 0
    """how many may be connected at once; 0: as many as the server can have"""

    @property
    def note(self) -> KeepNote:
        return notes.kept(KIND, _ID, self)
