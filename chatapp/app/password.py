"""Passwords for commands: typed, or on the first line of a file. Never words of the command line, which everybody on
the computer can read."""

import getpass
import sys
from pathlib import Path
from typing import Final

from chatapp.protocol.limits import SECRET

_ENOUGH: Final = 4096
"""bytes of a file that are read"""


class NoPassword(Exception):
    """There is none. Its text is a clause that goes on after whose it is: it cannot be read."""


def checked(password: str) -> str:
    """The password, if it can be one. Raises NoPassword, which does not repeat it."""
    if not 0 < len(password) <= SECRET:
        raise NoPassword(f"a password has 1 to {SECRET} characters")
    return password


def in_file(path: Path) -> str:
    """What stands on the first line. Blocks. Raises NoPassword."""
    try:
        with path.open("rb") as file:
            line = file.read(_ENOUGH).partition(b"\n")[0].removesuffix(b"\r")
        # Notepad and PowerShell put a mark in front, which nobody types.
        return checked(line.decode("utf-8-sig"))
    except OSError as problem:
        raise NoPassword(f"it cannot be read: {problem.strerror}") from None
    except UnicodeDecodeError:
        raise NoPassword("it is no text in UTF-8") from None


def asked(prompt: str, *, twice: bool) -> str:
    """What whoever sits at the terminal types, unseen. Blocks. Raises NoPassword."""
    try:
        password = getpass.getpass(f"{prompt}: ")
        again = getpass.getpass("Once more: ") if twice else password
    except EOFError:
        print(file=sys.stderr)  # the line of the prompt has no end yet
        raise NoPassword("none was typed") from None
    if again != password:
        raise NoPassword("those were two different ones")
    return checked(password)
