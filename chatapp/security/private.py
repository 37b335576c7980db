"""Files that hold a secret: for their owner's eyes alone. On Windows that is what the profile's folder sees to."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Put it there whole and on the disk, in place of what was there, or not at all. Its folder is there already.
    Blocks. Raises OSError."""
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)  # mode 0600
    half = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise
    _sync(path.parent)


def close_to_others(path: Path) -> None:
    """It may have come from elsewhere, by ways that forget who may read what. Raises OSError where it is not there."""
    if sys.platform != "win32" and path.stat().st_mode & 0o077:
        with suppress(OSError):  # another account's, which this one may use
            path.chmod(0o600)


def _sync(folder: Path) -> None:
    """A file is there after a power cut once its folder is on the disk, too; Windows does that itself."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # some file systems of a network know no such thing
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
