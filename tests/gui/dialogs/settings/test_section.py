"""One page of the settings."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.settings.entries import TRY_NOTIFICATION, entries
from chatapp.gui.dialogs.settings.section import Line, Section
from chatapp.gui.options import Page
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def section(settings: Settings, theme: Theme, qtbot: QtBot) -> Section:
    page = Page.NOTIFICATIONS
    own = [entry for entry in entries() if Settings.option(entry.key).page is page]
    made = Section(settings, theme, page, own)
    qtbot.addWidget(made)
    settings.changed.connect(made.show_values)
    made.show()
    return made


def line(section: Section, key: str) -> Line:
    return next(line for line in section.lines if line.entry.key == key)


def test_what_is_chosen_is_stored_at_once(section: Section, settings: Settings) -> None:
    control: Any = line(section, "sounds").control
    control.click()
    assert settings.sounds is False


def test_what_is_stored_elsewhere_is_shown(section: Section, settings: Settings) -> None:
    settings.notify = "nothing"
    control: Any = line(section, "notify").control
    assert control.currentData() == "nothing"


def test_what_would_do_nothing_is_grey(section: Section, settings: Settings) -> None:
    assert not line(section, "quiet_from").isEnabled()
    settings.quiet_hours = True
    assert line(section, "quiet_from").isEnabled()


def test_a_page_is_reset_and_that_is_undone(section: Section, settings: Settings) -> None:
    assert not section.reset.isEnabled(), "nothing to reset yet"
    settings.notify, settings.sounds, settings.theme = "nothing", False, "dark"
    section.reset.click()
    assert (settings.notify, settings.sounds, settings.theme) == ("mentions", True, "dark")
    assert not section.reset.isEnabled()
    section.undo.click()
    assert (settings.notify, settings.sounds) == ("nothing", False)
    assert section.undo.isHidden()
    assert section.reset.isEnabled()


def test_a_new_choice_ends_the_way_back(section: Section, settings: Settings) -> None:
    settings.sounds = False
    section.reset.click()
    settings.notify = "everything"
    assert section.undo.isHidden()


def test_a_notification_can_be_tried(section: Section, qtbot: QtBot) -> None:
    [trial] = section.deeds
    with qtbot.waitSignal(section.asked) as asked:
        trial.button.click()
    assert asked.args == [TRY_NOTIFICATION]
    assert section.show_meant("test") == 1
    assert trial.isVisible()


def test_only_what_is_meant_is_shown(section: Section) -> None:
    assert section.show_meant("quiet from") == 1
    assert section.reset.isHidden()
    assert section.show_meant("notifications") == len(section.lines) + len(section.deeds)
    assert section.show_meant("nonsense") == 0
    assert section.isHidden()
