from pytestqt.qtbot import QtBot

from chatapp.gui.settings import Settings
from chatapp.gui.told.levels import Levels


def test_a_room_is_as_the_settings_say_unless_it_has_its_own(settings: Settings, qtbot: QtBot) -> None:
    levels = Levels(settings, "here")
    assert (levels.of("music"), levels.own("music")) == ("mentions", "")
    with qtbot.waitSignal(levels.changed):
        settings.notify = "everything"
    assert (levels.of("music"), levels.usual) == ("everything", "everything")
    with qtbot.waitSignal(levels.changed):
        levels.choose("music", "nothing")
    assert (levels.of("music"), levels.of("default")) == ("nothing", "everything")
    with qtbot.waitSignal(levels.changed):
        levels.choose("music", "")
    assert levels.of("music") == "everything"


def test_what_was_chosen_is_there_again_on_that_server_alone(settings: Settings) -> None:
    Levels(settings, "here").choose("music", "nothing")
    assert Levels(settings, "here").of("music") == "nothing"
    assert Levels(settings, "there").of("music") == "mentions"


def test_nothing_changes_where_nothing_is_changed(settings: Settings, qtbot: QtBot) -> None:
    levels = Levels(settings, "here")
    with qtbot.assertNotEmitted(levels.changed):
        levels.choose("music", "")
        settings.sounds = False
