import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QSettings
from pytestqt.qtbot import QtBot

from chatapp.app.doorbell import CALLERS, HERE, LONGEST, MANNERS, Doorbell, ring
from chatapp.gui.settings import Settings


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def bell(settings: Settings) -> Iterator[Doorbell]:
    made = Doorbell(settings)
    yield made
    made.stop()
    made.deleteLater()


def rung(qtbot: QtBot, name: str, invite: str = "") -> bool:
    """What a second program would be told, while this one goes on."""
    answers: list[bool] = []
    caller = threading.Thread(target=lambda: answers.append(ring(name, invite)))
    caller.start()
    qtbot.waitUntil(lambda: bool(answers))
    caller.join()
    return answers[0]


@pytest.mark.parametrize(
    "invite", ["", "192.168.1.20:20200", "chatapp://[fe80::1]:1,b:2/tea%20time#f=x&k=y", "Grüße  an\nalle"]
)
def test_an_open_window_is_called_and_told_where_to_go(
    bell: Doorbell, settings: Settings, qtbot: QtBot, invite: str
) -> None:
    with qtbot.waitSignal(bell.rung) as heard:
        assert rung(qtbot, settings.open_window, invite)
    assert heard.args == [" ".join(invite.split())]
    with qtbot.waitSignal(bell.rung):
        assert rung(qtbot, settings.open_window), "as often as it likes"


def test_nobody_is_there_once_it_has_stopped(settings: Settings, qtbot: QtBot) -> None:
    bell = Doorbell(settings)
    name = settings.open_window
    bell.stop()
    bell.stop()
    assert settings.open_window == ""
    assert not rung(qtbot, name)
    bell.deleteLater()


def test_a_second_window_that_ends_first_leaves_its_own_name_alone(settings: Settings) -> None:
    first, second = Doorbell(settings), Doorbell(settings)
    name = settings.open_window
    first.stop()
    assert settings.open_window == name
    second.stop()
    for bell in (first, second):
        bell.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="there the registry keeps it, for this person alone")
def test_its_word_is_for_the_person_alone(bell: Doorbell, tmp_path: Path) -> None:
    assert (tmp_path / "settings.ini").stat().st_mode & 0o077 == 0


def test_only_who_knows_the_secret_can_call(bell: Doorbell, settings: Settings, qtbot: QtBot) -> None:
    port, _, secret = settings.open_window.partition(":")
    with qtbot.assertNotEmitted(bell.rung):
        assert not rung(qtbot, f"{port}:{secret[::-1]}", "a:1")
        assert not rung(qtbot, f"{port}:")
        socket.create_connection((HERE, int(port))).close()
        assert not rung(qtbot, f"{port}:x")
    with qtbot.waitSignal(bell.rung):
        assert rung(qtbot, settings.open_window)


def test_what_is_too_long_is_not_said(bell: Doorbell, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bell.rung):
        assert not rung(qtbot, settings.open_window, "a" * LONGEST)


@pytest.mark.parametrize("cut", [b"", b" a:1", b" " + b"a" * 2 * LONGEST, b" a:1\r", b" a:1\n", b"\n" + b"a" * LONGEST])
def test_what_is_not_said_to_its_end_is_not_heard(bell: Doorbell, settings: Settings, qtbot: QtBot, cut: bytes) -> None:
    port, word, _ = settings.open_window.split(":")
    with qtbot.assertNotEmitted(bell.rung), socket.create_connection((HERE, int(port))) as caller:
        caller.sendall(word.encode() + cut)
        qtbot.waitUntil(lambda: not bell._callers and bell._server is not None)
        qtbot.waitUntil(lambda: is_shown_out(caller))


def is_shown_out(caller: socket.socket) -> bool:
    caller.setblocking(False)
    try:
        return caller.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("name", ["", "nonsense", "99999999:x", "-1:x", "1:x"])
def test_what_a_window_that_was_killed_has_left_leads_nowhere(name: str) -> None:
    assert not ring(name)


def test_whoever_has_taken_the_port_of_a_window_that_was_killed_cannot_answer_for_it(
    bell: Doorbell, settings: Settings
) -> None:
    _, _, secret = settings.open_window.partition(":")
    heard = bytearray()
    with socket.create_server((HERE, 0)) as server:

        def answer() -> None:
            caller, _ = server.accept()
            with caller, suppress(ConnectionError):
                said = caller.recv(256)
                heard.extend(said)
                caller.sendall(b"yes" + said)
                while more := caller.recv(256):
                    heard.extend(more)

        liar = threading.Thread(target=answer)
        liar.start()
        assert not ring(f"{server.getsockname()[1]}:{secret}", "chatapp://host/#k=Invite-Secret")
        liar.join()
    assert b"Invite-Secret" not in heard, "nor is it told where its person goes"


def test_callers_who_say_nothing_keep_nobody_waiting(bell: Doorbell, settings: Settings, qtbot: QtBot) -> None:
    port = int(settings.open_window.partition(":")[0])
    silent = [socket.create_connection((HERE, port)) for _ in range(3 * CALLERS)]
    longest = 0.0
    turns = QElapsedTimer()
    for _ in silent:
        turns.start()
        QCoreApplication.processEvents()
        longest = max(longest, turns.elapsed() / 1_000)
    assert longest < MANNERS / 2, "the window goes on"
    qtbot.waitUntil(lambda: all(map(is_shown_out, silent)))
    for caller in silent:
        caller.close()
    with qtbot.waitSignal(bell.rung):
        assert rung(qtbot, settings.open_window)


def test_nobody_waits_at_a_door_that_is_closed(bell: Doorbell, settings: Settings) -> None:
    port = int(settings.open_window.partition(":")[0])
    with socket.create_connection((HERE, port)) as caller:
        QCoreApplication.processEvents()
        bell.stop()
        caller.settimeout(5)
        assert caller.recv(1) == b""
