"""What the window remembers from one start to the next."""

import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from chatapp.gui.options import SYSTEM, Choice, Clock, Flag, Number, Option, Page, Words

RECENT_SERVERS = 8
SERVERS_WITH_ROOMS = 16
HOME = "host"
"""stands for the chat that this computer hosts, among servers, whatever its port"""


log = logging.getLogger(__name__)


def stored(name: str = "Chatapp") -> QSettings:
    """This person's settings: the registry on Windows, the preferences on macOS, an INI file elsewhere. By another name
    there are others. What cannot be read of them is as if it were not there, and the log says so."""
    native = sys.platform in {"win32", "darwin"}
    kind = QSettings.Format.NativeFormat if native else QSettings.Format.IniFormat
    found = QSettings(kind, QSettings.Scope.UserScope, "Chatapp", name)
    found.allKeys()  # reads what Qt would read later
    if found.status() is not QSettings.Status.NoError:
        log.warning("the settings in %s cannot be read in full: what is missing is as at first", found.fileName())
    return found


class Settings(QObject):
    """Typed access to a QSettings. What is not there, or is damaged, reads as the default; writes reach the disk
    when Qt next syncs, at the latest when the application ends.

    The options are the one place where a choice stands: menus and the dialog write them, and whoever acts on one reads
    it and listens to `changed`.
    """

    changed = Signal(str)
    """the key of an option that reads otherwise now"""
    levels_changed = Signal()
    """a room has a level of its own by now, another one, or none"""
    forgotten = Signal(object)
    """servers (a tuple of what names them) of which nothing is to be remembered"""

    theme = Choice(Page.APPEARANCE, SYSTEM, "light", "dark", "contrast")
    text_size = Number(Page.APPEARANCE, 1.0)
    """a factor on the system's text size"""
    density = Choice(Page.APPEARANCE, "comfortable", "compact")
    emoji_style = Choice(Page.APPEARANCE, SYSTEM, "bundled")
    """SYSTEM: the system's own where it has one in colour"""

    skin_tone = Choice(Page.WRITING, "none", "light", "medium-light", "medium", "medium-dark", "dark")
    emoticons = Flag(Page.WRITING, default=False)
    """`:)` becomes 🙂 while one writes"""
    completion = Flag(Page.WRITING, default=True)
    """`:sm` and `@an` are completed"""
    spelling = Flag(Page.WRITING, default=True)

    notify = Choice(Page.NOTIFICATIONS, "mentions", "everything", "nothing")
    """what is told of a room that has no level of its own"""
    quiet_hours = Flag(Page.NOTIFICATIONS, default=False)
    quiet_from = Clock(Page.NOTIFICATIONS, "22:00")
    quiet_until = Clock(Page.NOTIFICATIONS, "07:00")
    sounds = Flag(Page.NOTIFICATIONS, default=True)
    tray = Flag(Page.NOTIFICATIONS, default=True)
    """closing the window while hosting leaves the chat running in the tray"""
    awake = Flag(Page.NOTIFICATIONS, default=True)
    """the computer does not fall asleep by itself while it hosts"""
    updates = Flag(Page.NOTIFICATIONS, default=True)
    """tell of a newer version; only what a release built ever asks"""

    language = Words(Page.LANGUAGE, SYSTEM)
    """SYSTEM, or the code of a language that the window speaks"""

    def __init__(self, store: QSettings, parent: QObject | None = None, *, profile: str = "") -> None:
        """`profile` is the name of the one that these are of, if it has one."""
        super().__init__(parent)
        self._store = store
        self.profile = profile

    # Options

    @classmethod
    def options(cls, page: Page | None = None) -> Iterator[Option[Any]]:
        """All options, or those of one page, in their order."""
        every = (value for value in vars(cls).values() if isinstance(value, Option))
        return (option for option in every if page is None or option.page is page)

    @classmethod
    def option(cls, key: str) -> Option[Any]:
        """The option of that key. Raises KeyError where there is none."""
        return {option.key: option for option in cls.options()}[key]

    def reset(self, page: Page) -> None:
        """Give every option of a page its default."""
        for option in self.options(page):
            self.set_value(option.key, None, option.read)

    def value(self, key: str) -> object:
        """For `Option`: what is stored; None for nothing."""
        return self._store.value(key)

    def set_value(self, key: str, stored: str | None, read: Callable[[object], object]) -> None:
        """For `Option`: store it, None for nothing, and tell where it reads otherwise by then."""
        before = read(self.value(key))
        if stored is None:
            self._store.remove(key)
        else:
            self._store.setValue(key, stored)
        if read(self.value(key)) != before:
            self.changed.emit(key)

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _read(self, key: str) -> object:
        try:
            return json.loads(self._text(key, "null"))
        except (ValueError, RecursionError):
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
    def updates_asked(self) -> float:
        """When a newer version was looked for last, in seconds since the Unix epoch; 0 for never."""
        try:
            return float(self._text("updates_asked", "0"))
        except ValueError:
            return 0.0

    @updates_asked.setter
    def updates_asked(self, at: float) -> None:
        self._store.setValue("updates_asked", str(at))

    @property
    def servers(self) -> list[str]:
        """Addresses joined before, the latest first."""
        return self._texts("servers")

    def joined(self, server: str) -> None:
        """Remember an address as the latest."""
        others = [known for known in self.servers if known != server]
        self._write("servers", [server, *others][:RECENT_SERVERS])

    def forget(self, *servers: str) -> None:
        """Remember nothing of these servers: neither that one was there nor how they were left."""
        self._write("servers", [known for known in self.servers if known not in servers])
        for key in ("rooms", "levels"):
            kept = self._read(key)
            if isinstance(kept, dict):
                self._write(key, {server: value for server, value in kept.items() if server not in servers})
        if self.last in servers:
            self.last = ""
        self.levels_changed.emit()
        self.forgotten.emit(servers)

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

    def place(self, server: str) -> int:
        """The `seq` of the message that was read in the room in front; 0 where it was followed to its end."""
        value = self._read("rooms")
        found = value.get(server) if isinstance(value, dict) else None
        place = found.get("place") if isinstance(found, dict) else None
        return place if isinstance(place, int) and place > 0 else 0

    def keep_rooms(
        self, server: str, joined: Sequence[str], tabs: Sequence[str], front: str, *, place: int = 0
    ) -> None:
        """Remember where the person was on this server, and forget it of the server longest not visited."""
        known = self._read("rooms")
        others = {name: kept for name, kept in known.items() if name != server} if isinstance(known, dict) else {}
        kept = {"joined": list(joined), "tabs": list(tabs), "front": front, "place": place}
        entries = [*others.items(), (server, kept)]
        self._write("rooms", dict(entries[-SERVERS_WITH_ROOMS:]))

    @property
    def emoji(self) -> list[str]:
        """Emoji used lately, the latest first."""
        return self._texts("emoji")

    @emoji.setter
    def emoji(self, recents: Sequence[str]) -> None:
        self._write("emoji", list(recents))

    @property
    def tray_known(self) -> bool:
        """Whether the person has been asked if closing the window is to leave the chat running in the tray."""
        return self._text("tray_known") == "true"

    @tray_known.setter
    def tray_known(self, known: bool) -> None:
        self._store.setValue("tray_known", "true" if known else "false")

    @property
    def open_window(self) -> str:
        """By which name the window of this profile can be called that is open, hidden in the tray or not; empty where
        none is."""
        return self._text("open_window")

    @open_window.setter
    def open_window(self, name: str) -> None:
        self._keep_private()
        self._store.setValue("open_window", name)

    def _keep_private(self) -> None:
        """Have the file be for the person's eyes alone. The registry and the preferences are; Qt leaves a file as open
        as the system makes it, and as it found it."""
        path = Path(self._store.fileName())
        if self._store.format() is QSettings.Format.IniFormat and sys.platform != "win32":
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch(mode=0o600)
                path.chmod(0o600)
            except OSError as problem:
                log.warning("others on this computer may read the settings in %s: %s", path, problem)

    @property
    def people(self) -> bool:
        """Whether the people of the room in front are shown."""
        return self._text("people", "shown") != "hidden"

    @people.setter
    def people(self, there: bool) -> None:
        self._store.setValue("people", "shown" if there else "hidden")

    def level(self, server: str, room: str) -> str:
        """What is told of a room: a value of `notify`; empty where the room has no level of its own."""
        known = self._read("levels")
        rooms = known.get(server) if isinstance(known, dict) else None
        level = rooms.get(room) if isinstance(rooms, dict) else None
        return level if isinstance(level, str) and level in Settings.notify.choices else ""

    def keep_level(self, server: str, room: str, level: str) -> None:
        """Give a room a level of its own; none with an empty one. Those of the server longest untouched are forgotten
        where there are too many."""
        known = self._read("levels")
        servers = known if isinstance(known, dict) else {}
        rooms = servers.pop(server, None)
        rooms = {name: kept for name, kept in rooms.items() if name != room} if isinstance(rooms, dict) else {}
        if level:
            rooms[room] = level
        self._write("levels", dict([*servers.items(), (server, rooms)][-SERVERS_WITH_ROOMS:]))
        self.levels_changed.emit()

    def levels(self) -> list[tuple[str, str, str]]:
        """Servers, rooms and levels, of all rooms that have one of their own."""
        known = self._read("levels")
        servers = known.items() if isinstance(known, dict) else ()
        rooms = [(server, room) for server, kept in servers if isinstance(kept, dict) for room in kept]
        found = ((server, room, self.level(server, room)) for server, room in rooms)
        return [each for each in found if each[2]]

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
