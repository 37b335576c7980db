"""What is said, and what becomes of it: messages, edits, deletions and reactions on their way into a room's log, and
from there to everybody; pages of the log, and searches."""

from collections.abc import Sequence
from typing import Final

from chatapp.protocol.limits import ID, MESSAGE, PAGE, QUERY, RESULTS
from chatapp.protocol.messages.base import Cursor, Error, Message, Reason, SendMessage
from chatapp.protocol.messages.rich import Ack, DeleteMessage, EditMessage, Event, GetHistory, Kind, React, Search
from chatapp.protocol.reactions import is_reaction
from chatapp.rooms.directory import Directory
from chatapp.rooms.effects import Broadcast, C, Effect, Find, Group, ReadPage, Record, Send
from chatapp.rooms.log import Append, Draft, NotStored, Outcome, Stored
from chatapp.rooms.policy import announced, check_writes, may_delete
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Room

SEQ: Final = 2**53 - 1
"""the largest whole number that every JSON reader knows"""
EDITED: Final = "(edited) "
"""before the new text of a message, for those who know no edits"""

# Looking up a member of an enumeration costs as much as making a message.
_MESSAGE: Final = Kind.MESSAGE
_PLAIN: Final = Group.PLAIN
_RICH: Final = Group.RICH


# On the way into the log


def say(directory: Directory[C], member: Member[C], request: SendMessage, now: float) -> Sequence[Effect[C]]:
    room = member.rooms.get(request.room) or directory.find_own(member, request.room)
    text = request.message
    if not text or len(text) > MESSAGE or text.isspace():
        _check_text(text)
    person = member.person
    assert person is not None
    if member.rich:
        _check_numbers(request.reply_to)
        _id(request.id)
    if room.restricted:
        check_writes(member, room, request.id if member.rich else "", now)
    room.logged = True
    plain, rich = room.audiences
    if member.rich:
        draft = Draft(_MESSAGE, person.name, person.id, text, request.id, reply_to=request.reply_to)
        return (Record(Append(room.name, draft), member.connection, request.ref, True, plain, rich),)
    draft = Draft(_MESSAGE, person.name, person.id, text)
    ref = request.ref if member.negotiated else ""
    return (Record(Append(room.name, draft), member.connection, ref, False, plain, rich),)


def edit(directory: Directory[C], member: Member[C], request: EditMessage) -> Sequence[Effect[C]]:
    room = directory.find_own(member, request.room)
    _check_text(request.message)
    if room.announce and not may_delete(member, room):
        raise announced(room)
    return _change(room, member, request, Kind.EDIT, message=request.message)


def delete(directory: Directory[C], member: Member[C], request: DeleteMessage) -> Sequence[Effect[C]]:
    room = directory.find(request.room)
    moderates = may_delete(member, room)
    if not moderates:
        room = directory.find_own(member, request.room)
    return _change(room, member, request, Kind.DELETE, moderates=moderates)


def react(directory: Directory[C], member: Member[C], request: React) -> Sequence[Effect[C]]:
    room = directory.find_own(member, request.room)
    if not is_reaction(request.reaction):
        raise Refusal(Reason.BAD_REQUEST, "A reaction is one emoji.")
    return _change(room, member, request, Kind.REACT, reaction=request.reaction, on=request.on)


def _change(
    room: Room[C],
    member: Member[C],
    request: EditMessage | DeleteMessage | React,
    kind: Kind,
    *,
    message: str = "",
    reaction: str = "",
    on: bool = True,
    moderates: bool = False,
) -> Sequence[Effect[C]]:
    if not 1 <= request.target <= SEQ:
        raise Refusal(Reason.BAD_REQUEST, 'Say which message is meant: "target" is its "seq".')
    assert member.person is not None
    draft = Draft(
        kind,
        member.name,
        member.person.id,
        message,
        _id(request.id),
        request.target,
        reaction=reaction,
        on=on,
        moderates=moderates,
    )
    plain, rich = room.audiences
    return (Record(Append(room.name, draft), member.connection, request.ref, True, plain, rich),)


def _check_text(text: str) -> None:
    if len(text) > MESSAGE:
        detail = f"A message has at most {MESSAGE} characters; this one has {len(text)}."
        raise Refusal(Reason.MESSAGE_TOO_LONG, detail)
    if not text or text.isspace():
        raise Refusal(Reason.EMPTY_MESSAGE, "A message cannot be empty.")


def _id(id_: str) -> str:
    if len(id_) > ID:
        raise Refusal(Reason.BAD_REQUEST, f"An id has at most {ID} characters.")
    return id_


# And from there to everybody


def follow(record: Record[C], write: Append, outcome: Outcome) -> Sequence[Effect[C]]:
    """What everybody gets of it, each in the form that they understand, and what its author is told."""
    if type(outcome) is not Stored:
        assert isinstance(outcome, NotStored)
        error = Error(outcome.reason, outcome.detail, record.ref)
        return () if record.connection is None else (Send(record.connection, error),)
    draft = write.draft
    effects: list[Effect[C]] = []
    if not outcome.repeated:
        if record.plain:
            text = draft.message if draft.kind is _MESSAGE else _plain_text(draft)
            if text:
                heard = Broadcast(write.room, _PLAIN, record.plain, Message(draft.author, write.room, text))
                if not record.rich and not record.acks:
                    return (heard,)  # where nobody negotiated
                effects.append(heard)
        if record.rich:
            effects.append(Broadcast(write.room, _RICH, record.rich, _rich(write, outcome)))
    if record.acks and record.connection is not None:
        ack = Ack(write.room, outcome.epoch, outcome.seq, outcome.ts, draft.id, record.ref)
        effects.append(Send(record.connection, ack))
    return effects


def _plain_text(draft: Draft) -> str:
    """What those hear of a change who know messages alone; empty for nothing."""
    return EDITED + draft.message if draft.kind is Kind.EDIT else ""


def _rich(write: Append, at: Stored) -> Message | Event:
    draft = write.draft
    if draft.kind is _MESSAGE:
        return Message(
            draft.author, write.room, draft.message, draft.id, at.epoch, at.seq, at.ts, reply_to=draft.reply_to
        )
    return Event(
        kind=str(draft.kind),
        seq=at.seq,
        ts=at.ts,
        author=draft.author,
        room=write.room,
        epoch=at.epoch,
        id=draft.id,
        message=draft.message,
        target=draft.target,
        reaction=draft.reaction,
        on=draft.on,
    )


# Back from the log


def page(room: Room[C], member: Member[C], request: GetHistory) -> ReadPage[C]:
    if request.before is not None and request.after is not None:
        raise Refusal(Reason.BAD_REQUEST, 'Ask for what is "before" or for what is "after", not for both.')
    _check_numbers(request.before, request.after)
    limit = _limit(request.limit, PAGE)
    return ReadPage(member.connection, room.name, limit, before=request.before, after=request.after, ref=request.ref)


def page_since(room: Room[C], member: Member[C], since: Cursor | None, ref: str) -> ReadPage[C]:
    return ReadPage(member.connection, room.name, PAGE, since=since, ref=ref)


def check_cursor(since: Cursor | None) -> None:
    """Raises Refusal for what cannot be one."""
    if since is not None:
        _check_numbers(since.seq)
        if len(since.epoch) > ID:
            raise Refusal(Reason.BAD_REQUEST, "That is no epoch of this server's.")


def search(directory: Directory[C], member: Member[C], request: Search) -> Find[C]:
    room = directory.find(request.room).name if request.room else ""
    query = request.query
    if not query or query.isspace():
        raise Refusal(Reason.BAD_REQUEST, 'Say what to look for: "query".')
    if len(query) > QUERY:
        raise Refusal(Reason.BAD_REQUEST, f"A search has at most {QUERY} characters; this one has {len(query)}.")
    _check_numbers(request.before)
    return Find(member.connection, query, room, _limit(request.limit, RESULTS), request.before, request.ref)


def _check_numbers(*numbers: int | None) -> None:
    for number in numbers:
        if number is not None and not 0 <= number <= SEQ:
            raise Refusal(Reason.BAD_REQUEST, f"{number} is no place in a log: those count from 1.")


def _limit(wanted: int, most: int) -> int:
    if wanted < 0:
        raise Refusal(Reason.BAD_REQUEST, '"limit" is a number of events.')
    return min(wanted, most) or most
