"""Everything that is measured of the window, in one run, on a screen of its own.

    python -m tests.benchmarks.window

Start and memory, rooms of 10,000 to 1,000,000 messages, a flood while somebody types, scrolling, resizing, the emoji
popup, a long history behind a server, and the other chat programs there are: each of these benchmarks after the other,
each with what it compares to. Takes some ten minutes. Needs Xvfb, openbox and dbus-daemon.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.screen import own_screen

BENCHMARKS = ("startup", "timeline", "busy", "emoji", "history", "peers")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder, own_screen(Path(folder)):
        for name in BENCHMARKS:
            print(f"\n{name}", flush=True)
            failed |= subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
