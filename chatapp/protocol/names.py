"""Names of users and rooms: which are allowed, and which two would be taken for each other.

Rules: the PRECIS nickname profile (RFC 8266), so no control, bidi or zero-width characters; not two names that differ
in case alone, nor two that look alike (the skeleton of Unicode Technical Standard #39).
"""

from functools import cache
from typing import Any
from unicodedata import category, normalize

from chatapp.assets import read_bytes
from chatapp.protocol.limits import ROOM_NAME, USERNAME
from chatapp.protocol.sentences import Sentence

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""general categories (Unicode, section 4.5) of characters that nobody sees and that change how others look"""


class BadName(ValueError):
    """A name that is not allowed. Its one argument is a Sentence that says why."""


def username(text: str) -> str:
    """The name as it is kept and shown. Raises BadName."""
    name = _nickname(text, USERNAME)
    if not _reserved().isdisjoint(look_alikes(name)):
        raise BadName(Sentence("The name “{name}” is reserved. Please choose another one.", name=name))
    return name


def room_name(text: str) -> str:
    """The room's name as it is kept and shown. Raises BadName."""
    return _nickname(text, ROOM_NAME)


def shown(text: str) -> str:
    """A name of unknown origin as it may be put on a screen: what is invisible, or turns the writing around, becomes �,
    and what is endless ends.

    For showing only; the server knows the name as it came.
    """
    if len(text) > 4 * ROOM_NAME:
        text = f"{text[: 4 * ROOM_NAME]}…"
    if text.isprintable():
        return text
    return "".join("\ufffd" if category(character) in _UNSEEN else character for character in text)


def look_alikes(name: str) -> tuple[str, str]:
    """Two keys of a name: names that share one of them are taken for each other.

    One key folds case, then looks ("ANN" and "ann"); the other looks, then folds case ("BiIl" and "Bill").
    """
    folded = name.casefold()
    return skeleton(folded).casefold(), skeleton(name).casefold()


def skeleton(text: str) -> str:
    """The text with every character replaced by the prototype of those that look like it (UTS #39, section 4).

    Twice, because a few prototypes fall apart into characters that have prototypes themselves: “ﻵ” and “لآ” look alike.
    """
    return _prototype(_prototype(text))


def _prototype(text: str) -> str:
    return normalize("NFD", normalize("NFD", text).translate(_prototypes()))


def _nickname(text: str, most: int) -> str:
    if len(text) > 4 * most:
        raise BadName(Sentence("A name has at most {most} characters.", most=most))
    try:
        name: str = text if text.isascii() and text.isalnum() else _precis().enforce(text)
    except UnicodeEncodeError as problem:
        if problem.reason.endswith("/empty"):
            raise BadName(Sentence("A name cannot be empty.")) from None
        character = f"U+{ord(problem.object[problem.start : problem.start + 1]):04X}"
        raise BadName(Sentence("A name cannot contain the character {character}.", character=character)) from None
    if len(name) > most:
        raise BadName(Sentence("A name has at most {most} characters.", most=most))
    return name


@cache
def _precis() -> Any:
    from precis_i18n import get_profile  # noqa: PLC0415  # 9 ms of every start otherwise, and most names need none

    return get_profile("NicknameCasePreserved")


@cache
def _reserved() -> frozenset[str]:
    """Keys of the names that would be taken for the server's own voice."""
    return frozenset(key for name in ("admin", "server", "system") for key in look_alikes(name))


@cache
def _prototypes() -> dict[int, str]:
    """Character to prototype. The file has one line a prototype and holds line separators, so only LF ends a line."""
    lines = read_bytes("unicode/confusables.txt").decode().split("\n")
    pairs = (line.partition("\t") for line in lines[1:] if line)
    return {ord(character): prototype for characters, _, prototype in pairs for character in characters}
