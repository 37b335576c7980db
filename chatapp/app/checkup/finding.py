"""What a check found out."""

from enum import StrEnum

from msgspec import Struct

from chatapp.protocol.sentences import Sentence


class Verdict(StrEnum):
    GOOD = "good"
    BAD = "bad"
    """this is why it does not work"""
    NOTE = "note"
    """not wrong by itself, and worth knowing"""
    UNKNOWN = "unknown"
    """this computer does not let a program see it"""


class Finding(Struct, frozen=True):
    verdict: Verdict
    what: Sentence
    """was looked at: a few words"""
    sentence: Sentence
    """what there is to say of it"""
    advice: Sentence | None = None
    """what to do; None where there is nothing to be done"""

    @property
    def ok(self) -> bool:
        """Whether nothing is known to be wrong."""
        return self.verdict is not Verdict.BAD
