"""What the dialog asks for is looked at, and given up with it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from chatapp.app import checking
from chatapp.app.checking import Checking
from chatapp.app.checkup.finding import Finding, Verdict
from chatapp.app.checkup.hosting import Hosted
from chatapp.gui.dialogs.network import Result
from chatapp.protocol.invite import Address
from chatapp.protocol.sentences import Sentence


class Window(QObject):
    """As much of one as is asked."""

    network_test_opened = Signal(object)

    def __init__(self, *addresses: str) -> None:
        super().__init__()
        self.hosting = self
        self.addresses = addresses


class Dialog(QObject):
    asked = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[Result] = []
        self.found = asyncio.Event()
        self.ended = asyncio.Event()

    def show_result(self, result: Result) -> None:
        self.results.append(result)
        self.found.set()

    def show_end(self) -> None:
        self.ended.set()


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """At what; each test finds one thing, and one of an address goes on for ever."""
    at: list[Any] = []

    async def own(hosted: Hosted | None) -> AsyncIterator[Finding]:
        at.append(hosted)
        yield Finding(Verdict.BAD, Sentence("Firewall"), Sentence("It is {what}.", what="shut"), Sentence("Open it."))

    async def other(address: Address) -> AsyncIterator[Finding]:
        at.append(address)
        yield Finding(Verdict.NOTE, Sentence("VPN"), Sentence("On."))
        try:
            await asyncio.Event().wait()
        finally:
            at.append("given up")

    monkeypatch.setattr(checking.run, "own", own)
    monkeypatch.setattr(checking.run, "other", other)
    return at


async def test_this_computer_is_tested(qapp: object, looked: list[Any]) -> None:
    window = Window("192.168.1.20:20300", "ann-pc.local:20300")
    test = Checking(window, asyncio.get_running_loop())  # type: ignore[arg-type]
    dialog = Dialog()
    window.network_test_opened.emit(dialog)
    dialog.asked.emit("")
    await asyncio.wait_for(dialog.ended.wait(), 10)
    assert looked == [Hosted(20300, ("192.168.1.20", "ann-pc.local"))]
    assert dialog.results == [Result("bad", "Firewall", "It is shut.", "Open it.")]
    await test.close()


async def test_another_test_and_the_end_of_the_dialog_give_it_up(qapp: object, looked: list[Any]) -> None:
    window, dialog = Window(), Dialog()
    test = Checking(window, asyncio.get_running_loop())  # type: ignore[arg-type]
    window.network_test_opened.emit(dialog)
    for end in (lambda: dialog.asked.emit(""), dialog.given_up.emit):
        dialog.results.clear()
        looked.clear()
        dialog.asked.emit("chatapp://192.168.1.20:1,10.0.0.1:2")
        await asyncio.wait_for(dialog.found.wait(), 10)
        dialog.found.clear()
        end()
        for _ in range(10):
            await asyncio.sleep(0)
        assert "given up" in looked
    assert looked == [Address("192.168.1.20", 1), "given up"]
    await test.close()


async def test_the_window_ends(qapp: object, looked: list[Any]) -> None:
    window, dialog = Window(), Dialog()
    test = Checking(window, asyncio.get_running_loop())  # type: ignore[arg-type]
    window.network_test_opened.emit(dialog)
    dialog.asked.emit("192.168.1.20")
    await asyncio.wait_for(dialog.found.wait(), 10)
    await test.close()
    assert looked == [Address("192.168.1.20"), "given up"]
