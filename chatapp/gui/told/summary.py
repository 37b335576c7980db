"""What there is to be told of, as numbers: the one source of every badge, dot and count."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chatapp.gui.told.levels import EVERYTHING, NOTHING
from chatapp.session.roomlist import Room


@dataclass(frozen=True, slots=True)
class Badge:
    """One room's share."""

    unread: int = 0
    """messages; 0 where the person wants to be told nothing"""
    mentions: int = 0
    """how many of them are for this person"""
    calls: int = 0
    """how many of them the person wants to be told of"""
    stands_out: bool = False
    """the name is to stand out, if nothing else"""


@dataclass(frozen=True, slots=True)
class Summary:
    """Of all rooms that the person is in."""

    unread: int = 0
    mentions: int = 0
    calls: int = 0
    rooms: tuple[str, ...] = ()
    """with something unread: first those with calls, each in the order of the list"""


def badge(room: Room, level: str) -> Badge:
    """What a room shows, at a level of being told."""
    if level == NOTHING or not room.unread:
        return Badge(stands_out=room.unread > 0)
    calls = room.unread if level == EVERYTHING else room.mentions
    return Badge(room.unread, room.mentions, calls, stands_out=True)


def summarise(rooms: Iterable[Room], level: Callable[[str], str]) -> Summary:
    """What all rooms show together; `level` gives that of a room."""
    badges = [(room.name, badge(room, level(room.name))) for room in rooms if room.unread and room.joined]
    counting = sorted((each for each in badges if each[1].unread), key=lambda each: not each[1].calls)
    return Summary(
        sum(each.unread for _, each in counting),
        sum(each.mentions for _, each in counting),
        sum(each.calls for _, each in counting),
        tuple(name for name, _ in counting),
    )
