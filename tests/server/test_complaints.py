"""What a host reads of a disk that fails."""

import logging

import pytest

from chatapp.server.complaints import EVERY, Complaints


@pytest.mark.allow_errors("full 1", "full 3")
def test_one_line_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    now = 100.0
    complaints = Complaints("here", lambda: now)
    complaints.say("full %d", 1)
    now += EVERY - 0.1
    complaints.say("full %d", 2)
    now += 0.1
    complaints.say("full %d", 3)
    assert caplog.record_tuples == [("here", logging.ERROR, "full 1"), ("here", logging.ERROR, "full 3")]


@pytest.mark.allow_errors("ZeroDivisionError")
def test_with_what_is_being_handled() -> None:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError:
        Complaints("here").say("failed", exc_info=True)
