import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.options import Page
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import TEXT_SIZES, Appearance, Mode
from chatapp.gui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT

ROOT = Path(__file__).resolve().parents[3]


def test_a_chosen_mode_dresses_everything(appearance: Appearance, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(appearance.theme.changed):
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


def test_the_style_is_the_same_on_every_system() -> None:
    """In a process of its own: once there is a style sheet, Qt does not tell what is beneath it."""
    code = "print(QApplication(['chatapp', *STYLE]).style().name())"
    imports = "from PySide6.QtWidgets import QApplication; from chatapp.gui.theme.appearance import STYLE"
    command = [sys.executable, "-c", f"{imports}; {code}"]
    environment = {**os.environ, "QT_STYLE_OVERRIDE": "windows"}
    assert subprocess.check_output(command, text=True, timeout=60, cwd=ROOT, env=environment) == "fusion\n"


def test_an_odd_size_of_the_settings_becomes_the_nearest(appearance: Appearance, settings: Settings) -> None:
    settings.text_size = 1.3
    assert appearance.text_size == appearance.theme.measures.scale == 1.25


@pytest.mark.parametrize("mode", Mode)
def test_every_theme_of_the_settings_is_one(mode: Mode, appearance: Appearance, settings: Settings) -> None:
    settings.theme = mode.value
    assert appearance.mode is mode
    assert set(Settings.theme.choices) == set(Mode)


def test_high_contrast_is_as_dark_as_the_system(appearance: Appearance, qapp: QApplication) -> None:
    appearance.use(Mode.CONTRAST)
    assert appearance.theme.tokens is CONTRAST_LIGHT
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    try:
        appearance.use(Mode.SYSTEM)
        appearance.use(Mode.CONTRAST)
        dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
        assert appearance.theme.tokens is (CONTRAST_DARK if dark else CONTRAST_LIGHT)
    finally:
        qapp.styleHints().unsetColorScheme()


def test_the_system_may_ask_for_high_contrast(
    qapp: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    class System(QObject):
        colorSchemeChanged = Signal()  # noqa: N815  # Qt's name
        contrastPreferenceChanged = Signal()  # noqa: N815  # Qt's name
        preference = Qt.ContrastPreference.NoPreference

        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802  # Qt's name
            return Qt.ColorScheme.Dark

        def accessibility(self) -> "System":
            return self

        def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802  # Qt's name
            return self.preference

    system = System()
    monkeypatch.setattr(qapp, "styleHints", lambda: system)
    font, palette = qapp.font(), qapp.palette()
    made = Appearance(qapp, settings)
    assert made.theme.tokens is DARK
    system.preference = Qt.ContrastPreference.HighContrast
    with qtbot.waitSignal(made.theme.changed):
        system.contrastPreferenceChanged.emit()
    assert made.theme.tokens is CONTRAST_DARK
    made.use(Mode.LIGHT)
    assert made.theme.tokens is LIGHT, "what is chosen here goes before what the system asks for"
    made.setParent(None)
    qapp.setStyleSheet("/* bare */")
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_density_is_followed_at_once(appearance: Appearance, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(appearance.theme.changed):
        settings.density = "compact"
    assert appearance.theme.measures.compact
    settings.reset(Page.APPEARANCE)
    assert not appearance.theme.measures.compact


LEFT_ALONE = """
import gc
import sys
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import STYLE, Appearance, Mode

class Cycle(QLabel):
    def __init__(self) -> None:
        super().__init__("nobody refers to this but itself")
        self.itself = self
        self.show()

class Busy(QWidget):
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            gc.set_threshold(10, 1, 1)
        self.seen = [[number] for number in range(1000)]

application = QApplication(["chatapp", *STYLE])
appearance = Appearance(application, Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
gc.disable()
busy = [Busy() for _ in range(50)]
for each in busy:
    each.show()
for _ in range(200):
    Cycle()
gc.set_threshold(1_000_000)
gc.enable()
appearance.use(Mode.DARK)
print("dressed", gc.isenabled())
"""


def test_no_widget_is_collected_while_qt_goes_through_all_of_them(tmp_path: Path) -> None:
    """In a process of its own: Qt would take this one down with it."""
    command = [sys.executable, "-c", LEFT_ALONE, str(tmp_path / "settings.ini")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (0, "dressed True\n"), done.stderr
