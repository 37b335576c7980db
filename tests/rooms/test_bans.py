"""Who is kept out, for how long, and what of it is written."""

from msgspec.structs import replace

from chatapp.protocol.limits import BANS
from chatapp.protocol.messages.hosting import KnownBan
from chatapp.rooms import notes
from chatapp.rooms.bans import KIND, Bans
from chatapp.rooms.log import DropNote, KeepNote

KEY = "k" * 43
BY_KEY = KnownBan("1", "Ann", 10, key=KEY)
BY_ADDRESS = KnownBan("2", "Ann", 20, address="2001:db8::/64", until=100)


def test_by_key_and_by_address() -> None:
    bans = Bans()
    bans.add(BY_KEY, 10)
    bans.add(BY_ADDRESS, 20)
    assert bans.known(50) == [BY_KEY, BY_ADDRESS]
    assert bans.of("192.0.2.1", [KEY], 50) == BY_KEY
    assert bans.of("2001:db8::7:7", [], 50) == BY_ADDRESS
    assert bans.of("2001:db8:0:1::1", ["other", ""], 50) is None


def test_it_ends() -> None:
    bans = Bans()
    bans.add(BY_ADDRESS, 20)
    assert bans.of("2001:db8::1", [], 99) == BY_ADDRESS
    assert bans.of("2001:db8::1", [], 100) is None
    assert bans.known(100) == []
    assert bans.add(BY_KEY, 100) == [DropNote(KIND, "2"), notes.kept(KIND, "1", BY_KEY)]


def test_a_new_one_takes_the_place_of_the_one_before() -> None:
    bans = Bans()
    bans.add(BY_KEY, 10)
    again = replace(BY_KEY, id="3", until=500)
    assert bans.add(again, 20) == [DropNote(KIND, "1"), notes.kept(KIND, "3", again)]
    assert bans.of("", [KEY], 30) == again
    assert bans.of("", [KEY], 500) is None


def test_lifting() -> None:
    bans = Bans()
    bans.add(BY_KEY, 10)
    assert bans.lift("9") is None
    assert bans.lift("1") == (BY_KEY, [DropNote(KIND, "1")])
    assert bans.of("", [KEY], 30) is None


def test_they_outlive_the_server() -> None:
    bans = Bans()
    for note in (notes.kept(KIND, "1", BY_KEY), KeepNote(KIND, "2", "{}"), KeepNote(KIND, "4", '{"id":"5"}')):
        bans.restore(note)
    assert bans.known(0) == [BY_KEY]


def test_there_is_an_end_to_them() -> None:
    bans = Bans()
    for number in range(BANS):
        assert not bans.is_full(0)
        bans.add(KnownBan(f"b{number}", "Ann", 0, address=f"10.0.{number // 256}.{number % 256}", until=9), 0)
    assert bans.is_full(0)
    assert not bans.is_full(9)
