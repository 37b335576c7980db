"""The dictionaries of this computer, as far as Enchant is there to open them.

Enchant (through pyenchant, which is a dependency on Linux and elsewhere the extra `spelling`) asks what the system has:
Hunspell, Aspell, the spell checker of macOS and others. Nothing here is needed to run; without it, nothing is checked.
All of it may block for some 100 ms.
"""

import logging
from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QLocale

from chatapp.gui.spelling.words import script

MOST = 3
"""languages at once; each word is looked up in all of them"""

log = logging.getLogger(__name__)


class Dictionary(Protocol):
    """As Enchant's."""

    def check(self, word: str) -> bool: ...
    def suggest(self, word: str) -> list[str]: ...
    def add(self, word: str) -> None: ...


class Dictionaries:
    """A word is right if one of them has it, or if none of them is of its script."""

    def __init__(self, opened: Sequence[tuple[str, Dictionary]]) -> None:
        """Each with its language, such as `de_DE`."""
        self._opened = [(dictionary, _script(language)) for language, dictionary in opened]

    def check(self, word: str) -> bool:
        """Whether it is spelled right, as far as one can tell."""
        fitting = self._fitting(word)
        return not fitting or any(dictionary.check(word) for dictionary in fitting)

    def suggest(self, word: str, limit: int) -> list[str]:
        """What may have been meant, the likeliest first, from each language in turn."""
        lists = [dictionary.suggest(word)[:limit] for dictionary in self._fitting(word)]
        turns = (found[place] for place in range(limit) for found in lists if place < len(found))
        return list(dict.fromkeys(turns))[:limit]

    def add(self, word: str) -> None:
        """Take it as right for good, in all programs of this person that use Enchant."""
        for dictionary in self._fitting(word)[:1]:
            dictionary.add(word)

    def _fitting(self, word: str) -> list[Dictionary]:
        return [dictionary for dictionary, written in self._opened if written == script(word[0])]


def open_dictionaries(languages: Iterable[str]) -> Dictionaries | None:
    """Those of these languages (`de_DE`, `en`), the most wanted first; None where there is none, or no Enchant."""
    try:
        import enchant  # noqa: PLC0415  # 30 ms, and it may not be installed
    except ImportError as problem:
        log.info("spelling is not checked: %s", problem)
        return None
    broker = enchant.Broker()
    opened = []
    for tag in matching(languages, broker.list_languages())[:MOST]:
        try:
            opened.append((tag, broker.request_dict(tag)))
        except enchant.errors.Error as problem:
            log.warning("the dictionary %s cannot be opened: %s", tag, problem)
    return Dictionaries(opened) if opened else None


def matching(wanted: Iterable[str], there: Iterable[str]) -> list[str]:
    """Of the dictionaries that are there, one for each language that is wanted: of its country, of no country, or else
    of the country that gave the language its name.
    """
    known = sorted(there)
    found: dict[str, None] = {}
    for language in wanted:
        tag = language.replace("-", "_")
        code = tag.partition("_")[0]
        same = [one for one in known if one.partition("_")[0] == code]
        best = next((one for one in (tag, f"{code}_{code.upper()}", code, "en_US") if one in same), None)
        if best is not None or same:
            found[best or same[0]] = None
    return list(found)


def _script(language: str) -> str:
    return QLocale.scriptToString(QLocale(language).script()).upper()
