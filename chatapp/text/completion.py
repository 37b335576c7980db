"""What can be completed while somebody writes: the beginning of a shortcode or of a name before the caret.

Nothing is completed inside a word, a link or code.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import category

from chatapp.text.code import in_code
from chatapp.text.emoji_keys import fold

LEAST = 2
"""letters of a shortcode from which on it is completed: most colons are followed by something else"""
LONGEST_NAME = 32
"""code points, as names have in the protocol"""
_LONGEST = 64
"""code points back from the caret in which a token is looked for"""

_EMOJI = re.compile(r":(\+1?|-1?|[^\W_][\w'’-]*)\Z")
_CLOSED = re.compile(r":(\+1|-1|[^\W_][\w'’-]*):\Z")
_PERSON = re.compile(rf"@(?!\s)((?:(?! {{2}})[^\n@:`/]){{0,{LONGEST_NAME - 1}}}[^\s@:`/])\Z")
_LINK = re.compile(r"[a-z][a-z0-9+.-]*:/|www\.", re.IGNORECASE)
_WORDS = re.compile(r"[\W_]+")
_TIES = frozenset(":/\\@&=#%")
"""what stands before a `:` or `@` that begins nothing: `a::b`, `/@me`, `?a=:b`"""
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "Pc", "Mn", "Mc"})
_VARIATION = "\ufe0e\ufe0f"
"""these end an emoji, and are marks on no letter"""
_NO_SPACES = 0x2E80
"""from this character on, letters are those of East Asia, after which a new word needs no space"""


class Kind(StrEnum):
    """What is completed; the value is the mark that it begins with."""

    EMOJI = ":"
    PERSON = "@"


class Token(NamedTuple):
    kind: Kind
    query: str
    """what follows the mark, up to the caret"""

    @property
    def text(self) -> str:
        """What completing it replaces: the end of the text before the caret."""
        return self.kind + self.query


def token_before(text: str, after: str = "") -> Token | None:
    """What can be completed at the end of `text`; `after` is what follows the caret. The name of a person may hold
    spaces, so a token may go on after one.
    """
    if after and _is_letter(after[0]):
        return None
    tail = text[-_LONGEST:]
    for kind, pattern in ((Kind.EMOJI, _EMOJI), (Kind.PERSON, _PERSON)):
        found = pattern.search(tail)
        if found and (kind is Kind.PERSON or len(found[1]) >= LEAST) and _begins(text, len(text) - len(found[0])):
            return Token(kind, found[1])
    return None


def closed_code(text: str) -> str:
    """The shortcode, without colons, whose closing colon ends the text; empty where none does."""
    found = _CLOSED.search(text[-_LONGEST:])
    return found[1] if found and _begins(text, len(text) - len(found[0])) else ""


def people_like(query: str, joined: Iterable[str], lately: Sequence[str], limit: int) -> list[str]:
    """At most `limit` names of which one word begins with the query, case and accents aside: those whose first word
    does before the others, who is in the room before who is not, who spoke `lately` (the latest first) before who did
    not, and then by name.
    """
    wanted = fold(query)
    here = set(joined)
    spoke = {name: place for place, name in reversed([*enumerate(lately)])}
    found = []
    for name in here.union(lately):
        folded = fold(name)
        later = not folded.startswith(wanted)
        if later and not any(word.startswith(wanted) for word in _WORDS.split(folded)):
            continue
        found.append((later, name not in here, spoke.get(name, len(lately)), folded, name))
    return [name for *_, name in sorted(found)[: max(limit, 0)]]


def _begins(text: str, start: int) -> bool:
    """Whether the mark at this place begins something of its own."""
    if start and (text[start - 1] in _TIES or _is_letter(text[start - 1])):
        return False
    run = text[:start].rsplit(None, 1)[-1:] if start and not text[start - 1].isspace() else []
    return not (run and _LINK.search(run[0])) and not in_code(text[:start])


def _is_letter(character: str) -> bool:
    """Whether the word that this is of goes on after it."""
    if character in _VARIATION:
        return False
    return category(character) in _LETTERS and not (category(character) == "Lo" and ord(character) >= _NO_SPACES)
