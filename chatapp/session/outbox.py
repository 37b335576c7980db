"""What a person has said and no server has confirmed."""

from collections.abc import Container

from msgspec import Struct

from chatapp.protocol.limits import MESSAGE_RATE
from chatapp.protocol.messages.base import Cursor
from chatapp.session.keeping import DropMessage, Keeping, KeepMessage
from chatapp.session.pace import Pace


class Unsent(Struct, frozen=True, gc=False):
    ticket: int
    room: str
    text: str
    id: str = ""
    reply_to: int = 0
    wall: float = 0.0
    since: Cursor | None = None

    @property
    def kept(self) -> KeepMessage:
        return KeepMessage(self.id, self.room, self.text, self.reply_to, self.wall, self.since)


class Outbox:
    """Messages that wait for their room to be there again, in the order in which they were said; and those that went
    out and may come back here, where the server tells what became of them. What is in here is kept over a restart: the
    `keeping` given gets every change.

    They go out no faster than a server of ours takes them.
    """

    def __init__(self, keeping: list[Keeping]) -> None:
        self._keeping = keeping
        self._waiting: list[Unsent] = []
        self._out: dict[str, Unsent] = {}
        self._failed: dict[int, Unsent] = {}
        self._tried: set[str] = set()
        """the ids of those that went out and were not confirmed before the connection was lost"""
        self._pace = Pace(*MESSAGE_RATE)

    def __len__(self) -> int:
        """How many are on their way, or wait for it; failed ones are not."""
        return len(self._waiting) + len(self._out)

    def __contains__(self, room: object) -> bool:
        """Whether something waits for that room."""
        return any(unsent.room == room for unsent in self._waiting)

    def rooms(self) -> set[str]:
        """Those for which something waits."""
        return {unsent.room for unsent in self._waiting}

    def put(self, unsent: Unsent) -> None:
        self._waiting.append(unsent)
        self.keep(unsent)

    def keep(self, unsent: Unsent) -> None:
        """It is to survive a restart."""
        self._keeping.append(unsent.kept)

    def put_back(self, unsent: list[Unsent]) -> None:
        """Messages older than all that wait."""
        self._waiting[:0] = unsent
        self._keeping += [one.kept for one in unsent]

    def spend(self, now: float) -> None:
        """A message went out without waiting here."""
        self._pace.spend(now)

    def release(self, now: float, open_rooms: Container[str]) -> list[Unsent]:
        """What may go out now: to the rooms given, as many as the rate allows."""
        released: list[Unsent] = []
        if self._waiting:
            kept: list[Unsent] = []
            for unsent in self._waiting:
                going = unsent.room in open_rooms and self._pace.take(now)
                (released if going else kept).append(unsent)
            self._waiting = kept
        return released

    def next_release(self, open_rooms: Container[str]) -> float | None:
        """When `release` will have more to give, if nothing else happens."""
        if not any(unsent.room in open_rooms for unsent in self._waiting):
            return None
        return self._pace.next

    def take(self, room: str | None = None) -> list[Unsent]:
        """Everything that waits, or what waits for one room; it is in here no longer."""
        taken = [unsent for unsent in self._waiting if room is None or unsent.room == room]
        self._waiting = [unsent for unsent in self._waiting if unsent not in taken]
        for unsent in taken:
            self.forget(unsent)
        return taken

    def forget(self, unsent: Unsent) -> None:
        """It need not survive a restart any more."""
        self._tried.discard(unsent.id)
        self._keeping.append(DropMessage(unsent.id))

    # Where the server tells what became of each

    def handed_out(self, unsent: Unsent) -> None:
        """It is on its way, and stays in here until it is confirmed."""
        self._out[unsent.id] = unsent

    def may_have_arrived(self, room: str) -> list[Unsent]:
        """What came back from a lost connection, and may stand in that room's log or not."""
        return [unsent for unsent in self._waiting if unsent.room == room and unsent.id in self._tried]

    def fail(self, unsent: Unsent) -> None:
        """It is not to go out again by itself."""
        self._waiting = [one for one in self._waiting if one is not unsent]
        self._failed[unsent.ticket] = unsent

    def tried(self, unsent: Unsent) -> None:
        """An earlier session may have handed it out."""
        self._tried.add(unsent.id)

    def confirm(self, message_id: str) -> Unsent | None:
        """The message of that id is safe, wherever it stands in here."""
        unsent = self._out.pop(message_id, None)
        if unsent is None:
            unsent = next((one for one in (*self._waiting, *self._failed.values()) if one.id == message_id), None)
            if unsent is None:
                return None
            self._waiting = [one for one in self._waiting if one.id != message_id]
            self._failed.pop(unsent.ticket, None)
        self.forget(unsent)
        return unsent

    def refused(self, message_id: str) -> Unsent | None:
        """The server will not take it: it stays until it is tried again or discarded."""
        unsent = self._out.pop(message_id, None)
        if unsent is not None:
            self._failed[unsent.ticket] = unsent
        return unsent

    def too_fast(self, message_id: str, now: float) -> None:
        """The server will take it later."""
        unsent = self._out.pop(message_id, None)
        if unsent is not None:
            self._waiting.insert(0, unsent)
            self._waiting.sort(key=lambda one: one.ticket)
        self._pace.pause(now)

    def lost(self) -> None:
        """The connection is gone: what was on its way goes out again, unless it turns out to have arrived."""
        self._tried.update(self._out)
        self._waiting[:0] = self._out.values()
        self._waiting.sort(key=lambda one: one.ticket)
        self._out.clear()

    def again(self, ticket: int) -> Unsent | None:
        """Try a failed one once more, after all that wait."""
        unsent = self._failed.pop(ticket, None)
        if unsent is not None:
            self._waiting.append(unsent)
        return unsent

    def discard(self, ticket: int) -> Unsent | None:
        """Take one out for good."""
        everything = (*self._failed.values(), *self._waiting, *self._out.values())
        unsent = next((one for one in everything if one.ticket == ticket), None)
        if unsent is not None:
            self._failed.pop(ticket, None)
            self._out.pop(unsent.id, None)
            self._waiting = [one for one in self._waiting if one is not unsent]
            self.forget(unsent)
        return unsent
