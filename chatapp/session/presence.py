"""Who comes, who goes, who is called otherwise and who is typing, where the server tells."""

from typing import Final

from chatapp.protocol import names
from chatapp.protocol.messages import Reply
from chatapp.protocol.messages.rich import (
    Capability,
    GetMembers,
    IsTyping,
    MemberJoined,
    MemberLeft,
    Members,
    Renamed,
    Typing,
)
from chatapp.session.core import Core
from chatapp.session.entrance import Entrance
from chatapp.session.requests import Asked, Requests, Why
from chatapp.session.timeline import Note, NoteKind

FORMER: Final = 32
"""names of one person, after which the earlier ones are forgotten: an endless row of them is nobody's"""


class Presence:
    """Keeps the rosters, and puts notes into timelines."""

    def __init__(self, core: Core, entrance: Entrance, requests: Requests, capabilities: frozenset[str]) -> None:
        self._core = core
        self._entrance = entrance
        self._requests = requests
        self._is_told = Capability.PRESENCE in capabilities
        self._tells_keys = Capability.IDENTITY in capabilities

    def meet(self, room: str) -> None:
        """Ask who is in a room."""
        if self._is_told:
            self._requests.queue(Asked(GetMembers(room), Why.ROSTER))

    def say_typing(self, room: str, now: float, *, on: bool) -> None:
        rosters = self._core.rosters
        if self._is_told and room in self._core.taken:
            if on and rosters.is_to_tell(room, now):
                self._requests.say(Typing(room))
            elif not on and rosters.is_to_take_back(room, now):
                self._requests.say(Typing(room, on=False))

    def receive(self, reply: Reply, now: float, wall: float) -> None:
        core = self._core
        match reply:
            case Members():
                self._met(reply, wall)
            case MemberJoined(room, name, said, admin):
                key = said if self._tells_keys else ""
                if core.rosters.join(room, name, key, admin=admin):
                    core.meet(name, key, wall)
                    self._note(room, Note(NoteKind.JOINED, names.shown(name)), name, wall)
            case MemberLeft(room, name):
                self._typing(room, name, now, on=False)
                if core.rosters.leave(room, name):
                    self._note(room, Note(NoteKind.LEFT, names.shown(name)), name, wall)
            case Renamed():
                self._renamed(reply, wall)
            case IsTyping(room, name, on):
                self._typing(room, name, now, on=on)
            case _:
                pass

    def _met(self, members: Members, wall: float) -> None:
        core, room = self._core, members.room
        self._requests.answered(members.ref)
        keys = members.keys if self._tells_keys else {}
        core.rosters.take(room, members.members, members.owner, members.admins, keys)
        for name, key in keys.items():
            core.meet(name, key, wall)
        core.roster_changed(room)
        core.room_state(room, members.announce, members.slow)
        if core.rooms.own(room, owned=members.owner == core.name):
            core.rooms_changed()

    def _typing(self, room: str, name: str, now: float, *, on: bool) -> None:
        if name != self._core.name and self._core.rosters.type(room, name, now, on=on):
            self._core.typing_changed(room)

    def _renamed(self, renamed: Renamed, wall: float) -> None:
        core, before, after = self._core, renamed.before, renamed.after
        former = core.former.pop(before, frozenset())
        core.former[after] = (former if len(former) < FORMER else frozenset()) | {before}
        if before == core.name:
            self._entrance.went_by(after)
        for room in core.rosters.rename(before, after):
            self._note(room, Note(NoteKind.RENAMED, names.shown(before), names.shown(after)), after, wall)
            core.meet(after, core.rosters.key_of(room, after), wall)
        if (asked := self._requests.answered(renamed.ref)) is not None:
            core.done(asked.ticket)

    def _note(self, room: str, note: Note, name: str, wall: float) -> None:
        """Of others: what this person does is no news to them."""
        core = self._core
        core.roster_changed(room)
        if name != core.name and (room in core.taken or room in core.watched):
            core.window(room).note(note, wall)
            core.timeline_changed(room)
