"""What a client and this server agreed on when it identified, and what holds for its requests from then on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, get_args

from chatapp.protocol import limits
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import Identify, Reason
from chatapp.protocol.messages.hosting import AdminRequest
from chatapp.protocol.messages.rich import (
    Capability,
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
from chatapp.rooms.effects import C
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member

NEEDS: Final[Mapping[type, Capability]] = MappingProxyType(
    {
        EditMessage: Capability.RICH,
        DeleteMessage: Capability.RICH,
        React: Capability.RICH,
        GetHistory: Capability.HISTORY,
        WatchRoom: Capability.HISTORY,
        UnwatchRoom: Capability.HISTORY,
        Search: Capability.HISTORY,
        GetMembers: Capability.PRESENCE,
        Typing: Capability.PRESENCE,
        **dict.fromkeys(get_args(AdminRequest), Capability.ADMIN),
    }
)
"""what has to be negotiated for a request to be known"""

LIMITS: Final = {
    "message": limits.MESSAGE,
    "username": limits.USERNAME,
    "room": limits.ROOM_NAME,
    "frame": limits.FRAME,
    "page": limits.PAGE,
    "results": limits.RESULTS,
    "query": limits.QUERY,
    "id": limits.ID,
    "reactions": limits.REACTIONS,
    "resume": int(limits.RESUME),
}
"""what `welcome` tells of them"""


def negotiated(request: Identify) -> frozenset[str] | None:
    """What both ends understand; None for a client that knows Part 1 alone."""
    wanted = request.capabilities
    if not isinstance(wanted, list) or not all(isinstance(each, str) for each in wanted):
        return None
    return frozenset(Capability) & frozenset(wanted)


def check(member: Member[C], request: Request) -> None:
    """Raises Refusal for a request that a client who negotiated may not make."""
    needed = NEEDS.get(type(request))
    if needed is not None and needed not in member.capabilities:
        raise Refusal(Reason.UNKNOWN_ACTION, f"“{request.action}” is for those who negotiated “{needed}”.")
    if not isinstance(request, Identify) and len(request.ref) > limits.ID:
        raise Refusal(Reason.BAD_REQUEST, f'A "ref" has at most {limits.ID} characters.')


def ref(member: Member[C], request: Request) -> str:
    """What the request's answer or error repeats: nothing for a client that did not ask for such a thing."""
    if not member.negotiated or isinstance(request, Identify) or len(request.ref) > limits.ID:
        return ""
    return request.ref
