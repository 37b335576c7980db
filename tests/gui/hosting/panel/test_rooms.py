from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.rooms import RoomsPage
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages import RoomsList, RoomState, SetRoom


@pytest.fixture
def page(theme: Theme, asking: Asking, qtbot: QtBot) -> RoomsPage:
    made = RoomsPage(theme, asking)
    qtbot.addWidget(made)
    made.show()
    return made


def written(page: RoomsPage) -> dict[str, str]:
    return {page.rooms.index(row, 0).data(): page.rooms.index(row, 2).data() for row in range(page.rooms.rowCount())}


def test_rooms_come_and_go(page: RoomsPage, talk: Any, qtbot: QtBot) -> None:
    assert set(written(page)) == {"#default", "#music", "#homework"}
    talk.hear(RoomsList({"default": 1, "plans": 0}))
    qtbot.waitUntil(lambda: set(written(page)) == {"#default", "#plans"})


def test_a_room_for_those_in_charge_and_a_slow_one(
    page: RoomsPage, talk: Any, answer: Callable[..., None], qtbot: QtBot
) -> None:
    page.choose("music")
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
    page.choose("homework")
    assert not page.announce.isChecked()
    assert page.slow.currentText() == "as fast as they like"


def test_a_pace_that_is_not_offered_is_shown_too(page: RoomsPage, talk: Any) -> None:
    page.choose("music")
    talk.hear(RoomState("music", slow=45))
    assert page.slow.currentText() == "every 45 seconds"


def test_a_refusal_is_said_there(page: RoomsPage, refuse: Callable[..., None]) -> None:
    page.announce.click()
    refuse(SetRoom)
    assert "in charge" in page.error
