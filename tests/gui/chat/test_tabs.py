from unittest.mock import Mock

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from chatapp.gui.chat import tabs as module
from chatapp.gui.chat.room import Standing
from chatapp.gui.chat.tabs import DOT, MARGIN, RoomTabs
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK
from chatapp.gui.told.summary import Badge


@pytest.fixture
def tabs(theme: Theme, qtbot: QtBot) -> RoomTabs:
    made = RoomTabs(theme)
    qtbot.addWidget(made)
    for room in ("default", "R&D", "music"):
        made.add(room)
        made.show_state(room, Standing.JOINED)
    made.resize(600, 40)
    made.show()
    return made


def test_tabs_are_rooms_in_order(tabs: RoomTabs) -> None:
    assert tabs.rooms() == ["default", "R&D", "music"]
    assert [tabs.tabText(place) for place in range(3)] == ["#default", "#R&&D", "#music"]
    tabs.moveTab(0, 2)
    assert tabs.rooms() == ["R&D", "music", "default"]


def test_how_a_room_stands_is_written_on_its_tab(tabs: RoomTabs) -> None:
    tabs.show_state("music", Standing.VIEWED)
    assert tabs.tabText(2) == "#music (viewing)"
    tabs.show_state("music", Standing.GONE)
    assert tabs.tabText(2) == "#music (deleted)"


def mark(tabs: RoomTabs, place: int) -> QSize:
    """How large the mark on a tab is; empty where there is none."""
    return tabs.tabIcon(place).actualSize(tabs.iconSize())


def test_unread_is_a_dot_and_a_word(tabs: RoomTabs, theme: Theme) -> None:
    tabs.show_state("music", Standing.JOINED, Badge(3))
    assert mark(tabs, 2) == QSize(DOT + 2 * MARGIN, DOT)
    assert tabs.accessibleTabName(2) == "#music, 3 unread"
    theme.use(DARK)
    assert mark(tabs, 2) == QSize(DOT + 2 * MARGIN, DOT)
    tabs.show_state("music", Standing.JOINED)
    assert tabs.tabIcon(2).isNull()
    assert tabs.accessibleTabName(2) == "#music"


def test_what_one_is_to_be_told_of_is_a_number(tabs: RoomTabs) -> None:
    tabs.show_state("music", Standing.JOINED, Badge(3, 2, 2))
    assert mark(tabs, 2).height() > DOT
    assert tabs.accessibleTabName(2) == "#music, 2 mentions"
    tabs.show_state("music", Standing.JOINED, Badge(99, 0, 99))
    one = mark(tabs, 2)
    font = tabs.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    tabs.setFont(font)
    assert mark(tabs, 2).height() > one.height(), "it grows with the text"


def test_a_muted_room_has_no_mark(tabs: RoomTabs) -> None:
    tabs.show_state("music", Standing.JOINED, Badge(stands_out=True))
    assert tabs.tabIcon(2).isNull()
    assert tabs.accessibleTabName(2) == "#music"


def test_choosing_a_tab_names_the_room(tabs: RoomTabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.chosen) as chosen:
        tabs.bring_to_front("music")
    assert chosen.args == ["music"]
    assert tabs.current() == "music"


def test_closing_is_asked_for(tabs: RoomTabs, qtbot: QtBot) -> None:
    button = tabs.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    assert button.accessibleName() == "Close #R&D"
    with qtbot.waitSignal(tabs.close_asked) as asked:
        button.click()
    assert asked.args == ["R&D"]
    with qtbot.waitSignal(tabs.close_asked) as asked:
        qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=tabs.tabRect(2).center())
    assert asked.args == ["music"]
    assert len(tabs.rooms()) == 3


def test_unknown_rooms_are_passed_over(tabs: RoomTabs) -> None:
    tabs.remove("never heard of")
    tabs.show_state("never heard of", Standing.JOINED, Badge(1))
    tabs.remove("music")
    assert tabs.rooms() == ["default", "R&D"]


def test_a_long_name_does_not_take_the_whole_bar(tabs: RoomTabs) -> None:
    tabs.add("x" * 64)
    tabs.show_state("x" * 64, Standing.JOINED)
    assert tabs.tabRect(3).width() < 300


def test_the_tab_in_front_moves_by_keys_too(theme: Theme, qtbot: QtBot) -> None:
    tabs = RoomTabs(theme)
    qtbot.addWidget(tabs)
    tabs.move_current(1)
    for room in ("a", "b", "c"):
        tabs.add(room)
    tabs.bring_to_front("a")
    tabs.move_current(1)
    assert tabs.rooms() == ["b", "a", "c"]
    tabs.move_current(5)
    assert tabs.rooms() == ["b", "c", "a"]
    tabs.move_current(-1)
    assert (tabs.rooms(), tabs.current()) == (["b", "a", "c"], "a")


def test_a_flood_in_many_rooms_draws_no_mark_twice(
    tabs: RoomTabs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = Mock(side_effect=module.dot)
    monkeypatch.setattr(module, "dot", drawn)
    fitted = Mock(side_effect=tabs.setTabIcon)
    monkeypatch.setattr(tabs, "setTabIcon", fitted)
    names = [f"room {number}" for number in range(20)]
    for name in names:
        tabs.add(name)
    for unread in range(1, 20):
        for name in names:
            tabs.show_state(name, Standing.JOINED, Badge(unread))
    assert drawn.call_count == 1
    assert fitted.call_count == len(names), "a dot is a dot, whatever the number"


def test_a_tab_is_found_wherever_it_was_moved(tabs: RoomTabs) -> None:
    tabs.show_state("music", Standing.JOINED, Badge(3))
    place = tabs.rooms().index("music")
    tabs.moveTab(place, 0)
    tabs.show_state("music", Standing.JOINED)
    assert tabs.tabIcon(0).isNull()
    tabs.remove("music")
    assert "music" not in tabs.rooms()
