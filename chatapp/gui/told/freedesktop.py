"""Notifications of Linux and BSD desktops: org.freedesktop.Notifications over D-Bus (Desktop Notifications 1.2).

A thread of its own speaks to the bus, since a server may take long to answer. What it could not have shown goes to the
popups given as the second choice.
"""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import InvalidStateError
from contextlib import suppress
from html import escape
from typing import Any, Final

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, Message, message_bus, new_method_call
from jeepney.io.common import ReplyMatcher, RouterClosed
from jeepney.io.threading import DBusRouter, open_dbus_connection
from jeepney.wrappers import unwrap_msg
from PySide6.QtCore import QObject, Signal

from chatapp.assets import root
from chatapp.gui.told.popups import Popups

NAME: Final = "org.freedesktop.Notifications"
SERVER: Final = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
PATIENCE: Final = 5.0
"""seconds that a server may take to answer"""
GOODBYE: Final = 1.0
"""seconds that the end waits for it"""
OPEN: Final = "default"
"""the action of a popup that is clicked, as the specification has it"""

ICON: Final = (root() / "icons" / "chatapp-64.png").as_uri()

log = logging.getLogger(__name__)

Order = tuple[str, str, str] | str | None
"""show (key, title, text), close (key), or end"""


class Freedesktop(Popups):
    """May be made and asked at any time: what is asked before the server answers waits for it."""

    _undelivered = Signal(str, str, str)
    _chosen = Signal(object)  # an int of D-Bus may be larger than one of Qt

    def __init__(self, second: Popups, opens: str, parent: QObject | None = None) -> None:
        """`second` shows what cannot be shown; `opens` says what choosing a popup does."""
        super().__init__(parent)
        self._second = second
        self._opens = opens
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._ids: dict[str, int] = {}
        """of popups that were shown last; the thread's"""
        self._undelivered.connect(second.show)
        self._chosen.connect(self._activate)
        second.activated.connect(self.activated)
        self._thread = threading.Thread(target=self._run, name="chatapp-notifications", daemon=True)
        self._thread.start()

    def show(self, key: str, title: str, text: str) -> None:
        self._orders.put((key, title, text))

    def close(self, key: str) -> None:
        self._orders.put(key)
        self._second.close(key)

    def stop(self) -> None:
        """Popups that are there are taken away, if that takes no longer than `GOODBYE`."""
        self._orders.put(None)
        self._thread.join(GOODBYE)

    def _activate(self, number: int) -> None:
        key = next((key for key, known in self._ids.copy().items() if known == number), "")
        if key:
            self.activated.emit(key)

    # In the thread

    def _run(self) -> None:
        try:
            with open_dbus_connection() as connection, _Router(connection) as router:
                rule = MatchRule(type="signal", interface=NAME, path=SERVER.object_path)
                self._call(router, message_bus.AddMatch(rule))
                with router.filter(rule, queue=_Listener(self._hear)):
                    self._serve(router)
        except Exception as problem:  # noqa: BLE001  # whatever is wrong with a bus, there is a second choice
            log.info("no notifications over D-Bus: %r", problem)
            self._do_without()

    def _serve(self, router: DBusRouter) -> None:
        [abilities] = self._call(router, new_method_call(SERVER, "GetCapabilities"))
        while (order := self._orders.get()) is not None:
            try:
                match order:
                    case (key, title, text):
                        self._notify(router, key, title, text, abilities)
                    case str(key) if key in self._ids:
                        self._call(router, new_method_call(SERVER, "CloseNotification", "u", (self._ids.pop(key),)))
            except Exception as problem:
                if isinstance(order, tuple):
                    self._undelivered.emit(*order)
                if not isinstance(problem, DBusErrorResponse | TimeoutError):
                    raise
                log.info("the notification server did not: %r", problem)
        for number in self._ids.values():
            router.send(new_method_call(SERVER, "CloseNotification", "u", (number,)))

    def _notify(self, router: DBusRouter, key: str, title: str, text: str, abilities: list[str]) -> None:
        title, text = _sendable(title), _sendable(text)
        if "body-markup" in abilities:
            text = escape(text, quote=False)
        actions = [OPEN, self._opens] if "actions" in abilities else []
        hints = {"desktop-entry": ("s", "chatapp"), "category": ("s", "im.received")}
        body = ("Chatapp", self._ids.get(key, 0), ICON, title, text, actions, hints, -1)
        [self._ids[key]] = self._call(router, new_method_call(SERVER, "Notify", "susssasa{sv}i", body))

    def _call(self, router: DBusRouter, message: Message) -> tuple[Any, ...]:
        answer: tuple[Any, ...] = unwrap_msg(router.send_and_get_reply(message, timeout=PATIENCE))
        return answer

    def _hear(self, message: Message) -> None:
        """A signal of the server."""
        match message.header.fields.get(HeaderFields.member), message.body:
            case "ActionInvoked", (int(number), str()):
                self._chosen.emit(number)

    def _do_without(self) -> None:
        """There is no bus, no server, or no more of them."""
        while (order := self._orders.get()) is not None:
            if isinstance(order, tuple):
                self._undelivered.emit(*order)


class _Router(DBusRouter):  # type: ignore[misc]  # jeepney brings no types
    """Ends quietly where the bus does: whoever waits for an answer is told anyway."""

    def __init__(self, connection: object) -> None:
        super().__init__(connection)
        self._replies = Replies()

    def _receiver(self) -> None:
        try:
            super()._receiver()
        except OSError as problem:
            log.info("the bus is gone: %s", problem)


class Replies(ReplyMatcher):  # type: ignore[misc]  # as above
    """jeepney's own stumbles over an answer that came just before the bus ended, and takes it from who waits for it."""

    def drop_all(self, exc: Exception | None = None) -> None:
        for future in [*self._futures.values()]:
            with suppress(InvalidStateError):
                future.set_exception(exc or RouterClosed("the bus ended before the answer came"))


class _Listener:
    """In place of a queue: who puts something in calls somebody."""

    def __init__(self, hear: Callable[[Message], None]) -> None:
        self.put_nowait = hear


def _sendable(text: str) -> str:
    """The text as D-Bus takes it: without the characters that it has not."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
