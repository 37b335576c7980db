"""Nothing that was acknowledged is lost, nothing is shown twice: the books of clients of a server that is killed.

The long form is a program: `python -m tests.ledger --kills 50 --clients 20`.
"""

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.ledger.person import Address, Person
from tests.ledger.run import check, run


@pytest.mark.skipif(sys.platform == "win32", reason="there, a program is told to end in another way")
async def test_a_server_that_is_killed_and_lines_that_break(tmp_path: Path) -> None:
    report = await run(tmp_path, kills=3, clients=4, ours=2, seed=3)
    assert report.complaints == []
    assert report.kills == 3
    assert report.cuts > 0
    assert report.messages > 6
    assert report.connections > 6 * 3


def book(*acknowledged: int, shown: tuple[int, ...], said: int = 2) -> Person:
    """Somebody who said a, b, …"""
    person = Person("ann", Random(1), Address(), lambda: None)
    person.said = said
    person.acknowledged = {"abc"[number]: seq for number, seq in enumerate(acknowledged)}
    person.timeline = [(seq, "abc"[seq - 1]) for seq in shown]
    return person


def log(*texts: str) -> list[dict[str, Any]]:
    return [{"seq": seq, "message": text} for seq, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("person", "events", "complaint"),
    [
        (book(1, 2, shown=(1,)), log("a"), "b was acknowledged as 2 and is lost"),
        (book(1, 0, shown=(1,)), log("a"), "b was acknowledged as 0 and is lost"),
        (book(1, 2, shown=(1, 2)), log("b", "a"), "a was acknowledged as 1 and is 2"),
        (book(1, 2, shown=(1, 2)), log("a", "b", "a"), "a is 2 times in the log"),
        (book(1, 2, shown=(1, 2, 2)), log("a", "b"), "ann was shown 3 of 2 messages"),
        (book(1, 2, shown=(1,)), log("a", "b"), "ann was shown 1 of 2 messages"),
        (book(1, 2, shown=(2, 1)), log("a", "b"), "ann was shown 2 where the log has 1"),
        (book(1, shown=(1, 2)), log("a", "b"), "ann said 2 messages; 1 were acknowledged"),
        (book(1, 2, shown=(1, 2)), log("a", "b")[::-1], "the log has holes, or is out of order"),
    ],
)
def test_what_the_books_complain_about(person: Person, events: list[dict[str, Any]], complaint: str) -> None:
    assert complaint in check([person], events)


def test_books_without_a_complaint() -> None:
    assert check([book(1, 2, shown=(1, 2))], log("a", "b")) == []
