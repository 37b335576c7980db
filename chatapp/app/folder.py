"""Folders in which things are kept, of each profile its own. Of those with what was said, each is for one server at a
time."""

from pathlib import Path
from typing import Final

import platformdirs
from filelock import FileLock, Timeout

from chatapp.app.profile import called

LOCK: Final = "server.lock"


class NotOurs(Exception):
    """The folder cannot be had. Its text is the end of a sentence; `taken` says whether another server has it."""

    def __init__(self, sentence: str, *, taken: bool = False) -> None:
        super().__init__(sentence)
        self.taken = taken


def of_serve() -> Path:
    """Where `chatapp serve` keeps what was said, unless it is told another place."""
    return _ours() / "server"


def of_window(profile: str = "") -> Path:
    """The same for a chat that is hosted from the window."""
    return _ours(profile) / "host"


def of_person(profile: str = "") -> Path:
    """Where a window keeps what the person is not done with."""
    return _ours(profile)


def own(folder: Path) -> FileLock:
    """Make the folder, for its owner's eyes alone, and this server's until the lock is released. Raises NotOurs."""
    # From any thread: where it was taken is not where it is given back.
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise NotOurs(f"another server uses the folder {folder}", taken=True) from None
    except (OSError, NotImplementedError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise NotOurs(f"the folder {folder} cannot be used: {reason}") from None
    return lock


def _ours(profile: str = "") -> Path:
    return platformdirs.user_data_path(called("chatapp", profile), appauthor=False)
