"""Tells the person what is new while they do not look: a notification a room, and a sound."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import time as day_time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from chatapp.gui import names
from chatapp.gui.bridge import Bridge
from chatapp.gui.settings import Settings
from chatapp.gui.told.levels import EVERYTHING, NOTHING, Levels
from chatapp.gui.told.popups import Popups
from chatapp.gui.told.quiet import is_quiet
from chatapp.gui.told.sound import Sound, Sounds
from chatapp.session.timeline import Entry
from chatapp.session.unread import Place, Unread
from chatapp.text.links import find_links
from chatapp.text.markup import marked
from chatapp.text.mentions import mentions

GATHER: Final = 1_500
"""milliseconds from one change of popups to the next, however much is said"""
LENGTH: Final = 200
"""code points of a message in a popup"""


@dataclass(frozen=True, slots=True)
class Told:
    """What the person knows about of a room that they have not read."""

    unread: Unread | None = None
    """of what; another one where the room was read since"""
    calls: int = 0
    mentions: int = 0


class Notifier(QObject):
    """Follows one session. What an earlier session left unread is not news, nor what comes while one looks at it; quiet
    hours are silent, and what came in them is told with what comes next."""

    called = Signal()
    """something is told just now"""
    opened = Signal(str, int)
    """the person chose a notification: the room, and the `seq` of the message that it showed, 0 where it has none"""

    def __init__(
        self,
        bridge: Bridge,
        levels: Levels,
        settings: Settings,
        parent: QObject | None = None,
        *,
        popups: Popups,
        sounds: Sounds,
        is_seen: Callable[[str], bool],
        now: Callable[[], day_time] = lambda: datetime.now().time(),  # noqa: DTZ005  # the clock on the wall
    ) -> None:
        """`is_seen` says whether the person looks at a room."""
        super().__init__(parent)
        self._bridge = bridge
        self._levels = levels
        self._settings = settings
        self._popups = popups
        self._sounds = sounds
        self._is_seen = is_seen
        self._now = now
        self._told: dict[str, Told] = {}
        self._shown: dict[str, int] = {}
        """rooms whose popup is shown, and the message in it"""
        self._due: dict[str, Sound] = {}
        """rooms whose popup is to be shown, and what is heard with it"""
        self._gathering = QTimer(self, singleShot=True, interval=GATHER)
        self._gathering.timeout.connect(self._show_due)
        bridge.rooms_changed.connect(self._look)
        levels.changed.connect(self._count_anew)
        popups.activated.connect(self._activated)
        self._count_anew()

    def close(self) -> None:
        """Take all popups away, and tell nothing more."""
        self._bridge.rooms_changed.disconnect(self._look)
        self._levels.changed.disconnect(self._count_anew)
        self._popups.activated.disconnect(self._activated)
        self._gathering.stop()
        for room in [*self._shown]:
            self._withdraw(room)

    def _look(self) -> None:
        rooms = self._bridge.session.rooms
        for name in [name for name in self._told if name not in rooms or not rooms[name].unread]:
            del self._told[name]
            self._withdraw(name)
        for room in rooms.values():
            if room.unread and (unread := self._bridge.session.unread(room.name)) is not None:
                self._consider(room.name, unread)
        if self._due and not self._gathering.isActive():
            self._show_due()

    def _consider(self, room: str, unread: Unread) -> None:
        known = self._told.get(room)
        before = known if known is not None and known.unread is unread else Told()
        now = self._told[room] = self._calls(room, unread)
        if not now.calls:
            self._withdraw(room)
        elif now.calls > before.calls and not self._is_seen(room) and not self._is_quiet():
            is_mention = now.mentions > before.mentions or self._due.get(room) is Sound.MENTION
            self._due[room] = Sound.MENTION if is_mention else Sound.MESSAGE

    def _count_anew(self) -> None:
        """What was not told of a room by then is no news."""
        for room in self._bridge.session.rooms:
            if (unread := self._bridge.session.unread(room)) is not None:
                self._told[room] = self._calls(room, unread)
                if not self._told[room].calls:
                    self._withdraw(room)

    def _calls(self, room: str, unread: Unread) -> Told:
        level = self._levels.of(room)
        messages, mentioned = unread.messages - unread.before, unread.mentions - unread.before_mentions
        if level == NOTHING:
            return Told(unread)
        return Told(unread, messages if level == EVERYTHING else mentioned, mentioned)

    def _is_quiet(self) -> bool:
        settings = self._settings
        return settings.quiet_hours and is_quiet(self._now(), settings.quiet_from, settings.quiet_until)

    # Popups

    def _show_due(self) -> None:
        due, self._due = self._due, {}
        shown = []
        for room, sound in due.items():
            unread = self._bridge.session.unread(room)
            if unread is not None and not self._is_seen(room):
                self._show(room, unread)
                shown.append(sound)
        if shown:
            self._gathering.start()
            if self._settings.sounds:
                self._sounds.play(Sound.MENTION if Sound.MENTION in shown else Sound.MESSAGE)
            self.called.emit()

    def _show(self, room: str, unread: Unread) -> None:
        told = self._calls(room, unread)
        place = unread.last_mention if told.mentions else unread.last
        entry = self._entry(room, place)
        if not told.calls or place is None:
            return
        self._shown[room] = place.seq
        self._popups.show(room, self._title(room, told, entry), self._text(told, entry))

    def _withdraw(self, room: str) -> None:
        self._due.pop(room, None)
        if self._shown.pop(room, None) is not None:
            self._popups.close(room)

    def _activated(self, room: str) -> None:
        if (seq := self._shown.get(room)) is not None:
            # Not every desktop takes away what was chosen.
            self._withdraw(room)
            self.opened.emit(room, seq)

    def _entry(self, room: str, place: Place | None) -> Entry | None:
        """The message, if it is still here."""
        timeline = self._bridge.session.timeline(room)
        if place is None:
            return None
        index = timeline.find(place.seq) if place.seq else place.index
        entry = timeline.entry(index) if index is not None and timeline.first <= index < timeline.end else None
        return entry if entry is not None and not entry.deleted else None

    # Words

    def _title(self, room: str, told: Told, entry: Entry | None) -> str:
        where = names.room(room)
        if told.calls > 1 or entry is None:
            if told.mentions == told.calls:
                return self.tr("%Ln messages for you in {room}", "", told.calls).format(room=where)
            return self.tr("%Ln new messages in {room}", "", told.calls).format(room=where)
        who = names.person(entry.author)
        if not told.mentions:
            return self.tr("{name} in {room}").format(name=who, room=where)
        if mentions(entry.text, self._bridge.session.name):
            return self.tr("{name} mentioned you in {room}").format(name=who, room=where)
        return self.tr("{name} answered you in {room}").format(name=who, room=where)

    def _text(self, told: Told, entry: Entry | None) -> str:
        if entry is None:
            return self.tr("Open the room to read.")
        text = excerpt(entry.text)
        return text if told.calls == 1 else self.tr("{name}: {text}").format(name=names.person(entry.author), text=text)


def excerpt(text: str) -> str:
    """The beginning of a message on one line, without the markers of its markup."""
    lines = "\n".join(text.splitlines())
    line = " ".join(marked(lines, find_links(lines)).text.split())
    return line if len(line) <= LENGTH else f"{line[: LENGTH - 1]}…"
