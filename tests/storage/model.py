"""What a storage is expected to do, in the plainest words: it keeps everything that was ever written and works out from
there, each time anew, how things stand."""

from dataclasses import dataclass, field

from chatapp.protocol.limits import REACTIONS
from chatapp.protocol.messages.base import Cursor, Reason
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.rooms.log import (
    Append,
    Draft,
    DropNote,
    DropRoom,
    DropStay,
    KeepNote,
    KeepStay,
    KnownRoom,
    KnownStay,
    NotStored,
    OpenRoom,
    Outcome,
    Stored,
    Write,
)
from chatapp.storage.base import Page
from chatapp.storage.folding import folded


@dataclass
class Room:
    name: str
    owner: str
    epoch: str
    said: list[Append] = field(default_factory=list)
    order: list[int] = field(default_factory=list)


class Model:
    """A storage that forgets nothing. Its pages have no limit on bytes."""

    def __init__(self) -> None:
        self.rooms: dict[str, Room] = {}
        self.stays: dict[str, KnownStay] = {}
        self.notes: dict[tuple[str, str], KeepNote] = {}
        self.count = 0

    def load(self) -> tuple[list[KnownRoom], list[KnownStay], list[KeepNote]]:
        rooms = [KnownRoom(room.name, room.owner, room.epoch, len(room.said)) for room in self.rooms.values()]
        return rooms, list(self.stays.values()), list(self.notes.values())

    def commit(self, write: Write) -> Outcome | Reason:
        """The outcome; of a refusal its reason."""
        match write:
            case OpenRoom(room, owner, epoch):
                if room in self.rooms:
                    return Reason.ROOM_EXISTS
                self.rooms[room] = Room(room, owner, epoch)
            case DropRoom(room):
                if room not in self.rooms:
                    return Reason.ROOM_NOT_FOUND
                del self.rooms[room]
            case KeepStay(person, name, digest):
                self.stays[person] = KnownStay(person, name, digest)
            case DropStay(person):
                self.stays.pop(person, None)
                for one in self.rooms.values():
                    one.owner = "" if one.owner == person else one.owner
            case KeepNote(kind, id_):
                self.notes[kind, id_] = write
            case DropNote(kind, id_):
                self.notes.pop((kind, id_), None)
            case Append():
                return self.append(write)
        return Stored()

    def append(self, write: Append) -> Outcome | Reason:
        room = self.rooms.get(write.room)
        if room is None:
            return Reason.ROOM_NOT_FOUND
        draft = write.draft
        for seq, earlier in enumerate(room.said, 1):
            if draft.person and draft.id and (draft.person, draft.id) == (earlier.draft.person, earlier.draft.id):
                return Stored(room.epoch, seq, earlier.ts, repeated=True)
        if draft.kind is Kind.MESSAGE:
            if draft.reply_to and not 1 <= draft.reply_to <= len(room.said):
                return Reason.MESSAGE_NOT_FOUND
        else:
            refusal = self.refusal(room, draft)
            if refusal == "so already":
                return Stored(room.epoch, draft.target, room.said[draft.target - 1].ts, repeated=True)
            if refusal is not None:
                return refusal
        moderated = draft.kind is Kind.DELETE and not (
            draft.person and draft.person == room.said[draft.target - 1].draft.person
        )
        room.said.append(write)
        self.count += 1
        room.order.append(self.count)
        return Stored(room.epoch, len(room.said), write.ts, moderated=moderated)

    def refusal(self, room: Room, draft: Draft) -> Reason | str | None:
        if not 1 <= draft.target <= len(room.said):
            return Reason.MESSAGE_NOT_FOUND
        target = room.said[draft.target - 1].draft
        now = self.events(room.name)[draft.target - 1]
        own = draft.person != "" and draft.person == target.person
        if target.kind is not Kind.MESSAGE:
            return Reason.MESSAGE_NOT_FOUND
        if draft.kind is Kind.DELETE:
            if not (own or draft.moderates):
                return Reason.NOT_ALLOWED
            return "so already" if now.deleted else None
        if now.deleted:
            return Reason.MESSAGE_NOT_FOUND
        if draft.kind is Kind.EDIT:
            return None if own else Reason.NOT_ALLOWED
        if not draft.person:
            return Reason.NOT_ALLOWED
        people = self.reacted(room, draft.target)
        if draft.on == (draft.person in people.get(draft.reaction, {})):
            return "so already"
        if draft.on and draft.reaction not in people and len(people) >= REACTIONS:
            return Reason.NOT_ALLOWED
        return None

    def reacted(self, room: Room, target: int) -> dict[str, dict[str, str]]:
        """Reaction to person to name, in the order in which they came."""
        found: dict[str, dict[str, str]] = {}
        for write in room.said:
            draft = write.draft
            if draft.kind is Kind.REACT and draft.target == target:
                people = found.setdefault(draft.reaction, {})
                if draft.on:
                    people[draft.person] = draft.author
                else:
                    people.pop(draft.person)
                if not people:
                    del found[draft.reaction]
        return found

    def events(self, name: str) -> list[Event]:
        room = self.rooms[name]
        return [self.event(room, seq) for seq in range(1, len(room.said) + 1)]

    def event(self, room: Room, seq: int) -> Event:
        write = room.said[seq - 1]
        draft = write.draft
        about = draft.target or seq
        edits = [
            number
            for number, other in enumerate(room.said, 1)
            if other.draft.kind is Kind.EDIT and other.draft.target == about
        ]
        gone = any(other.draft.kind is Kind.DELETE and other.draft.target == about for other in room.said)
        message, edited, reactions = draft.message, 0, {}
        if draft.kind is Kind.EDIT and (gone or seq != edits[-1]):
            message = ""
        if draft.kind is Kind.MESSAGE and gone:
            message = ""
        elif draft.kind is Kind.MESSAGE:
            if edits:
                message, edited = room.said[edits[-1] - 1].draft.message, room.said[edits[-1] - 1].ts
            reactions = {one: list(dict.fromkeys(people.values())) for one, people in self.reacted(room, seq).items()}
        return Event(
            kind=draft.kind.value,
            seq=seq,
            ts=write.ts,
            author=draft.author,
            id=draft.id,
            message=message,
            target=draft.target,
            reply_to=draft.reply_to,
            reaction=draft.reaction,
            on=draft.on,
            edited=edited,
            deleted=gone and draft.kind is Kind.MESSAGE,
            reactions=reactions,
        )

    def page(self, name: str, *, before: int | None = None, after: int | None = None, limit: int) -> Page:
        events = self.events(name)
        if after is not None:
            rest = [event for event in events if event.seq > after]
            return Page(self.rooms[name].epoch, len(events), rest[:limit], len(rest) <= limit)
        rest = [event for event in events if before is None or event.seq < before]
        return Page(self.rooms[name].epoch, len(events), rest[-limit:], len(rest) <= limit)

    def since(self, name: str, cursor: Cursor, limit: int) -> Page:
        room = self.rooms[name]
        if cursor.epoch == room.epoch and 0 <= cursor.seq <= len(room.said):
            return self.page(name, after=cursor.seq, limit=limit)
        newest = self.page(name, limit=limit)
        return Page(newest.epoch, newest.top, newest.events, complete=True, recovered=False)

    def search(self, query: str, name: str) -> list[Event]:
        """Every hit."""
        wanted = folded(query).split()
        found = []
        for room in [self.rooms[name]] if name else self.rooms.values():
            for event, number in zip(self.events(room.name), room.order, strict=True):
                text = folded(event.message)
                if wanted and event.kind == Kind.MESSAGE and all(word in text for word in wanted):
                    found.append((number, room, event))
        found.sort(key=lambda hit: -hit[0])
        return [placed(event, room) for _, room, event in found]


def placed(event: Event, room: Room) -> Event:
    fields = {name: getattr(event, name) for name in event.__struct_fields__}
    return Event(**{**fields, "room": room.name, "epoch": room.epoch})


def plain(outcome: Outcome) -> Outcome | Reason:
    return outcome.reason if isinstance(outcome, NotStored) else outcome
