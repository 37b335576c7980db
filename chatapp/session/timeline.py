"""The messages of one room, in the order in which they are shown."""

from collections.abc import Iterable, Sequence
from enum import Enum

from msgspec import Struct


class State(Enum):
    """How safe a message is."""

    SENT = "sent"
    SENDING = "sending"


class Entry(Struct, frozen=True, gc=False):
    """One message as it is shown. `at` is seconds since the Unix epoch, by this computer's clock."""

    author: str
    text: str
    at: float
    mine: bool = False
    state: State = State.SENT
    key: int = 0
    """tells this person's own unconfirmed messages apart; 0 for everything that the server has shown"""


class Timeline:
    """What has been said in a room during this session, then what this person said and the server has not confirmed.

    Rows count from 0, oldest first; `SENDING` rows stand after all others, in the order in which they were said.
    Appending costs the same however long the log is.
    """

    __slots__ = ("_entries", "_pending", "new_from")

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = list(entries)
        self._pending: list[Entry] = []
        self.new_from: int | None = None
        """the row above which the "new" line stands; None without one"""

    def __len__(self) -> int:
        return len(self._entries) + len(self._pending)

    def __getitem__(self, row: int) -> Entry:
        """The entry of a row. Raises IndexError outside 0 … len - 1."""
        settled = len(self._entries)
        if 0 <= row < settled:
            return self._entries[row]
        if row < 0:
            raise IndexError(row)
        return self._pending[row - settled]

    @property
    def settled(self) -> int:
        """How many rows stand before the unconfirmed ones."""
        return len(self._entries)

    @property
    def pending(self) -> Sequence[Entry]:
        """The unconfirmed rows, in order."""
        return self._pending

    def append(self, entries: Iterable[Entry]) -> None:
        """Add messages that the server has shown, before the unconfirmed ones."""
        self._entries.extend(entries)

    def say(self, entry: Entry) -> None:
        """Add an unconfirmed message of this person at the end."""
        self._pending.append(entry)

    def settle(self, key: int) -> Entry | None:
        """Take an unconfirmed message out again, confirmed or failed; None where there is none of that key."""
        for place, entry in enumerate(self._pending):
            if entry.key == key:
                return self._pending.pop(place)
        return None
