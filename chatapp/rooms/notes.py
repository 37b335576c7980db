"""What a server remembers beside its rooms: values to a storage's notes and back.

A note may be damaged, or of a later version that keeps something else there. Such a one is passed over and said so in
the log: a server that does not start because of it would be worse than one that has forgotten it.
"""

import logging
from typing import TypeVar

from msgspec import DecodeError, Struct
from msgspec.json import decode, encode

from chatapp.rooms.log import KeepNote

T = TypeVar("T", bound=Struct)

log = logging.getLogger(__name__)


def kept(kind: str, id_: str, value: Struct) -> KeepNote:
    return KeepNote(kind, id_, encode(value).decode())


def read(note: KeepNote, kind: type[T]) -> T | None:
    """The value; None for what cannot be one."""
    try:
        return decode(note.value, type=kind)
    except (DecodeError, UnicodeError, RecursionError):
        log.warning("The note %r of the kind %r is damaged and is passed over", note.id[:80], note.kind[:80])
        return None
