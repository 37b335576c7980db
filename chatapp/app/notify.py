"""Tells the service manager how the server is: systemd's protocol, `sd_notify(3)`. Where nobody asks, nothing is said.

A message is one datagram to the socket that `NOTIFY_SOCKET` names; none waits for an answer, and none is worth failing
for. Systems other than Linux have no systemd.
"""

import asyncio
import os
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

READY: Final = "READY=1"
STOPPING: Final = "STOPPING=1"
ALIVE: Final = "WATCHDOG=1"


class Manager:
    """The service manager that started this process, if one did. Belongs to one event loop."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._place = environment.get("NOTIFY_SOCKET", "")
        self._interval = _interval(environment)
        self._beat: asyncio.TimerHandle | None = None

    def ready(self, status: str) -> None:
        """Others can join. From now on it is told, as often as it wants to know, that the event loop turns."""
        self._tell(f"{READY}\nSTATUS={status}")
        if self._place and self._interval:
            self._alive()

    def stopping(self) -> None:
        """The end has begun. It may be said without `ready`."""
        if self._beat is not None:
            self._beat.cancel()
            self._beat = None
        self._tell(STOPPING)

    def _alive(self) -> None:
        self._tell(ALIVE)
        self._beat = asyncio.get_running_loop().call_later(self._interval, self._alive)

    def _tell(self, text: str) -> None:
        if sys.platform == "linux" and self._place:
            address = f"\0{self._place[1:]}" if self._place.startswith("@") else self._place
            with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
                sender.setblocking(False)
                sender.sendto(text.encode(), address)


def _interval(environment: Mapping[str, str]) -> float:
    """Seconds between two signs of life, half of what is allowed; 0 where nobody wants them of this process."""
    allowed, process = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID", "")
    if not allowed.isdecimal() or (process and process != str(os.getpid())):
        return 0.0
    return int(allowed) / 2e6
