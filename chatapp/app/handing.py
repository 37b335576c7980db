"""Handing a chat over and taking one over, as the window asks for it: the work is done in a thread."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from chatapp.gui.window import MainWindow
from chatapp.gui.words import say

if TYPE_CHECKING:
    from chatapp.gui.hosting.handover import HandOver, TakeOver


class Handing(QObject):
    """Of the chat that is hosted from the window. What was asked for is done, even if its dialog is closed by then."""

    def __init__(
        self, window: MainWindow, place: Callable[[], Path], do: Callable[[Coroutine[Any, Any, None]], object]
    ) -> None:
        """`place` gives the server's folder; `do` has something done on the window's loop."""
        super().__init__(window)
        self._window = window
        self._place = place
        self._do = do
        window.charge.hand_over_asked.connect(self._hand_over)
        window.charge.take_over_asked.connect(self._take_over)

    def _hand_over(self, dialog: "HandOver") -> None:
        dialog.asked.connect(lambda path, password: self._do(self._pack(dialog, Path(path), password)))

    def _take_over(self, dialog: "TakeOver") -> None:
        dialog.asked.connect(
            lambda path, password, aside: self._do(self._unpack(dialog, Path(path), password, set_aside=aside))
        )

    async def _pack(self, dialog: "HandOver", target: Path, password: str) -> None:
        from chatapp.app import handover  # noqa: PLC0415  # hardly anybody ever needs it

        try:
            await asyncio.to_thread(handover.pack, self._place(), target, password)
        except handover.CannotHandOver as problem:
            if isValid(dialog):
                dialog.refuse(say(problem.args[0]))
        else:
            if isValid(dialog):
                dialog.show_saved()

    async def _unpack(self, dialog: "TakeOver", source: Path, password: str, *, set_aside: bool) -> None:
        from chatapp.app import handover  # noqa: PLC0415  # as above

        work = partial(handover.unpack, source, self._place(), password, set_aside=set_aside)
        try:
            await asyncio.to_thread(work)
        except handover.CannotHandOver as problem:
            if isValid(dialog):
                dialog.refuse(say(problem.args[0]), there=problem.there, password=problem.password)
        else:
            if isValid(dialog):
                dialog.accept()
            # It begins at once: that is what it was taken over for.
            self._window.hosting.start()
