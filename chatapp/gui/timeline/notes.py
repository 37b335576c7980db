"""Who came, went and took another name, in words: pure functions of a row's notes."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from chatapp.gui.plain import isolated
from chatapp.gui.timeline.body import name
from chatapp.session.timeline import Note, NoteKind

translate = QCoreApplication.translate

_MOVES = (
    (NoteKind.JOINED, NoteKind.JOINED),
    (NoteKind.LEFT, NoteKind.LEFT),
    (NoteKind.JOINED, NoteKind.LEFT),
    (NoteKind.LEFT, NoteKind.JOINED),
)
"""the first and the last thing that somebody did, in the order in which they are told"""
NAMED = 3
"""of more people than this only two are named, and the others counted"""


def folded(notes: Sequence[Note]) -> str:
    """The notes on one line: `Ann, Bo and 3 others joined; Chloé left`."""
    return _sentence(notes, few=True)


def unfolded(notes: Sequence[Note]) -> str:
    """The same with every name."""
    return _sentence(notes, few=False)


def _sentence(notes: Sequence[Note], *, few: bool) -> str:
    groups: dict[tuple[NoteKind, NoteKind], list[str]] = {}
    renamed = []
    for person in _people(notes):
        if person.moves:
            groups.setdefault((person.moves[0], person.moves[-1]), []).append(person.name)
        elif person.name != person.before:
            renamed.append((person.before, person.name))
    parts = [_moved(moves, groups[moves], few=few) for moves in _MOVES if moves in groups]
    shown = renamed[:2] if few and len(renamed) > NAMED else renamed
    parts += [
        translate("Timeline", "{before} is now {after}").format(before=_name(before), after=_name(after))
        for before, after in shown
    ]
    if len(shown) < len(renamed):
        parts.append(translate("Timeline", "%Ln others changed their names", "", len(renamed) - len(shown)))
    return translate("Timeline", "; ").join(parts)


def _moved(moves: tuple[NoteKind, NoteKind], people: Sequence[str], *, few: bool) -> str:
    """Who came or went; the verb agrees with how many they are."""
    count = len(people)
    match moves:
        case NoteKind.JOINED, NoteKind.JOINED:
            said = translate("Timeline", "{names} joined", "", count)
        case NoteKind.LEFT, NoteKind.LEFT:
            said = translate("Timeline", "{names} left", "", count)
        case NoteKind.JOINED, NoteKind.LEFT:
            said = translate("Timeline", "{names} joined and left", "", count)
        case _:
            said = translate("Timeline", "{names} left and came back", "", count)
    return said.format(names=_names(people, few=few))


class _Person:
    def __init__(self, before: str) -> None:
        self.before = self.name = before
        self.moves: list[NoteKind] = []


def _people(notes: Iterable[Note]) -> list[_Person]:
    """Everybody whom the notes are about, by what they are called at the end, in the order of their first note."""
    people: list[_Person] = []
    called: dict[str, _Person] = {}
    for note in notes:
        person = called.get(note.name)
        if person is None:
            person = called[note.name] = _Person(note.name)
            people.append(person)
        if note.kind is NoteKind.RENAMED:
            del called[note.name]
            called[note.after] = person
            person.name = note.after
        else:
            person.moves.append(note.kind)
    return people


def _names(people: Sequence[str], *, few: bool) -> str:
    people = [_name(person) for person in people]
    if few and len(people) > NAMED:
        others = translate("Timeline", "{names} and %Ln others", "", len(people) - 2)
        return others.format(names=translate("Timeline", ", ").join(people[:2]))
    return listed(people)


def _name(person: str) -> str:
    return isolated(name(person))


def listed(people: Sequence[str]) -> str:
    """Names in a row, as they are read: `Ann, Bo and Chloé`."""
    if len(people) < 2:
        return "".join(people)
    return translate("Timeline", "{names} and {last}").format(
        names=translate("Timeline", ", ").join(people[:-1]), last=people[-1]
    )
