import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QSettings, Signal
from pytestqt.qtbot import QtBot

from chatapp.app.doorbell import CALLERS, HERE, MANNERS, Doorbell, ring
from chatapp.gui.settings import Settings


class Window(QObject):
    """As much of a window as can be called."""

    hidden_in_tray = Signal()
    brought_back = Signal()

    def bring_back(self) -> None:
        self.brought_back.emit()


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qapp: object, settings: Settings) -> Iterator[Window]:
    made = Window()
    doorbell = Doorbell(made, settings)  # type: ignore[arg-type]  # see above
    yield made
    doorbell.stop()
    made.deleteLater()


def rung(qtbot: QtBot, name: str) -> bool:
    """What a second program would be told, while this one goes on."""
    answers: list[bool] = []
    caller = threading.Thread(target=lambda: answers.append(ring(name)))
    caller.start()
    qtbot.waitUntil(lambda: bool(answers))
    caller.join()
    return answers[0]


def test_a_hidden_window_can_be_called(window: Window, settings: Settings, qtbot: QtBot) -> None:
    assert settings.hidden_window == ""
    window.hidden_in_tray.emit()
    window.hidden_in_tray.emit()
    name = settings.hidden_window
    with qtbot.waitSignal(window.brought_back):
        assert rung(qtbot, name)
    assert settings.hidden_window == ""
    assert not rung(qtbot, name), "it is there now"
    window.hidden_in_tray.emit()
    assert settings.hidden_window not in {"", name}


def test_only_who_knows_the_secret_can_call(window: Window, settings: Settings, qtbot: QtBot) -> None:
    window.hidden_in_tray.emit()
    port, _, secret = settings.hidden_window.partition(":")
    with qtbot.assertNotEmitted(window.brought_back):
        assert not rung(qtbot, f"{port}:{secret[::-1]}")
        assert not rung(qtbot, f"{port}:")
        socket.create_connection((HERE, int(port))).close()
        assert not rung(qtbot, f"{port}:x")
    with qtbot.waitSignal(window.brought_back):
        assert rung(qtbot, settings.hidden_window)


@pytest.mark.parametrize("name", ["", "nonsense", "99999999:x", "-1:x", "1:x"])
def test_what_a_window_that_was_killed_has_left_leads_nowhere(name: str) -> None:
    assert not ring(name)


def test_whoever_has_taken_the_port_of_a_window_that_was_killed_cannot_answer_for_it(
    window: Window, settings: Settings, qtbot: QtBot
) -> None:
    window.hidden_in_tray.emit()
    _, _, secret = settings.hidden_window.partition(":")
    with socket.create_server((HERE, 0)) as server:

        def answer() -> None:
            caller, _ = server.accept()
            with caller:
                said = caller.recv(256)
                caller.sendall(b"yes" + said)

        liar = threading.Thread(target=answer)
        liar.start()
        assert not ring(f"{server.getsockname()[1]}:{secret}")
        liar.join()


def test_callers_who_say_nothing_keep_nobody_waiting(window: Window, settings: Settings, qtbot: QtBot) -> None:
    window.hidden_in_tray.emit()
    port = int(settings.hidden_window.partition(":")[0])
    silent = [socket.create_connection((HERE, port)) for _ in range(3 * CALLERS)]
    longest = 0.0
    turns = QElapsedTimer()
    for caller in silent:
        turns.start()
        QCoreApplication.processEvents()
        longest = max(longest, turns.elapsed() / 1_000)
        caller.setblocking(False)
    assert longest < MANNERS / 2, "the window goes on"

    def is_shown_out(caller: socket.socket) -> bool:
        try:
            return caller.recv(1) == b""
        except BlockingIOError:
            return False
        except ConnectionResetError:
            return True

    qtbot.waitUntil(lambda: all(map(is_shown_out, silent)))
    for caller in silent:
        caller.close()
    with qtbot.waitSignal(window.brought_back):
        assert rung(qtbot, settings.hidden_window)


def test_nobody_waits_at_a_door_that_is_closed(window: Window, settings: Settings, qtbot: QtBot) -> None:
    window.hidden_in_tray.emit()
    port = int(settings.hidden_window.partition(":")[0])
    with socket.create_connection((HERE, port)) as caller:
        QCoreApplication.processEvents()
        window.brought_back.emit()
        caller.settimeout(5)
        assert caller.recv(1) == b""
