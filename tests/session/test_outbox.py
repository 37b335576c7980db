"""What is said and not sent yet."""

from chatapp.protocol.limits import MESSAGE_RATE
from chatapp.session.outbox import Outbox, Unsent

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
