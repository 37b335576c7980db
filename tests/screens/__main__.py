"""Pictures of every screen, in every theme, from the real app with a real server and real people in it.

    python -m tests.screens FOLDER [--look light,dark,…] [--scene chat,emoji,…]

Each look is a program of its own on a screen of its own, with a home folder of its own. Needs Xvfb, openbox and
dbus-daemon, as the tests do.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.screen import own_screen
from tests.screens.looks import LOOKS, Look

SCREEN = (2560, 1440)
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", default=",".join(LOOKS), help="some of: %(default)s")
    parser.add_argument("--scene", default="", help="of these alone; all are played")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    looks = words.look.split(",")
    wanted = set(filter(None, words.scene.split(",")))
    words.folder.mkdir(parents=True, exist_ok=True)
    if words.one:
        return _take(words.folder, looks[0], wanted)
    failed = 0
    with tempfile.TemporaryDirectory() as folder, own_screen(Path(folder), SCREEN):
        for look in looks:
            again = [sys.executable, "-m", "tests.screens", str(words.folder), "--look", look, "--one"]
            again += ["--scene", words.scene]
            failed |= subprocess.run(
                again, cwd=ROOT, env=_environment(Path(folder) / look, LOOKS[look]), check=False
            ).returncode
    return failed


def _environment(home: Path, look: Look) -> dict[str, str]:
    home.mkdir()
    places = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data"}
    # Without a session bus nobody shows notifications over the picture.
    system = {
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "QT_SCALE_FACTOR": str(look.scale),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
    }
    return os.environ | {name: str(place) for name, place in places.items()} | system


def _take(folder: Path, look: str, wanted: set[str]) -> int:
    from tests.screens.theatre import play  # the parent has no screen for Qt yet

    return play(LOOKS[look], lambda scene: folder / f"{scene}-{look}.png", wanted)


if __name__ == "__main__":
    sys.exit(main())
