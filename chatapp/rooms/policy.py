"""Who may do what, and how much of it."""

from math import ceil
from typing import Final

from msgspec import Struct

from chatapp.protocol.limits import CONNECTIONS, ROOMS
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import CreateRoom, Reason, SendMessage
from chatapp.protocol.messages.rich import DeleteMessage, EditMessage, Typing
from chatapp.rooms.effects import C
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Room, Said

_TALK: Final = frozenset({SendMessage, EditMessage, DeleteMessage})


class Policy(Struct, frozen=True):
    """What a host decides for the whole server."""

    rate_limits: bool = True
    rooms: int = ROOMS
    people: int = CONNECTIONS
    """the most that may be connected, whatever else is decided"""


def may_delete(member: Member[C], room: Room[C]) -> bool:
    """The person who made the room, and admins. The same people may delete what others said in it."""
    return member.admin or (room.owner is not None and room.owner is member.person)


def check_writes(member: Member[C], room: Room[C], id_: str, now: float) -> None:
    """Raises Refusal for a message that a restricted room does not take; one that it takes is counted. What is sent
    once more, by its `id_`, since its ack was lost, costs no second turn."""
    if may_delete(member, room):
        return
    if room.announce:
        raise announced(room)
    person = member.person
    assert person is not None
    room.said = {one: last for one, last in room.said.items() if now - last.at < room.slow}
    last = room.said.get(person)
    if last is None:
        room.said[person] = Said(now, id_)
    elif not id_ or id_ != last.id:
        raise TooSoon(room.name, room.slow, ceil(last.at + room.slow - now))


def announced(room: Room[C]) -> Refusal:
    return Refusal(Reason.NOT_ALLOWED, f"“{room.name}” is for announcements: its owner and those who host write there.")


class TooSoon(Refusal):
    """Of a slow room: no sign of a flood, which it may seem to be for an hour."""

    def __init__(self, room: str, slow: int, wait: int) -> None:
        super().__init__(
            Reason.RATE_LIMITED,
            f"In “{room}” everybody says something once in {slow} seconds. You can again in {wait}.",
        )


def may_be_given_up(room: Room[C]) -> bool:
    """Nobody is in it, nobody has rights to it and nothing was said in it, so nobody would miss it when rooms run out.

    Who looks into it without being in it does not keep it.
    """
    return room.owner is None and not room.members and not room.logged


def meter(member: Member[C], request: Request, now: float) -> None:
    """Count a request. Raises Refusal for one too many. What goes with typing has a rate of its own (`presence`)."""
    kind = type(request)
    if kind in _TALK:
        if not member.messages.take(now):
            raise Refusal(Reason.RATE_LIMITED, "You are sending messages too fast. Wait a moment, then try again.")
    elif kind is not Typing and not member.requests.take(now):
        raise Refusal(Reason.RATE_LIMITED, "That was too much at once. Wait a moment, then try again.")
    elif kind is CreateRoom and not member.creates.take(now):
        raise Refusal(Reason.RATE_LIMITED, "You are creating rooms too fast. Wait a minute, then try again.")
