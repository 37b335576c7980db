"""Who is called what, and who may come back: names and stays.

A person with a token who loses the connection is waited for, `limits.RESUME` seconds, name and rights kept. A token is
good once; until its successor has shown to have arrived it is good for its owner still, since a welcome may be lost.
Only digests of tokens are remembered.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from typing import Any, Generic

from chatapp.protocol import names
from chatapp.protocol.limits import RESUME, STAYS, USERNAME
from chatapp.protocol.messages.base import Reason
from chatapp.rooms.effects import C
from chatapp.rooms.log import KeepStay, KnownStay
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Person


class NameTaken(Refusal):
    """The name belongs to somebody else; one who is connected must show that they live."""

    def __init__(self, name: str, holder: Person[Any]) -> None:
        super().__init__(
            Reason.USERNAME_TAKEN, f"Somebody here is called “{name}” already. Please choose another name."
        )
        self.holder = holder


class People(Generic[C]):
    """Everyone with a name or a token."""

    def __init__(self, token: Callable[[], str]) -> None:
        self._token = token
        self._names: dict[str, Person[C]] = {}
        """look-alike key of a username to its holder"""
        self._digests: dict[str, Person[C]] = {}
        self._waiting: dict[Person[C], float] = {}
        """who is waited for, and until when; the times rise"""
        self.returned = 0
        """how often somebody came back with a token"""

    @property
    def next_deadline(self) -> float | None:
        return next(iter(self._waiting.values()), None)

    # Names

    def claim(self, person: Person[C], text: str) -> None:
        """Give the person a name, and free the one they had. Raises Refusal and changes nothing where it may not be."""
        try:
            name = names.username(text)
        except names.BadName as problem:
            raise Refusal(Reason.INVALID_USERNAME, str(problem)) from None
        keys = names.look_alikes(name)
        for key in keys:
            holder = self._names.get(key, person)
            if holder is not person:
                raise NameTaken(name[:USERNAME], holder)
        self._free(person)
        person.name = name
        self._names.update(dict.fromkeys(keys, person))

    def holder(self, text: str) -> Person[C] | None:
        """Whose name that is, and nobody else's by any look-alike of it."""
        try:
            holders = {self._names.get(key) for key in names.look_alikes(names.username(text))}
        except names.BadName:
            return None
        return holders.pop() if len(holders) == 1 else None

    def _free(self, person: Person[C]) -> None:
        if person.name:
            for key in {*names.look_alikes(person.name)}:
                del self._names[key]
            person.name = ""

    # Stays

    def restore(self, stay: KnownStay, now: float) -> Person[C]:
        """Somebody who may come back to a server that started just now."""
        person: Person[C] = Person(stay.person)
        if stay.name:
            with suppress(Refusal):  # what may be a name has changed: they come back under another
                self.claim(person, stay.name)
        self._remember(person, tuple(stay.digest.split()))
        self._waiting[person] = now + RESUME
        return person

    def returning(self, token: str, now: float) -> Person[C] | None:
        """Whose token that is, connected or waited for; None where it is nobody's any more."""
        person = self._digests.get(_digest(token))
        return None if person is None or self._waiting.get(person, now) < now else person

    def owner(self, token: str) -> Person[C] | None:
        """Whose token that is, whether they can still come back or not."""
        return self._digests.get(_digest(token))

    def distrust(self, person: Person[C]) -> None:
        """Their tokens are worth nothing any more."""
        self._remember(person, ())

    def absent(self) -> list[Person[C]]:
        """Who is waited for."""
        return [*self._waiting]

    def back(self, person: Person[C]) -> None:
        """They are there, and not waited for."""
        self._waiting.pop(person, None)

    def welcome(self, person: Person[C], shown: str) -> str:
        """A new token for the person, who is there. The one that was shown stays good until `confirm`: however many
        welcomes are lost one after the other, it is the one that they have."""
        self._waiting.pop(person, None)
        token, known = self._token(), _digest(shown)
        self.returned += known in person.digests
        self._remember(person, (_digest(token), *(each for each in person.digests if each == known)))
        return token

    def confirm(self, person: Person[C]) -> None:
        """Their newest token is known to have arrived."""
        self._remember(person, person.digests[:1])

    def stay(self, person: Person[C]) -> KeepStay:
        """What a storage has to know, so that they can come back after a restart."""
        return KeepStay(person.id, person.name, " ".join(person.digests))

    def wait_for(self, person: Person[C], now: float, *, name: bool) -> None:
        """They lost the connection, or left; `name`: theirs is kept for them."""
        if not name:
            self._free(person)
        self._waiting[person] = now + RESUME

    def overdue(self, now: float) -> Person[C] | None:
        """Somebody who is waited for no longer: the time is over, or too many others came after them. Those who own a
        room are the last to be crowded out."""
        for first, deadline in self._waiting.items():
            if deadline <= now:
                return first
            if len(self._waiting) > STAYS:
                return next((person for person in self._waiting if not person.owned), first)
            break
        return None

    def forget(self, person: Person[C]) -> None:
        """They will not come back. Their name is free, their rooms have no owner."""
        self._free(person)
        self._remember(person, ())
        self._waiting.pop(person, None)
        for room in person.owned:
            room.owner = None
        person.owned.clear()

    def _remember(self, person: Person[C], digests: tuple[str, ...]) -> None:
        for digest in person.digests:
            self._digests.pop(digest, None)
        person.digests = digests
        self._digests.update(dict.fromkeys(digests, person))


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
