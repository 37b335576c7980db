"""Which language the window speaks, and what comes with it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from chatapp.assets import root
from chatapp.gui import counts, i18n
from chatapp.gui.actions import Actions
from chatapp.gui.options import SYSTEM


@pytest.fixture(autouse=True)
def back_to_english(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.install(qapp, "en", QLocale.c())


@pytest.mark.parametrize(
    ("wish", "system", "code"),
    [
        (SYSTEM, "de_AT", "de"),
        (SYSTEM, "ar_MA", "ar"),
        (SYSTEM, "en_NZ", "en"),
        (SYSTEM, "fr_FR", "en"),
        (SYSTEM, "C", "en"),
        ("ar", "de_DE", "ar"),
        ("en", "ar_EG", "en"),
        ("tlh", "de_DE", "en"),
    ],
)
def test_the_wish_decides_or_else_the_system(qapp: QApplication, wish: str, system: str, code: str) -> None:
    assert i18n.install(qapp, wish, QLocale(system)) == code == i18n.spoken() == i18n.meant(wish, QLocale(system))


def test_numbers_and_dates_are_the_system_s_where_they_are_of_that_language(qapp: QApplication) -> None:
    i18n.install(qapp, "de", QLocale("de_CH"))
    assert (QLocale().name(), counts.number(12_000)) == ("de_CH", "12'000")
    i18n.install(qapp, "de", QLocale("en_US"))
    assert (QLocale().name(), counts.number(12_000)) == ("de_DE", "12.000")
    i18n.install(qapp, "en", QLocale.c())
    assert counts.number(12_000) == "12,000"


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        ("en", Qt.LayoutDirection.LeftToRight),
        ("de", Qt.LayoutDirection.LeftToRight),
        ("ar", Qt.LayoutDirection.RightToLeft),
    ],
)
def test_the_window_is_read_from_the_language_s_side(
    qapp: QApplication, code: str, direction: Qt.LayoutDirection
) -> None:
    i18n.install(qapp, code, QLocale.c())
    assert qapp.layoutDirection() is direction


def test_qt_s_own_words_come_along(qapp: QApplication) -> None:
    i18n.install(qapp, "de", QLocale.c())
    assert QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+N"
    i18n.install(qapp, "en", QLocale.c())
    assert QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+N"


def test_a_language_takes_the_place_of_the_one_before(qapp: QApplication) -> None:
    for code in i18n.LANGUAGES:
        i18n.install(qapp, code, QLocale.c())
    i18n.install(qapp, "en", QLocale.c())
    assert QCoreApplication.translate("Words", "This room does not exist any more.").startswith("This room")
    assert QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+N"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", ["0 people", "1 person", "2 people", "5 people"]),
        ("de", ["0 Personen", "1 Person", "2 Personen", "5 Personen"]),
        ("ar", ["لا أحد", "شخص واحد", "شخصان", "٥ أشخاص", "١١ شخصًا", "١٠٠ شخص"]),
    ],
)
def test_each_language_has_its_plural_forms(qapp: QApplication, code: str, told: list[str]) -> None:
    i18n.install(qapp, code, QLocale.c())
    assert [counts.people(count) for count in (0, 1, 2, 5, 11, 100)][: len(told)] == told


def test_every_language_is_named_as_it_names_itself() -> None:
    for code, name in i18n.LANGUAGES.items():
        assert QLocale(code).nativeLanguageName().removeprefix("American ").removeprefix("British ") == name


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_no_letter_opens_two_things_of_a_menu(qapp: QApplication, qtbot: QtBot, code: str) -> None:
    i18n.install(qapp, code, QLocale.c())
    window = QMainWindow()
    qtbot.addWidget(window)
    Actions(window).fill(window.menuBar())
    for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        texts = [action.text() for action in menu.actions()]
        letters = [found.group(1).casefold() for text in texts for found in re.finditer(r"&(\w)", text)]
        assert sorted(letters) == sorted(set(letters)), texts


def test_a_catalogue_that_is_replaced_meanwhile_changes_nothing(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(root() / "i18n", tmp_path / "i18n")
    monkeypatch.setattr(i18n, "root", lambda: tmp_path)
    i18n.install(qapp, "de", QLocale("de_DE"))
    (tmp_path / "i18n" / "chatapp_de.qm").write_bytes(b"")
    assert QCoreApplication.translate("Actions", "&Room") == "&Raum"
