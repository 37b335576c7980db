"""What people install, from beginning to end: in, a chat hosted and joined, and out again.

    python3 packaging/build.py
    sudo .venv/bin/python -m tests.installers dist/chatapp_*.deb [--suite bookworm]
    sudo .venv/bin/python -m tests.installers windows [--keep build/windows]
    sudo .venv/bin/python -m tests.installers chatapp-0.1.0-setup.exe

All need root, debootstrap and the tests' programs (`bootstrap.py programs`); a picture of the window stays beside the
package. The Debian package takes a minute, in a bare Debian. For `windows` the program is frozen under wine, in a
Debian that is kept with the packages for Windows and the setup in a folder; this needs nsis and gcc-mingw-w64-x86-64
too, and takes four minutes. A setup that is there already is tried out alone: one made with NSIS_TARGET=amd64-unicode.
"""

import argparse
import sys
from pathlib import Path

from tests.installers import debian, windows

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.installers", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path, help="a .deb, a setup for Windows, or `windows`: one is made")
    parser.add_argument("--suite", default="bookworm", help="of Debian, for a .deb (default: %(default)s)")
    parser.add_argument(
        "--keep", type=Path, default=ROOT / "build" / "windows", help="for Windows (default: build/windows)"
    )
    words = parser.parse_args()
    if words.package.suffix == ".deb":
        print(debian.try_out(words.package, words.suite))
    else:
        print(windows.try_out(None if words.package == Path("windows") else words.package, words.keep.resolve()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
