"""Secrets that let in: found, counted, expired, revoked; and never written down."""

from chatapp.protocol.limits import INVITES
from chatapp.protocol.messages.hosting import KnownInvite
from chatapp.rooms.invites import KIND, Invites
from chatapp.rooms.log import DropNote, KeepNote

SECRET = "a secret that nobody guesses"


def test_a_secret_lets_in_until_it_expires_or_is_revoked() -> None:
    invites = Invites()
    invites.add(KnownInvite("1", "Ann", 5, until=100), SECRET, 5)
    found = invites.find(SECRET)
    assert found is not None
    assert (found.holds(99), found.holds(100)) == (True, False)
    assert invites.find("another") is None
    revoked = invites.revoke("1")
    assert revoked is not None
    assert revoked[1] == [DropNote(KIND, "1")]
    assert invites.find(SECRET) is None
    assert invites.revoke("1") is None


def test_what_is_written_does_not_let_in() -> None:
    invites = Invites()
    [note] = invites.add(KnownInvite("1", "Ann", 5, "tea", "for Bo"), SECRET, 5)
    assert isinstance(note, KeepNote)
    assert SECRET not in note.value
    again = Invites()
    again.restore(note)
    again.restore(KeepNote(KIND, "2", '{"known":{}}'))
    found = again.find(SECRET)
    assert found is not None
    assert again.known() == [KnownInvite("1", "Ann", 5, "tea", "for Bo")]
    assert again.find(found.digest) is None


def test_who_came_in_is_counted() -> None:
    invites = Invites()
    invites.add(KnownInvite("1", "Ann", 5), SECRET, 5)
    for count in (1, 2):
        found = invites.find(SECRET)
        assert found is not None
        [note] = invites.use(found)
        assert isinstance(note, KeepNote)
        assert f'"used":{count}' in note.value
    assert [one.used for one in invites.known()] == [2]


def test_expired_ones_make_room() -> None:
    invites = Invites()
    for number in range(INVITES):
        assert not invites.is_full(0)
        invites.add(KnownInvite(f"{number}", "Ann", number, until=10 if number else 0), f"s{number}", 0)
    assert invites.is_full(9)
    assert not invites.is_full(10)
    writes = invites.add(KnownInvite("new", "Ann", 10), "s", 10)
    assert writes[:-1] == [DropNote(KIND, f"{number}") for number in range(1, INVITES)]
    assert [one.id for one in invites.known()] == ["0", "new"]
