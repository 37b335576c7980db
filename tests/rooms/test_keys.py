"""Names that wait for their keys."""

from typing import Any

import pytest

from chatapp.protocol.limits import NAME_RESERVED
from chatapp.rooms import keys as module
from chatapp.rooms.keys import KIND, Keys
from chatapp.rooms.log import DropNote, KeepNote

LONG = int(NAME_RESERVED * 1000)
DAY = 24 * 60 * 60 * 1000


def names(writes: list[Any]) -> list[str]:
    return [f"-{write.id}" if isinstance(write, DropNote) else write.id for write in writes]


def test_a_name_and_what_looks_like_it_waits_for_its_key() -> None:
    keys = Keys()
    assert names(keys.came("a", "Ann", 0)) == ["a"]
    for name in ("Ann", "ANN", " ann ", "Аnn"):  # the last with a letter of another script
        assert keys.waits_for(name, 1) == "a"
    assert keys.waits_for("Bo", 1) == keys.waits_for("", 1) == ""
    assert (keys.knows("a"), keys.knows("b")) == (True, False)


def test_it_waits_for_so_long() -> None:
    keys = Keys()
    keys.came("a", "Ann", 0)
    assert keys.waits_for("Ann", LONG - 1) == "a"
    assert keys.waits_for("Ann", LONG) == ""
    assert names(keys.came("b", "ANN", LONG)) == ["a", "b"]
    assert keys.waits_for("Ann", LONG) == "b"
    assert keys.knows("a"), "it was let in once"
    keys.came("a", "Anna", LONG + 1)
    assert keys.waits_for("Ann", LONG + 1) == "b"


def test_another_name_frees_the_one_before() -> None:
    keys = Keys()
    keys.came("a", "Ann", 0)
    keys.came("a", "Anna", 1)
    assert (keys.waits_for("Ann", 2), keys.waits_for("Anna", 2)) == ("", "a")


def test_it_is_written_once_a_day_that_somebody_is_here() -> None:
    keys = Keys()
    assert names(keys.came("a", "Ann", 0)) == ["a"]
    assert names(keys.came("a", "Ann", DAY - 1)) == []
    assert names(keys.came("a", "Ann", DAY)) == ["a"]
    assert keys.waits_for("Ann", LONG + DAY - 1) == "a"


def test_they_outlive_the_server() -> None:
    keys = Keys()
    written = [*keys.came("a", "Ann", 0), *keys.came("b", "Bo", 1), *keys.came("a", "Anna", 2)]
    kept = {note.id: note for note in written if isinstance(note, KeepNote)}
    again = Keys()
    again.restore([*kept.values(), KeepNote(KIND, "c", "broken")])
    assert [again.waits_for(name, 3) for name in ("Ann", "Anna", "Bo")] == ["", "a", "b"]
    assert len(again) == 2


def test_the_one_longest_unused_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NAMES", 2)
    keys = Keys()
    keys.came("a", "Ann", 0)
    keys.came("b", "Bo", 1)
    keys.came("a", "Ann", DAY)
    assert names(keys.came("c", "Cy", DAY + 1)) == ["c", "-b"]
    assert [keys.waits_for(name, DAY + 2) for name in ("Ann", "Bo", "Cy")] == ["a", "", "c"]


def test_a_name_that_is_taken_for_two_gives_neither_away() -> None:
    """“BiIl” is taken for “biil” by its letters, and for “Bill” by its looks."""
    keys = Keys()
    keys.came("b", "Bill", 0)
    keys.came("e", "biil", 1)
    assert (keys.waits_for("BiIl", 2, but="e"), keys.waits_for("BiIl", 2, but="b")) == ("b", "e")
    assert keys.waits_for("biil", 2, but="e") == ""


def test_thousands_of_keys_take_nobodys_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever came back on another day stays, and goes all the same once nobody waits for them."""
    monkeypatch.setattr(module, "NAMES", 3)
    keys = Keys()
    keys.came("a", "Ann", 0)
    keys.came("a", "Ann", DAY)
    for number in range(9):
        keys.came(f"e{number}", f"Eve{number}", DAY + 1 + number)
    assert (keys.waits_for("Ann", DAY + 20), len(keys)) == ("a", 3)
    assert keys.waits_for("Eve8", DAY + 20) == "e8", "those before make room"
    for number, day in ((7, 2), (8, 3)):
        keys.came(f"e{number}", f"Eve{number}", day * DAY + 20)
    assert names(keys.came("c", "Cy", 5 * DAY)) == ["c", "-c"], "where everybody stays, it is whoever comes"
    keys.came("e8", "Eve8", LONG + DAY)
    assert names(keys.came("c", "Cy", LONG + DAY)) == ["c", "-a"]
