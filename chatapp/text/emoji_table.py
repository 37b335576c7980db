"""What `emoji/groups.json` of the resources says of each emoji: its group, place, tags and forms by skin tone.

`packaging/generate_emoji.py` makes the file. It is read when it is first asked for, which takes 5 ms.
"""

import json
from functools import cache
from typing import NamedTuple

from chatapp import assets

SELECTOR = "\ufe0f"
"""asks for the coloured form of what is also a text character"""


class Row(NamedTuple):
    characters: str
    """fully qualified"""
    tags: tuple[str, ...]
    """in English, folded as queries are"""
    skins: tuple[str, ...]
    """its forms by skin tone: none, 5, or 25 where two people are in it"""


class TableGroup(NamedTuple):
    key: str
    name: str
    """in English"""
    rows: tuple[Row, ...]


def bare(characters: str) -> str:
    """The same without variation selectors, which senders leave out as they like."""
    return characters.replace(SELECTOR, "")


@cache
def table() -> tuple[TableGroup, ...]:
    """The groups and their emoji in the order of pickers."""
    stored = json.loads(assets.read_bytes("emoji/groups.json"))
    return tuple(
        TableGroup(
            group["key"],
            group["name"],
            tuple(
                Row(row[0], tuple(row[1].split("|")), tuple(row[2]) if len(row) > 2 else ()) for row in group["emoji"]
            ),
        )
        for group in stored["groups"]
    )
