"""What a person may do with a message: a pure function of the message and of their rights."""

from enum import Enum
from typing import NamedTuple

from chatapp.session.timeline import Entry, EntryKind, State


class Rights(NamedTuple):
    """What the server and the room allow this person."""

    rich: bool = False
    """the server knows replies, reactions, edits and deletions"""
    write: bool = False
    """they are in the room"""
    react_only: bool = False
    """and yet only others write there"""
    moderate: bool = False
    """they may delete what others said"""


class Deed(Enum):
    """In the order in which they are offered."""

    RETRY = "retry"
    DISCARD = "discard"
    REPLY = "reply"
    REACT = "react"
    EDIT = "edit"
    DELETE = "delete"


def doable(entry: Entry, rights: Rights) -> tuple[Deed, ...]:
    """What can be done with an entry; nothing with what is not safe yet, deleted, or no message."""
    if entry.state is State.FAILED:
        return (Deed.RETRY, Deed.DISCARD)
    message = entry.kind is EntryKind.MESSAGE and entry.seq and not entry.deleted
    if not message or not rights.rich:
        return ()
    deeds = []
    if rights.write:
        deeds += [Deed.REACT] if rights.react_only else [Deed.REPLY, Deed.REACT]
        if entry.mine and not rights.react_only:
            deeds.append(Deed.EDIT)
    if rights.moderate or (entry.mine and rights.write):
        deeds.append(Deed.DELETE)
    return tuple(deeds)
