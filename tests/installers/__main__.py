"""What people install, from beginning to end: in, a chat hosted and joined, and out again.

    python3 packaging/build.py
    sudo .venv/bin/python -m tests.installers dist/chatapp_*.deb [--suite bookworm]
    .venv/bin/python -m tests.installers dist/chatapp-*-setup.exe

The Debian package needs root, debootstrap and the tests' programs (`bootstrap.py programs`), and takes a minute; a
picture of the window stays beside it. The setup for Windows needs wine (wine64), and is installed and taken away again
there; what is in it is not started.
"""

import argparse
import sys
from pathlib import Path

from tests.installers import debian, windows


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.installers", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--suite", default="bookworm", help="of Debian (default: %(default)s)")
    words = parser.parse_args()
    if words.package.suffix == ".deb":
        print(debian.try_out(words.package, words.suite))
    else:
        print(windows.try_out(words.package))
    return 0


if __name__ == "__main__":
    sys.exit(main())
