"""Whether there is a newer Chatapp: one small file is read, nothing is sent but the wish for it.

Only what a release built asks at all: `release.json` among the resources names where (see `packaging/build.py`). A
checkout, a wheel and a package that a system's own manager updates have none.
"""

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final, NamedTuple

from chatapp import __version__, assets
from chatapp.app.aside import aside
from chatapp.gui.settings import Settings

HOUR: Final = 3_600.0
DAY: Final = 24 * HOUR
_PATIENCE: Final = 15.0
_LONGEST: Final = 4096
"""bytes; what is longer is no answer"""

log = logging.getLogger(__name__)


class Feed(NamedTuple):
    """Two https addresses."""

    latest: str
    """a file that says what is the newest: `{"version": "1.2.3"}`"""
    page: str
    """where a person finds it"""


def feed() -> Feed | None:
    """Where this program's releases are told; None where somebody else sees to its updates."""
    try:
        named = json.loads(assets.read_bytes("release.json"))
    except (OSError, ValueError):
        return None
    match named:
        case {"latest": str(latest), "page": str(page)} if latest.startswith("https://") and page.startswith(
            "https://"
        ):
            return Feed(latest, page)
    return None


def newer(found: str, ours: str = __version__) -> bool:
    """Whether the version that was found is a later one. What does not look like a version is not."""
    return (mine := _numbers(ours)) is not None and (theirs := _numbers(found)) is not None and theirs > mine


async def watch(
    settings: Settings,
    tell: Callable[[str, str], None],
    source: Feed | None,
    wall: Callable[[], float] = time.time,
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Look once a day for as long as that is wanted, until there is something to tell: the version, and its page."""
    while source is not None:
        if settings.updates and not 0 <= wall() - settings.updates_asked < DAY:
            settings.updates_asked = wall()
            found = await look(source)
            if found is not None:
                tell(found, source.page)
                return
        await wait(HOUR)


async def look(source: Feed) -> str | None:
    """The newest version where it is newer than this one; None where it is not, or cannot be told. Takes seconds."""
    try:
        found = json.loads(await aside(partial(_read, source.latest))).get("version")
    except (OSError, ValueError, AttributeError, RecursionError) as problem:
        log.info("whether there is a newer version cannot be told: %s", problem)
        return None
    return found if isinstance(found, str) and newer(found) else None


def _read(address: str) -> bytes:
    """What stands there. Blocks. Raises OSError."""
    # Two megabytes that only a release needs.
    import urllib.error  # noqa: PLC0415
    import urllib.request  # noqa: PLC0415
    from http.client import HTTPException  # noqa: PLC0415

    # The system's proxy is used; the header is the same for every version and system.
    request = urllib.request.Request(address, headers={"User-Agent": "Chatapp"})  # noqa: S310  # https, says `feed`
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310  # as above
            data: bytes = answer.read(_LONGEST)
    except urllib.error.HTTPError as refused:
        refused.close()
        raise OSError(f"the answer was {refused.code}") from None
    except HTTPException as problem:
        raise OSError(f"the answer was none: {problem}") from None
    return data


def _numbers(version: str) -> tuple[int, ...] | None:
    return tuple(map(int, version.split("."))) if re.fullmatch(r"\d{1,6}(\.\d{1,6}){0,3}", version, re.ASCII) else None
