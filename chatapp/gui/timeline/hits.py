"""What a click on a row can mean, beside selecting."""

from dataclasses import dataclass

from chatapp.text.links import Link


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that this one answers."""

    seq: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A reaction: click to react the same, or to take one's own back."""

    emoji: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Retry:
    """Send a failed message again."""


@dataclass(frozen=True, slots=True)
class Discard:
    """Give a failed message up."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Show all names of a note, or only the first again."""


Hit = Link | Quoted | Chip | Retry | Discard | Fold
