"""The waits, held against what is promised."""

from chatapp.server.timing import PROMISED


def test_half_open_connections_are_gone_within_40_seconds() -> None:
    assert PROMISED.ping_after + PROMISED.pong_within + 2 * PROMISED.sweep <= 40


def test_a_claimed_name_is_free_within_5_seconds() -> None:
    assert PROMISED.claim_pong_within + PROMISED.sweep <= 5


def test_a_server_stops_within_5_seconds() -> None:
    assert PROMISED.stop < 5
    assert PROMISED.stop < PROMISED.close


def test_the_opening() -> None:
    assert (PROMISED.first_byte, PROMISED.handshake, PROMISED.identify) == (5, 10, 15)
