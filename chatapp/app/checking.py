"""Test my network, for the window: what its dialog asks for is looked at, one finding after the other."""

import asyncio
from collections.abc import AsyncIterator

from PySide6.QtCore import QObject

from chatapp.app.checkup import run
from chatapp.app.checkup.finding import Finding
from chatapp.app.checkup.hosting import Hosted
from chatapp.gui.dialogs.network import NetworkDialog, Result
from chatapp.gui.window import MainWindow
from chatapp.gui.words import say
from chatapp.protocol.invite import parse


class Checking(QObject):
    """Lives in the window's thread. One test at a time: another one, or the end of its dialog, gives it up."""

    def __init__(self, window: MainWindow, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(window)
        self._window = window
        self._loop = loop
        self._test: asyncio.Task[None] | None = None
        window.network_test_opened.connect(self._serve)

    async def close(self) -> None:
        """Give up what is being tested."""
        test, self._test = self._test, None
        if test is not None:
            test.cancel()
            await asyncio.gather(test, return_exceptions=True)

    def _serve(self, dialog: NetworkDialog) -> None:
        dialog.asked.connect(lambda address: self._begin(dialog, address))
        dialog.given_up.connect(self._give_up)

    def _begin(self, dialog: NetworkDialog, address: str) -> None:
        self._give_up()
        findings = run.other(parse(address).addresses[0]) if address else run.own(self._hosted())
        self._test = self._loop.create_task(_tell(dialog, findings))

    def _give_up(self) -> None:
        if self._test is not None:
            self._test.cancel()

    def _hosted(self) -> Hosted | None:
        """As the window tells others of it."""
        addresses = [parse(address).addresses[0] for address in self._window.hosting.addresses]
        return Hosted(addresses[0].port, tuple(address.host for address in addresses)) if addresses else None


async def _tell(dialog: NetworkDialog, findings: AsyncIterator[Finding]) -> None:
    async for found in findings:
        advice = say(found.advice) if found.advice is not None else ""
        dialog.show_result(Result(str(found.verdict), say(found.what), say(found.sentence), advice))
    dialog.show_end()
