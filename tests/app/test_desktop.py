"""The command itself, in a process of its own: what the first frame costs, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from chatapp.app import arguments, desktop
from chatapp.app.arguments import Open
from chatapp.gui.settings import Settings
from chatapp.protocol import invite as invites

START = """
import gc, json, os, sys, signal
from PySide6.QtCore import QTimer
from chatapp.app import desktop
from chatapp.app.arguments import Open
from chatapp.gui.window import MainWindow

end = sys.argv[1]
seen = []

class Watched(MainWindow):
    def __init__(self, *words, **more):
        super().__init__(*words, **more)
        self.painted.connect(self.look)

    def look(self):
        seen.extend(name for name in ("asyncio", "qasync", "websockets", "emoji", "chatapp.session.session",
                                      "chatapp.gui.chat.page") if name in sys.modules)
        self.timer = QTimer(self, interval=5)
        self.timer.timeout.connect(self.finish)
        self.timer.start()

    def finish(self):
        import asyncio
        if asyncio._get_running_loop() is not None:
            self.timer.stop()
            if end == "close":
                self.close()
            elif end == "quit":
                from PySide6.QtCore import QCoreApplication, QEvent
                from chatapp.app.chats import Chats
                at_once = Chats.close
                async def close(self):
                    await asyncio.sleep(0.1)  # there is a server to take leave of
                    await at_once(self)
                Chats.close = close
                wanted = QEvent(QEvent.Type.Quit)
                QCoreApplication.sendEvent(QCoreApplication.instance(), wanted)
                assert wanted.isAccepted()
            elif end == "fault":
                QTimer.singleShot(0, self.close)
                raise RuntimeError("a slot went wrong")
            else:
                os.kill(os.getpid(), getattr(signal, end))

desktop.MainWindow = Watched
gc.disable()  # as the command does
code = desktop.run(Open(name="Ann", bind="127.0.0.1"))
print(json.dumps({"code": code, "seen": seen, "collects": gc.isenabled()}))
"""


def start(end: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", START, end],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


ENDS = ["close", pytest.param("SIGINT", marks=pytest.mark.skipif(sys.platform == "win32", reason="no such signal"))]


@pytest.mark.parametrize("end", [*ENDS, "quit", pytest.param("SIGTERM", marks=ENDS[1].marks)])  # type: ignore[union-attr]
def test_it_starts_with_little_and_ends_cleanly(end: str) -> None:
    ended = start(end)
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout.splitlines()[-1])
    assert found["code"] == 0
    # What the first frame does without.
    assert found["seen"] == []
    assert found["collects"]
    noise = [line for line in ended.stderr.splitlines() if "propagateSizeHints" not in line]
    assert noise == []


def test_a_fault_in_a_slot_is_said_and_survived() -> None:
    ended = start("fault")
    assert ended.returncode == 0, ended.stderr
    assert "something went wrong that should not" in ended.stderr
    assert "RuntimeError: a slot went wrong" in ended.stderr


@pytest.mark.parametrize(
    ("opening", "given", "whole", "again"),
    [
        (Open(), ["m.py"], ["python3", "-P", "-m", "chatapp"], ["-P", "-m", "chatapp"]),
        (Open(), ["chatapp", "ws://a:1"], ["/usr/bin/python3", "/bin/chatapp", "ws://a:1"], ["/bin/chatapp"]),
        (Open(), ["Chatapp.exe"], ["Chatapp.exe"], []),
        (
            Open(name="Ann", bind="127.0.0.1", profile="work"),
            ["m.py", "--name", "Ann", "--bind", "127.0.0.1", "--profile", "work"],
            ["python3", "-m", "chatapp", "--name", "Ann", "--bind", "127.0.0.1", "--profile", "work"],
            ["-m", "chatapp", "--profile", "work", "--bind", "127.0.0.1"],
        ),
    ],
)
def test_the_same_profile_is_opened_again(opening: Open, given: list[str], whole: list[str], again: list[str]) -> None:
    assert desktop.again(opening, given, whole) == [sys.executable, *again]


@pytest.mark.parametrize("last", ["", "10.0.0.1:20200"])
def test_where_a_window_goes_at_once(last: str, tmp_path: Path) -> None:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.last = last
    invite = invites.parse("10.0.0.2")
    assert desktop._where_to(Open(invite, given="10.0.0.2"), settings) == invite
    assert desktop._where_to(Open(), settings) == (invites.parse(last) if last else None)
    for link in ("chatapp://10.0.0.2", "chatapp://"):  # of which the person is asked, or told what is wrong
        opening = arguments.parse([link])
        assert isinstance(opening, Open)
        assert desktop._where_to(opening, settings) is None
