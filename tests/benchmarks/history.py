"""How soon a room with a long history is on screen, and what it weighs, as ratios to a room of 1,000 in the same run.

    python -m tests.benchmarks.history [--messages 1000000] [--runs 5] [--back 30000]

`chatapp serve` keeps two rooms, a long one and a short one, and a real window looks into them without joining. Measured
from the click: until the newest page is painted; from the search, its pause after the last key aside, until the window
has the first hits; then the reader goes back page by page, and the memory of both programs is read before and after
(resident; Linux). Medians. Uses the display that Qt finds; QT_QPA_PLATFORM=offscreen does without one.
"""

import argparse
import asyncio
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import qasync
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from chatapp.app.chats import Chats
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import STYLE, Appearance
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, OpenRoom
from chatapp.storage.notebook import Notebook
from chatapp.storage.opening import open_storage
from tests.benchmarks.storage import BATCH, texts

FEW = 1_000
WORD = "zyzzyva"


def fill(folder: Path, rooms: dict[str, int]) -> None:
    """A history as a server leaves it, its words indexed."""
    storage = open_storage(folder)
    storage.load()
    storage.commit([OpenRoom(name, "", f"epoch-{name}") for name in ("default", *rooms)])
    for name, count in rooms.items():
        said = texts(1)
        for start in range(0, count, BATCH):
            numbers = range(start, min(start + BATCH, count))
            storage.commit(
                [
                    Append(
                        name, Draft(Kind.MESSAGE, f"Ann {n % 20}", message=next(said)), 1_700_000_000_000 + n * 1_000
                    )
                    for n in numbers
                ]
            )
    while storage.tidy(time.monotonic()):
        pass
    storage.close()


def resident(pid: int) -> float:
    """MB; 0 where the system does not tell."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", text)
    return int(found[1]) / 1024 if found else 0.0


class Painted(QObject):
    """Tells when a widget was painted first after something came true; 0 before."""

    def __init__(self, widget: QWidget, true: Callable[[], bool]) -> None:
        super().__init__(widget)
        self.at = 0.0
        self._true = true
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Paint and not self.at and self._true():
            self.at = time.perf_counter()
        return super().eventFilter(watched, event)


async def until(condition: Callable[[], object]) -> None:
    """Look every millisecond, while Qt and the sockets do their work."""
    turn = asyncio.Event()
    while not condition():
        turn.clear()
        asyncio.get_running_loop().call_later(0.001, turn.set)
        await turn.wait()


async def opened(window: MainWindow, room: str) -> float:
    """Milliseconds from the click until a room's newest page is painted."""
    assert window.chat is not None
    began = time.perf_counter()
    view = window.chat.open_room(room)
    painted = Painted(view.timeline.viewport(), lambda: view.model.rowCount() > 1)
    await until(lambda: painted.at)
    took = 1_000 * (painted.at - began)
    window.chat.desk.close_room(room)
    await asyncio.sleep(0.3)
    return took


async def found(window: MainWindow, room: str, word: str) -> float:
    """Milliseconds from asking until the bridge tells what was found."""
    assert window.chat is not None
    bridge = window.chat.bridge
    heard: list[float] = []
    connection = bridge.found.connect(lambda _: heard.append(time.perf_counter()))
    began = time.perf_counter()
    bridge.search(word, room)
    await until(lambda: heard)
    bridge.disconnect(connection)
    return 1_000 * (heard[0] - began)


async def gone_back(window: MainWindow, room: str, rows: int) -> tuple[int, float]:
    """How many rows were brought, and the milliseconds of a page."""
    assert window.chat is not None
    view = window.chat.open_room(room)
    await until(lambda: view.model.rowCount() > 1)
    timeline = window.chat.bridge.session.timeline(room)
    brought, times = 0, []
    while brought < rows and timeline.older:
        before, began = timeline.first, time.perf_counter()
        window.chat.bridge.older(room)
        await until(lambda before=before: timeline.first != before)
        brought += before - timeline.first
        times.append(1_000 * (time.perf_counter() - began))
    return brought, statistics.median(times)


def tell(what: str, took: float, few: float, goal: int) -> None:
    print(f"{what:44}{took:8.1f} ms  {took / few:5.2f} x {FEW:,}   goal {goal} ms")


async def measure(arguments: argparse.Namespace, port: int, server: int, folder: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    appearance = Appearance(application, settings)
    window = MainWindow(appearance, settings, "Bo")
    chats = Chats(window, settings, appearance.theme, asyncio.get_running_loop(), Notebook(None))
    window.show()
    chats.join("Bo", parse(f"127.0.0.1:{port}"))
    await until(lambda: window.chat is not None and "long" in window.chat.bridge.session.rooms)
    for room in ("short", "long"):
        await opened(window, room)
    few = statistics.median([await opened(window, "short") for _ in range(arguments.runs)])
    many = statistics.median([await opened(window, "long") for _ in range(arguments.runs)])
    print(f"{f'newest page on screen, of {FEW:,}':44}{few:8.1f} ms")
    tell(f"newest page on screen, of {arguments.messages:,}", many, few, 100)
    for word in (WORD, "the", "qj"):
        few = statistics.median([await found(window, "short", word) for _ in range(arguments.runs)])
        many = statistics.median([await found(window, "long", word) for _ in range(arguments.runs)])
        tell(f"first hits for {word!r}", many, few, 200)
    before = resident(os.getpid()), resident(server)
    brought, page = await gone_back(window, "long", arguments.back)
    after = resident(os.getpid()), resident(server)
    print(f"{f'going back {brought:,} messages, a page':44}{page:8.1f} ms")
    print(f"window {before[0]:.0f} MB, then {after[0]:.0f} MB; server {before[1]:.0f} MB, then {after[1]:.0f} MB")
    window.hide()
    await chats.close()
    window.deleteLater()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--back", type=int, default=30_000)
    arguments = parser.parse_args()
    application = QApplication(["chatapp", *STYLE])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "server").mkdir()
        fill(folder / "server", {"short": FEW, "long": arguments.messages})
        command = [
            sys.executable,
            "-m",
            "chatapp",
            "serve",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--rate-limit",
            "off",
        ]
        with subprocess.Popen(
            [*command, "--data-dir", str(folder / "server")], stdout=subprocess.PIPE, text=True
        ) as server:
            assert server.stdout is not None
            port = int(server.stdout.readline().rpartition(":")[2])
            try:
                with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
                    runner.run(measure(arguments, port, server.pid, folder))
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
