"""What one can go to: a room, a person, a command; and which of them a typed text means. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from chatapp.gui.switcher.ranking import Wanted


class Kind(Enum):
    """In the order of their sections, where none of them fits better."""

    ROOM = "room"
    PERSON = "person"
    COMMAND = "command"
    NEW_ROOM = "new room"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the switcher."""

    kind: Kind
    key: str
    """by which it is told apart from others of its kind: a name as on the wire, a command's way through the menus"""
    text: str
    """its name, as it is shown and searched"""
    detail: str = ""
    """what else there is to know, in quiet letters"""
    keys: str = ""
    """a command's shortcut, as this system writes it"""
    spoken: str = ""
    """all of it, as it is read aloud"""
    joined: bool = False
    unread: int = 0
    mentions: int = 0
    lately: float = 0.0
    """1 for what was used last, 0 for what was not used"""


MOST: Final = 50
"""of one kind; who looks for another one types more of it"""

SCOPES: Final = {"#": Kind.ROOM, "@": Kind.PERSON, ">": Kind.COMMAND}
"""the sign with which a typed text begins that means one kind only"""


def scope(typed: str) -> tuple[Kind | None, str]:
    """The kind that is meant, None for any, and what is looked for."""
    typed = typed.strip()
    kind = SCOPES.get(typed[:1])
    return kind, typed[1:].strip() if kind is not None else typed


def found(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """The entries that are meant, kind by kind: the one that fits best leads. Of nothing typed, the rooms."""
    kind, text = scope(typed)
    if not text:
        meant = [entry for entry in entries if entry.kind is (kind or Kind.ROOM)]
        return sorted(meant, key=_unasked)[:MOST]
    wanted = Wanted(text)
    fits: dict[Kind, list[tuple[float, Entry]]] = {}
    for entry in entries:
        if kind is None or entry.kind is kind:
            fit = wanted.fit(entry.text, entry.lately)
            if fit is not None:
                fits.setdefault(entry.kind, []).append((fit, entry))
    for fitting in fits.values():
        fitting.sort(key=_asked)
    order = list(Kind)
    sections = sorted(fits, key=lambda each: (-fits[each][0][0], order.index(each)))
    return [entry for section in sections for _, entry in fits[section][:MOST]]


def _unasked(entry: Entry) -> tuple[bool, bool, float, bool]:
    """Mentions, then other unread, then the latest, then rooms one is in; else as they came."""
    return not entry.mentions, not entry.unread, -entry.lately, not entry.joined


def _asked(fit: tuple[float, Entry]) -> tuple[float, bool, bool]:
    """Rooms that one is in before others that fit as well."""
    worth, entry = fit
    return -worth, not entry.joined, not entry.unread
