from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from chatapp.gui.switcher.entry import Entry, Kind
from chatapp.gui.switcher.model import Results, Role

MUSIC = Entry(Kind.ROOM, "music", "music", spoken="music, room")
TEA = Entry(Kind.ROOM, "tea", "tea")
LEAVE = Entry(Kind.COMMAND, "tea", "Leave tea")


def test_rows_are_entries(qtmodeltester: ModelTester) -> None:
    model = Results()
    model.show([MUSIC, TEA, LEAVE])
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "music"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "music, room"
    assert model.index(2, 0).data(Role.ENTRY) is LEAVE
    assert [model.index(row, 0).data(Role.BEGINS) for row in range(3)] == [True, False, True]


def test_an_entry_is_found_again_by_kind_and_key() -> None:
    model = Results()
    model.show([MUSIC, LEAVE])
    assert model.row_of(Entry(Kind.COMMAND, "tea", "other words")) == 1
    assert model.row_of(TEA) == -1
    assert model.entry(2) is None
