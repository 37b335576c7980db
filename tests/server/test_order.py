"""What waits for the disk."""

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.rooms.effects import Record, Settle
from chatapp.rooms.log import DropRoom, Outcome, Stored, Write
from chatapp.server.order import Item, Order, Pending
from tests.server.doubles import Turns


class Journal:
    """Writes when it is told to."""

    def start(self, done: object) -> None:
        self.done = done
        self.waiting: list[tuple[Pending, Write]] = []
        self.handed: list[int] = []

    def write(self, entries: Sequence[tuple[Pending, Write]]) -> None:
        self.handed.append(len(entries))
        self.waiting += entries

    def commit(self, most: int = 1000) -> None:
        batch, self.waiting = self.waiting[:most], self.waiting[most:]
        self.done([(pending, Stored(write.room)) for pending, write in batch])


class Desk:
    def __init__(self) -> None:
        self.turns = Turns()
        self.journal = Journal()
        self.released: list[str] = []
        self.order = Order(self.journal, self.release, self.turns.call_soon)

    def release(self, item: Item) -> None:
        outcome: Outcome | None = getattr(item, "outcome", None)
        self.released.append(outcome.epoch if isinstance(outcome, Stored) else item.room)
        if self.released[-1] == "poison":
            raise ZeroDivisionError

    def put(self, name: str) -> None:
        self.order.put(Settle(name))

    def record(self, name: str) -> None:
        write = DropRoom(name)
        self.order.record(Record(write), write)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_waits_for_nothing_does_not_wait(desk: Desk) -> None:
    desk.put("a")
    assert desk.released == ["a"]
    assert len(desk.order) == 0


def test_what_is_behind_a_write_waits_for_it(desk: Desk) -> None:
    desk.record("1")
    desk.put("a")
    desk.record("2")
    desk.put("b")
    desk.turns.turn()
    assert (desk.released, len(desk.order)) == ([], 4)
    desk.journal.commit(1)
    assert (desk.released, len(desk.order)) == (["1", "a"], 2)
    desk.put("c")
    desk.journal.commit(1)
    assert desk.released == ["1", "a", "2", "b", "c"]


def test_the_writes_of_a_turn_go_to_the_journal_together(desk: Desk) -> None:
    desk.record("1")
    desk.record("2")
    desk.turns.turn()
    desk.record("3")
    desk.turns.turn()
    assert desk.journal.handed == [2, 1]


@pytest.mark.allow_errors("Something that had waited could not be carried out")
def test_what_fails_stops_nothing_behind_it(desk: Desk) -> None:
    desk.record("1")
    desk.put("poison")
    desk.put("a")
    desk.turns.turn()
    desk.journal.commit()
    assert desk.released == ["1", "poison", "a"]


@given(st.lists(st.sampled_from(["put", "record", "turn", "one", "all"])))
def test_everything_is_released_once_and_in_order(script: list[str]) -> None:
    desk = Desk()
    given: list[str] = []
    for number, what in enumerate(script):
        match what:
            case "put":
                given.append(str(number))
                desk.put(str(number))
            case "record":
                given.append(str(number))
                desk.record(str(number))
            case "turn":
                desk.turns.turn()
            case "one":
                desk.journal.commit(1)
            case "all":
                desk.journal.commit()
        assert desk.released == given[: len(desk.released)]
        assert len(desk.order) == len(given) - len(desk.released)
    desk.turns.turn()
    desk.journal.commit()
    assert desk.released == given


async def test_a_future_that_waits_in_it_is_an_item_like_others(desk: Desk) -> None:
    items: list[Item] = []
    order = Order(desk.journal, items.append, desk.turns.call_soon)
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    order.put(future)
    assert items == [future]
