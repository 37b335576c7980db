"""How emoji are called in other languages than English, after Unicode's CLDR."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from chatapp import assets

ENGLISH: Final = "en"
LANGUAGES: Final = ("de", "ar")
"""those with a file of names in the resources (`packaging/generate_emoji.py` makes them)"""


class Names(NamedTuple):
    name: str
    """CLDR's short name, in its own spelling"""
    tags: tuple[str, ...]
    """further words to find it by, folded as queries are"""


@cache
def names(language: str) -> Mapping[str, Names]:
    """By fully qualified characters; empty for English and for a language that we have no names in.

    The first call for a language reads a file, which takes 3 ms.
    """
    if language not in LANGUAGES:
        return {}
    stored = json.loads(assets.read_bytes(f"emoji/names-{language}.json"))
    return {characters: Names(name, tuple(tags.split("|"))) for characters, name, tags in stored["names"]}
