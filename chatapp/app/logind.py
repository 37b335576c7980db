"""Linux: when the computer is about to sleep, from logind (org.freedesktop.login1, `PrepareForSleep`), which waits a
moment for us: a delay inhibitor is held all the while.
"""

import logging
import socket
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from jeepney import DBusAddress, MatchRule, Message, message_bus, new_method_call
from jeepney.fds import FileDescriptor
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

NAME: Final = "org.freedesktop.login1"
MANAGER: Final = DBusAddress("/org/freedesktop/login1", bus_name=NAME, interface=f"{NAME}.Manager")
RULE: Final = MatchRule(type="signal", interface=f"{NAME}.Manager", member="PrepareForSleep", path=MANAGER.object_path)
PATIENCE: Final = 5.0
"""seconds that logind may take to answer"""
GIVEN: Final = 1.5
"""seconds for which the sleep is put off, so that what is told is seen; logind grants five"""

log = logging.getLogger(__name__)


class Logind:
    """A thread speaks to the system's bus. Without one, or without logind on it, nothing is told."""

    def __init__(self, told: Callable[[], None], given: float = GIVEN) -> None:
        """`told` is called on that thread, each time that the computer is about to sleep."""
        self._told = told
        self._given = given
        self._ended = threading.Event()
        self._connection: DBusConnection | None = None
        self._thread = threading.Thread(target=self._run, name="chatapp-sleep", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        if self._connection is not None:
            with suppress(OSError):
                self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(1.0)

    def _run(self) -> None:
        try:
            with open_dbus_connection("SYSTEM", enable_fds=True) as connection:
                self._connection = connection
                if not self._ended.is_set():
                    self._listen(connection)
        except Exception as problem:  # noqa: BLE001  # whatever is wrong with a bus, the chat goes on
            if not self._ended.is_set():
                log.info("nobody tells when the computer sleeps: %r", problem)

    def _listen(self, connection: DBusConnection) -> None:
        heard: deque[Message] = deque()
        _call(connection, message_bus.AddMatch(RULE))
        with connection.filter(RULE, queue=heard):
            delay = _delay(connection)
            try:
                while True:
                    (begins,) = connection.recv_until_filtered(heard).body
                    if begins:
                        self._told()
                        self._ended.wait(self._given)
                        delay.close()
                    else:  # it is awake again
                        delay = _delay(connection)
            finally:
                delay.close()


def _delay(connection: DBusConnection) -> FileDescriptor:
    """For as long as it is open, a sleep is put off for a moment."""
    words = ("sleep", "Chatapp", "Tells who hosts a chat that others are disconnected", "delay")
    [delay] = _call(connection, new_method_call(MANAGER, "Inhibit", "ssss", words))
    assert isinstance(delay, FileDescriptor)
    return delay


def _call(connection: DBusConnection, message: Message) -> tuple[Any, ...]:
    answer: tuple[Any, ...] = unwrap_msg(connection.send_and_get_reply(message, timeout=PATIENCE))
    return answer
