"""What a server remembers beside its rooms."""

from collections import defaultdict
from collections.abc import Iterable

from chatapp.rooms import acts, bans, invites, keys, notes, rules
from chatapp.rooms.acts import ActLog
from chatapp.rooms.bans import Bans
from chatapp.rooms.guesses import Guesses
from chatapp.rooms.invites import Invites
from chatapp.rooms.keys import Keys
from chatapp.rooms.log import KeepNote
from chatapp.rooms.rules import Rules


class Book:
    """What the host has decided and what was done with the server, who is kept out, what lets in, and whose names are
    proven. Wrong guesses alone end with the process."""

    def __init__(self) -> None:
        self.rules = Rules()
        self.bans = Bans()
        self.invites = Invites()
        self.keys = Keys()
        self.acts = ActLog()
        self.guesses = Guesses()

    def restore(self, kept: Iterable[KeepNote]) -> None:
        """Once, before anything is asked. Notes of kinds that are not known here are left alone."""
        by_kind: defaultdict[str, list[KeepNote]] = defaultdict(list)
        for note in kept:
            by_kind[note.kind].append(note)
        for note in by_kind[rules.KIND]:
            self.rules = notes.read(note, Rules) or self.rules
        for note in by_kind[bans.KIND]:
            self.bans.restore(note)
        for note in by_kind[invites.KIND]:
            self.invites.restore(note)
        self.keys.restore(by_kind[keys.KIND])
        self.acts.restore(by_kind[acts.KIND])
