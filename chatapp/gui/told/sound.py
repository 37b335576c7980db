"""Short sounds, played by what the system has for it; silent where it has nothing. Nothing here waits."""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from time import monotonic
from typing import Final

from PySide6.QtCore import QProcess, QStandardPaths

from chatapp.assets import root

PAUSE: Final = 2.0
"""seconds from one sound to the next, however much is said"""

Play = Callable[[str], None]


class Sound(StrEnum):
    """Files of `resources/sounds`."""

    MESSAGE = "message"
    MENTION = "mention"


class Sounds:
    """One sound at a time."""

    def __init__(self, play: Play | None = None, clock: Callable[[], float] = monotonic) -> None:
        """`play` gets the path of a file; without it the system's own player does."""
        self._play = play or of_system()
        self._clock = clock
        self._next = 0.0

    def play(self, sound: Sound) -> None:
        """Let it be heard, unless one was a moment ago."""
        now = self._clock()
        if now >= self._next:
            self._next = now + PAUSE
            self._play(str(root() / "sounds" / f"{sound}.wav"))


def of_system() -> Play:
    """What plays a file here."""
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415  # Windows alone has it

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        return lambda path: winsound.PlaySound(path, flags)
    if sys.platform == "darwin":
        return by_program([("afplay",)])
    return by_program([("pw-play",), ("paplay",), ("canberra-gtk-play", "-f"), ("aplay", "-q")])


def by_program(players: Sequence[Sequence[str]]) -> Play:
    """The first of these commands whose program is there."""
    for program, *options in players:
        found = QStandardPaths.findExecutable(program)
        if found:
            return partial(_start, found, options)
    return _silence


def _start(program: str, options: Sequence[str], path: str) -> None:
    process = QProcess()
    process.setProgram(program)
    process.setArguments([*options, path])
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.startDetached()


def _silence(_path: str) -> None:
    """No player, no sound."""
