"""How `chatapp admin` gets at a server that runs: a file in its folder, for the eyes of whoever runs it alone.

It is there from when the server listens until it stops. What it says is worth nothing to the next one.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from msgspec import DecodeError, Struct
from msgspec.json import decode, encode

from chatapp.protocol.invite import Address

FILE: Final = "admin.secret"


class Steward(Struct, frozen=True):
    here: Address
    """where this very computer reaches the server"""
    pin: str
    """of its key; empty where it has none"""
    secret: str
    """with which one is in charge"""


class NotRunning(Exception):
    """No server uses the folder, or none that can be reached. Its text is a sentence."""


def leave(folder: Path, steward: Steward) -> None:
    """Put the file there, whole. Raises OSError."""
    half = folder / f"{FILE}.new"
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(encode(steward))
    half.replace(folder / FILE)


def take_away(folder: Path) -> None:
    with suppress(OSError):  # it is worth nothing any more, in any case
        (folder / FILE).unlink(missing_ok=True)


def find(folder: Path) -> Steward:
    """Raises NotRunning."""
    try:
        return decode((folder / FILE).read_bytes(), type=Steward)
    except FileNotFoundError:
        raise NotRunning(f"No server runs with the folder {folder}. Choose another with --data-dir.") from None
    except (OSError, DecodeError) as problem:
        why = getattr(problem, "strerror", None) or "it is damaged"
        raise NotRunning(f"The file {folder / FILE} cannot be read: {why}.") from None
