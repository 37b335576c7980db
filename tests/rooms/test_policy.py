"""Who may do what, and how much of it."""

import pytest

from chatapp.protocol.limits import CREATE_RATE, MESSAGE_RATE, REQUEST_RATE
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import CreateRoom, ListRooms, Reason, SendMessage
from chatapp.protocol.messages.rich import DeleteMessage, EditMessage, React, Typing
from chatapp.rooms.policy import may_be_given_up, may_delete, meter
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Person, Room


def somebody() -> Member[str]:
    member = Member("c", 0.0)
    member.person = Person("")
    return member


def a_room(owner: Person[str] | None) -> Room[str]:
    return Room("tea", ("tea",), owner, "e", 0.0)


def test_the_creator_and_admins_may_delete() -> None:
    creator, admin, guest = somebody(), somebody(), somebody()
    admin.admin = True
    assert [may_delete(member, a_room(creator.person)) for member in (creator, admin, guest)] == [True, True, False]
    assert [may_delete(member, a_room(None)) for member in (Member("new", 0.0), admin, guest)] == [False, True, False]


def test_a_room_is_given_up_when_nobody_is_in_it_or_owns_it_and_nothing_was_said() -> None:
    room, member = a_room(None), somebody()
    assert may_be_given_up(room)
    room.add(member)
    assert not may_be_given_up(room)
    assert not may_be_given_up(a_room(member.person))
    talked_in = a_room(None)
    talked_in.logged = True
    assert not may_be_given_up(talked_in)


def borne(request: Request) -> int:
    """How many of them go through at once."""
    member = somebody()
    for count in range(100):
        try:
            meter(member, request, 0.0)
        except Refusal:
            return count
    return 100


@pytest.mark.parametrize(
    ("request_", "burst"),
    [
        (SendMessage("hi", "default"), MESSAGE_RATE[0]),
        (EditMessage("default", 1, "hi"), MESSAGE_RATE[0]),
        (DeleteMessage("default", 1), MESSAGE_RATE[0]),
        (React("default", 1, "👍"), REQUEST_RATE[0]),
        (ListRooms(), REQUEST_RATE[0]),
        (CreateRoom("tea"), CREATE_RATE[0]),
        (Typing("default"), 100),
    ],
)
def test_each_request_has_its_rate(request_: Request, burst: float) -> None:
    assert borne(request_) == burst


def test_messages_edits_and_deletions_share_one_rate() -> None:
    member = somebody()
    for request in (SendMessage("hi", "x"), EditMessage("x", 1, "a")) * int(MESSAGE_RATE[0] / 2):
        meter(member, request, 0.0)
    with pytest.raises(Refusal) as caught:
        meter(member, DeleteMessage("x", 1), 0.0)
    assert caught.value.reason is Reason.RATE_LIMITED
