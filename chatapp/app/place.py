"""Which server's folder a command is about, as its words say."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from chatapp.app import folder, profile


def add(parser: argparse.ArgumentParser, default: str) -> None:
    """Have it understand --data-dir and --profile. `default` is told as the folder without either."""
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help=f"the server's folder (default: {default})".replace("%", "%%")
    )
    parser.add_argument(
        "--profile",
        type=profile.word,
        metavar="NAME",
        help="of a chat hosted from that profile's window",
    )


def parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """What the words say to a parser that understands those of `add`. Ends the program where they name two folders."""
    found = parser.parse_args(words)
    if found.profile and found.data_dir:
        parser.error("--profile and --data-dir each say which folder it is: give one of them")
    found.profile = found.profile or ""
    return found


def with_file(profile: str, name: str) -> Path:
    """The folder without --data-dir: the one of the profile's window; without a profile that of `chatapp serve`, or of
    the usual window where that one alone has the file."""
    if profile:
        return folder.of_window(profile)
    served, hosted = folder.of_serve(), folder.of_window()
    return hosted if (hosted / name).exists() and not (served / name).exists() else served
