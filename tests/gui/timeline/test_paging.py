import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.timeline.paging import NEAR
from chatapp.session.timeline import Entry
from tests.gui.timeline.conftest import NOW, Show, Shown


def logged(first: int, count: int) -> list[Entry]:
    return [
        Entry("Ann", f"message {number}", NOW - 9_000 + number, seq=number) for number in range(first, first + count)
    ]


class Asked:
    """What a view asks for, from now on."""

    def __init__(self, shown: Shown) -> None:
        self.wishes: list[str] = []
        shown.view.older_wanted.connect(lambda: self.wishes.append("older"))
        shown.view.newer_wanted.connect(lambda: self.wishes.append("newer"))
        shown.view.newest_wanted.connect(lambda: self.wishes.append("newest"))


def window(show: Show, count: int, *, older: bool = False, newer: bool = False) -> tuple[Shown, Asked]:
    """A view on a part of a log."""
    shown = show()
    asked = Asked(shown)
    shown.timeline.reset(logged(1_000, count), older=older, newer=newer)
    shown.model.refresh()
    return shown, asked


def settled(qtbot: QtBot, shown: Shown) -> None:
    qtbot.waitUntil(lambda: not shown.view._settling.isActive() and not shown.view.paging._asking.isActive())


def edges(shown: Shown) -> list[tuple[str, int]]:
    """The messages that show, each with its lower edge."""
    return [(shown.model.entry(row).text, y + shown.view.rows.height(row)) for row, y in shown.view.visible()]


def test_nothing_is_asked_for_far_from_the_ends(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 4 * NEAR, older=True)
    settled(qtbot, shown)
    assert asked.wishes == []


def test_older_messages_are_asked_for_before_the_reader_is_there(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 4 * NEAR, older=True)
    while shown.view.visible()[0][0] >= NEAR:
        settled(qtbot, shown)
        assert asked.wishes == []
        shown.view.scroll_page(-1)
    settled(qtbot, shown)
    assert asked.wishes == ["older"]
    assert shown.view.visible()[0][0] > 0


def test_a_short_page_is_filled_at_once(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 3, older=True)
    settled(qtbot, shown)
    assert asked.wishes == ["older"]
    assert shown.view.at_bottom


def test_while_it_is_on_its_way_it_is_not_asked_for_again(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 3, older=True)
    settled(qtbot, shown)
    shown.timeline.loading_older = True
    shown.model.refresh()
    for _ in range(5):
        shown.view.scroll_by(-10)
        settled(qtbot, shown)
    assert asked.wishes == ["older"]


def test_what_could_not_be_had_is_asked_for_again_only_by_the_reader(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 3, older=True)
    settled(qtbot, shown)
    for loading in (True, False):
        shown.timeline.loading_older = loading
        shown.model.refresh()
        settled(qtbot, shown)
    assert asked.wishes == ["older"]
    shown.view.scroll_by(-10)
    settled(qtbot, shown)
    assert asked.wishes == ["older", "older"]


@pytest.mark.parametrize("scrolled", [0, 7])
def test_the_reader_stays_where_they_are_when_older_messages_come(show: Show, qtbot: QtBot, scrolled: int) -> None:
    shown, _ = window(show, 60, older=True)
    shown.view.to_top()
    shown.view.scroll_by(scrolled)
    settled(qtbot, shown)
    first = edges(shown)[0]
    laid_out = shown.view.rows.laid_out
    shown.timeline.prepend(logged(900, 100))
    shown.model.refresh()
    assert first in edges(shown)
    assert shown.view.rows.laid_out - laid_out <= 12, "what stays is not laid out anew"


def test_at_the_bottom_of_a_part_nothing_is_followed(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 60, newer=True)
    assert not shown.view.at_bottom
    shown.view.scroll_by(100_000)
    settled(qtbot, shown)
    assert asked.wishes == ["newer"]
    assert not shown.view.at_bottom
    before = shown.view.visible()
    shown.timeline.append(logged(1_060, 100))
    shown.model.refresh()
    assert shown.view.visible()[0] == before[0]
    assert shown.view.jump.text() == "↓", "what is paged in is not new"


def test_the_end_of_the_log_is_followed_again(show: Show, qtbot: QtBot) -> None:
    shown, _ = window(show, 60, newer=True)
    shown.view.scroll_by(100_000)
    assert not shown.view.at_bottom
    shown.timeline.newer = False
    with qtbot.waitSignal(shown.view.at_bottom_changed):
        shown.model.refresh()
    assert shown.view.at_bottom


def test_the_button_asks_for_the_newest_where_it_is_not_here(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 60, newer=True)
    settled(qtbot, shown)
    assert shown.view.jump.isVisible()
    qtbot.mouseClick(shown.view.jump, Qt.MouseButton.LeftButton)
    assert asked.wishes[-1] == "newest"
    shown.timeline.reset(logged(5_000, 60), older=True)
    shown.model.refresh()
    assert shown.view.at_bottom
    settled(qtbot, shown)
    assert not shown.view.jump.isVisible()


def test_what_was_just_said_is_seen_though_the_end_is_not_here(show: Show, qtbot: QtBot) -> None:
    shown, asked = window(show, 60, newer=True)
    settled(qtbot, shown)
    shown.view.follow()
    assert asked.wishes[-1] == "newest"
    assert shown.view.visible()[-1][0] == 59
    shown.say("on its way")
    shown.say("and on")
    assert shown.view.visible()[-1][0] == 61
    assert not shown.view.at_bottom, "there is more to come"


def test_hidden_it_asks_for_nothing(show: Show, qtbot: QtBot) -> None:
    shown = show()
    shown.view.hide()
    asked = Asked(shown)
    shown.timeline.reset(logged(1_000, 3), older=True)
    shown.model.refresh()
    settled(qtbot, shown)
    assert asked.wishes == []
    with qtbot.waitSignal(shown.view.older_wanted):
        shown.view.show()


def test_what_is_on_its_way_is_said_quietly(show: Show, qtbot: QtBot) -> None:
    shown, _ = window(show, 60, older=True, newer=True)
    shown.view.to_top()
    still = shown.view.viewport().grab().toImage()
    shown.timeline.loading_newer = True
    shown.model.refresh()
    assert shown.view.viewport().grab().toImage() == still, "that end is not in sight"
    shown.timeline.loading_older = True
    shown.model.refresh()
    assert shown.view.viewport().grab().toImage() != still
    shown.timeline.loading_older = False
    shown.model.refresh()
    assert shown.view.viewport().grab().toImage() == still
    shown.view.scroll_by(100_000)
    below = shown.view.viewport().grab().toImage()
    shown.timeline.loading_newer = False
    shown.model.refresh()
    assert shown.view.viewport().grab().toImage() != below


def test_an_empty_room_says_that_it_is_being_loaded(show: Show) -> None:
    shown = show()
    shown.view.set_hint("Nothing has been said")
    hinted = shown.view.viewport().grab().toImage()
    shown.timeline.loading_older = True
    shown.model.refresh()
    assert shown.view.viewport().grab().toImage() != hinted
