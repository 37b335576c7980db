"""What a host has decided is one note."""

from chatapp.rooms import notes
from chatapp.rooms.rules import Rules


def test_it_is_kept_whole() -> None:
    rules = Rules("Tea house", "hash", locked=True, invite_only=True, plain=False, people=9)
    assert notes.read(rules.note, Rules) == rules
    assert Rules().plain, "old clients come in until the host says otherwise"
