"""What is said and not sent yet."""

import pytest

from chatapp.protocol.limits import MESSAGE_RATE
from chatapp.session.keeping import DropMessage, Keeping, KeepMessage
from chatapp.session.outbox import Outbox, Unsent
from chatapp.session.pace import PAUSE

BURST, RATE = MESSAGE_RATE


def messages(count: int, room: str = "default", first: int = 1) -> list[Unsent]:
    return [Unsent(ticket, room, str(ticket)) for ticket in range(first, first + count)]


def filled(unsent: list[Unsent]) -> Outbox:
    outbox = Outbox([])
    for one in unsent:
        outbox.put(one)
    return outbox


def test_everything_goes_out_in_order() -> None:
    outbox = filled(messages(5))
    assert outbox
    assert outbox.release(0.0, {"default"}) == messages(5)
    assert not outbox


def test_messages_wait_for_their_own_room_only() -> None:
    outbox = filled([*messages(2, "music"), *messages(2, "default", first=3)])
    assert outbox.release(0.0, {"default"}) == messages(2, "default", first=3)
    assert "music" in outbox
    assert "default" not in outbox
    assert outbox.next_release({"default"}) is None
    assert outbox.release(0.0, {"music"}) == messages(2, "music")


def test_no_faster_than_the_rate() -> None:
    outbox = filled(messages(20))
    now = 50.0
    released = outbox.release(now, {"default"})
    assert len(released) == BURST
    while outbox:
        after = outbox.next_release({"default"})
        assert after is not None
        assert after - now <= 1 / RATE + 1e-6
        now = after
        released += outbox.release(now, {"default"})
    assert released == messages(20)
    assert now >= 50.0 + (20 - BURST) / RATE - 1e-6


def test_what_goes_out_directly_counts() -> None:
    outbox = Outbox([])
    for _ in range(int(BURST)):
        outbox.spend(10.0)
    outbox.put(messages(1)[0])
    assert outbox.release(10.0, {"default"}) == []
    assert outbox.release(10.0 + 1 / RATE, {"default"}) == messages(1)


def test_a_person_who_types_fast_is_not_in_debt() -> None:
    outbox = Outbox([])
    for _ in range(100):
        outbox.spend(10.0)
    outbox.put(messages(1)[0])
    assert outbox.next_release({"default"}) == 10.0 + 1 / RATE


def test_taken_back_and_put_back() -> None:
    outbox = filled([*messages(1), *messages(1, "music", first=2), *messages(1, first=3)])
    assert outbox.take("default") == [*messages(1), *messages(1, first=3)]
    outbox.put_back(messages(1))
    assert outbox.take() == [*messages(1), *messages(1, "music", first=2)]
    assert outbox.take() == []


def one(ticket: int, room: str = "default") -> Unsent:
    return Unsent(ticket, room, str(ticket), f"id{ticket}")


def test_what_is_in_it_is_kept_until_it_is_out_of_it() -> None:
    keeping: list[Keeping] = []
    outbox = Outbox(keeping)
    outbox.put(one(1))
    [released] = outbox.release(0.0, {"default"})
    outbox.handed_out(released)
    assert len(outbox) == 1
    assert keeping == [KeepMessage("id1", "default", "1")]
    assert outbox.confirm("id1") == released
    assert outbox.confirm("id1") is None
    assert keeping[1:] == [DropMessage("id1")]
    assert len(outbox) == 0


def test_what_was_on_its_way_goes_first_after_a_lost_connection() -> None:
    outbox = Outbox([])
    outbox.handed_out(one(1))
    outbox.handed_out(one(2))
    outbox.put(one(3))
    assert outbox.may_have_arrived("default") == []
    outbox.lost()
    assert outbox.may_have_arrived("default") == [one(1), one(2)]
    assert outbox.rooms() == {"default"}
    assert outbox.release(0.0, {"default"}) == [one(1), one(2), one(3)]


def test_what_arrived_before_is_confirmed_while_it_waits() -> None:
    outbox = Outbox([])
    outbox.handed_out(one(1))
    outbox.lost()
    assert outbox.confirm("id1") == one(1)
    assert outbox.release(0.0, {"default"}) == []
    assert outbox.may_have_arrived("default") == []


def test_what_failed_waits_for_the_person() -> None:
    keeping: list[Keeping] = []
    outbox = Outbox(keeping)
    outbox.keep(one(1))
    outbox.handed_out(one(1))
    assert outbox.refused("id1") == one(1)
    assert outbox.refused("id1") is None
    assert (len(outbox), outbox.release(0.0, {"default"})) == (0, [])
    assert outbox.again(1) == one(1)
    assert outbox.again(1) is None
    assert outbox.release(0.0, {"default"}) == [one(1)]
    assert keeping == [KeepMessage("id1", "default", "1")]


@pytest.mark.parametrize("where", ["waiting", "out", "failed"])
def test_anything_can_be_discarded(where: str) -> None:
    keeping: list[Keeping] = []
    outbox = Outbox(keeping)
    if where == "waiting":
        outbox.put(one(1))
    else:
        outbox.handed_out(one(1))
    if where == "failed":
        outbox.refused("id1")
    assert outbox.discard(1) == one(1)
    assert outbox.discard(1) is None
    assert keeping[-1] == DropMessage("id1")
    assert outbox.confirm("id1") is None


def test_what_was_too_fast_keeps_its_place() -> None:
    outbox = Outbox([])
    outbox.handed_out(one(1))
    outbox.put(one(2))
    outbox.too_fast("id1", 5.0)
    outbox.too_fast("never heard of", 5.0)
    assert outbox.release(5.0, {"default"}) == []
    assert outbox.release(5.0 + PAUSE, {"default"}) == [one(1), one(2)]
