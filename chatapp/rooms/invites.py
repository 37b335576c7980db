"""Secrets that let in. Only digests of them are remembered."""

from hashlib import sha256
from hmac import compare_digest
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from chatapp.protocol.limits import INVITES
from chatapp.protocol.messages.hosting import KnownInvite
from chatapp.rooms import notes
from chatapp.rooms.log import DropNote, KeepNote, Write

KIND: Final = "invite"


class Kept(Struct, frozen=True):
    """An invite, and what its secret is known by."""

    known: KnownInvite
    digest: str

    def holds(self, now: int) -> bool:
        return not self.known.until or now < self.known.until


class Invites:
    """Times are milliseconds since the epoch. One that has expired is there until there are too many, so that whoever
    shows it can be told."""

    def __init__(self) -> None:
        self._invites: dict[str, Kept] = {}

    def restore(self, note: KeepNote) -> None:
        invite = notes.read(note, Kept)
        if invite is not None and invite.known.id == note.id:
            self._invites[note.id] = invite

    def known(self) -> list[KnownInvite]:
        """In the order in which they were made; expired ones too."""
        return sorted((one.known for one in self._invites.values()), key=lambda known: (known.ts, known.id))

    def is_full(self, now: int) -> bool:
        return sum(one.holds(now) for one in self._invites.values()) >= INVITES

    def add(self, known: KnownInvite, secret: str, now: int) -> list[Write]:
        """What is to be written."""
        over = [one for one in self._invites.values() if not one.holds(now)] if len(self._invites) >= INVITES else []
        for one in over:
            del self._invites[one.known.id]
        invite = Kept(known, _digest(secret))
        self._invites[known.id] = invite
        return [*(DropNote(KIND, one.known.id) for one in over), notes.kept(KIND, known.id, invite)]

    def revoke(self, id_: str) -> tuple[KnownInvite, list[Write]] | None:
        """The invite that is no more; None where there was none of that id."""
        invite = self._invites.pop(id_, None)
        return None if invite is None else (invite.known, [DropNote(KIND, id_)])

    def find(self, secret: str) -> Kept | None:
        """The invite of that secret, expired or not. How long it takes says nothing of how near a guess was."""
        digest, found = _digest(secret), None
        for one in self._invites.values():
            if compare_digest(one.digest, digest):
                found = one
        return found

    def use(self, invite: Kept) -> list[Write]:
        """Somebody came in with it."""
        used = replace(invite, known=replace(invite.known, used=invite.known.used + 1))
        self._invites[used.known.id] = used
        return [notes.kept(KIND, used.known.id, used)]


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
