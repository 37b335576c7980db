"""How soon the window is painted and what it weighs, as ratios to a bare PySide6 window in the same run.

    python -m tests.benchmarks.startup [--runs 7]

From the start of the process to the end of the first paint, warm, and the processor's time until then, which other
programs disturb less; then the proportional set size (Linux) once everything that follows the first frame is loaded.
Medians; the two take turns. `rejoin` is a second start, which goes
back to a server on this computer: until its chat is painted.
Goal: at most 250 ms on the machine of ../shared/design/performance.md.
Uses the display that Qt finds; QT_QPA_PLATFORM=offscreen does without one.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IDLE = 300
"""milliseconds after the first paint at which memory is read"""

BARE = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    painted = 0.0
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = 1.0
            QTimer.singleShot(0, self.note)
    def note(self):
        self.painted, self.cpu = time.monotonic(), time.process_time()

application = QApplication(sys.argv)
window = Window()
window.resize(1040, 700)
window.show()
QTimer.singleShot(IDLE, application.quit)
application.exec()
print(json.dumps({"painted": window.painted, "cpu": window.cpu, "pss": pss()}))
"""

APP = """
import json, sys, time
import chatapp.gui.window as module
from PySide6.QtCore import QTimer

class Window(module.MainWindow):
    def __init__(self, *words, **more):
        super().__init__(*words, **more)
        self.times = {}
        self.painted.connect(self.note)
    def note(self):
        self.times |= {"painted": time.monotonic(), "cpu": time.process_time()}
        QTimer.singleShot(IDLE, self.finish)
    def show_chat(self, chat):
        super().show_chat(chat)
        QTimer.singleShot(0, lambda: self.times.setdefault("rejoined", time.monotonic()))
    def finish(self):
        if sys.argv[1:] and "rejoined" not in self.times:
            QTimer.singleShot(IDLE, self.finish)
            return
        print(json.dumps(self.times | {"pss": pss()}))
        self.close()

module.MainWindow = Window
sys.argv = ["chatapp", *sys.argv[1:]]
from chatapp.__main__ import main
sys.exit(main())
"""

PSS = """
def pss():
    try:
        lines = open("/proc/self/smaps_rollup").read().splitlines()
    except OSError:
        return None
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
"""


def measure(code: str, home: str, *words: str) -> dict[str, float]:
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a person's second start compiles nothing
    program = PSS + code.replace("IDLE", str(IDLE))
    started = time.monotonic()
    command = [sys.executable, "-c", program, *words]
    found = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    figures = json.loads(found.stdout.splitlines()[-1])
    units = {"cpu": lambda value: value * 1_000, "pss": lambda value: value}
    return {
        name: units.get(name, lambda value: (value - started) * 1_000)(value)
        for name, value in figures.items()
        if value is not None
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    figures: dict[str, list[float]] = {}
    serve = [
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
        "--history",
        "memory",
    ]
    with tempfile.TemporaryDirectory() as home, subprocess.Popen(serve, cwd=ROOT, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        address = re.search(r"ws://(\S+)", server.stdout.readline().decode())
        assert address is not None
        for number in range(runs + 1):
            found = {
                "bare": measure(BARE, home),
                "app": measure(APP, home),
                "second": measure(APP, home + "/second", "--name", "Bo", address[1]),
            }
            # The first turn warms the caches.
            for which, values in found.items():
                for name, value in values.items():
                    figures.setdefault(f"{which} {name}", []).extend([value] if number else [])
            # Each start from the welcome page is a first one.
            for path in Path(home).rglob("*.ini"):
                path.unlink()
        server.terminate()
    medians = {name: statistics.median(values) for name, values in figures.items() if values}
    for name, value in medians.items():
        kind = name.partition(" ")[2]
        base = medians["bare painted" if kind == "rejoined" else f"bare {kind}"]
        print(f"{name:18}{value:8.1f} {'MB' if kind == 'pss' else 'ms'}  {value / base:5.2f} x bare")


if __name__ == "__main__":
    main()
