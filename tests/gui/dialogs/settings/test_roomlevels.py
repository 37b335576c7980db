"""Rooms of which more or less is told than of others."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.settings.roomlevels import RoomLevels
from chatapp.gui.elided import Elided
from chatapp.gui.settings import HOME, Settings
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def levels(settings: Settings, theme: Theme, qtbot: QtBot) -> RoomLevels:
    settings.keep_level("a:1", "tea", "nothing")
    settings.keep_level(HOME, "music", "everything")
    made = RoomLevels(settings, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(levels: RoomLevels, row: int, level: str) -> None:
    control = levels.rows[row].control
    control.setCurrentIndex(control.findData(level))
    control.activated.emit(control.currentIndex())


def test_each_is_there_with_its_level(levels: RoomLevels) -> None:
    assert [(row.place, row.control.currentData()) for row in levels.rows] == [
        (("a:1", "tea"), "nothing"),
        ((HOME, "music"), "everything"),
    ]
    assert {"#tea", "a:1", "#music", "Your chat"} <= {label.whole for label in levels.findChildren(Elided)}
    assert levels.rows[0].control.accessibleName() == "Notifications of #tea on a:1"


def test_another_level_is_chosen(levels: RoomLevels, settings: Settings) -> None:
    choose(levels, 0, "mentions")
    assert settings.level("a:1", "tea") == "mentions"
    assert len(levels.rows) == 2


def test_a_room_becomes_as_the_others(levels: RoomLevels, settings: Settings) -> None:
    choose(levels, 0, "")
    assert settings.level("a:1", "tea") == ""
    assert [row.place for row in levels.rows] == [(HOME, "music")]
    choose(levels, 0, "")
    assert not levels.isVisible()


def test_what_is_chosen_elsewhere_is_shown(levels: RoomLevels, settings: Settings) -> None:
    settings.keep_level("b:1", "cake", "nothing")
    settings.keep_level("a:1", "tea", "everything")
    assert {(row.place, row.control.currentData()) for row in levels.rows} == {
        (("a:1", "tea"), "everything"),
        (("b:1", "cake"), "nothing"),
        ((HOME, "music"), "everything"),
    }


def test_rooms_are_found_by_their_names(levels: RoomLevels, settings: Settings) -> None:
    assert levels.show_meant("tea")
    assert not levels.show_meant("nonsense")
    settings.keep_level("b:1", "nonsense", "nothing")
    assert levels.isVisible(), "it is what is looked for by now"


def test_there_is_nothing_to_see_without_one(settings: Settings, theme: Theme, qtbot: QtBot) -> None:
    made: Any = RoomLevels(settings, theme)
    qtbot.addWidget(made)
    assert not made.show_meant("")
    assert made.isHidden()
