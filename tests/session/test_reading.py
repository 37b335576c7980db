"""Rooms' logs: live, caught up with, paged through."""

import pytest
from msgspec.structs import replace

from chatapp.protocol.messages.base import Cursor, Error, Joined, JoinRoom, Left, RoomsList, SendMessage
from chatapp.protocol.messages.rich import Ack, Capability, GetHistory, History, Kind
from chatapp.session import reading
from chatapp.session.changes import Done, Refused, Shown, TimelineChanged
from chatapp.session.keeping import Kept
from chatapp.session.timeline import EntryKind
from chatapp.session.unread import Place
from tests.session.driver import Welcomed, said


def begun(*seqs: int, complete: bool = False) -> Welcomed:
    """In `default`, of which this is the newest page."""
    ann = Welcomed().welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetHistory)]
    ann.hear(History("default", "e", said(*seqs), complete, seqs[-1] if seqs else 0, ref=asked.ref))
    ann.forget()
    return ann


def back(ann: Welcomed) -> JoinRoom:
    """After a lost connection: the request that catches up with `default`."""
    ann.lose()
    ann.forget()
    ann.welcome()
    [join] = [request for request in ann.sent if isinstance(request, JoinRoom)]
    ann.sent[:] = [join]
    ann.hear(Joined("default", join.ref))
    return join


def test_the_newest_page_then_live() -> None:
    ann = begun(5, 6)
    ann.told(7)
    ann.told(7)
    assert ann.seqs() == [5, 6, 7]
    assert ann.session.rooms["default"].unread == 1, "not on first load"
    assert ann.session.timeline("default").most is not None


def test_live_events_wait_for_the_first_page() -> None:
    ann = Welcomed().welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetHistory)]
    ann.told(7)
    assert ann.seqs() == []
    ann.hear(History("default", "e", said(5, 6), complete=False, top=6, ref=asked.ref))
    assert ann.seqs() == [5, 6, 7]


def test_what_was_missed_is_caught_up_with_page_by_page() -> None:
    ann = begun(1, complete=True)
    assert back(ann).since == Cursor("e", 1)
    ann.page(*said(2, 3), complete=False, top=4, recovered=True)
    assert ann.sent[-1] == GetHistory("default", after=3, limit=100, ref=ann.ref)
    ann.told(5)
    assert ann.seqs() == [1, 2, 3]
    ann.page(*said(4))
    assert ann.seqs() == [1, 2, 3, 4, 5]
    assert ann.session.rooms["default"].unread == 4


def test_what_is_heard_while_the_first_page_comes_is_unread() -> None:
    ann = Welcomed().welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetHistory)]
    ann.told(7)
    ann.hear(History("default", "e", said(5, 6, 7), complete=False, top=7, ref=asked.ref))
    assert ann.seqs() == [5, 6, 7]
    assert ann.session.rooms["default"].unread == 1


def test_what_the_first_page_has_and_is_heard_after_it_is_unread() -> None:
    ann = begun(5, 6, 7)
    ann.told(7)
    ann.told(7)
    assert ann.seqs() == [5, 6, 7]
    assert ann.session.rooms["default"].unread == 1


def test_what_is_missing_after_the_first_page_is_fetched() -> None:
    ann = Welcomed().welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetHistory)]
    ann.told(9)
    ann.hear(History("default", "e", said(5, 6), complete=False, top=6, ref=asked.ref))
    assert ann.sent[-1] == GetHistory("default", after=6, limit=100, ref=ann.ref)
    ann.page(*said(7, 8))
    assert ann.seqs() == [5, 6, 7, 8, 9]


def test_an_own_message_in_what_was_skipped_is_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CATCH_UP", 10)
    ann = begun(1, complete=True)
    ticket = ann.say("hello")
    said_ref = ann.ref
    ann.told(5)
    join = ann.ref
    ann.hear(Ack("default", "e", 3, 1, "id1", said_ref), Joined("default", join))
    ann.hear(History("default", "e", said(2), complete=False, top=50, recovered=True, ref=join))
    assert ann.all(Done) == []
    ann.page(*said(49, 50), complete=False)
    assert ann.all(Done) == [Done(ticket)]
    assert ann.seqs() == [49, 50]


def test_an_own_message_that_is_safe_is_confirmed_when_the_room_is_left() -> None:
    ann = begun(1, complete=True)
    ticket = ann.do("join", "music")
    ann.hear(Joined("music", ann.ref))
    ann.page(room="music")
    say = ann.say("hello", "music")
    ann.hear(Ack("music", "e", 1, 1, "id1", ann.ref))
    assert ann.all(Done) == [Done(ticket)]
    ann.hear(Left("music"))
    assert ann.all(Done) == [Done(ticket), Done(say)]
    assert ann.session.unsent == 0


def test_a_gap_is_fetched() -> None:
    ann = begun(1, complete=True)
    ann.told(4)
    assert ann.sent == [JoinRoom("default", Cursor("e", 1), ann.ref)]
    ref = ann.ref
    ann.hear(Joined("default", ref), History("default", "e", said(2, 3), True, 4, recovered=True, ref=ref))
    assert ann.seqs() == [1, 2, 3, 4]


def test_what_is_not_kept_any_more_leaves_a_gap() -> None:
    ann = begun(1, complete=True)
    back(ann)
    ann.page(*said(1, 2), recovered=False, epoch="f")
    kinds = [entry.kind for entry in ann.session.timeline("default")]
    assert kinds == [EntryKind.MESSAGE, EntryKind.GAP, EntryKind.MESSAGE, EntryKind.MESSAGE]
    assert ann.session.rooms["default"].unread == 2


def test_a_page_that_leaves_a_hole_is_not_taken() -> None:
    ann = begun(1, complete=True)
    back(ann)
    ann.page(*said(2), complete=False, top=9, recovered=True)
    ann.page(*said(7, 8, 9))
    assert ann.seqs() == [1, 2]
    assert ann.sent[-1] == GetHistory("default", limit=100, ref=ann.ref)
    ann.page(*said(8, 9), complete=False)
    assert ann.seqs() == [0, 8, 9]


def test_too_much_to_catch_up_with_is_paged_to_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CATCH_UP", 10)
    ann = begun(1, complete=True)
    back(ann)
    ann.page(*said(2, 3), complete=False, top=50, recovered=True)
    assert ann.sent[-1] == GetHistory("default", limit=100, ref=ann.ref)
    ann.page(*said(49, 50), complete=False)
    assert ann.seqs() == [49, 50]
    assert ann.session.timeline("default").older
    assert ann.session.rooms["default"].unread == 49
    ann.told(51)
    assert ann.seqs() == [49, 50, 51]


def test_but_not_where_an_own_message_may_be_among_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CATCH_UP", 10)
    ann = begun(1, complete=True)
    ann.say("maybe")
    back(ann)
    ann.page(*said(2, 3), complete=False, top=50, recovered=True)
    assert ann.sent[-1] == GetHistory("default", after=3, limit=100, ref=ann.ref)


def test_the_end_that_was_asked_for_without_a_connection_is_shown_once_there_is_one() -> None:
    ann = begun(*range(1, 4), complete=True)
    timeline = ann.session.timeline("default")
    timeline.newer = True
    ann.lose()
    ann.session.newest("default", ann.now)
    assert not timeline.loading
    ann.forget()
    back(ann)
    ann.page(recovered=True, top=3)
    assert ann.sent[-1] == GetHistory("default", limit=100, ref=ann.ref)
    ann.page(*said(1, 2, 3), complete=True)
    assert not timeline.newer
    ann.forget()
    back(ann)
    ann.page(recovered=True, top=3)
    assert not any(isinstance(request, GetHistory) for request in ann.sent), "once is enough"


def test_without_pages_messages_are_taken_as_they_come() -> None:
    ann = Welcomed().welcome(capabilities=(Capability.RICH,))
    ann.told(7)
    ann.told(9)
    ann.told(9)
    assert ann.seqs() == [7, 9]
    ann.say("hello")
    assert ann.sent[-1] == SendMessage("hello", "default", "id1", ref=ann.ref)
    ann.session.older("default", ann.now)
    ann.session.newest("default", ann.now)
    ann.drain()
    assert not any(isinstance(request, GetHistory) for request in ann.sent)


def test_a_server_that_gives_no_page_after_all() -> None:
    ann = Welcomed().welcome()
    ann.hear(Error("not_allowed", "No.", "1"))
    ann.told(7)
    assert ann.seqs() == [7]


def test_a_server_without_a_log() -> None:
    ann = begun(complete=True)
    ann.told(0, "passing")
    assert ann.rows() == [("Bo", "passing", "sent")]


def test_rooms_that_are_not_followed_are_not_shown() -> None:
    ann = begun(1)
    ann.told(1, room="music")
    assert ann.seqs("music") == []


def test_events_change_what_is_there() -> None:
    ann = begun(1, 2)
    ann.forget()
    ann.done_to(3, 1, Kind.EDIT, message="better")
    ann.done_to(4, 2, Kind.DELETE)
    assert ann.rows() == [("Bo", "better", "sent"), ("Bo", "", "sent")]
    assert TimelineChanged("default") in ann.changes
    assert ann.session.rooms["default"].unread == 0


def test_what_was_read_before_stays_read() -> None:
    ann = Welcomed(kept=Kept(marks={"default": Cursor("e", 5)})).welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetHistory)]
    ann.hear(History("default", "e", said(4, 5, 6, 7), complete=False, top=7, ref=asked.ref))
    assert ann.session.rooms["default"].unread == 2
    ann.session.mark_new("default")
    assert ann.session.timeline("default").new_from == 2
    assert ann.session.marks() == {"default": Cursor("e", 5)}
    ann.session.read("default")
    assert ann.session.marks() == {"default": Cursor("e", 7)}


def test_paging_up() -> None:
    ann = begun(5, 6)
    ann.session.older("default", ann.now)
    ann.session.older("default", ann.now)
    ann.drain()
    assert ann.sent == [GetHistory("default", before=5, limit=100, ref=ann.ref)]
    assert ann.session.timeline("default").loading
    ann.page(*said(1, 2, 3, 4), top=6)
    assert ann.seqs() == [1, 2, 3, 4, 5, 6]
    assert not ann.session.timeline("default").loading
    ann.session.older("default", ann.now)
    ann.drain()
    assert len(ann.sent) == 1, "there is nothing before"


def test_a_page_that_is_refused_can_be_asked_for_again() -> None:
    ann = begun(5, 6)
    for _ in range(2):
        ann.session.older("default", ann.now)
        ann.drain()
        ann.hear(Error("bad_request", "No.", ann.ref))
    assert len(ann.sent) == 2
    assert not ann.session.timeline("default").loading


def test_a_page_on_its_way_is_lost_with_the_connection() -> None:
    ann = begun(5, 6)
    ann.session.older("default", ann.now)
    ann.lose()
    assert not ann.session.timeline("default").loading


def test_a_message_is_shown_with_what_is_around_it() -> None:
    ann = begun(299, 300)
    ticket = ann.session.show("default", 100, ann.now)
    ann.drain()
    assert ann.sent == [GetHistory("default", after=49, limit=100, ref=ann.ref)]
    ann.page(*said(*range(50, 150)), complete=False, top=300)
    assert ann.all(Shown) == [Shown("default", 100)]
    assert ann.all(Done) == [Done(ticket)]
    ann.say("back to the end")
    assert ann.sent[1] == GetHistory("default", limit=100, ref=ann.sent[1].ref)  # type: ignore[union-attr]


def test_a_message_that_is_there_is_shown_at_once() -> None:
    ann = begun(5, 6)
    ticket = ann.session.show("default", 6, ann.now)
    ann.drain()
    assert (ann.sent, ann.all(Done)) == ([], [Done(ticket)])


def test_a_message_that_is_not_there_cannot_be_shown() -> None:
    ann = begun(299, 300)
    ticket = ann.session.show("default", 100, ann.now)
    ann.drain()
    ann.page(*said(99, 101), complete=False, top=300)
    assert [(change.ticket, change.reason) for change in ann.all(Refused)] == [(ticket, "message_not_found")]


def test_a_message_of_a_room_that_is_being_opened_is_shown_when_it_is() -> None:
    ann = begun(1)
    ann.hear(RoomsList({"default": 1, "music": 0}))
    ann.do("watch", "music")
    first, second = (ann.session.show("music", 5, ann.now) for _ in range(2))
    ann.drain()
    assert [change.ticket for change in ann.all(Refused)] == [first], "one at a time"
    ann.page(*said(5, 6), room="music", complete=False)
    assert ann.all(Shown) == [Shown("music", 5)]
    assert Done(second) in ann.changes


def test_a_message_of_a_room_that_is_not_opened_cannot_be_shown() -> None:
    ann = begun(1)
    ticket = ann.session.show("music", 5, ann.now)
    ann.drain()
    assert [(change.ticket, change.reason) for change in ann.all(Refused)] == [(ticket, "not_in_room")]


def test_the_end_of_the_log_is_reached_again() -> None:
    ann = begun(299, 300)
    ann.session.show("default", 100, ann.now)
    ann.drain()
    ann.page(*said(*range(50, 150)), complete=False, top=300)
    ann.session.newer("default", ann.now)
    ann.drain()
    assert ann.sent[-1] == GetHistory("default", after=149, limit=100, ref=ann.ref)
    ann.told(301)
    ann.page(*said(*range(150, 301)), top=300)
    assert ann.sent[-1] == GetHistory("default", after=300, limit=100, ref=ann.ref), "it has gone on meanwhile"
    ann.page(*said(301))
    assert not ann.session.timeline("default").newer
    ann.told(302)
    assert ann.seqs()[-1] == 302


def counts(ann: Welcomed, room: str = "default") -> tuple[int, int]:
    known = ann.session.rooms[room]
    return known.unread, known.mentions


def test_a_name_or_an_answer_is_for_its_person() -> None:
    ann = begun(1, complete=True)
    ann.told(2, "mine", author="Ann")
    ann.told(3, "hello @ann")
    ann.told(4, "yes", reply_to=2)
    ann.told(5, "@ann yes", reply_to=2)
    ann.told(6, "to Bo", reply_to=1)
    ann.told(7, "@ann I say", author="Ann")
    assert counts(ann) == (4, 3)
    unread = ann.session.unread("default")
    assert unread is not None
    assert (unread.before, unread.last, unread.last_mention) == (0, Place(5, 6), Place(4, 5))
    ann.session.read("default")
    assert counts(ann) == (0, 0)
    assert ann.session.unread("default") is None


def test_what_is_caught_up_with_names_people_too() -> None:
    ann = begun(1, complete=True)
    back(ann)
    ann.page(*said(2), replace(said(3)[0], message="@Ann!"), replace(said(4)[0], message="", deleted=True))
    assert counts(ann) == (2, 1)


def test_edits_and_deletions_of_what_is_unread_count_anew() -> None:
    ann = begun(1, complete=True)
    ann.told(2, "hello @ann")
    ann.told(3)
    ann.done_to(4, 2, Kind.EDIT, message="hello all")
    assert counts(ann) == (2, 0)
    ann.done_to(5, 3, Kind.EDIT, message="dear @ann")
    assert counts(ann) == (2, 1)
    ann.done_to(6, 1, Kind.EDIT, message="@ann read this long ago")
    ann.done_to(7, 1, Kind.DELETE)
    assert counts(ann) == (2, 1)
    ann.done_to(8, 3, Kind.DELETE)
    assert counts(ann) == (1, 0)
    ann.done_to(9, 2, Kind.DELETE)
    assert counts(ann) == (0, 0)
    assert ann.session.marks() == {"default": Cursor("e", 9)}


def test_what_an_earlier_session_left_is_told_from_what_is_new() -> None:
    ann = Welcomed(kept=Kept(marks={"default": Cursor("e", 5)})).welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetHistory)]
    ann.told(9)
    page = [replace(event, message="@ann") for event in said(8, 9)]
    ann.hear(History("default", "e", page, complete=False, top=9, ref=asked.ref))
    assert counts(ann) == (4, 2), "6 and 7 are not here"
    unread = ann.session.unread("default")
    assert unread is not None
    assert (unread.before, unread.before_mentions, unread.first) == (3, 1, Place(0, 6))


def test_a_room_that_is_left_has_nothing_unread() -> None:
    ann = Welcomed().ready("music")
    ann.told(1, "@ann", room="music")
    assert counts(ann, "music") == (1, 1)
    ann.hear(Left("music"))
    assert counts(ann, "music") == (0, 0)
    assert ann.session.unread("music") is None


def test_an_answer_is_known_while_one_reads_far_above() -> None:
    ann = begun(299, 300)
    ann.told(301, "mine", author="Ann")
    ann.session.show("default", 100, ann.now)
    ann.drain()
    ann.page(*said(*range(50, 150)), complete=False, top=301)
    assert ann.session.timeline("default").newer
    ann.told(302, "yes", reply_to=301)
    ann.told(303, "no", reply_to=300)
    assert counts(ann) == (2, 1)
