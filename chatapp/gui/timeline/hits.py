"""What a click on a row can mean, beside selecting."""

from enum import Enum
from typing import NamedTuple

from chatapp.text.links import Link


class Quoted(NamedTuple):
    """The message that this one answers."""

    seq: int


class Chip(NamedTuple):
    """A reaction: click to react the same, or to take one's own back."""

    emoji: str
    mine: bool


class Act(Enum):
    RETRY = "retry"
    """send a failed message again"""
    DISCARD = "discard"
    """give it up"""
    FOLD = "fold"
    """show all names of a note, or only the first ones again"""


Hit = Link | Quoted | Chip | Act
