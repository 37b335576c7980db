"""What freezing costs: start and size of the program that people install, beside the checkout's.

    python packaging/build.py bundle
    python -m tests.benchmarks.frozen [--runs 9] [dist/chatapp/chatapp]

From the start of the process to a painted window, warm, and its processor time until then, as `peers` asks it: medians,
and the median of what one is to the other in each turn. Sizes are of what lies on the disk: the frozen folder, and the
checkout with the packages that it runs with (requirements.lock), without Python itself.
"""

import argparse
import re
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import metadata
from pathlib import Path

from tests.benchmarks import screen
from tests.benchmarks.peers import ROOT, Program, measure_start


def size(files: Iterable[Path]) -> float:
    """MB, each file counted once."""
    return sum(path.stat().st_size for path in {path.resolve() for path in files if path.is_file()}) / 1e6


def checkout() -> Iterator[Path]:
    """Every file that it runs with."""
    for folder in ("chatapp", "resources"):
        yield from (ROOT / folder).rglob("*")
    text = (ROOT / "packaging" / "requirements.lock").read_text()
    for name in set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE)):
        with suppress(metadata.PackageNotFoundError):  # it is for another system
            yield from (Path(str(file.locate())) for file in metadata.distribution(name).files or ())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", type=Path, default=ROOT / "dist" / "chatapp" / "chatapp")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    frozen = options.program.resolve()
    programs = {
        "frozen": Program(lambda _: [str(frozen)]),
        "checkout": Program(lambda _: [sys.executable, "-m", "chatapp"]),
    }
    figures: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, screen.own_screen(Path(folder)):
        view = screen.Screen()
        for number in range(options.runs + 1):
            for name, program in programs.items():
                home = Path(folder, name)
                home.mkdir(exist_ok=True)
                for what, value in measure_start(program, home, view).items():
                    # The first turn warms the caches.
                    figures.setdefault(f"{name}: {what}", []).extend([value] if number else [])
    figures["frozen: on the disk, MB"] = [size(frozen.parent.rglob("*"))]
    figures["checkout: on the disk, MB"] = [size(checkout())]
    for what in [what.partition(": ")[2] for what in figures if what.startswith("frozen: ")]:
        ours, other = figures[f"frozen: {what}"], figures[f"checkout: {what}"]
        # Of each turn, as the machine may be busier in one than in another.
        ratio = statistics.median(one / two for one, two in zip(ours, other, strict=True))
        print(
            f"{what:24}{statistics.median(ours):10.1f} frozen{statistics.median(other):10.1f} checkout  {ratio:5.2f} ×"
        )


if __name__ == "__main__":
    main()
