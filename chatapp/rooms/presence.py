"""What those with `Capability.PRESENCE` are told: who comes, who goes, who is called what now, who is typing."""

from chatapp.protocol.limits import TYPING_PAUSE
from chatapp.protocol.messages import Reply
from chatapp.protocol.messages.hosting import RoomState
from chatapp.protocol.messages.rich import IsTyping, MemberJoined, MemberLeft, Members, Renamed
from chatapp.rooms.effects import Broadcast, C, Effect, Group, Send, Settle
from chatapp.rooms.room import Member, Room


def joined(room: Room[C], member: Member[C]) -> list[Effect[C]]:
    """For everybody else: asked for before the member is in the room."""
    return _note(room, room.audience(Group.PRESENCE), MemberJoined(room.name, member.name, member.key, member.admin))


def left(room: Room[C], name: str) -> list[Effect[C]]:
    """For everybody else: asked for after the member of that name is out of the room."""
    return _note(room, room.audience(Group.PRESENCE), MemberLeft(room.name, name))


def renamed(default: Room[C], member: Member[C], before: str) -> list[Effect[C]]:
    """For everybody else who shares a room with the member, once: that is everybody, as all are in `default`."""
    return _note(default, _others(default, member), Renamed(before, member.name))


def members(room: Room[C], asker: C, ref: str) -> Send[C]:
    """The roster, for who asked."""
    owner = "" if room.owner is None or room.owner.member is None else room.owner.name
    everybody = room.members.values()
    answer = Members(
        room=room.name,
        members=[member.name for member in everybody],
        owner=owner,
        admins=[member.name for member in everybody if member.admin],
        keys={member.name: member.key for member in everybody if member.key},
        announce=room.announce,
        slow=room.slow,
        ref=ref,
    )
    return Send(asker, answer)


def state(room: Room[C], member: Member[C]) -> list[Effect[C]]:
    """How it is written in, for everybody but who changed it and has the answer."""
    return _note(room, _others(room, member), RoomState(room.name, room.announce, room.slow))


def typing(room: Room[C], member: Member[C], now: float, *, on: bool) -> list[Effect[C]]:
    """For the room's others; nobody where it is no news, or comes too soon after the last and is dropped."""
    at, was_on = member.typed.get(room.name, (-TYPING_PAUSE, False))
    if (on and now - at < TYPING_PAUSE) or not (on or was_on):
        return []
    member.typed[room.name] = (now if on else at, on)
    return [
        Broadcast(room.name, Group.PRESENCE, audience, IsTyping(room.name, member.name, on))
        for audience in (_others(room, member),)
        if audience
    ]


def _others(room: Room[C], member: Member[C]) -> tuple[C, ...]:
    everyone = room.audience(Group.PRESENCE)
    return tuple(connection for connection in everyone if connection != member.connection)


def _note(room: Room[C], audience: tuple[C, ...], message: Reply) -> list[Effect[C]]:
    """The line drawn under what was said before has both arrive in the order in which they happened."""
    return [Settle(room.name), Broadcast(room.name, Group.PRESENCE, audience, message)] if audience else []
