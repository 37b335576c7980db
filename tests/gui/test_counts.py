import pytest

from chatapp.gui.counts import MOST, duration, messages, number, people


@pytest.mark.parametrize(("count", "text"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_people(count: int, text: str) -> None:
    assert people(count) == text


def test_messages_are_counted() -> None:
    assert messages(1) == "1 message"
    assert messages(12_000) == "12,000 messages"


def test_durations_are_rough() -> None:
    told = [duration(seconds) for seconds in (4, 52, 59, 60, 80, 2_500)]
    assert told == ["10 seconds", "50 seconds", "60 seconds", "1 minute", "1 minute", "42 minutes"]


@pytest.mark.parametrize("count", [2**31, 2**63, 10**400, -1])
def test_what_no_server_of_ours_would_say_is_said_all_the_same(count: int) -> None:
    for say in (number, people, messages):
        assert say(count) == say(MOST if count > 0 else 0)
