"""That the computer is about to sleep is told in the window's thread."""

import threading
from collections.abc import Callable
from ctypes import addressof, wintypes

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from chatapp.app.sleep import PBT_APMSUSPEND, WM_POWERBROADCAST, Nothing, Sleep, Windows, of_system


class Fake:
    def __init__(self, told: Callable[[], None]) -> None:
        self.told = told
        self.stopped = 0

    def stop(self) -> None:
        self.stopped += 1


def test_what_another_thread_notices_is_told_here(qtbot: QtBot) -> None:
    made: list[Fake] = []

    def start(told: Callable[[], None]) -> Fake:
        made.append(Fake(told))
        return made[-1]

    sleep = Sleep(start=start)
    heard: list[int] = []
    sleep.begins.connect(lambda: heard.append(threading.get_ident()))
    sleep.watch()
    sleep.watch()
    assert len(made) == 1
    assert sleep.watching
    with qtbot.waitSignal(sleep.begins):
        thread = threading.Thread(target=made[0].told)
        thread.start()
    thread.join()
    assert heard == [threading.get_ident()]
    sleep.stop()
    sleep.stop()
    assert made[0].stopped == 1
    assert not sleep.watching


def test_what_windows_says(qtbot: QtBot) -> None:
    told: list[int] = []
    watch = Windows(lambda: told.append(1))
    for number, (message, word) in enumerate(
        [(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_POWERBROADCAST, 7), (WM_POWERBROADCAST + 1, PBT_APMSUSPEND)]
    ):
        said = wintypes.MSG()
        said.message, said.wParam = message, word
        for kind in (QByteArray(b"windows_generic_MSG"), b"windows_generic_MSG", b"xcb_generic_event_t"):
            assert watch.nativeEventFilter(kind, addressof(said)) == (False, 0)
        assert len(told) == 2, f"message {number}"
    watch.stop()


@pytest.mark.parametrize(("system", "kind"), [("darwin", Nothing), ("win32", Windows)])
def test_each_system_has_its_way(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, system: str, kind: type[Nothing | Windows]
) -> None:
    monkeypatch.setattr("sys.platform", system)
    watch = of_system(lambda: None)
    assert isinstance(watch, kind)
    watch.stop()
