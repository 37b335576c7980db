"""How rooms are written in, remembered over a restart by the room's incarnation."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from chatapp.protocol.limits import SLOW_MOST
from chatapp.rooms import notes
from chatapp.rooms.effects import C
from chatapp.rooms.log import DropNote, KeepNote, Write
from chatapp.rooms.room import Room

KIND: Final = "room"


class Mode(Struct, frozen=True):
    announce: bool
    slow: int


def writes(room: Room[C]) -> list[Write]:
    if not room.restricted:
        return [DropNote(KIND, room.epoch)]
    return [notes.kept(KIND, room.epoch, Mode(room.announce, room.slow))]


def restore(kept: Iterable[KeepNote], rooms: Iterable[Room[C]]) -> list[Write]:
    """Have the rooms as they were. What is left of rooms that are gone is to be written away."""
    by_epoch = {room.epoch: room for room in rooms}
    gone: list[Write] = []
    for note in kept:
        room = by_epoch.get(note.id) if note.kind == KIND else None
        if room is None:
            gone += [DropNote(KIND, note.id)] if note.kind == KIND else []
        elif (mode := notes.read(note, Mode)) is not None:
            room.restrict(announce=mode.announce, slow=min(max(mode.slow, 0), SLOW_MOST))
    return gone
