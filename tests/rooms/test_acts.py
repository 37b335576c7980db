"""The log of what was done."""

import logging

import pytest

from chatapp.protocol.limits import ACTS, ACTS_PAGE
from chatapp.protocol.messages.hosting import Act
from chatapp.rooms.acts import KIND, ActLog
from chatapp.rooms.log import DropNote, KeepNote


def test_newest_first_page_by_page() -> None:
    log = ActLog()
    for number in range(ACTS_PAGE + 2):
        log.add("Ann", "kick", f"Bo {number}", "", 1000 + number)
    first = log.page(0, "r")
    assert first.acts[0] == Act(ACTS_PAGE + 2, 1000 + ACTS_PAGE + 1, "Ann", "kick", f"Bo {ACTS_PAGE + 1}")
    assert (len(first.acts), first.next, first.ref) == (ACTS_PAGE, 3, "r")
    rest = log.page(first.next, "")
    assert [act.seq for act in rest.acts] == [2, 1]
    assert rest.next == 0
    assert ActLog().page(0, "").acts == []


def test_old_ones_go(caplog: pytest.LogCaptureFixture) -> None:
    log = ActLog()
    with caplog.at_level(logging.INFO):
        for _ in range(ACTS):
            log.add("Ann", "lock", "", "", 1)
        assert [type(write) for write in log.add("Ann", "lock", "", "", 1)] == [KeepNote, DropNote]
    assert len(caplog.records) == ACTS + 1
    kept = log.page(0, "").acts[0]
    assert kept.seq == ACTS + 1


def test_it_goes_on_where_it_was() -> None:
    log = ActLog()
    written = [note for number in range(12) for note in log.add("Ann", "kick", str(number), "why", number)]
    again = ActLog()
    again.restore([note for note in reversed(written) if isinstance(note, KeepNote)] + [KeepNote(KIND, "x", "?")])
    assert again.page(0, "") == log.page(0, "")
    again.add("Bo", "kick", "", "", 1)
    assert again.page(0, "").acts[0].seq == 13
