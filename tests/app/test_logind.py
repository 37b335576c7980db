"""Against a real bus, and a logind that behaves as its manual says (org.freedesktop.login1(5))."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from queue import Queue

import pytest

if sys.platform in {"win32", "darwin"} or not shutil.which("dbus-daemon"):
    pytest.skip("there is no D-Bus here", allow_module_level=True)

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.threading import DBusRouter, ReceiveStopped, open_dbus_connection

from chatapp.app.logind import NAME, Logind
from tests.gui.told.notification_server import bus

PATIENCE = 10


class Manager:
    """Gives delays, and says when it goes to sleep."""

    def __init__(self, address: str) -> None:
        self.asked: Queue[tuple[str, ...]] = Queue()
        self.delays: list[int] = []
        """our ends of those that were given"""
        self._connection = open_dbus_connection(address, enable_fds=True)
        with DBusRouter(self._connection) as router:
            router.send_and_get_reply(message_bus.RequestName(NAME))
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def say(self, begins: bool) -> None:
        emitter = DBusAddress("/org/freedesktop/login1", interface=f"{NAME}.Manager")
        self._connection.send(new_signal(emitter, "PrepareForSleep", "b", (begins,)))

    def wait_for_release(self, number: int) -> None:
        """Until the program lets that sleep begin: the pipe's other end is closed."""
        assert os.read(self.delays[number], 1) == b""

    def stop(self) -> None:
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()
        for end in self.delays:
            os.close(end)

    def _run(self) -> None:
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    assert message.header.fields[HeaderFields.member] == "Inhibit"
                    ours, theirs = os.pipe()
                    self.delays.append(ours)
                    self._connection.send(new_method_return(message, "h", (theirs,)))
                    os.close(theirs)
                    self.asked.put(message.body)
        except ReceiveStopped:
            pass


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with bus() as made:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", made)
        yield made


@pytest.fixture
def manager(address: str) -> Iterator[Manager]:
    made = Manager(address)
    yield made
    made.stop()


def test_each_sleep_is_told_and_put_off_for_a_moment(manager: Manager) -> None:
    told: Queue[int] = Queue()
    watch = Logind(lambda: told.put(1), given=0.01)
    what, who, _why, mode = manager.asked.get(timeout=PATIENCE)
    assert (what, who, mode) == ("sleep", "Chatapp", "delay")
    for number in range(2):
        manager.say(begins=True)
        told.get(timeout=PATIENCE)
        manager.wait_for_release(number)
        manager.say(begins=False)
        manager.asked.get(timeout=PATIENCE)
    watch.stop()
    manager.wait_for_release(2)
    assert told.empty()


def test_stopping_does_not_wait_for_the_moment_to_pass(manager: Manager) -> None:
    told: Queue[int] = Queue()
    watch = Logind(lambda: told.put(1), given=1_000)
    manager.asked.get(timeout=PATIENCE)
    manager.say(begins=True)
    told.get(timeout=PATIENCE)
    watch.stop()
    manager.wait_for_release(0)


def test_without_logind_nothing_is_told(address: str) -> None:
    watch = Logind(lambda: pytest.fail("nothing sleeps"))
    watch._thread.join(PATIENCE)
    assert not watch._thread.is_alive()
    watch.stop()


def test_without_a_bus_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    watch = Logind(lambda: pytest.fail("nothing sleeps"))
    watch._thread.join(PATIENCE)
    assert not watch._thread.is_alive()
    watch.stop()
