"""What may be done to a message, the same wherever it is kept."""

from enum import Enum, auto
from typing import Final

from msgspec import Struct

from chatapp.protocol.limits import REACTED, REACTIONS
from chatapp.protocol.messages.base import Reason
from chatapp.protocol.messages.rich import Kind
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
    MODERATE = auto()
    """the same, and it deletes what somebody else said"""
    SO_ALREADY = auto()
    """what it asks for is so by now: nothing is written"""


class Subject(Struct, frozen=True, gc=False):
    """A message that something is to be done to."""

    person: str
    deleted: bool
    reacted: bool = False
    """this person with this very reaction. This and what follows is looked at for reactions alone"""
    alike: int = 0
    """how many reacted with this one"""
    different: int = 0
    """reactions there are"""
    total: int = 0
    """of all people together"""


def judge(draft: Draft, subject: Subject | None) -> Verdict | NotStored:
    """Whether an edit, deletion or reaction is written."""
    if subject is None:
        return NO_MESSAGE
    if draft.kind is Kind.DELETE:
        return _judge_deletion(draft, subject)
    if subject.deleted:
        return NO_MESSAGE
    if draft.kind is Kind.REACT:
        return _judge_reaction(draft, subject)
    return Verdict.WRITE if draft.person and draft.person == subject.person else NOT_THEIRS


def _judge_deletion(draft: Draft, subject: Subject) -> Verdict | NotStored:
    own = draft.person and draft.person == subject.person
    if not (draft.moderates or own):
        return NOT_DELETABLE
    if subject.deleted:
        return Verdict.SO_ALREADY
    return Verdict.WRITE if own else Verdict.MODERATE


def _judge_reaction(draft: Draft, subject: Subject) -> Verdict | NotStored:
    if not draft.person:
        return NO_PERSON
    if draft.on == subject.reacted:
        return Verdict.SO_ALREADY
    if draft.on and not subject.alike and subject.different >= REACTIONS:
        return MANY_REACTIONS
    if draft.on and subject.total >= REACTED:
        return MANY_REACTED
    return Verdict.WRITE
