"""The levels of being told, in a menu."""

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.settings import Settings
from chatapp.gui.told.choice import CHOICES, LevelActions, fill, text_of
from chatapp.gui.told.levels import Levels


def test_every_level_has_words_of_its_own(settings: Settings) -> None:
    assert len({text_of(level) for level in CHOICES}) == len(CHOICES)
    assert text_of("", "nothing") == "&As in settings (nothing)"


def test_a_menu_shows_the_level_and_changes_it(settings: Settings, qtbot: QtBot) -> None:
    levels = Levels(settings, "a:1")
    levels.choose("tea", "nothing")
    menu = QMenu()
    qtbot.addWidget(menu)
    fill(menu, levels, "tea")
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["&Nothing"]
    menu.actions()[CHOICES.index("everything")].trigger()
    assert (levels.own("tea"), levels.own("music")) == ("everything", "")


def test_actions_that_last_say_how_it_is_for_the_room_in_front(settings: Settings) -> None:
    levels = Levels(settings, "a:1")
    levels.choose("tea", "mentions")
    settings.notify = "nothing"
    group = QActionGroup(settings)
    chosen: list[str] = []
    actions = LevelActions(group, chosen.append)
    actions.show(levels, "tea")
    assert [level for level, action in actions.actions.items() if action.isChecked()] == ["mentions"]
    assert actions.actions[""].text() == "&As in settings (nothing)"
    actions.actions["nothing"].trigger()
    assert chosen == ["nothing"]
    actions.show(levels, None)
    assert not any(action.isEnabled() for action in actions.actions.values())
