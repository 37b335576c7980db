"""What a command says: on standard output, to a terminal, into a file, or to a program that may have heard enough; and
why it does not do what it was asked for, on standard error."""

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress


class NotSaid(Exception):
    """It could not be written. Its text is a sentence; empty where whoever read has heard enough."""


def say(pieces: Iterable[str]) -> None:
    """Write all of it. Blocks. Raises NotSaid, and whatever making the pieces raises."""
    for piece in pieces:
        _write(piece)
    _write("", flush=True)


def tell(line: str) -> None:
    """Write a line, at once, for a program that waits for it. Who does not wait any more is no fault."""
    with suppress(NotSaid):
        say((f"{line}\n",))


def refuse(command: str, why: object) -> int:
    """Say why, in a sentence that may be empty. Gives the exit code."""
    if sentence := str(why):
        print(f"chatapp {command}: {sentence}", file=sys.stderr)
    return 1


def _write(text: str, *, flush: bool = False) -> None:
    try:
        print(text, end="", flush=flush)  # nowhere, in a program without standard output
    except OSError as problem:
        _forget()
        # Windows has no word of its own for a pipe that was closed at the other end.
        gone = isinstance(problem, BrokenPipeError) or (sys.platform == "win32" and problem.errno == errno.EINVAL)
        raise NotSaid("" if gone else f"standard output cannot be written: {problem.strerror}.") from None


def _forget() -> None:
    """Python would complain once more when it ends, and with it whoever says something else."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
