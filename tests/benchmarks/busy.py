"""A person types while a room is flooded: how long a key takes to be seen, and how late the window is.

    python -m tests.benchmarks.busy [--rate 1000] [--seconds 10]

A real server, a real window in one of its rooms with everything switched on, and a program that says `--rate` messages
a second there as twenty people: plain ones, and every tenth with a link, emoji, code or this person's name. A key is
pressed every 50 ms, and measured until the composer's paint with its letter is over; so is a 16 ms timer, and every
paint of the timeline. The same without a flood, before it in the same run, is what the ratios are to.
Uses the display that Qt finds; QT_QPA_PLATFORM=offscreen does without one.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import qasync
from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from websockets.asyncio.client import connect

from chatapp.app.chats import Chats
from chatapp.gui.composer.field import Field
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import STYLE, Appearance
from chatapp.gui.timeline.view import TimelineView
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.storage.notebook import Notebook

ROOM = "default"
PEOPLE = 20
BURST = 0.01
"""seconds between two bursts of the flood"""
KEY = 50
FRAME = 16
SPECIAL = (
    "see https://example.org/a/rather/long/path?with=a&query=too",
    "👍🎉 well done",
    "`code` and **strong** and *emphasis*",
    "@Bo what do you say?",
    "> a quote\nand an answer",
)


class Figures(NamedTuple):
    """Sorted milliseconds."""

    keys: list[float]
    late: list[float]
    paints: list[float]


def of_hundred(times: list[float]) -> float:
    """What one of a hundred is above."""
    return times[min(len(times) - 1, len(times) * 99 // 100)]


async def flood(port: int, rate: int) -> None:
    """Say so many messages a second until the program is ended."""
    async with AsyncExitStack() as stack:
        sockets = []
        for number in range(PEOPLE):
            socket = await stack.enter_async_context(
                connect(f"ws://127.0.0.1:{port}", compression=None, max_queue=None)
            )
            await socket.send(json.dumps({"action": "identify", "payload": {"username": f"user {number}"}}))
            sockets.append(socket)
        draining = [asyncio.ensure_future(_drain(socket)) for socket in sockets]
        begun, said = time.monotonic(), 0
        while draining:
            due = round((time.monotonic() - begun) * rate)
            for number in range(said, due):
                text = (
                    SPECIAL[number // 10 % len(SPECIAL)]
                    if number % 10 == 0
                    else "some sixty characters of text that people write"
                )
                payload = {"room": ROOM, "message": f"{number} {text}"}
                await sockets[number % PEOPLE].send(json.dumps({"action": "sendMessage", "payload": payload}))
            said = due
            await asyncio.sleep(BURST)


async def _drain(socket: object) -> None:
    async for _ in socket:  # type: ignore[attr-defined]
        pass


class Paints:
    """How long the paints of a kind of widget take, and when the last one ended. Made before the first of the kind."""

    def __init__(self, kind: type[QWidget]) -> None:
        self.ended = 0.0
        self.took: list[float] = []
        paint = kind.paintEvent

        def timed(widget: QWidget, event: QPaintEvent) -> None:
            began = time.perf_counter()
            paint(widget, event)
            self.ended = time.perf_counter()
            self.took.append(1_000 * (self.ended - began))

        kind.paintEvent = timed  # type: ignore[method-assign]


class Typist(QObject):
    """Presses a key every `KEY` milliseconds, and notes how long it was until it was seen, and how late timers are."""

    def __init__(self, window: MainWindow, fields: Paints, frames: Paints) -> None:
        super().__init__(window)
        assert window.chat is not None
        view = window.chat.desk.front
        assert view is not None
        self._field = view.composer.field
        self._painted, self._frames = fields, frames
        self.keys: list[float] = []
        self.late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    async def work(self, seconds: float) -> Figures:
        self.keys, self.late = [], []
        self._frames.took.clear()
        self._due = time.perf_counter() + FRAME / 1_000
        self._timer.start()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pressed = time.perf_counter()
            QTest.keyClick(self._field, Qt.Key.Key_W if len(self.keys) % 40 else Qt.Key.Key_Backspace)
            while self._painted.ended < pressed:  # noqa: ASYNC110  # a paint tells nobody
                await asyncio.sleep(0)
            self.keys.append(1_000 * (self._painted.ended - pressed))
            await asyncio.sleep(KEY / 1_000)
        self._timer.stop()
        self._field.selectAll()
        QTest.keyClick(self._field, Qt.Key.Key_Delete)
        return Figures(sorted(self.keys), sorted(self.late), sorted(self._frames.took) or [0.0])

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, 1_000 * (now - self._due)))
        self._due = now + FRAME / 1_000


@contextmanager
def program(*words: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen([sys.executable, "-m", *words], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


async def measure(port: int, rate: int, seconds: float, folder: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    fields, frames = Paints(Field), Paints(TimelineView)
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    appearance = Appearance(application, settings)
    window = MainWindow(appearance, settings, "Bo")
    chats = Chats(window, settings, appearance.theme, asyncio.get_running_loop(), Notebook(None))
    window.show()
    chats.join("Bo", parse(f"127.0.0.1:{port}"))
    while window.chat is None or window.chat.desk.front is None:  # noqa: ASYNC110  # looked at from outside
        await asyncio.sleep(0.01)
    await asyncio.sleep(1.0)
    typist = Typist(window, fields, frames)
    quiet = await typist.work(seconds / 2)
    timeline = window.chat.bridge.session.timeline(ROOM)
    with program("tests.benchmarks.busy", "--flood", str(port), "--rate", str(rate)):
        while timeline.end < rate:  # noqa: ASYNC110  # as above
            await asyncio.sleep(0.05)
        first, began = timeline.end, time.monotonic()
        busy = await typist.work(seconds)
        heard = (timeline.end - first) / (time.monotonic() - began)
    tell("messages a second that were shown", heard, rate * 0.95, at_least=True)
    tell("a key until it is seen, p50, ms", busy.keys[len(busy.keys) // 2], 0, quiet.keys[len(quiet.keys) // 2])
    tell("a key until it is seen, p99, ms", of_hundred(busy.keys), 16, of_hundred(quiet.keys))
    tell("a key until it is seen, longest, ms", busy.keys[-1], 50, quiet.keys[-1])
    tell("a 16 ms timer late, p99, ms", of_hundred(busy.late), 4, of_hundred(quiet.late))
    tell("a 16 ms timer late, longest, ms", busy.late[-1], 50, quiet.late[-1])
    tell("a paint of the timeline, p99, ms", of_hundred(busy.paints), 8)
    tell("a paint of the timeline, longest, ms", busy.paints[-1], 50)
    window.hide()
    await chats.close()
    window.deleteLater()


def tell(what: str, found: float, goal: float, quiet: float = 0.0, *, at_least: bool = False) -> None:
    wanted = f"{'>=' if at_least else '<='} {goal:g}" if goal else ""
    ratio = f"{found / quiet:.2f} x without a flood ({quiet:.2f})" if quiet else ""
    print(f"{what:40}{found:10.2f}  {wanted:10}{ratio}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=int, default=1_000)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--flood", type=int, metavar="PORT", help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.flood:
        asyncio.run(flood(words.flood, words.rate))
        return
    application = QApplication(["chatapp", *STYLE])
    application.setDesktopFileName("chatapp")
    serve = ["chatapp", "serve", "--host", "127.0.0.1", "--port", "0", "--history", "memory", "--rate-limit", "off"]
    with tempfile.TemporaryDirectory() as folder, program(*serve) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline().rpartition(":")[2])
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
            runner.run(measure(port, words.rate, words.seconds, Path(folder)))


if __name__ == "__main__":
    main()
