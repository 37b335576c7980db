import pytest

from chatapp.gui.counts import duration, messages, people


@pytest.mark.parametrize(("count", "text"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_people(count: int, text: str) -> None:
    assert people(count) == text


def test_messages_are_counted() -> None:
    assert messages(1) == "1 message"
    assert messages(12_000) == "12,000 messages"


def test_durations_are_rough() -> None:
    told = [duration(seconds) for seconds in (4, 52, 59, 60, 80, 2_500)]
    assert told == ["10 seconds", "50 seconds", "60 seconds", "1 minute", "1 minute", "42 minutes"]
