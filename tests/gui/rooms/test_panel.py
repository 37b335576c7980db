import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.rooms.panel import RoomsPanel
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK
from chatapp.session.roomlist import Room


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> RoomsPanel:
    made = RoomsPanel(theme)
    qtbot.addWidget(made)
    made.update_rooms(
        [Room("default", 3, joined=True), Room("homework", 2, joined=True, unread=4), Room("music", 1), Room("art", 1)]
    )
    made.resize(240, 400)
    made.show()
    return made


def items(panel: RoomsPanel, room: str) -> dict[str, QAction]:
    menu = panel.menu(room)
    assert menu is not None
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def test_names_are_those_that_people_rely_on(panel: RoomsPanel) -> None:
    assert panel.filter.accessibleName() == "Find a room"
    assert panel.list.accessibleName() == "Rooms"
    assert panel.new.text() == "New room"


def test_finding_opens_the_first_and_clears(panel: RoomsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.filter, "us")
    assert panel.names() == ["music"]
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert opened.args == ["music"]
    assert panel.filter.text() == ""


def test_nothing_found_is_said_and_escape_shows_all_again(panel: RoomsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.filter, "zzz")
    assert panel._nothing.isVisible()
    assert "zzz" in panel._nothing.text()
    with qtbot.assertNotEmitted(panel.opened):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.list.isVisible()
    assert len(panel.names()) == 4


def test_down_leads_from_the_filter_into_the_list(panel: RoomsPanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.filter.setFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    assert panel.list.currentIndex().data() == "default"


def test_names_in_the_lists_order(panel: RoomsPanel) -> None:
    assert panel.names() == ["default", "homework", "art", "music"]
    assert panel.names(unread=True) == ["homework"]


def test_the_room_in_front_is_marked(panel: RoomsPanel) -> None:
    panel.show_current("music")
    assert panel.list.currentIndex().data() == "music"
    panel.show_current(None)
    assert not panel.list.selectedIndexes()


@pytest.mark.parametrize(
    ("room", "offered"),
    [
        ("default", ["Open", "Mark as read", "Copy link"]),
        ("homework", ["Open", "Leave room", "Mark as read", "Copy link", "Delete room…"]),
        ("music", ["Open", "Join room", "Mark as read", "Copy link", "Delete room…"]),
    ],
)
def test_the_menu_offers_what_fits(panel: RoomsPanel, room: str, offered: list[str]) -> None:
    assert list(items(panel, room)) == offered


@pytest.mark.parametrize(
    ("room", "item", "signal"),
    [
        ("music", "Open", "opened"),
        ("music", "Join room", "join_asked"),
        ("homework", "Leave room", "leave_asked"),
        ("homework", "Mark as read", "read_asked"),
        ("music", "Copy link", "link_asked"),
        ("homework", "Delete room…", "delete_asked"),
    ],
)
def test_the_menu_asks(panel: RoomsPanel, qtbot: QtBot, room: str, item: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        items(panel, room)[item].trigger()
    assert asked.args == [room]


def test_only_what_is_unread_can_be_marked_read(panel: RoomsPanel) -> None:
    assert items(panel, "homework")["Mark as read"].isEnabled()
    assert not items(panel, "music")["Mark as read"].isEnabled()
    assert panel.menu("unheard of") is None


def test_a_new_room_is_asked_for_and_icons_follow_the_theme(panel: RoomsPanel, theme: Theme, qtbot: QtBot) -> None:
    before = panel.new.icon().cacheKey()
    theme.use(DARK)
    assert panel.new.icon().cacheKey() != before
    with qtbot.waitSignal(panel.new_asked):
        panel.new.click()


def test_whoever_decides_it_chooses_how_a_room_is_written_in(panel: RoomsPanel, qtbot: QtBot) -> None:
    assert "Writing in this room" not in items(panel, "music")
    panel.use_pace(lambda room: (False, 0) if room == "music" else None)
    assert "Writing in this room" not in items(panel, "default")
    menu = items(panel, "music")["Writing in this room"].menu()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(panel.pace_asked) as asked:
        menu.actions()[0].trigger()
    assert asked.args == ["music", True, None]
