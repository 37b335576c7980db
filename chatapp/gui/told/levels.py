"""How much a person wants to be told of each room of one server."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from chatapp.gui.settings import Settings

EVERYTHING: Final = "everything"
MENTIONS: Final = "mentions"
"""what names or answers the person"""
NOTHING: Final = "nothing"


class Levels(QObject):
    """A room has a level of its own, or that of the settings. Reading is cheap enough for each frame."""

    changed = Signal()

    def __init__(self, settings: Settings, server: str, parent: QObject | None = None) -> None:
        """`server` names the server in the settings."""
        super().__init__(parent)
        self._settings = settings
        self._server = server
        self._own: dict[str, str] = {}
        self._usual = settings.notify
        settings.changed.connect(self._option_changed)
        settings.levels_changed.connect(self._read_anew)

    @property
    def usual(self) -> str:
        """The level of a room that has none of its own."""
        return self._usual

    def of(self, room: str) -> str:
        """A value of `Settings.notify`."""
        return self.own(room) or self._usual

    def own(self, room: str) -> str:
        """The same; empty where the room has none of its own."""
        level = self._own.get(room)
        if level is None:
            level = self._own[room] = self._settings.level(self._server, room)
        return level

    def choose(self, room: str, level: str) -> None:
        """Give a room a level of its own; an empty one takes it away."""
        if level != self.own(room):
            self._settings.keep_level(self._server, room, level)

    def _read_anew(self) -> None:
        self._own.clear()
        self.changed.emit()

    def _option_changed(self, key: str) -> None:
        if key == Settings.notify.key:
            self._usual = self._settings.notify
            self.changed.emit()
