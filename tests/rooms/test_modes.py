"""How rooms are written in is remembered by their incarnation."""

from chatapp.protocol.limits import SLOW_MOST
from chatapp.rooms import modes
from chatapp.rooms.log import DropNote, KeepNote
from chatapp.rooms.room import Room


def a_room(epoch: str) -> Room[str]:
    return Room("tea", ("tea",), None, epoch, 0.0)


def test_what_is_written_is_read() -> None:
    room, again = a_room("e1"), a_room("e1")
    room.restrict(announce=True, slow=5)
    [note] = modes.writes(room)
    assert isinstance(note, KeepNote)
    assert modes.restore([note, KeepNote("ban", "e1", "{}")], [again]) == []
    assert (again.announce, again.slow, again.restricted) == (True, 5, True)
    room.restrict(announce=False, slow=0)
    assert modes.writes(room) == [DropNote("room", "e1")]


def test_what_is_left_of_rooms_that_are_gone_goes() -> None:
    room = a_room("e2")
    assert modes.restore([KeepNote("room", "e1", '{"announce":true,"slow":0}')], [room]) == [DropNote("room", "e1")]
    assert not room.restricted


def test_damage_restricts_nobody() -> None:
    room = a_room("e1")
    modes.restore([KeepNote("room", "e1", "no")], [room])
    assert not room.restricted
    modes.restore([KeepNote("room", "e1", '{"announce":false,"slow":99999}')], [room])
    assert room.slow == SLOW_MOST
