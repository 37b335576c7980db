"""Who guesses too often is looked at no more, and what is remembered of them is bounded."""

from chatapp.protocol.limits import STRIKE_WINDOW, TRIES
from chatapp.rooms.guesses import MOST, Guesses


def test_so_many_in_a_while() -> None:
    guesses = Guesses()
    for second in range(TRIES):
        assert guesses.may("net", second)
        guesses.wrong("net", second)
    assert not guesses.may("net", STRIKE_WINDOW - 0.1)
    assert guesses.may("other", 0.0)
    assert guesses.may("net", STRIKE_WINDOW), "the first is forgotten"


def test_a_crowd_of_guessers_takes_no_more_than_its_space() -> None:
    guesses = Guesses()
    for number in range(MOST + 10):
        for _ in range(TRIES + 2):
            guesses.wrong(f"net {number}", 1.0)
    assert len(guesses._wrong) == MOST
    assert all(len(times) == TRIES for times in guesses._wrong.values())
    assert not guesses.may(f"net {MOST + 9}", 2.0)
