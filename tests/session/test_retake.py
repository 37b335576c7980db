"""Taking rooms back, a few at a time."""

from chatapp.session.retake import AT_ONCE, PAUSE, Retake

ROOMS = [f"room {number}" for number in range(AT_ONCE + 3)]


def test_a_few_at_a_time_in_order() -> None:
    retake = Retake()
    retake.start(ROOMS)
    assert retake.ask(0.0) == ROOMS[:AT_ONCE]
    assert retake.ask(0.0) == []
    assert retake.deadline is None, "an answer comes first"
    retake.settle(ROOMS[2])
    assert ROOMS[2] not in retake
    assert retake.ask(0.0) == [ROOMS[AT_ONCE]]


def test_a_server_that_wants_a_pause_gets_one() -> None:
    retake = Retake()
    retake.start(ROOMS[:2])
    retake.ask(5.0)
    retake.slow_down(ROOMS[1], 5.0)
    assert retake.deadline == 5.0 + PAUSE
    assert retake.ask(5.0 + PAUSE - 0.1) == []
    assert retake.ask(5.0 + PAUSE) == [ROOMS[1]]


def test_a_room_that_is_wanted_no_longer() -> None:
    retake = Retake()
    retake.start(ROOMS)
    retake.ask(0.0)
    assert retake.waiting == ROOMS[AT_ONCE:]
    for room in ROOMS:
        assert room in retake
        retake.settle(room)
    assert retake.ask(0.0) == []
    retake.settle("never heard of")


def test_a_new_connection_begins_anew() -> None:
    retake = Retake()
    retake.start(ROOMS)
    retake.ask(0.0)
    retake.slow_down(ROOMS[0], 0.0)
    retake.start(ROOMS[:1])
    assert retake.ask(0.0) == ROOMS[:1]
