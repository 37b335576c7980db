"""What each request leads to, of somebody who is in."""

from collections.abc import Sequence
from typing import Generic

from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Identify,
    JoinRoom,
    LeaveRoom,
    ListRooms,
    Reason,
    Rename,
)
from chatapp.protocol.messages.hosting import AdminRequest
from chatapp.protocol.messages.rich import (
    DeleteMessage,
    EditMessage,
    GetHistory,
    GetMembers,
    React,
    Search,
    Typing,
    UnwatchRoom,
    WatchRoom,
)
from chatapp.rooms import presence, speech, terms
from chatapp.rooms.arrivals import Arrivals
from chatapp.rooms.effects import C, Effect
from chatapp.rooms.house import House
from chatapp.rooms.office import Office
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member


class Requests(Generic[C]):
    """The table of them, but for `SendMessage`: the hub has what comes most often carried out itself, and has looked at
    whether a request comes too often (`policy.meter`) or was not negotiated (`terms.check`). Each raises Refusal."""

    def __init__(self, house: House[C], arrivals: Arrivals[C], office: Office[C]) -> None:
        self._house = house
        self._directory = house.directory
        self._doors = house.doors
        self._arrivals = arrivals
        self._office = office

    def carry_out(self, member: Member[C], request: Request, now: float) -> Sequence[Effect[C]]:
        match request:
            case JoinRoom():
                return self._doors.join(member, request, terms.ref(member, request))
            case LeaveRoom():
                return self._doors.leave(member, request, terms.ref(member, request), now)
            case ListRooms():
                return self._doors.list_rooms(member, terms.ref(member, request))
            case CreateRoom():
                return self._doors.create(member, request, terms.ref(member, request), now)
            case DeleteRoom():
                return self._delete(member, request)
            case Rename():
                return self._arrivals.rename(member, request)
            case Identify():
                raise Refusal(Reason.ALREADY_IDENTIFIED, f"You are “{member.name}” here; to change that, rename.")
            case _ if member.negotiated:
                return self._carry_out_more(member, request, now)
            case _:
                raise Refusal(Reason.UNKNOWN_ACTION, f"This server knows no action {request.action!r}.")

    def _carry_out_more(self, member: Member[C], request: Request, now: float) -> Sequence[Effect[C]]:
        """Those of Parts 2 and 3."""
        match request:
            case EditMessage():
                return speech.edit(self._directory, member, request)
            case DeleteMessage():
                return speech.delete(self._directory, member, request)
            case React():
                return speech.react(self._directory, member, request)
            case GetHistory():
                return (speech.page(self._directory.find(request.room), member, request),)
            case WatchRoom():
                return self._doors.watch(member, request, request.ref)
            case UnwatchRoom():
                return self._doors.unwatch(member, request, request.ref)
            case Search():
                return (speech.search(self._directory, member, request),)
            case GetMembers():
                return (presence.members(self._directory.find(request.room), member.connection, request.ref),)
            case Typing():
                return self._typing(member, request, now)
            case _:
                assert isinstance(request, AdminRequest)
                return self._office.carry_out(member, request, now)

    def _delete(self, member: Member[C], request: DeleteRoom) -> Sequence[Effect[C]]:
        room = self._directory.find(request.room)
        owns = room.owner is not None and room.owner is member.person
        effects = self._doors.delete(member, request, terms.ref(member, request))
        return effects if owns else [*effects, *self._office.did(member, request.action, room.name)]

    def _typing(self, member: Member[C], request: Typing, now: float) -> Sequence[Effect[C]]:
        """Never answered, whatever is wrong with it."""
        room = member.rooms.get(request.room)
        effects = presence.typing(room, member, now, on=request.on) if room is not None else []
        if not effects and self._house.policy.rate_limits and not member.requests.take(now):
            return self._house.strike(member, now)
        return effects
