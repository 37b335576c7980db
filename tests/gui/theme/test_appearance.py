import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.appearance import TEXT_SIZES, Appearance, Mode
from chatapp.gui.theme.tokens import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[3]


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


def test_the_style_is_the_same_on_every_system() -> None:
    """In a process of its own: once there is a style sheet, Qt does not tell what is beneath it."""
    code = "print(QApplication(['chatapp', *STYLE]).style().name())"
    imports = "from PySide6.QtWidgets import QApplication; from chatapp.gui.theme.appearance import STYLE"
    command = [sys.executable, "-c", f"{imports}; {code}"]
    environment = {**os.environ, "QT_STYLE_OVERRIDE": "windows"}
    assert subprocess.check_output(command, text=True, timeout=60, cwd=ROOT, env=environment) == "fusion\n"


def test_an_odd_size_of_the_settings_becomes_the_nearest(qapp: QApplication) -> None:
    font, palette = qapp.font(), qapp.palette()
    made = Appearance(qapp, text_size=1.3)
    assert made.text_size == 1.25
    made.deleteLater()
    # Not "": without a sheet, the next one crashed Qt 6.11.3 in four runs of ten.
    qapp.setStyleSheet("/* bare */")
    qapp.setFont(font)
    qapp.setPalette(palette)


LEFT_ALONE = """
import gc
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
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
appearance = Appearance(application)
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


def test_no_widget_is_collected_while_qt_goes_through_all_of_them() -> None:
    """In a process of its own: Qt would take this one down with it."""
    command = [sys.executable, "-c", LEFT_ALONE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (0, "dressed True\n"), done.stderr
