"""What the timeline shows of a log that is followed."""

from typing import Any

import pytest

from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event, GetHistory, History, Kind
from chatapp.session import timeline as rows
from chatapp.session import window as module
from chatapp.session.timeline import EntryKind, Note, NoteKind, Quote, Timeline
from chatapp.session.window import Window
from tests.session.driver import said


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 4)
    monkeypatch.setattr(module, "BEFORE", 2)
    monkeypatch.setattr(rows, "PAGE", 2)


def page(*seqs: int, complete: bool = False, top: int = 0, epoch: str = "e", **more: Any) -> History:
    return History("music", epoch, said(*seqs, **more), complete, max(top, *seqs, 0))


def begun(*seqs: int, complete: bool = False, most: int | None = None) -> Window:
    window = Window("music", Timeline(most=most), {})
    assert list(window.begin(page(*seqs, complete=complete), "Ann")) == []
    return window


def live(window: Window, *seqs: int) -> None:
    for event in said(*seqs):
        window.apply(window.follow.hear(Event(event.kind, event.seq, 0, "Bo", epoch="e", message="m")), "Ann")


def edited(window: Window, seq: int, target: int) -> None:
    event = Event(Kind.EDIT, seq, 0, "Bo", epoch="e", message="better", target=target)
    window.apply(window.follow.hear(event), "Ann")


def seqs(window: Window) -> list[int]:
    return [entry.seq for entry in window.timeline]


def texts(window: Window) -> list[str]:
    return [entry.text for entry in window.timeline]


def gap(window: Window) -> list[bool]:
    return [entry.kind is EntryKind.GAP for entry in window.timeline]


def ask(window: Window, request: GetHistory | None) -> GetHistory:
    assert request is not None
    window.awaited = request
    return request


def test_begins_with_the_newest_page() -> None:
    window = begun(5, 6)
    live(window, 7)
    assert seqs(window) == [5, 6, 7]
    assert (window.timeline.older, window.timeline.newer) == (True, False)


def test_the_whole_log_has_nothing_older() -> None:
    window = begun(1, 2, complete=True)
    assert not window.timeline.older
    assert gap(window) == [False, False]
    assert window.older() is None


def test_a_log_whose_beginning_is_not_kept_says_so() -> None:
    assert gap(begun(5, 6, complete=True)) == [True, False, False]
    window = Window("music", Timeline(), {})
    window.begin(page(complete=True, top=9), "Ann")
    assert gap(window) == [True]


def test_older_pages_go_in_front() -> None:
    window = begun(5, 6)
    assert ask(window, window.older()) == GetHistory("music", before=5, limit=4)
    assert window.timeline.loading_older
    assert window.older() is None, "one at a time"
    window.take_older(page(3, 4), "Ann")
    assert (window.timeline.loading, window.timeline.older) == (False, True)
    assert ask(window, window.older()) == GetHistory("music", before=3, limit=4)
    window.take_older(page(1, 2, complete=True), "Ann")
    assert seqs(window) == [1, 2, 3, 4, 5, 6]
    assert not window.timeline.older


def test_a_page_without_messages_moves_on_too() -> None:
    window = begun(9)
    ask(window, window.older())
    deeds = [Event(Kind.REACT, seq, 0, "Bo", target=1, reaction="👍") for seq in (7, 8)]
    window.take_older(History("music", "e", deeds, complete=False, top=9), "Ann")
    assert ask(window, window.older()).before == 7


def test_the_end_of_what_is_kept_is_marked_when_it_is_reached() -> None:
    window = begun(5, 6)
    ask(window, window.older())
    window.take_older(page(3, 4, complete=True), "Ann")
    assert gap(window) == [True, False, False, False, False]


def test_what_was_done_while_a_page_was_on_its_way_is_done_to_it() -> None:
    window = begun(5, 6)
    ask(window, window.older())
    edited(window, 7, 3)
    window.take_older(page(3, 4, top=6), "Ann")
    assert texts(window)[0] == "better"
    ask(window, window.older())
    window.take_older(page(1, 2, top=7), "Ann")
    assert texts(window)[:2] == ["message 1", "message 2"]


def test_a_page_that_knows_more_is_not_set_back() -> None:
    window = begun(5, 6)
    ask(window, window.older())
    edited(window, 7, 3)
    window.take_older(page(3, 4, top=9), "Ann")
    assert texts(window)[0] == "message 3"


def test_a_page_of_another_log_is_of_no_use() -> None:
    window = begun(5, 6)
    ask(window, window.older())
    window.take_older(page(3, 4, epoch="f"), "Ann")
    assert seqs(window) == [5, 6]
    assert not window.timeline.loading


def test_around_a_message_and_back_to_the_end() -> None:
    window = begun(29, 30)
    assert ask(window, window.around(10)) == GetHistory("music", after=7, limit=4)
    window.take_around(page(8, 9, 10, 11, top=30), "Ann")
    assert seqs(window) == [8, 9, 10, 11]
    assert (window.timeline.older, window.timeline.newer) == (True, True)
    live(window, 31)
    assert seqs(window) == [8, 9, 10, 11], "it goes on behind the window"
    edited(window, 32, 9)
    assert texts(window)[1] == "better"
    assert ask(window, window.newer()) == GetHistory("music", after=11, limit=4)
    window.take_newer(page(12, 13, 14, 15, top=32), "Ann")
    assert seqs(window)[-1] == 15
    assert ask(window, window.newest()) == GetHistory("music", limit=4)
    window.take_newest(page(29, 30, 31, top=32), "Ann")
    assert seqs(window) == [29, 30, 31]
    assert window.timeline.newer, "not until what is followed is there"


def test_the_newest_page_ends_where_the_log_is_followed_to() -> None:
    window = begun(29, 30)
    ask(window, window.around(10))
    window.take_around(page(8, 9, 10, 11, top=30), "Ann")
    ask(window, window.newest())
    window.take_newest(page(29, 30, 31, 32), "Ann")
    assert seqs(window) == [29, 30]
    assert not window.timeline.newer
    live(window, 31)
    assert seqs(window) == [29, 30, 31]


def test_paging_on_reaches_the_end() -> None:
    window = begun(9, 10)
    ask(window, window.around(3))
    window.take_around(page(1, 2, 3, 4, top=10), "Ann")
    assert not window.timeline.older
    for events in ((5, 6, 7, 8), (9, 10)):
        ask(window, window.newer())
        window.take_newer(page(*events, complete=events[-1] == 10, top=10), "Ann")
    assert seqs(window) == list(range(1, 11))
    assert not window.timeline.newer
    live(window, 11)
    assert seqs(window)[-1] == 11


def test_at_the_end_already_there_is_nothing_newer() -> None:
    window = begun(5, 6)
    assert window.newer() is None
    assert window.newest() is None


def test_a_jump_leaves_other_pages_behind() -> None:
    window = begun(29, 30)
    first = ask(window, window.older())
    second = ask(window, window.around(10))
    assert window.awaited is second
    assert window.awaited is not first


def test_what_does_not_follow_stands_below_a_gap() -> None:
    window = begun(5, 6)
    window.lost()
    window.begin_again(page(1, 2, epoch="f"), "Ann")
    assert seqs(window) == [0, 0, 0, 1, 2]
    assert gap(window) == [False, False, True, False, False]
    assert texts(window)[:2] == ["message 5", "message 6"]
    assert not window.timeline.older, "what is above is of another log"
    assert window.follow.cursor == Cursor("f", 2)


def test_what_may_have_more_above_it_stands_alone_below_a_gap() -> None:
    window = begun(5, 6)
    window.lost()
    window.begin_again(page(91, 92), "Ann")
    assert gap(window) == [True, False, False]
    assert window.timeline.older
    ask(window, window.older())
    window.take_older(page(89, 90), "Ann")
    assert seqs(window) == [89, 90, 91, 92]


def test_a_first_page_that_does_not_follow_is_the_first() -> None:
    window = Window("music", Timeline(), {})
    window.resume(Cursor("e", 7))
    assert window.timeline.older
    window.begin_again(page(1, 2, epoch="f"), "Ann")
    assert seqs(window) == [1, 2]


def test_from_where_an_earlier_session_ended() -> None:
    window = Window("music", Timeline(), {})
    window.resume(Cursor("e", 7))
    assert window.follow.catch_up(page(8, 9, complete=True)) is not None
    assert ask(window, window.older()).before == 8


def test_too_many_rows_go_at_the_top_and_can_be_had_again() -> None:
    window = begun(1, complete=True, most=3)
    live(window, 2, 3, 4, 5)
    assert not window.timeline.older
    live(window, 6)
    assert seqs(window) == [4, 5, 6]
    assert ask(window, window.older()).before == 4


def test_notes_push_rows_out_as_well() -> None:
    window = begun(1, complete=True, most=3)
    live(window, 2, 3, 4, 5)
    window.note(Note(NoteKind.LEFT, "Bo"), 0.0)
    assert seqs(window) == [4, 5, 0]
    assert ask(window, window.older()).before == 4


def test_a_note_belongs_to_the_end_of_the_log() -> None:
    window = begun(29, 30)
    ask(window, window.around(10))
    window.take_around(page(8, 9, 10, 11, top=30), "Ann")
    window.note(Note(NoteKind.LEFT, "Bo"), 0.0)
    assert seqs(window) == [8, 9, 10, 11]


def test_a_page_that_does_not_join_on_any_more_is_of_no_use() -> None:
    window = begun(5, 6, most=3)
    ask(window, window.older())
    live(window, 7, 8, 9, 10)
    assert seqs(window) == [8, 9, 10]
    window.take_older(page(3, 4, top=10), "Ann")
    assert seqs(window) == [8, 9, 10]
    assert ask(window, window.older()).before == 8


def test_too_many_rows_go_at_the_end_while_the_beginning_is_read() -> None:
    window = begun(7, 8, most=3)
    for events in ((5, 6), (3, 4)):
        ask(window, window.older())
        window.take_older(page(*events, top=8), "Ann")
    assert seqs(window) == [3, 4, 5]
    assert window.timeline.newer
    live(window, 9)
    assert ask(window, window.newer()).after == 5


def test_an_answer_quotes_what_comes_into_view() -> None:
    window = Window("music", Timeline(), {})
    window.begin(page(5, reply_to=3), "Ann")
    assert window.timeline[0].reply == window.quote(3) == Quote(3)
    ask(window, window.older())
    window.take_older(page(3, 4), "Ann")
    assert window.timeline[2].reply == Quote(3, "Bo", "message 3")


def test_a_page_that_never_comes() -> None:
    window = begun(5, 6)
    ask(window, window.older())
    window.give_up()
    assert not window.timeline.loading
    assert ask(window, window.older()).before == 5
