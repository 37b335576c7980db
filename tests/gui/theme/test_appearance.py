from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.appearance import TEXT_SIZES, Appearance, Mode
from chatapp.gui.theme.tokens import DARK, LIGHT


def test_a_chosen_mode_dresses_everything(appearance: Appearance, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignals([appearance.theme.changed, appearance.mode_changed]):
        appearance.use(Mode.DARK)
    assert appearance.theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert DARK.accent in qapp.styleSheet()
    appearance.use(Mode.LIGHT)
    assert appearance.theme.tokens is LIGHT


def test_system_mode_follows_the_system(appearance: Appearance, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    assert appearance.mode is Mode.SYSTEM
    dark = hints.colorScheme().name == "Dark"
    assert appearance.theme.tokens is (DARK if dark else LIGHT)


def test_text_grows_shrinks_and_stops_at_the_ends(appearance: Appearance, qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    appearance.larger()
    assert qapp.font().pointSizeF() > usual
    for _ in range(20):
        appearance.larger()
    assert appearance.text_size == TEXT_SIZES[-1]
    for _ in range(20):
        appearance.smaller()
    assert appearance.text_size == TEXT_SIZES[0]
    appearance.normal()
    assert qapp.font().pointSizeF() == usual


def test_an_odd_size_of_the_settings_becomes_the_nearest(qapp: QApplication) -> None:
    font, palette = qapp.font(), qapp.palette()
    made = Appearance(qapp, text_size=1.3)
    assert made.text_size == 1.25
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
