"""A notification server on a bus of its own, as a desktop has one."""

import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import DBusConnection, DBusRouter, ReceiveStopped, open_dbus_connection
from PySide6.QtCore import QObject, Signal

NAME = "org.freedesktop.Notifications"


@contextmanager
def bus() -> Iterator[str]:
    """A bus; its address."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.communicate()


@dataclass(frozen=True)
class Shown:
    """A popup as the server was asked for it."""

    number: int
    replaces: int
    title: str
    text: str
    actions: list[str] = field(default_factory=list)


class NotificationServer(QObject):
    """Answers in a thread of its own, and tells in the test's what it was asked."""

    shown = Signal(object)
    """a Shown"""
    closed = Signal(object)

    def __init__(self, address: str, abilities: Sequence[str] = ("body", "body-markup", "actions")) -> None:
        super().__init__()
        self._abilities = list(abilities)
        self.refuses = False
        self.numbers = 0
        """the last one that a popup got"""
        self._connection: DBusConnection = open_dbus_connection(address)
        with DBusRouter(self._connection) as router:
            router.send_and_get_reply(message_bus.RequestName(NAME))
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def choose(self, number: int) -> None:
        """The person clicks a popup."""
        emitter = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
        self._connection.send(new_signal(emitter, "ActionInvoked", "us", (number, "default")))

    def _run(self) -> None:
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._connection.send(self._answer(message, message.header.fields[HeaderFields.member]))
        except ReceiveStopped:
            pass

    def _answer(self, message: Message, member: str) -> Message:
        body: tuple[Any, ...] = message.body
        if member == "GetCapabilities":
            return new_method_return(message, "as", (self._abilities,))
        if self.refuses:
            return new_error(message, "org.example.Error.NotNow")
        if member == "CloseNotification":
            self.closed.emit(body[0])
            return new_method_return(message)
        assert (member, message.header.fields[HeaderFields.signature]) == ("Notify", "susssasa{sv}i")
        _, replaces, _, title, text, actions, _, _ = body
        self.numbers += not replaces
        number = replaces or self.numbers
        self.shown.emit(Shown(number, replaces, title, text, actions))
        return new_method_return(message, "u", (number,))
