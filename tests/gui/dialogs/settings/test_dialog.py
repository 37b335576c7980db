"""The settings as a whole: pages, search, and the keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.settings.dialog import SettingsDialog
from chatapp.gui.options import Page
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def dialog(settings: Settings, theme: Theme, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(settings, theme)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def keys(*pages: Page) -> list[str]:
    return [option.key for page in pages for option in Settings.options(page)]


def test_one_page_is_shown_at_a_time(dialog: SettingsDialog, qtbot: QtBot) -> None:
    assert sorted(dialog.shown) == sorted(keys(Page.APPEARANCE))
    assert dialog.pages.hasFocus()
    qtbot.keyClick(dialog.pages, Qt.Key.Key_Down)
    assert sorted(dialog.shown) == sorted(keys(Page.WRITING))


def test_every_option_is_on_its_page(dialog: SettingsDialog) -> None:
    for page in Page:
        dialog.show_page(page)
        assert sorted(dialog.shown) == sorted(keys(page))


def test_search_looks_on_all_pages(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.field.hasFocus()
    qtbot.keyClicks(dialog.field, "DARK")
    assert dialog.shown == ["theme", "skin_tone"]
    assert dialog.pages.selectedItems() == []
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.sections[0].lines[0].control.hasFocus()


def test_what_is_not_found_is_said(dialog: SettingsDialog) -> None:
    dialog.field.setText("<b>xyzzy")
    assert dialog.shown == []
    assert dialog._nothing.text() == "No setting has “<b>xyzzy” in it."
    dialog.field.setText("")
    assert dialog._nothing.isHidden()
    assert sorted(dialog.shown) == sorted(keys(Page.APPEARANCE))


def test_escape_ends_the_search_before_the_dialog(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.field.setText("sound")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert (dialog.field.text(), dialog.isVisible()) == ("", True)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_page_that_is_chosen_ends_the_search(dialog: SettingsDialog) -> None:
    dialog.field.setText("sound")
    dialog.pages.setCurrentRow(3)
    assert dialog.field.text() == ""
    assert dialog.shown == keys(Page.LANGUAGE)


def test_f6_goes_round(dialog: SettingsDialog, qtbot: QtBot) -> None:
    first = dialog.sections[0].lines[0].control
    for there in (first, dialog.field, dialog.pages):
        qtbot.keyClick(dialog, Qt.Key.Key_F6)
        assert there.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.field.hasFocus()


def test_it_is_live_both_ways(dialog: SettingsDialog, settings: Settings) -> None:
    control = dialog.sections[0].lines[0].control
    settings.theme = "dark"
    assert control.currentData() == "dark"
    control.setCurrentIndex(1)
    control.activated.emit(1)
    assert settings.theme == "light"


@pytest.mark.parametrize("points", [9.0, 16.0])
def test_nothing_is_cut_and_it_fits_on_a_small_screen(dialog: SettingsDialog, points: float, qtbot: QtBot) -> None:
    font = dialog.font()
    font.setPointSizeF(points)
    dialog.setFont(font)
    for page in Page:
        dialog.show_page(page)
        dialog.resize(1, 1)
        qtbot.waitUntil(lambda: not cut(dialog))
        assert dialog._area.sheet.width() <= dialog._area.viewport().width(), page
        assert dialog.width() <= 860, page
        assert dialog.height() <= 560, page


def cut(dialog: SettingsDialog) -> list[str]:
    inside = [line for section in dialog.sections for line in section.lines if line.isVisible()]
    return [line.entry.key for line in inside if line.width() < line.minimumSizeHint().width()]


def test_another_language_is_spoken_after_a_restart_which_is_offered_where_it_loses_nothing(
    settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    alone = True
    dialog = SettingsDialog(settings, theme, can_restart=lambda: alone)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.notice.isHidden()
    settings.language = "de"
    assert not dialog.notice.isHidden()
    assert dialog.notice.text == "Chatapp speaks Deutsch from its next start on."
    with qtbot.waitSignal(dialog.restart_asked):
        qtbot.mouseClick(dialog.notice.action, Qt.MouseButton.LeftButton)
    settings.language = "en"
    assert dialog.notice.isHidden()
    alone = False
    settings.language = "ar"
    assert not dialog.notice.isHidden()
    assert dialog.notice.action.isHidden()
