"""What the window remembers from one start to the next."""

import json
import sys
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSettings

RECENT_SERVERS = 8
SERVERS_WITH_ROOMS = 16


def stored() -> QSettings:
    """This person's settings: the registry on Windows, the preferences on macOS, an INI file elsewhere."""
    native = sys.platform in {"win32", "darwin"}
    kind = QSettings.Format.NativeFormat if native else QSettings.Format.IniFormat
    return QSettings(kind, QSettings.Scope.UserScope, "Chatapp", "Chatapp")


class Settings:
    """Typed access to a QSettings. What is not there, or is damaged, reads as the default; writes reach the disk
    when Qt next syncs, at the latest when the application ends."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _read(self, key: str) -> object:
        try:
            return json.loads(self._text(key, "null"))
        except ValueError:
            return None

    def _texts(self, key: str) -> list[str]:
        value = self._read(key)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def _write(self, key: str, value: object) -> None:
        self._store.setValue(key, json.dumps(value))

    @property
    def name(self) -> str:
        """The name last used; empty before the first chat."""
        return self._text("name")

    @name.setter
    def name(self, name: str) -> None:
        self._store.setValue("name", name)

    @property
    def servers(self) -> list[str]:
        """Addresses joined before, the latest first."""
        return self._texts("servers")

    def joined(self, server: str) -> None:
        """Remember an address as the latest."""
        others = [known for known in self.servers if known != server]
        self._write("servers", [server, *others][:RECENT_SERVERS])

    @property
    def last(self) -> str:
        """The address that the person was at when the window was last closed; empty where there was none."""
        return self._text("last")

    @last.setter
    def last(self, server: str) -> None:
        self._store.setValue("last", server)

    @property
    def hosting(self) -> tuple[str, int] | None:
        """The address and port hosted on last; None where this person has not hosted."""
        value = self._read("hosting")
        match value:
            case [str(bind), int(port)] if 0 <= port <= 65535:
                return bind, port
        return None

    @hosting.setter
    def hosting(self, place: tuple[str, int]) -> None:
        self._write("hosting", list(place))

    def rooms(self, server: str) -> tuple[list[str], list[str], str]:
        """Rooms joined, rooms with a tab (in order), and the room in front, when this server was left."""
        value = self._read("rooms")
        found = value.get(server) if isinstance(value, dict) else None
        if not isinstance(found, dict):
            return [], [], ""
        joined, tabs, front = found.get("joined"), found.get("tabs"), found.get("front")
        return _strings(joined), _strings(tabs), front if isinstance(front, str) else ""

    def keep_rooms(self, server: str, joined: Sequence[str], tabs: Sequence[str], front: str) -> None:
        """Remember where the person was on this server, and forget it of the server longest not visited."""
        known = self._read("rooms")
        others = {name: kept for name, kept in known.items() if name != server} if isinstance(known, dict) else {}
        entries = [*others.items(), (server, {"joined": list(joined), "tabs": list(tabs), "front": front})]
        self._write("rooms", dict(entries[-SERVERS_WITH_ROOMS:]))

    @property
    def emoji(self) -> list[str]:
        """Emoji used lately, the latest first."""
        return self._texts("emoji")

    @emoji.setter
    def emoji(self, recents: Sequence[str]) -> None:
        self._write("emoji", list(recents))

    @property
    def theme(self) -> str:
        return self._text("theme", "system")

    @theme.setter
    def theme(self, mode: str) -> None:
        self._store.setValue("theme", mode)

    @property
    def text_size(self) -> float:
        """A factor on the system's text size."""
        try:
            return float(self._text("text_size", "1.0"))
        except ValueError:
            return 1.0

    @text_size.setter
    def text_size(self, factor: float) -> None:
        self._store.setValue("text_size", str(factor))

    @property
    def people(self) -> bool:
        """Whether the people of the room in front are shown."""
        return self._text("people", "shown") != "hidden"

    @people.setter
    def people(self, there: bool) -> None:
        self._store.setValue("people", "shown" if there else "hidden")

    def layout(self, part: str) -> QByteArray:
        """A window's or splitter's saved state; empty before the first."""
        value = self._store.value(f"layout/{part}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, part: str, state: QByteArray) -> None:
        self._store.setValue(f"layout/{part}", state)

    def sync(self) -> None:
        """Write everything to disk now. Blocks for one small file."""
        self._store.sync()


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
