from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.search.panel import SearchPanel
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK
from chatapp.protocol.messages.rich import Event

Said = Callable[..., Event]


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> SearchPanel:
    made = SearchPanel(theme)
    qtbot.addWidget(made)
    made.resize(280, 500)
    made.show()
    made.activateWindow()
    made.begin(in_room=True)
    return made


def look_for(panel: SearchPanel, text: str, qtbot: QtBot) -> list[object]:
    with qtbot.waitSignal(panel.asked) as asked:
        qtbot.keyClicks(panel.field, text)
    return list(asked.args)


def test_everything_has_a_name(panel: SearchPanel) -> None:
    names = [panel.field, panel.in_room, panel.everywhere, panel.close_panel, panel.list]
    assert [widget.accessibleName() for widget in names] == [
        "Search messages",
        "This room",
        "All rooms",
        "Close search",
        "Search results",
    ]


def test_what_is_typed_is_looked_for_once_the_typing_pauses(panel: SearchPanel, qtbot: QtBot) -> None:
    assert panel.field.hasFocus()
    asked: list[tuple[str, bool]] = []
    panel.asked.connect(lambda *what: asked.append(what))
    assert look_for(panel, " black  tea", qtbot) == ["black tea", True]
    assert asked == [("black tea", True)]
    assert panel.state == "Searching…"
    assert not panel.again.isVisible()


def test_enter_looks_at_once_and_shows_the_first_hit_when_it_is_there(
    panel: SearchPanel, said: Said, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.field, "tea")
    with qtbot.waitSignal(panel.asked):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.show_hits("tea", [said(9), said(7)], more=False)
    assert chosen.args == ["music", 9]
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert chosen.args == ["music", 7]
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.args == ["music", 9]
    assert panel.field.hasFocus()


def test_without_enter_nothing_is_shown_by_itself(panel: SearchPanel, said: Said, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    with qtbot.assertNotEmitted(panel.chosen):
        panel.show_hits("tea", [said(9)], more=False)
    assert panel.state == "1 message found"


def test_typing_on_takes_the_wish_for_the_first_hit_back(panel: SearchPanel, said: Said, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "tea")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.field, "s")
    with qtbot.assertNotEmitted(panel.chosen):
        panel.show_hits("tea", [said(9)], more=False)


def test_where_to_look_is_a_choice(panel: SearchPanel, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    with qtbot.waitSignal(panel.asked) as asked:
        panel.everywhere.click()
    assert asked.args == ["tea", False]
    with qtbot.assertNotEmitted(panel.asked):
        panel.everywhere.click()
        panel.look_anew()
    with qtbot.waitSignal(panel.asked) as asked:
        panel.begin(in_room=True)
    assert asked.args == ["tea", True]
    with qtbot.waitSignal(panel.asked) as asked:
        panel.look_anew()
    assert asked.args == ["tea", True]


def test_the_room_is_named_only_among_several(panel: SearchPanel, said: Said, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    panel.show_hits("tea", [said(1)], more=False)
    assert not panel.list.row.with_rooms
    panel.everywhere.click()
    panel.show_hits("tea", [said(1)], more=False)
    assert panel.list.row.with_rooms


def test_it_says_what_there_is(panel: SearchPanel, said: Said, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    panel.show_hits("tea", [], more=False)
    assert panel.state == "Nothing found. Try fewer or shorter words."
    panel.show_hits("tea", [said(seq) for seq in range(50, 0, -1)], more=True)
    assert panel.state == "50 found so far, newest first"
    with qtbot.waitSignal(panel.more_asked):
        panel.list.scrollToBottom()
    panel.add_hits([said(0)], more=False)
    assert panel.state == "51 messages found, newest first"
    assert panel.list.accessibleDescription() == panel.state


def test_a_refusal_is_said_in_its_place_and_can_be_tried_again(panel: SearchPanel, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    panel.refuse("That was too fast.")
    assert panel.state == "That was too fast."
    with qtbot.waitSignal(panel.asked) as asked:
        panel.again.click()
    assert asked.args == ["tea", True]
    assert not panel.again.isVisible()


def test_an_empty_line_shows_nothing(panel: SearchPanel, said: Said, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    panel.show_hits("tea", [said(1)], more=False)
    with qtbot.waitSignal(panel.asked) as asked:
        panel.field.clear()
    assert asked.args[0] == ""
    assert panel.hits.rowCount() == 0
    assert panel.state == ""


def test_down_leads_to_the_hits_and_escape_leaves_from_everywhere(panel: SearchPanel, said: Said, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    with qtbot.waitSignal(panel.close_asked):
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.field.hasFocus()
    panel.show_hits("tea", [said(1)], more=False)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    with qtbot.waitSignal(panel.close_asked):
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.close_asked):
        panel.close_panel.click()


def test_what_was_found_is_looked_for_anew_when_it_opens_again(panel: SearchPanel, qtbot: QtBot) -> None:
    look_for(panel, "tea", qtbot)
    panel.hide()
    panel.show()
    with qtbot.waitSignal(panel.asked) as asked:
        panel.begin(in_room=True)
    assert asked.args == ["tea", True]
    assert panel.field.selectedText() == "tea"


def test_what_came_of_it_is_read_aloud(
    panel: SearchPanel, said: Said, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("chatapp.gui.search.panel.read_aloud", lambda _, text: heard.append(text))
    look_for(panel, "tea", qtbot)
    panel.show_hits("tea", [said(1)], more=False)
    assert heard == ["Searching…", "1 message found"]


def test_icons_follow_the_theme(panel: SearchPanel, theme: Theme) -> None:
    before = panel.close_panel.icon().cacheKey()
    theme.use(DARK)
    assert panel.close_panel.icon().cacheKey() != before
