"""Options of a person's settings: typed, checked, told, and reset by page."""

import pytest

from chatapp.gui.options import Clock, Page, Words
from chatapp.gui.settings import Settings


def test_every_option_keeps_its_type_and_has_a_default_that_is_a_choice() -> None:
    for option in Settings.options():
        assert option.read(None) == option.default
    assert {option.page for option in Settings.options()} == set(Page)


def test_a_change_is_told_once_and_only_where_it_differs(settings: Settings) -> None:
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.emoticons = True
    settings.emoticons = True
    settings.density = "compact"
    settings.density = "comfortable"
    settings.text_size = 1.25
    assert told == ["emoticons", "density", "density", "text_size"]
    assert settings.emoticons is True


def test_what_is_no_choice_is_not_stored(settings: Settings) -> None:
    with pytest.raises(ValueError, match="theme"):
        settings.theme = "purple"
    assert settings.theme == "system"


@pytest.mark.parametrize("damage", ["", "nan", "inf", "-1", "[7]", "purple", "\ud800", "24:00", "7:00", "٠٧:٠٠"])
def test_damage_reads_as_the_default(settings: Settings, damage: str) -> None:
    for option in Settings.options():
        if not isinstance(option, Words):
            settings._store.setValue(option.key, damage)
            assert getattr(settings, option.key) == option.default


def test_a_page_is_reset_by_itself(settings: Settings) -> None:
    settings.theme, settings.sounds = "dark", False
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.reset(Page.APPEARANCE)
    assert (settings.theme, settings.sounds) == ("system", False)
    assert told == ["theme"]


def test_an_option_knows_its_name() -> None:
    assert isinstance(Settings.quiet_from, Clock)
    assert Settings.quiet_from.key == "quiet_from"


def test_a_room_has_a_level_of_its_own(settings: Settings) -> None:
    assert settings.level("a:1", "tea") == ""
    settings.keep_level("a:1", "tea", "nothing")
    settings.keep_level("a:1", "music, loud", "everything")
    settings.keep_level("b:1", "tea", "mentions")
    assert (settings.level("a:1", "tea"), settings.level("b:1", "tea")) == ("nothing", "mentions")
    settings.keep_level("a:1", "tea", "")
    assert (settings.level("a:1", "tea"), settings.level("a:1", "music, loud")) == ("", "everything")


@pytest.mark.parametrize("damage", ["", "{", "7", '{"a:1": 7}', '{"a:1": {"tea": 7}}', '{"a:1": {"tea": "loud"}}'])
def test_damaged_levels_are_none(settings: Settings, damage: str) -> None:
    settings._store.setValue("levels", damage)
    assert settings.level("a:1", "tea") == ""
    settings.keep_level("a:1", "tea", "nothing")
    assert settings.level("a:1", "tea") == "nothing"
