"""What one person has not seen of one room: how much, how much of it for them, and where it begins and ends."""

from enum import Enum
from typing import Final

from msgspec import Struct

ADJUSTED: Final = 2_000
"""messages, the newest, of which it is known what they counted as: those that are edited or deleted later count anew"""


class Place(Struct, frozen=True, gc=False):
    """One message of a room."""

    index: int
    """in the timeline when it was counted, where `seq` is 0"""
    seq: int


class Call(Enum):
    """Why a message is for this person."""

    NONE = "none"
    """it is for everybody"""
    NAMED = "named"
    ANSWERED = "answered"
    """it answers a message of theirs, whether it names them or not"""


class Unread:
    """Counts rise with `count`, and fall where what was counted is deleted; once all is seen, it is to be let go of."""

    __slots__ = (
        *("_known", "_left", "before", "before_mentions"),
        *("first", "last", "last_mention", "mentions", "messages"),
    )

    def __init__(self) -> None:
        self.messages = 0
        self.mentions = 0
        self.before = 0
        """how many of the messages an earlier session left unread"""
        self.before_mentions = 0
        self.first: Place | None = None
        """None where it is not here any more"""
        self.last: Place | None = None
        self.last_mention: Place | None = None
        self._known: dict[int, Call] = {}
        self._left: dict[int, Call] = {}
        """what an earlier session left of them, as it counts in `before`"""

    def count(self, place: Place, call: Call = Call.NONE) -> None:
        """One more message, after all others."""
        self.first = self.first or place
        self.last = place
        self.messages += 1
        if call is not Call.NONE:
            self.mentions += 1
            self.last_mention = place
        if place.seq:
            self._known[place.seq] = call
            if len(self._known) > 2 * ADJUSTED:
                self._known = dict([*self._known.items()][-ADJUSTED:])

    def miss(self, seq: int, messages: int) -> None:
        """So many more, from that one on, that are not here."""
        self.first = self.first or Place(0, seq)
        self.messages += messages

    def knows(self, seq: int) -> bool:
        return seq in self._known

    def edited(self, seq: int, *, named: bool) -> None:
        """A message that it `knows` calls this person by name now, or does so no longer."""
        call = self._known[seq]
        if call is Call.ANSWERED or (call is Call.NAMED) == named:
            return
        self._known[seq] = Call.NAMED if named else Call.NONE
        self.mentions += 1 if named else -1
        if named:
            self.last_mention = Place(0, seq)
        elif self._left.get(seq) is Call.NAMED:
            self._left[seq] = Call.NONE
            self.before_mentions -= 1

    def deleted(self, seq: int) -> None:
        """A message that it `knows` is there no longer."""
        call = self._known.pop(seq)
        self.messages -= 1
        self.mentions -= call is not Call.NONE
        left = self._left.pop(seq, None)
        if left is not None:
            self.before -= 1
            self.before_mentions -= left is not Call.NONE

    def begin_again(self) -> None:
        """The log that this was counted in is gone: the numbers stay."""
        self.first = self.last = self.last_mention = None
        self._known.clear()
        self._left.clear()

    def left_before(self) -> None:
        """Everything so far was left by an earlier session."""
        self.before, self.before_mentions = self.messages, self.mentions
        self._left = self._known.copy()
