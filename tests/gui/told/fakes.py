"""What would reach the person, written down instead."""

from pathlib import Path

from chatapp.gui.told.popups import Popups
from chatapp.gui.told.sound import Sounds


class Written(Popups):
    """Keeps what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, str, str]] = []
        self.closed: list[str] = []

    def show(self, key: str, title: str, text: str) -> None:
        self.shown.append((key, title, text))

    def close(self, key: str) -> None:
        self.closed.append(key)


class Heard(Sounds):
    """The same of sounds."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        super().__init__(lambda path: self.heard.append(Path(path).stem), lambda: 2.0 * len(self.heard) + 2.0)
