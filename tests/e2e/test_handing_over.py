"""A second start of a profile: two real programs, of which one is a window that is open."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60

WINDOW = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from chatapp.app import arguments, desktop
from chatapp.gui.dialogs.invited import Invited
from chatapp.gui.window import MainWindow

class Watched(MainWindow):
    def __init__(self, *words, **more):
        super().__init__(*words, **more)
        self.seen = self.told = False
        self.timer = QTimer(self, interval=5)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        if not self.told and self._settings.open_window:
            self.told = True
            tell(ready=True)
        for asked in self.findChildren(Invited):
            if asked.isVisible() and not self.seen:
                self.seen = True
                tell(asks=[label.text() for label in asked.findChildren(QLabel) if label.isVisible()],
                     default=[b.text() for b in asked.findChildren(QPushButton) if b.isDefault()])
                asked.reject()
                self.close()

    def bring_back(self):
        super().bring_back()
        tell(forward=True)

def tell(**what):
    print(json.dumps(what), flush=True)

desktop.MainWindow = Watched
sys.exit(desktop.run(arguments.parse(sys.argv[1:])))
"""


class Window:
    """The program whose window is open; it ends when it was asked about an invite."""

    def __init__(self, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", WINDOW, "--name", "Ann", *words],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def next(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the window has ended"
        told: dict[str, Any] = json.loads(line)
        return told


def second(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "chatapp", *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_a_second_start_hands_over_and_the_window_asks() -> None:
    with Window() as window:
        assert window.next() == {"ready": True}
        handed = second()
        assert (handed.returncode, handed.stdout) == (0, ""), handed.stderr
        assert window.next() == {"forward": True}
        handed = second("chatapp://127.0.0.1:9,[::1]:9/tea%20time#k=secret")
        assert (handed.returncode, handed.stdout) == (0, ""), handed.stderr
        assert window.next() == {"forward": True}
        asked = window.next()
        said = "\n".join(asked["asks"])
        for part in ("127.0.0.1:9", "Ann", "#tea time"):
            assert part in said
        assert "secret" not in said
        assert asked["default"] == ["Join"]
        assert window.process.wait(PATIENCE) == 0


def test_a_link_that_opens_the_program_is_asked_about_too() -> None:
    with Window("chatapp://127.0.0.1:9/tea") as window:
        told = [window.next(), window.next(), window.next()]
        assert {next(iter(one)) for one in told} == {"ready", "forward", "asks"}
        assert window.process.wait(PATIENCE) == 0


@pytest.mark.parametrize("profile", ["other"])
def test_another_profile_is_left_alone(profile: str) -> None:
    with Window("--profile", profile) as other, Window() as window:
        assert other.next() == {"ready": True}
        assert window.next() == {"ready": True}
        assert second("chatapp://127.0.0.1:9/tea").returncode == 0
        assert window.next() == {"forward": True}
        assert "asks" in window.next()
        assert other.process.poll() is None
