"""What the settings say of every option."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication

from chatapp.gui.dialogs.settings.entries import entries, page_title
from chatapp.gui.i18n import LANGUAGES
from chatapp.gui.options import Choice, Flag, Page
from chatapp.gui.settings import Settings


def test_every_option_has_one_entry_and_every_entry_an_option(qapp: QApplication) -> None:
    assert Counter(entry.key for entry in entries()) == Counter(option.key for option in Settings.options())


def test_every_value_that_can_be_chosen_has_words(qapp: QApplication) -> None:
    for entry in entries():
        option = Settings.option(entry.key)
        if isinstance(option, Choice):
            assert set(entry.words) == set(option.choices), entry.key
        assert entry.label
        assert entry.help
        assert all(entry.words.values())


def test_languages_are_named_as_they_name_themselves(qapp: QApplication) -> None:
    [words] = [entry.words for entry in entries() if entry.key == Settings.language.key]
    assert list(words) == ["system", *LANGUAGES]
    assert {"English", "Deutsch", "العربية"} < set(words.values())


def test_what_an_option_needs_can_be_switched_on(qapp: QApplication) -> None:
    assert all(isinstance(Settings.option(entry.needs), Flag) for entry in entries() if entry.needs)


@pytest.mark.parametrize("page", list(Page))
def test_every_page_has_a_title(qapp: QApplication, page: Page) -> None:
    assert page_title(page)
