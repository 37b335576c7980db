"""How fast the timeline is, as ratios to a QTextBrowser and a QListView that show the same messages in the same run.

    python -m tests.benchmarks.timeline [--runs 3]

Each figure is the median over fresh processes; milliseconds, and MB of proportional set size (Linux only). An action
ends when the picture that follows it is painted; `work` is how much of that its thread worked, and grows less when
others use the machine. A blank widget shows what the screen alone takes. The baselines show `author time text` as plain
paragraphs; they are measured where they can be waited for. The goals are those for a quiet machine of two cores.
Uses the display that Qt finds; QT_QPA_PLATFORM=offscreen does without one.
"""

import argparse
import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, QStringListModel, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QApplication, QListView, QTextBrowser, QWidget

from chatapp.gui.emoji.font import install_emoji_font
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, Timeline

TEXTS = (
    "who has page 12?",
    "here: https://example.org/wiki/Page_12?lang=en and the other one is on www.example.net",
    "👍👍",
    " ".join(["It says that all has to be repeated at least three times, at the same temperature."] * 3),
    "also:\n  - bring the blue folder\n  - bring the keys 😀",
    "ok",
    "see you at nine 🎉",
    "שלום לכולם",
)
SIZE = (900, 700)
RATE = 5_000
FRAME = 16
SECONDS = 3
STEPS = 200


def entry(number: int) -> Entry:
    return Entry(f"person {number // 3 % 40}", f"{TEXTS[number % len(TEXTS)]}", 1_790_000_000.0 + number * 31)


class Ours:
    """The timeline."""

    def __init__(self, count: int) -> None:
        self.timeline = Timeline(entry(number) for number in range(count))

    def build(self) -> QAbstractScrollArea:
        self.view = TimelineView(Theme())
        self.model = TimelineModel(self.timeline, self.view)
        self.view.set_model(self.model)
        return self.view

    def add(self, entries: list[Entry]) -> None:
        self.timeline.append(entries)
        self.model.refresh()
        self.view.settle_now()  # as it does by itself once the loop turns, before it is painted


def line(of: Entry) -> str:
    return f"{of.author} {time.strftime('%H:%M', time.localtime(of.at))} {of.text}"


class Browser:
    """One text document of all messages."""

    def __init__(self, count: int) -> None:
        self.entries = [entry(number) for number in range(count)]

    def build(self) -> QAbstractScrollArea:
        self.view = QTextBrowser()
        self.add(self.entries)
        return self.view

    def add(self, entries: list[Entry]) -> None:
        for one in entries:
            self.view.append(line(one))
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum())


class Items:
    """Qt's list view with wrapped words."""

    def __init__(self, count: int) -> None:
        self.lines = [line(entry(number)) for number in range(count)]

    def build(self) -> QAbstractScrollArea:
        self.view = QListView()
        self.view.setWordWrap(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.model = QStringListModel(self.lines, self.view)
        self.view.setModel(self.model)
        self.view.scrollToBottom()
        return self.view

    def add(self, entries: list[Entry]) -> None:
        first = self.model.rowCount()
        self.model.insertRows(first, len(entries))
        for place, one in enumerate(entries):
            self.model.setData(self.model.index(first + place), line(one))
        self.view.scrollToBottom()


KINDS = {"ours": Ours, "browser": Browser, "list": Items}


def milliseconds(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    action()
    return (clock() - start) * 1000


def both(action: Callable[[], object], took: list[float], worked: list[float]) -> None:
    """Note the time until the action ended, and how much of it this thread worked."""
    worked.append(milliseconds(lambda: took.append(milliseconds(action)), time.thread_time))


def opened(room: Ours | Browser | Items) -> QAbstractScrollArea:
    """Build and show it, and wait until it is painted."""
    view = room.build()
    view.resize(*SIZE)
    view.show()
    view.viewport().repaint()
    return view


def painted(view: QAbstractScrollArea) -> None:
    """Paint all that waits to be painted, at once rather than when the loop comes to it; the messages in any case."""
    view.viewport().update()
    QApplication.sendPostedEvents(view, QEvent.Type.UpdateRequest)


def percentile(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def measure_open(kind: str, count: int) -> dict[str, float]:
    room = KINDS[kind](count)
    warm = KINDS[kind](200)
    opened(warm).close()
    took = []
    for _ in range(5 if kind == "ours" else 1):
        gc.collect()
        took.append(milliseconds(lambda: opened(room)))
        QTest.qWaitForWindowExposed(room.view)
        room.view.close()
    return {"open": statistics.median(took)}


def measure_append(kind: str, count: int) -> dict[str, float]:
    room = KINDS[kind](count)
    view = opened(room)
    QTest.qWaitForWindowExposed(view)
    started = last = 0.0
    sent = 0
    took: list[float] = []
    worked: list[float] = []
    late: list[float] = []

    def frame() -> None:
        nonlocal sent
        due = int((time.perf_counter() - started) * RATE)
        batch = [entry(count + number) for number in range(sent, due)]
        sent = due
        if batch:
            both(lambda: (room.add(batch), painted(view)), took, worked)

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, (now - last) * 1000 - FRAME))
        last = now

    started = time.perf_counter()
    last = started
    timers = []
    for slot in (frame, tick):
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(slot)
        timer.start(FRAME)
        timers.append(timer)
    loop = QEventLoop()  # QTest's waiting looks for events every 10 ms only
    QTimer.singleShot(SECONDS * 1000, loop.quit)
    loop.exec()
    for timer in timers:
        timer.stop()
    return {
        "p50": percentile(took, 0.5),
        "p99": percentile(took, 0.99),
        "work p99": percentile(worked, 0.99),
        "late p99": percentile(late, 0.99),
        "late max": max(late),
        "added": sent,
    }


def measure_move(kind: str, count: int) -> dict[str, float]:
    room = KINDS[kind](count)
    view = opened(room)
    QTest.qWaitForWindowExposed(view)
    bar, viewport = view.verticalScrollBar(), view.viewport()
    found: dict[str, float] = {}

    def note(name: str, actions: list[Callable[[], object]]) -> None:
        took: list[float] = []
        worked: list[float] = []
        for action in actions:
            both(lambda action=action: (action(), viewport.repaint()), took, worked)
        QApplication.processEvents()
        found[f"{name} p50"], found[f"{name} p99"] = percentile(took, 0.5), percentile(took, 0.99)
        found[f"{name} work p99"] = percentile(worked, 0.99)

    def wheel() -> None:
        at = QPointF(100, 100)
        QApplication.sendEvent(
            viewport,
            QWheelEvent(
                at,
                view.mapToGlobal(at),
                QPoint(),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    def thumb(part: float) -> Callable[[], object]:
        return lambda: bar.setSliderPosition(int(bar.maximum() * part))

    note("page", [lambda: bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)] * STEPS)
    note("wheel", [wheel] * STEPS)
    note("thumb", [thumb((number * 37 % 101) / 101) for number in range(STEPS)])
    widths = [SIZE[0] - number % 300 for number in range(0, STEPS * 7, 7)] if kind == "ours" else [SIZE[0] - 100]
    note("resize", [lambda width=width: view.resize(width, SIZE[1]) for width in widths])
    return found


class Blank(QWidget):
    """Nothing but ground."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.white)


def measure_blank(_kind: str, count: int) -> dict[str, float]:
    blank = Blank()
    blank.resize(*SIZE)
    blank.show()
    QTest.qWaitForWindowExposed(blank)
    took: list[float] = []
    worked: list[float] = []
    for _ in range(count):
        both(blank.repaint, took, worked)
        QTest.qWait(FRAME - 4)
    return {"p50": percentile(took, 0.5), "p99": percentile(took, 0.99), "work p99": percentile(worked, 0.99)}


def proportional_set() -> float:
    """This process's proportional set size, in MB."""
    text = Path("/proc/self/smaps_rollup").read_text()
    return int(text.split("Pss:", 1)[1].split()[0]) / 1024


def measure_memory(kind: str, count: int) -> dict[str, float]:
    warm = KINDS[kind](200)
    view = opened(warm)
    QTest.qWaitForWindowExposed(view)
    room = KINDS[kind](count)
    gc.collect()
    before = proportional_set()
    view = opened(room)
    QTest.qWaitForWindowExposed(view)
    for _ in range(100):
        view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
        view.viewport().repaint()
    gc.collect()
    return {"MB": proportional_set() - before}


MEASURES = {
    "open": measure_open,
    "append": measure_append,
    "move": measure_move,
    "memory": measure_memory,
    "blank": measure_blank,
}


def one(measure: str, kind: str, count: int) -> None:
    """What a child process does."""
    app = QApplication([])
    install_emoji_font()
    result = MEASURES[measure](kind, count)
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
    for widget in app.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def figures(runs: int, measure: str, kind: str, count: int) -> dict[str, float]:
    """The medians over fresh processes."""
    command = [sys.executable, "-m", "tests.benchmarks.timeline", "--one", measure, kind, str(count)]
    found = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)
    ]
    return {name: statistics.median(run[name] for run in found) for name in found[0]}


def tell(what: str, figure: float, goal: str, baseline: float | None = None, of: str = "") -> None:
    ratio = "" if baseline is None else f"{figure / baseline:.3f} x {of} ({baseline:.1f})"
    sys.stdout.write(f"{what:<44}{figure:>9.2f}  {goal:<14}{ratio}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--one", nargs=3, metavar=("MEASURE", "KIND", "COUNT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(options.one[0], options.one[1], int(options.one[2]))
        return
    runs = options.runs
    sys.stdout.write(f"{'':<44}{'ours':>9}  {'goal':<14}in the same run\n")
    few = figures(runs, "open", "ours", 10_000)["open"]
    many = figures(runs, "open", "ours", 1_000_000)["open"]
    tell("open a room of 10,000, ms", few, "<= 30", figures(1, "open", "browser", 10_000)["open"], "QTextBrowser")
    tell("open a room of 10,000, ms", few, "", figures(1, "open", "list", 10_000)["open"], "QListView")
    tell("open a room of 1,000,000, ms", many, "<= 30", few, "our 10,000")
    blank = figures(runs, "blank", "none", 200)
    for figure in blank:
        tell(f"a blank widget of this size: paint {figure}, ms", blank[figure], "")
    ours = figures(runs, "append", "ours", 10_000)
    for kind, name in (("browser", "QTextBrowser"), ("list", "QListView")):
        theirs = figures(1, "append", kind, 10_000)
        tell(f"{RATE:,}/s onto 10,000: add + paint p50, ms", ours["p50"], "", theirs["p50"], name)
        tell(f"{RATE:,}/s onto 10,000: add + paint p99, ms", ours["p99"], "<= 6", theirs["p99"], name)
        tell(f"{RATE:,}/s onto 10,000: work p99, ms", ours["work p99"], "<= 6", theirs["work p99"], name)
        tell("a 16 ms timer meanwhile: late p99, ms", ours["late p99"], "<= 4", theirs["late p99"], name)
        tell("a 16 ms timer meanwhile: late max, ms", ours["late max"], "<= 16", theirs["late max"], name)
    move = figures(runs, "move", "ours", 100_000)
    theirs = figures(1, "move", "list", 10_000)
    for action, goal in (("page", "<= 8"), ("wheel", "<= 8"), ("thumb", "<= 8"), ("resize", "<= 16")):
        name = "QListView of 10,000"
        tell(f"{action} at 100,000: p50, ms", move[f"{action} p50"], "", theirs[f"{action} p50"], name)
        tell(f"{action} at 100,000: p99, ms", move[f"{action} p99"], goal, theirs[f"{action} p99"], name)
        work = f"{action} work p99"
        tell(f"{action} at 100,000: work p99, ms", move[work], goal, theirs[work], name)
    if Path("/proc/self/smaps_rollup").exists():
        tell(
            "memory of the view at 100,000, MB",
            figures(runs, "memory", "ours", 100_000)["MB"],
            "<= 5",
            figures(1, "memory", "browser", 10_000)["MB"],
            "QTextBrowser of 10,000",
        )


if __name__ == "__main__":
    main()
