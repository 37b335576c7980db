"""What may be done to a message, the same wherever it is kept."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from msgspec import Struct

from chatapp.protocol.limits import REACTED, REACTIONS
from chatapp.protocol.messages import Kind, Reason
from chatapp.rooms.log import Draft, NotStored

NO_ROOM: Final = NotStored(Reason.ROOM_NOT_FOUND, "There is no such room any more.")
ROOM_THERE: Final = NotStored(Reason.ROOM_EXISTS, "There is a room of that name already.")
NO_MESSAGE: Final = NotStored(Reason.MESSAGE_NOT_FOUND, "That message is not there any more.")
NO_ANSWERED: Final = NotStored(Reason.MESSAGE_NOT_FOUND, "The message that this one answers was never there.")
NOT_THEIRS: Final = NotStored(Reason.NOT_ALLOWED, "Only its author can edit a message.")
NOT_DELETABLE: Final = NotStored(Reason.NOT_ALLOWED, "A message can be deleted by its author and by the room's owner.")
NO_PERSON: Final = NotStored(Reason.NOT_ALLOWED, "Reactions are for those whom the server knows again.")
MANY_REACTIONS: Final = NotStored(
    Reason.NOT_ALLOWED, f"A message can have {REACTIONS} different reactions, and this one has them."
)
MANY_REACTED: Final = NotStored(Reason.NOT_ALLOWED, f"{REACTED} reactions to one message are as many as it can have.")


class Verdict(Enum):
    WRITE = auto()
    SO_ALREADY = auto()
    """what it asks for is so by now: nothing is written"""


class Subject(Struct, frozen=True, gc=False):
    """A message that something is to be done to."""

    person: str
    deleted: bool
    reactions: Mapping[str, Mapping[str, str]]
    """reaction to (person to name); looked at for reactions alone"""


def judge(draft: Draft, subject: Subject | None) -> Verdict | NotStored:
    """Whether an edit, deletion or reaction is written."""
    if subject is None:
        return NO_MESSAGE
    if draft.kind is Kind.DELETE:
        return _judge_deletion(draft, subject)
    if subject.deleted:
        return NO_MESSAGE
    if draft.kind is Kind.REACT:
        return _judge_reaction(draft, subject.reactions)
    return Verdict.WRITE if draft.person and draft.person == subject.person else NOT_THEIRS


def _judge_deletion(draft: Draft, subject: Subject) -> Verdict | NotStored:
    if not (draft.moderates or (draft.person and draft.person == subject.person)):
        return NOT_DELETABLE
    return Verdict.SO_ALREADY if subject.deleted else Verdict.WRITE


def _judge_reaction(draft: Draft, reactions: Mapping[str, Mapping[str, str]]) -> Verdict | NotStored:
    if not draft.person:
        return NO_PERSON
    if draft.on == (draft.person in reactions.get(draft.reaction, ())):
        return Verdict.SO_ALREADY
    if draft.on and draft.reaction not in reactions and len(reactions) >= REACTIONS:
        return MANY_REACTIONS
    if draft.on and sum(map(len, reactions.values())) >= REACTED:
        return MANY_REACTED
    return Verdict.WRITE
