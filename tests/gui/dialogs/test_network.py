"""Test my network: asks, shows what is found in words, and can be given up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.network import NetworkDialog
from chatapp.gui.theme.theme import Theme
from tests.gui.screens import RESULTS


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> NetworkDialog:
    made = NetworkDialog(theme)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_it_begins_with_this_computer(dialog: NetworkDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.begin()
    assert asked.args == [""]
    assert dialog.bar.isVisible()
    dialog.show_end()
    assert not dialog.bar.isVisible()


def test_or_with_the_address_that_was_typed(theme: Theme, qtbot: QtBot) -> None:
    made = NetworkDialog(theme, "192.168.1.20")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.asked) as asked:
        made.begin()
    assert asked.args == ["192.168.1.20"]


def test_results_are_shown_one_by_one_and_begin_anew(dialog: NetworkDialog, qtbot: QtBot) -> None:
    dialog.begin()
    for result in RESULTS:
        dialog.show_result(result)
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    for result in RESULTS:
        assert {result.what, result.sentence, result.advice} - {""} <= {*texts}
    assert {"all right", "good to know", "not clear", "this is wrong"} <= {*texts}
    assert {each.textFormat() for each in dialog.findChildren(QLabel) if each.text()} == {Qt.TextFormat.PlainText}
    with qtbot.waitSignal(dialog.asked):
        dialog.again.click()
    assert dialog.results == []


def test_an_address_is_tested_once_it_is_one(dialog: NetworkDialog, qtbot: QtBot) -> None:
    dialog.address.set_text("not an address")
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.test.click()
    assert dialog.address.error
    dialog.address.set_text("ann-pc.local")
    with qtbot.waitSignal(dialog.asked) as asked:
        qtbot.keyClick(dialog.address.edit, Qt.Key.Key_Return)
    assert asked.args == ["ann-pc.local"]
    assert dialog.isVisible(), "Enter has not pressed another button"


def test_what_was_found_can_be_given_to_somebody(dialog: NetworkDialog) -> None:
    assert not dialog.copy.isEnabled()
    dialog.show_result(RESULTS[2])
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == (
        "Firewall (not clear): A firewall is on (ufw).\nTo let others in, type this: sudo ufw allow 20200/tcp"
    )
    assert dialog.copy.text() == "Copied"
    dialog.again.click()
    assert dialog.copy.text() == "Copy results", "those of this test nobody has copied"


def test_who_closes_it_gives_up(dialog: NetworkDialog, qtbot: QtBot) -> None:
    dialog.begin()
    with qtbot.waitSignal(dialog.given_up):
        dialog.reject()


def test_what_has_ended_is_not_given_up(dialog: NetworkDialog, qtbot: QtBot) -> None:
    dialog.begin()
    dialog.show_end()
    with qtbot.assertNotEmitted(dialog.given_up):
        dialog.reject()


def test_the_keyboard_scrolls(dialog: NetworkDialog, qtbot: QtBot) -> None:
    for result in RESULTS * 6:
        dialog.show_result(result)
    bar = dialog._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert bar.value() > 0
