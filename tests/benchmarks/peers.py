"""The window beside other chat programs on one screen in one run: HexChat, Konversation, OnionShare; those there are.

    python -m tests.benchmarks.peers [--runs 3] [--messages 20000]

All are asked alike, from outside:
* from the start of the process to a painted window, warm, and its processor time until then, which other programs
  disturb less;
* the proportional set size (Linux) with a room of 10,000 messages; OnionShare, whose chat is in a browser: just started
* messages as fast as they come: until the program is idle again, its processor time, and meanwhile the longest time
  from a key to its letter in the line to write in, as far as a look at the screen (some 3 ms) can tell.
Medians, and what ours is to each; the programs take turns. Messages are 60 characters. HexChat keeps the newest 5,000
of them and Konversation 1,000; ours keeps all, which `receive` sees to.
Goals: a start in 0.4 of OnionShare's and 1.5 of Konversation's, at most 250 ms; memory of 0.65 and 1.55; 20,000
messages in 1.5 of HexChat's and 0.05 of Konversation's; no wait above 50 ms.
Debian: `apt-get install --no-install-recommends xvfb openbox dbus hexchat konversation onionshare`.
"""

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import screen
from tests.benchmarks.floods import HERE, Flood, Irc, Ours

ROOT = Path(__file__).resolve().parents[2]
ROOM = 10_000
PAUSE = 0.02
"""seconds between two keys"""
AT_LEAST = 1.0
KEYS = 6.0
"""for how many seconds keys are typed while messages come: until there are no more, and no longer"""


class Program(NamedTuple):
    start: Callable[[Path], list[str]]
    """the command, given a folder for its files"""
    join: Callable[[Path, int], list[str]] | None = None
    """the same, into a room of the server at a port of this computer"""
    server: type[Irc] | type[Ours] = Irc
    files: dict[str, str] = {}  # noqa: RUF012  # of a named tuple, which does not change
    """what is in that folder from the beginning"""
    shy: bool = False
    """it asks first where root starts it"""


HEXCHAT = {"hexchat.conf": "gui_slist_skip = 1\nirc_nick1 = ann\nirc_nick2 = ann2\nirc_user_name = ann\n"}
KONVERSATION = ["--nick", "ann", "--noautoconnect"]
PROGRAMS = {
    "ours": Program(
        lambda _: [sys.executable, "-m", "chatapp"],
        lambda _, port: [sys.executable, "-m", "chatapp", f"ws://{HERE}:{port}", "--name", "Ann"],
        Ours,
    ),
    "hexchat": Program(
        lambda home: ["hexchat", "--cfgdir", str(home), "--no-auto"],
        lambda home, port: ["hexchat", "--cfgdir", str(home), f"irc://{HERE}:{port}/default"],
        files=HEXCHAT,
        shy=True,
    ),
    "konversation": Program(
        lambda _: ["konversation", *KONVERSATION],
        lambda _, port: [
            *("konversation", *KONVERSATION[:2], "--server", HERE, "--port", str(port), "--channel", "#default")
        ],
    ),
    "onionshare": Program(lambda _: ["onionshare", "--local-only"]),
}


@contextmanager
def started(program: Program, command: list[str], home: Path) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG", "QT_QPA", "PYTHON"))
    }
    environment |= {"HOME": str(home), "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(home)}
    user = "nobody" if program.shy and os.geteuid() == 0 else None
    if user is not None:
        environment["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # the bus is root's
    with subprocess.Popen(
        command, env=environment, cwd=home, user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def measure_start(program: Program, home: Path, view: screen.Screen) -> dict[str, float]:
    screen.wait(lambda: not view.painted())
    began = time.monotonic()
    with started(program, program.start(home), home) as process:
        found = {"start, ms": (screen.wait(view.painted) - began) * 1_000}
        found["start, processor ms"] = screen.processor_time(process.pid) * 1_000
        screen.until_idle(process.pid, time.monotonic())
        return found | {"just started, MB": screen.memory(process.pid)}


def measure_flood(program: Program, home: Path, view: screen.Screen, count: int, *, keys: bool) -> dict[str, float]:
    assert program.join is not None
    screen.wait(lambda: not view.painted())
    server: Flood
    with program.server() as server, started(program, program.join(home, server.port), home) as process:
        assert server.joined.wait(screen.PATIENCE)
        screen.until_idle(process.pid, time.monotonic())
        if keys:
            return {"longest wait for a key, ms": typed(process.pid, server, view, count)}
        screen.until_idle(process.pid, server.say(server.prepare(ROOM)))
        found = {"room of 10,000, MB": screen.memory(process.pid)}
        frames, used = server.prepare(count), screen.processor_time(process.pid)
        found[f"{count:,} at once, s"] = screen.until_idle(process.pid, server.say(frames))
        found[f"{count:,} at once, processor s"] = screen.processor_time(process.pid) - used
        return found


def typed(pid: int, server: Flood, view: screen.Screen, count: int) -> float:
    """Milliseconds of the longest wait for a key while messages come."""
    field = view.find_field()
    began = server.say(server.prepare(count))
    waits = []
    while time.monotonic() < began + KEYS:
        used, now = screen.processor_time(pid), time.monotonic()
        waits.append(view.answer(field, began + KEYS))
        time.sleep(PAUSE)
        busy = (screen.processor_time(pid) - used) / (time.monotonic() - now)
        if now > began + AT_LEAST and busy < 0.3:
            break  # no more messages
    return max(waits) * 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--messages", type=int, default=20_000)
    options = parser.parse_args()
    missing = [program for program in screen.PROGRAMS if shutil.which(program) is None]
    if missing:
        sys.exit(f"this needs {', '.join(missing)}")
    programs = {name: program for name, program in PROGRAMS.items() if name == "ours" or shutil.which(name)}
    figures: dict[str, dict[str, list[float]]] = {name: {} for name in programs}
    compileall.compile_dir(ROOT / "chatapp", quiet=2)  # what is measured is not a first start, which compiles
    with tempfile.TemporaryDirectory() as folder, screen.own_screen(Path(folder)):
        Path(folder).chmod(0o755)
        view = screen.Screen()
        for number in range(options.runs + 1):
            for name, program in programs.items():
                home = Path(folder, name)
                if not home.exists():
                    home.mkdir(mode=0o777)
                    home.chmod(0o777)
                    for file, text in program.files.items():
                        (home / file).write_text(text)
                        (home / file).chmod(0o666)
                found = measure_start(program, home, view)
                # The first turn warms the caches.
                if number and program.join is not None:
                    found |= measure_flood(program, home, view, options.messages, keys=False)
                    found |= measure_flood(program, home, view, options.messages, keys=True)
                for what, value in found.items():
                    figures[name].setdefault(what, []).extend([value] if number else [])
                print(".", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    report(
        {name: {what: statistics.median(values) for what, values in found.items()} for name, found in figures.items()}
    )


def report(medians: dict[str, dict[str, float]]) -> None:
    print(f"{'':32}" + "".join(f"{name:>24}" for name in medians))
    for what, ours in medians["ours"].items():
        row = f"{what:32}{ours:24.2f}"
        for name, found in medians.items():
            if name != "ours":
                row += f"{found[what]:12.2f} ({ours / found[what]:6.2f} ×)" if what in found else f"{'–':>24}"
        print(row)


if __name__ == "__main__":
    main()
