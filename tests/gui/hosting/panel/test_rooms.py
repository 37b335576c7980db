from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.rooms import AT_ONCE, RoomsPage
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.base import Error, Reason, RoomsList
from chatapp.protocol.messages.hosting import RoomState, SetRoom


@pytest.fixture
def page(theme: Theme, asking: Asking, qtbot: QtBot) -> RoomsPage:
    made = RoomsPage(theme, asking)
    qtbot.addWidget(made)
    made.show()
    return made


def written(page: RoomsPage) -> dict[str, str]:
    return {page.model.index(row, 0).data(): page.model.index(row, 2).data() for row in range(page.model.rowCount())}


def choose(page: RoomsPage, name: str) -> None:
    page.table.selectRow([room.name for room in page.model.rows].index(name))


def asked(talk: Any) -> list[str]:
    """The rooms that were asked about since the last call, without changing anything."""
    requests = [each for each in talk.asked() if isinstance(each, SetRoom)]
    assert all(each.announce is each.slow is None for each in requests)
    return [each.room for each in requests]


def test_rooms_come_and_go(page: RoomsPage, talk: Any, qtbot: QtBot) -> None:
    assert set(written(page)) == {"#default", "#music", "#homework"}
    talk.hear(RoomsList({"default": 1, "plans": 0}))
    qtbot.waitUntil(lambda: set(written(page)) == {"#default", "#plans"})


def test_a_room_for_those_in_charge_and_a_slow_one(
    page: RoomsPage, talk: Any, answer: Callable[..., None], qtbot: QtBot
) -> None:
    talk.hear(RoomState("music"), RoomState("homework"))
    choose(page, "music")
    page.announce.click()
    assert not page.announce.isChecked(), "not yet"
    asked = talk.requests[-1]
    assert (asked.room, asked.announce, asked.slow) == ("music", True, None)
    answer(SetRoom, RoomState("music", announce=True))
    assert page.announce.isChecked()
    assert written(page)["#music"] == "those in charge"
    page.slow.chosen.emit("30")
    asked = talk.requests[-1]
    assert (asked.room, asked.announce, asked.slow) == ("music", None, 30)
    answer(SetRoom, RoomState("music", announce=True, slow=30))
    assert page.slow.currentText() == "every 30 seconds"
    assert written(page)["#music"] == "those in charge, every 30 seconds"
    choose(page, "homework")
    assert not page.announce.isChecked()
    assert page.slow.currentText() == "as fast as they like"


def test_of_rooms_that_one_does_not_see_the_server_is_asked(page: RoomsPage, talk: Any) -> None:
    choose(page, "music")
    assert written(page)["#music"] == ""
    assert not page.announce.isEnabled(), "nobody has told yet how it is"
    page.refresh()
    question = talk.ref(SetRoom)
    requests = [each for each in talk.requests if isinstance(each, SetRoom)]
    assert [(each.room, each.announce, each.slow) for each in requests] == [
        ("music", None, None),
        ("homework", None, None),
    ]
    talk.hear(replace(RoomState("homework", slow=30), ref=question))
    assert written(page)["#homework"] == "every 30 seconds"
    talk.hear(replace(RoomState("music"), ref=requests[0].ref))
    assert written(page)["#music"] == "everybody"
    assert page.announce.isEnabled()


def test_of_many_a_few_at_a_time_the_chosen_one_always(page: RoomsPage, talk: Any, qtbot: QtBot) -> None:
    names = [f"r{number}" for number in range(3 * AT_ONCE)]
    talk.hear(RoomsList({"default": 1} | dict.fromkeys(names, 0)))
    qtbot.waitUntil(lambda: page.model.rowCount() == len(names) + 1)
    choose(page, "r3")
    talk.asked()
    seen: set[str] = set()
    for _ in range(4):
        page.refresh()
        rooms = asked(talk)
        assert (rooms[0], len(rooms)) == ("r3", AT_ONCE)
        seen.update(rooms)
        talk.clock += 3
    assert seen == set(names)


def test_a_room_that_is_gone_when_it_is_asked_about_is_no_fault(page: RoomsPage, talk: Any) -> None:
    page.refresh()
    talk.hear(Error(Reason.ROOM_NOT_FOUND, "No.", ref=talk.ref(SetRoom)))
    assert page.error == ""


def test_a_pace_that_is_not_offered_is_shown_too(page: RoomsPage, talk: Any) -> None:
    choose(page, "music")
    talk.hear(RoomState("music", slow=45))
    assert page.slow.currentText() == "every 45 seconds"


def test_a_refusal_is_said_there(page: RoomsPage, talk: Any, refuse: Callable[..., None]) -> None:
    talk.hear(RoomState("default"))
    choose(page, "default")
    page.announce.click()
    refuse(SetRoom)
    assert "in charge" in page.error
