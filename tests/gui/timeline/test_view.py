import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Measures, Theme
from chatapp.gui.theme.tokens import DARK, LIGHT
from chatapp.gui.timeline.doable import Deed, Rights
from chatapp.gui.timeline.heads import day
from chatapp.gui.timeline.hits import Act, Chip, Quoted
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, EntryKind, Note, NoteKind, Reaction, State, Timeline
from tests.gui.timeline.conftest import NOW, Show, Shown, lines
from tests.gui.timeline.test_message import HOSTILE

DAY = 86_400.0


def ground(shown: Shown) -> QColor:
    image = shown.view.viewport().grab().toImage()
    return image.pixelColor(2, 2)


def labels(shown: Shown) -> list[str]:
    """What the day separators say, from the top."""
    rows = [shown.view.rows.row(row) for row, _ in shown.view.visible()]
    return [row._day._layout.text() for row in rows if row._day is not None]


def new_lines(shown: Shown) -> list[int]:
    return [row for row, _ in shown.view.visible() if shown.view.rows.row(row)._new is not None]


def test_its_name_is_what_screen_readers_rely_on(show: Show) -> None:
    assert show().view.accessibleName() == "Messages"


def test_painting_asks_only_for_what_shows(show: Show) -> None:
    shown = show(lines(100_000))
    shown.view.visible()
    before = shown.view.rows.laid_out
    for _ in range(5):
        shown.view.viewport().repaint()
    assert shown.view.rows.laid_out == before


def test_an_empty_room_shows_its_hint(show: Show) -> None:
    shown = show()
    bare = shown.view.viewport().grab().toImage()
    shown.view.set_hint("<b>Nothing</b> has been said")
    assert shown.view.accessibleDescription() == "<b>Nothing</b> has been said"
    hinted = shown.view.viewport().grab().toImage()
    assert hinted != bare
    shown.hear("first")
    shown.view.set_hint("")
    without = shown.view.viewport().grab().toImage()
    shown.view.set_hint("<b>Nothing</b> has been said")
    assert shown.view.viewport().grab().toImage() == without


def test_days_are_called_by_the_clock_it_was_given(show: Show, qtbot: QtBot) -> None:
    shown = show([Entry("Ann", "x", NOW - days * DAY) for days in (2, 1, 0)])
    shown.view.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    assert labels(shown) == ["Saturday, 19 September 2026", "Yesterday", "Today"]
    shown.now[0] += DAY
    # What the timer does that goes off at midnight.
    assert 0 < shown.view._dawn.remainingTime() < 3_700_000
    shown.view._dawn.timeout.emit()
    assert labels(shown)[-2:] == ["Sunday, 20 September 2026", "Yesterday"]


def test_the_new_line_stands_where_the_timeline_says(show: Show) -> None:
    shown = show(lines(5), new_from=3)
    assert new_lines(shown) == [3]
    height = shown.view.rows.height(3)
    shown.timeline.new_from = 4
    shown.model.refresh()
    assert new_lines(shown) == [4]
    assert shown.view.rows.height(3) < height
    shown.timeline.new_from = None
    shown.model.refresh()
    assert new_lines(shown) == []
    assert shown.view.at_bottom


def test_another_theme_is_worn_at_once(show: Show) -> None:
    shown = show(lines(30))
    assert ground(shown) == QColor(LIGHT.window)
    shown.theme.use(DARK)
    assert ground(shown) == QColor(DARK.window)
    assert shown.view.at_bottom


def test_another_font_is_laid_out_anew(show: Show) -> None:
    shown = show(lines(100))
    heights = [shown.view.rows.height(row) for row in (97, 98, 99)]
    font = QFont(shown.view.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    shown.view.setFont(font)
    assert [shown.view.rows.height(row) for row in (97, 98, 99)] > heights
    assert shown.view.at_bottom
    shown.view.visible()


def test_a_window_that_runs_from_right_to_left_is_mirrored(show: Show) -> None:
    shown = show(lines(3))
    image = shown.view.viewport().grab().toImage()
    shown.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert shown.view.rows.look.mirrored
    mirrored = shown.view.viewport().grab().toImage()
    assert mirrored != image
    disc = shown.view.rows.look.margin + shown.view.rows.look.disc // 2
    first = shown.view.visible()[0][1] + 60
    column = [mirrored.pixelColor(mirrored.width() - disc, y) for y in range(first)]
    assert any(colour != QColor(LIGHT.window) for colour in column)


def test_another_model_starts_anew(show: Show) -> None:
    shown = show(lines(50))
    shown.view.select_all()
    shown.view.scroll_by(-300)
    other = TimelineModel(Timeline([Entry("Zoe", "elsewhere", NOW)]), shown.view)
    shown.view.set_model(other)
    assert len(shown.view.visible()) == 1
    assert shown.view.at_bottom
    assert not shown.view.selection
    shown.hear("in the old room")
    assert len(shown.view.visible()) == 1


def test_a_confirmed_message_is_drawn_as_such(show: Show) -> None:
    shown = show(lines(3))
    key = shown.say("██████")
    muted = shown.view.viewport().grab().toImage()
    shown.confirm(key)
    assert shown.view.viewport().grab().toImage() != muted
    assert len(shown.view.visible()) == 4


def test_a_confirmed_message_does_not_move_the_others(show: Show) -> None:
    shown = show(lines(30))
    key = shown.say("mine")
    before = shown.view.visible()
    shown.confirm(key)
    assert shown.view.visible() == before


def test_the_text_of_a_reset_model_is_shown(show: Show) -> None:
    shown = show(lines(3))
    first, second = shown.say("one"), shown.say("two")
    entry = shown.timeline.settle(first)
    assert entry is not None
    shown.timeline.say(entry)
    shown.model.refresh()
    assert [shown.model.entry(row).key for row, _ in shown.view.visible()][-2:] == [second, first]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_survived(show: Show, text: str) -> None:
    shown = show([*lines(3), Entry(text[:500], text, NOW), *lines(3)])
    shown.view.viewport().grab()
    shown.view.to_top()
    shown.view.viewport().grab()
    shown.view.select_all()
    shown.view.viewport().grab()
    shown.view.resize(200, 300)
    shown.view.viewport().grab()
    assert shown.view.selected_text().count("message") == 6


def test_a_view_without_a_model_is_empty(qtbot: QtBot) -> None:
    view = TimelineView(Theme())
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert view.visible() == []
    assert view.at_bottom
    assert view.selected_text() == ""
    view.follow()


def logged(count: int) -> list[Entry]:
    return [Entry("Ann", f"message {number}", NOW - count + number, seq=number + 1) for number in range(count)]


def test_a_message_is_brought_to_the_middle_and_lights_up(show: Show) -> None:
    shown = show(logged(300))
    assert shown.view.show_seq(101)
    place = shown.view.message_rect(100)
    assert abs(place.center().y() - shown.view.extent // 2) < 30
    assert shown.view.flash.row == shown.view.keyboard.current == 100
    before = shown.view.visible()
    assert shown.view.show_seq(103)
    assert shown.view.visible() == before, "it was in sight already"
    assert not shown.view.show_seq(999)
    assert shown.view.flash.row == 102


def test_a_quote_leads_to_its_message_here_or_elsewhere(show: Show, qtbot: QtBot) -> None:
    shown = show(logged(300))
    with qtbot.assertNotEmitted(shown.view.seq_wanted):
        shown.view.act(299, Quoted(5))
    assert shown.view.flash.row == 4
    with qtbot.waitSignal(shown.view.seq_wanted) as asked:
        shown.view.act(299, Quoted(5_000))
    assert asked.args == [5_000]


def test_a_click_on_a_reaction_adds_ones_own_or_takes_it_back(show: Show, qtbot: QtBot) -> None:
    liked = (Reaction("👍", ("Bo",)), Reaction("🎉", ("me",), mine=True))
    shown = show([Entry("Ann", "text", NOW, seq=4, reactions=liked)])
    with qtbot.assertNotEmitted(shown.view.reaction_asked):
        shown.view.act(0, Chip("👍", mine=False))
    shown.view.set_rights(Rights(rich=True, write=True))
    for emoji, on in (("👍", True), ("🎉", False)):
        with qtbot.waitSignal(shown.view.reaction_asked) as asked:
            shown.view.act(0, Chip(emoji, mine=not on))
        assert asked.args == [4, emoji, on]


def test_a_failed_message_is_sent_again_or_given_up_by_a_click(show: Show, qtbot: QtBot) -> None:
    shown = show()
    shown.timeline.say(Entry("me", "text", NOW, mine=True, key=3, state=State.FAILED, problem="No."))
    shown.model.refresh()
    for act, wish in ((Act.RETRY, shown.view.retry_asked), (Act.DISCARD, shown.view.discard_asked)):
        with qtbot.waitSignal(wish) as asked:
            shown.view.act(0, act)
        assert asked.args == [3]


def test_a_reaction_to_a_message_out_of_sight_is_chosen_beside_the_view(show: Show, qtbot: QtBot) -> None:
    shown = show(logged(300))
    shown.view.set_rights(Rights(rich=True, write=True))
    with qtbot.waitSignal(shown.view.reaction_wanted) as asked:
        shown.view.do(Entry("Ann", "gone", NOW, seq=9_999), Deed.REACT)
    assert asked.args == [9_999, shown.view]


def test_unfolding_moves_nothing_below_that_shows(show: Show) -> None:
    notes = tuple(Note(NoteKind.JOINED, f"name {number}") for number in range(60))
    note = Entry("", "", NOW, kind=EntryKind.NOTE, notes=notes)
    shown = show([*logged(100), note, *[Entry("Ann", "after", NOW)] * 5])
    shown.view.act(100, Act.FOLD)
    assert shown.view.at_bottom
    assert shown.view.visible()[-1][0] == 105


def test_notes_are_not_counted_as_new(show: Show, qtbot: QtBot) -> None:
    shown = show(logged(300))
    shown.view.scroll_by(-2_000)
    shown.timeline.note(Note(NoteKind.JOINED, "Bo"), NOW)
    shown.hear("one")
    qtbot.waitUntil(lambda: shown.view.jump.text() == "↓ 1 new")


def test_the_day_that_one_reads_is_that_of_the_first_message_that_shows(show: Show) -> None:
    shown = show(lines(100, every=86_400.0))
    assert shown.view.day_seen == day(shown.model.entry(shown.view.visible()[0][0]).at)
    shown.view.to_top()
    assert shown.view.day_seen == day(shown.model.entry(0).at)
    assert show().view.day_seen is None


@pytest.mark.parametrize("measures", [Measures(compact=True), Measures(scale=1.75)])
def test_the_reader_stays_where_they_are_when_measures_change(show: Show, measures: Measures) -> None:
    shown = show(lines(200))
    shown.view.scroll_by(-1500)
    before = shown.view.keep_place()
    assert before[0] > 0
    shown.theme.use(LIGHT, measures)
    assert shown.view.keep_place() == pytest.approx(before, abs=0.1)
    shown.theme.use(LIGHT, Measures())
    assert shown.view.keep_place() == pytest.approx(before, abs=0.1)


def test_compact_shows_more_messages(show: Show) -> None:
    shown = show(lines(200))
    comfortable = shown.view.rows.height(150)
    shown.theme.use(LIGHT, Measures(compact=True))
    assert shown.view.rows.height(150) < comfortable


def test_more_news_than_fit_open_at_their_line(show: Show) -> None:
    shown = show(logged(300), new_from=200)
    shown.view.open_at_new(100)
    tops = dict(shown.view.visible())
    assert 0 < tops[200] < 3 * shown.view.rows.look.line
    assert not shown.view.at_bottom
    assert shown.view.jump.isVisible()
    assert shown.view.jump.text() == "↓ 100 new"
    assert shown.view.keyboard.current == 200
    shown.hear("one more")
    assert dict(shown.view.visible()) == tops
    assert shown.view.jump.text() == "↓ 101 new"
    shown.view.follow()
    assert shown.view.at_bottom
    assert not shown.view.jump.isVisible()


def test_news_that_fit_are_seen_from_the_bottom(show: Show) -> None:
    shown = show(logged(300), new_from=297)
    shown.view.open_at_new(3)
    assert shown.view.at_bottom
    assert dict(shown.view.visible())[297] >= 0
    assert not shown.view.jump.isVisible()


def test_without_a_line_one_stays(show: Show) -> None:
    shown = show(logged(300))
    shown.view.open_at_new(100)
    assert shown.view.at_bottom


def test_a_part_of_the_log_is_no_reason_to_follow(show: Show) -> None:
    shown = show(logged(300), new_from=299)
    shown.timeline.newer = True
    shown.model.refresh()
    shown.view.open_at_new(500)
    assert not shown.view.at_bottom
    assert 299 in dict(shown.view.visible())
    assert shown.view.jump.text() == "↓ 500 new"


def test_opening_at_the_line_lays_out_no_more_than_shows(show: Show) -> None:
    shown = show(logged(100_000), new_from=20_000)
    before = shown.view.rows.laid_out
    shown.view.open_at_new(80_000)
    assert shown.view.jump.text() == "↓ 999+ new"
    assert shown.view.rows.laid_out - before <= len(shown.view.visible()) + 12
