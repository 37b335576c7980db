"""What both ways of speaking share."""

from chatapp.protocol.messages.base import Cursor
from chatapp.session.changes import Done, Intent, Phase, PhaseChanged, Refused, RoomJoined, RoomLeft, TimelineChanged
from chatapp.session.core import Core
from chatapp.session.outbox import Unsent
from chatapp.session.timeline import Entry, State
from chatapp.session.unread import Place


def core_with(*rooms: str) -> Core:
    core = Core("Ann", lambda: "id")
    for room in rooms:
        core.come_in(room)
    core.take_changes()
    return core


def test_a_change_is_told_once_a_drain() -> None:
    core = core_with()
    for _ in range(3):
        core.timeline_changed("music")
    assert core.take_changes() == [TimelineChanged("music")]
    core.timeline_changed("music")
    assert core.take_changes() == [TimelineChanged("music")]


def test_the_phase_is_told_where_it_differs() -> None:
    core = core_with()
    core.enter(Phase.WAITING, "Lost.", 5.0)
    core.enter(Phase.WAITING, "Lost.", 5.0)
    assert core.take_changes() == [PhaseChanged(Phase.WAITING, "Lost.", 5.0)]


def test_rooms_are_entered_and_left() -> None:
    core = core_with()
    core.come_in("music")
    core.come_in("music")
    assert core.take_changes().count(RoomJoined("music")) == 1
    assert core.is_in("music")
    assert core.is_in("default"), "always"
    core.leave("music", deleted=True)
    assert RoomLeft("music", deleted=True) in core.take_changes()
    assert not core.is_in("music")


def test_what_waits_for_a_room_that_is_left_is_given_back() -> None:
    core = core_with("music")
    unsent = Unsent(3, "music", "hi", "id1")
    core.outbox.put(unsent)
    core.show_unsent(unsent)
    core.leave("music", deleted=False)
    [refused] = [change for change in core.take_changes() if isinstance(change, Refused)]
    assert (refused.ticket, refused.intent, refused.text) == (3, Intent.SAY, "hi")
    assert len(core.timeline("music")) == 0


def test_a_failed_message_stays_where_it_is() -> None:
    core = core_with("music")
    unsent = Unsent(3, "music", "hi", "id1")
    core.show_unsent(unsent)
    core.fail_unsent(unsent, "storage_full", "Full.")
    [entry] = core.timeline("music")
    assert (entry.state, entry.reason, entry.problem) == (State.FAILED, "storage_full", "Full.")
    assert [change.text for change in core.take_changes() if isinstance(change, Refused)] == [None]


def test_nobody_waits_for_ticket_0() -> None:
    core = core_with()
    core.done(0)
    core.done(core.ticket())
    assert core.take_changes() == [Done(1)]


def test_how_far_rooms_are_read() -> None:
    core = core_with("music", "news")
    core.marks = {"old": Cursor("x", 3), "music": Cursor("e", 1)}
    for room in ("music", "news"):
        core.window(room).resume(Cursor("e", 9))
    core.count_unread("news", Place(0, 8))
    core.count_unread("news", Place(0, 9))
    assert core.rooms.get("news").unread == 2
    assert core.read_to() == {"old": Cursor("x", 3), "music": Cursor("e", 9), "news": Cursor("e", 7)}
    core.read("news")
    assert core.read_to()["news"] == Cursor("e", 9)


def test_the_new_line_finds_its_message() -> None:
    core = core_with("music")
    core.count_unread("music", Place(0, 8))
    core.timeline("music").append([Entry("Bo", "x", 0.0, seq=7), Entry("Bo", "y", 0.0, seq=8)])
    core.mark_new("music")
    assert core.timeline("music").new_from == 1
    core.read("music")
    core.mark_new("music")
    assert core.timeline("music").new_from is None


def test_a_server_without_logs_has_nothing_more() -> None:
    core = core_with("music")
    timeline = core.window("music").timeline
    timeline.older = timeline.newer = True
    timeline.most = 5
    core.forget_logs()
    assert (timeline.older, timeline.newer, timeline.most) == (False, False, None)
    assert core.known_to("music") is None
