"""Profiles: several persons, or several lives of one, side by side on one account of this computer.

Each has settings, a folder and a port of its own, and runs at the same time as the others. The one without a name is
there from the first start on.
"""

import re
from argparse import ArgumentTypeError
from typing import Final
from zlib import crc32

from chatapp.protocol.limits import PORT

LONGEST: Final = 32
PORTS: Final = range(PORT + 100, PORT + 1_000)
"""those that profiles with a name host on, beside the ports that are tried where the usual one is taken"""
# What every system takes as a part of a file's name; a dot at its end is lost on Windows.
_FIT: Final = re.compile(r"[a-z0-9_-]([a-z0-9._-]*[a-z0-9_-])?")


def checked(text: str) -> str:
    """The profile's name: in small letters, since not every system tells `Work` from `work`. Raises ValueError, with
    one sentence."""
    name = text.lower()
    if len(text) > LONGEST or not text.isascii() or not _FIT.fullmatch(name):
        raise ValueError(
            f"{text!r} is not a profile: up to {LONGEST} of a to z, 0 to 9, - _ and . (not at the beginning or end)"
        )
    return name


def word(text: str) -> str:
    """The same for a command line: argparse says the sentence as it is."""
    try:
        return checked(text)
    except ValueError as problem:
        raise ArgumentTypeError(str(problem)) from None


def called(program: str, profile: str) -> str:
    """What a profile's folder and settings are called: as the program itself where the profile has no name."""
    return f"{program}-{profile}" if profile else program


def port(profile: str) -> int:
    """Where a profile hosts, until its person chooses another port: always the same one, and seldom another's."""
    return PORTS[crc32(profile.encode()) % len(PORTS)] if profile else PORT
