"""Which request an answer or an error belongs to."""

import pytest

from chatapp.protocol.limits import ANSWER
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Identify,
    JoinRoom,
    LeaveRoom,
    ListRooms,
    Reason,
    Rename,
    SendMessage,
)
from chatapp.session.changes import Intent
from chatapp.session.pending import APPLIES, Awaiting, Pending


def asked(*requests: Request) -> Pending:
    pending = Pending()
    for ticket, request in enumerate(requests, start=1):
        pending.add(Awaiting(ticket, Intent.SAY, request, since=float(ticket)))
    return pending


def ticket(entry: Awaiting | None) -> int | None:
    return None if entry is None else entry.ticket


def left_over(pending: Pending) -> list[int]:
    return [entry.ticket for entry in pending]


def test_the_table_knows_every_reason_of_the_protocol_that_is_about_one_request() -> None:
    """The others may mean anything that was asked."""
    about_anything = {Reason.BAD_REQUEST, Reason.RATE_LIMITED, Reason.UNAVAILABLE, Reason.UNKNOWN_ACTION}
    assert set(APPLIES) == set(Reason) - about_anything


@pytest.mark.parametrize(
    ("reason", "blamed"),
    [
        ("rate_limited", 1),
        ("never heard of", 1),
        ("", 1),
        ("username_taken", 2),
        ("room_exists", 3),
        ("room_not_found", 4),
        ("not_in_room", 5),
        ("message_too_long", 6),
        ("cannot_delete_default", 7),
        ("server_full", None),
    ],
)
def test_an_error_belongs_to_the_oldest_request_that_it_can_mean(reason: str, blamed: int | None) -> None:
    pending = asked(
        ListRooms(),
        Rename("Bo"),
        CreateRoom("a"),
        JoinRoom("b"),
        LeaveRoom("c"),
        SendMessage("hi", "d"),
        DeleteRoom("default"),
    )
    assert ticket(pending.blamed(reason)) == blamed


def test_nothing_is_not_found_about_default() -> None:
    pending = asked(JoinRoom("default"), SendMessage("hi", "default"), JoinRoom("music"))
    assert ticket(pending.blamed("room_not_found")) == 3


def test_an_answer_belongs_to_the_oldest_request_of_its_kind_and_room() -> None:
    pending = asked(JoinRoom("a"), JoinRoom("b"), JoinRoom("b"))
    assert ticket(pending.answered(JoinRoom, "b")) == 2
    assert ticket(pending.answered(JoinRoom, "c")) is None
    assert left_over(pending) == [1, 3]


def test_no_error_belongs_to_what_the_server_is_past() -> None:
    pending = asked(CreateRoom("a"), JoinRoom("b"), SendMessage("hi", "b"))
    assert ticket(pending.answered(JoinRoom, "b")) == 2
    assert ticket(pending.blamed("rate_limited")) == 3
    assert pending.blamed("rate_limited") is None


def test_a_list_may_come_unasked_and_shows_nothing_about_what_came_before() -> None:
    pending = asked(JoinRoom("b"), ListRooms())
    assert ticket(pending.answered(ListRooms, in_order=False)) == 2
    assert ticket(pending.blamed("rate_limited")) == 1


def test_an_echo_belongs_to_the_oldest_of_the_same_words_in_the_same_room() -> None:
    pending = asked(SendMessage("hi", "a"), SendMessage("hi", "b"), SendMessage("hi", "b"))
    assert ticket(pending.said("b", "hi")) == 2
    assert ticket(pending.said("b", "hi")) == 3
    assert pending.said("b", "hi") is None
    assert pending.said("a", "hello") is None


def test_a_rename_is_done_when_the_server_is_past_it() -> None:
    pending = asked(Rename("Bo"), JoinRoom("default"), Rename("Chloé"))
    assert pending.renamed() == []
    pending.answered(JoinRoom, "default")
    assert [entry.ticket for entry in pending.renamed()] == [1]
    assert left_over(pending) == [3]


def test_a_list_confirms_what_it_did_not_show_before() -> None:
    pending = asked(CreateRoom("new"), DeleteRoom("old"))
    assert pending.seen({"new"}) == []
    assert pending.seen({"old"}) == []
    assert [entry.ticket for entry in pending.seen({"new"})] == [1, 2]
    assert pending.seen({"new"}) == []


def test_a_room_that_was_somebody_elses_after_all() -> None:
    pending = asked(CreateRoom("new"), CreateRoom("other"))
    pending.seen(())
    pending.seen({"new"})
    heir = Awaiting(1, Intent.CREATE, JoinRoom("new"), since=3.0)
    pending.pass_on(heir)
    pending.add(heir)
    refused = pending.blamed("room_exists")
    assert refused is not None
    assert (refused.ticket, refused.given_up) == (1, False)
    assert heir.given_up
    assert left_over(pending) == [2, 1]


def test_a_room_that_went_by_another_hand_may_still_lead_to_an_error() -> None:
    pending = asked(LeaveRoom("music"), JoinRoom("chess"))
    assert ticket(pending.gone("music")) == 1
    assert pending.gone("music") is None
    blamed = pending.blamed("room_not_found")
    assert blamed is not None
    assert (blamed.ticket, blamed.given_up) == (1, True)


def test_a_room_that_is_listed_was_left_and_not_deleted() -> None:
    pending = asked(LeaveRoom("music"), JoinRoom("chess"))
    pending.gone("music")
    pending.seen({"music"})
    assert ticket(pending.blamed("room_not_found")) == 2


def test_waiting_has_an_end_but_late_answers_still_belong() -> None:
    pending = asked(JoinRoom("a"), JoinRoom("b"))
    assert pending.deadline == 1.0 + ANSWER
    assert [entry.ticket for entry in pending.give_up(1.0 + ANSWER)] == [1]
    assert pending.give_up(1.0 + ANSWER) == []
    assert pending.deadline == 2.0 + ANSWER
    late = pending.blamed("room_not_found")
    assert late is not None
    assert (late.ticket, late.given_up) == (1, True)
    assert ticket(pending.blamed("room_not_found")) == 2
    assert pending.deadline is None


def test_what_was_given_up_goes_when_the_server_is_past_it() -> None:
    pending = asked(CreateRoom("a"), Rename("Bo"), JoinRoom("b"))
    pending.give_up(100.0)
    pending.answered(JoinRoom, "b")
    assert left_over(pending) == [2], "a rename has no other answer"


def test_clear() -> None:
    pending = asked(Identify("Ann"), JoinRoom("a"))
    assert [entry.ticket for entry in pending.clear()] == [1, 2]
    assert left_over(pending) == []
