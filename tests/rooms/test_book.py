"""Everything that is remembered comes back from its notes, each kind to its own."""

from chatapp.protocol.messages.hosting import KnownBan, KnownInvite
from chatapp.rooms.book import Book
from chatapp.rooms.log import KeepNote
from chatapp.rooms.rules import Rules


def test_all_of_it() -> None:
    book = Book()
    book.rules = Rules("Tea house")
    kept = [
        book.rules.note,
        *book.bans.add(KnownBan("1", "Ann", 1, key="k"), 1),
        *book.invites.add(KnownInvite("1", "Ann", 1), "s", 1),
        *book.keys.came("k", "Bo", 1),
        *book.acts.add("Ann", "kick", "Bo", "", 1),
        KeepNote("of a later version", "1", "?"),
        KeepNote("server", "of a later version", "?"),
    ]
    again = Book()
    again.restore([note for note in kept if isinstance(note, KeepNote)])
    assert again.rules == book.rules
    assert again.bans.known(1) == book.bans.known(1)
    assert again.invites.known() == book.invites.known()
    assert again.keys.waits_for("Bo", 1) == "k"
    assert again.acts.page(0, "") == book.acts.page(0, "")
