import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chatapp.gui.counts import MOST
from chatapp.gui.rooms.model import FoundRooms, Role, Rooms
from chatapp.gui.told.levels import EVERYTHING, NOTHING
from chatapp.gui.told.summary import Badge
from chatapp.session.roomlist import Room


def listed(found: FoundRooms) -> list[str]:
    return [found.index(row, 0).data() for row in range(found.rowCount())]


STEPS = (
    [Room("default", 3, joined=True)],
    [Room("default", 3, joined=True), Room("a", 1), Room("b", 2)],
    [Room("default", 4, joined=True), Room("b", 2, joined=True), Room("c", 0)],
    [Room("c", 0)],
    [],
    [Room("d", 0), Room("default", 1)],
)


@pytest.mark.parametrize("which", ["rooms", "found"])
def test_the_models_keep_qts_contract_through_every_kind_of_change(qtmodeltester: ModelTester, which: str) -> None:
    rooms = Rooms()
    found = FoundRooms(rooms)
    rooms.update(STEPS[1])
    # From here on the tester watches every change.
    qtmodeltester.check(rooms if which == "rooms" else found, force_py=True)
    for step in STEPS:
        rooms.update(step)
        assert {found.index(row, 0).data(Role.NAME) for row in range(found.rowCount())} == {room.name for room in step}


def test_joined_rooms_come_first_default_leads_then_by_name() -> None:
    rooms = Rooms()
    found = FoundRooms(rooms)
    rooms.update(
        [
            Room("zoo", 1, joined=True),
            Room("Apple"),
            Room("default", joined=True),
            Room("banana"),
            Room("b", joined=True),
        ]
    )
    assert listed(found) == ["default", "b", "zoo", "Apple", "banana"]
    assert [found.begins_section(row) for row in range(5)] == [True, False, False, True, False]
    rooms.update([Room("zoo", 1), Room("Apple", joined=True), Room("default", joined=True)])
    assert listed(found) == ["default", "Apple", "zoo"]


def test_what_qt_is_given_fits_into_it() -> None:
    """It ends the program where a number does not."""
    rooms = Rooms()
    rooms.update([Room("a", 10**30, unread=10**30, mentions=10**30)])
    index = rooms.index(0)
    assert (index.data(Role.PEOPLE), index.data(Role.UNREAD)) == (MOST, MOST)
    assert "2,147,483,647 people" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_only_what_differs_is_told(qtbot: QtBot) -> None:
    rooms = Rooms()
    rooms.update([Room("a", 1), Room("b", 1)])
    told: list[int] = []
    rooms.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    with qtbot.assertNotEmitted(rooms.modelReset):
        rooms.update([Room("a", 1), Room("b", 2)])
        rooms.update([Room("a", 1), Room("b", 2)])
    assert told == [1]


def test_a_room_is_read_out_with_its_name_first() -> None:
    rooms = Rooms()
    rooms.update([Room("homework", 5, joined=True, unread=3), Room("music", 1), Room("old", None)])
    spoken = [rooms.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["homework, 5 people, joined, 3 unread", "music, 1 person, not joined", "old, not joined"]
    rooms.update([Room("homework", 5, joined=True, unread=3, mentions=2)])
    rooms.use_levels(lambda _room: NOTHING)
    spoken = rooms.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "homework, 5 people, joined, 3 unread, 2 mentions, muted"


def test_how_much_one_wants_to_be_told_is_seen_at_once(qtbot: QtBot) -> None:
    rooms = Rooms()
    rooms.update([Room("a", joined=True, unread=3), Room("b", joined=True)])
    assert rooms.index(0).data(Role.BADGE) == Badge(3, stands_out=True)
    with qtbot.waitSignal(rooms.dataChanged):
        rooms.use_levels(lambda room: NOTHING if room == "a" else EVERYTHING)
    assert rooms.index(0).data(Role.BADGE) == Badge(stands_out=True)
    assert [rooms.index(row).data(Role.MUTED) for row in range(2)] == [True, False]


def test_names_that_deceive_are_shown_harmless_and_kept_as_they_are() -> None:
    rooms = Rooms()
    rooms.update([Room("a\u202eb<b>")])
    index = rooms.index(0)
    assert index.data() == "a\ufffdb<b>"
    assert index.data(Role.NAME) == "a\u202eb<b>"
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_filter_looks_anywhere_in_the_name_whatever_the_case() -> None:
    rooms = Rooms()
    found = FoundRooms(rooms)
    rooms.update([Room("Homework"), Room("artwork"), Room("music")])
    found.setFilterFixedString("WORK")
    assert listed(found) == ["artwork", "Homework"]
    assert found.row_of("Homework") == 1
    assert found.row_of("music") == -1
    found.setFilterFixedString(".*")
    assert listed(found) == []
