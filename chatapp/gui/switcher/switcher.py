"""Ctrl+K: what there is to go to in a window, and going there."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from chatapp.gui import names, rules
from chatapp.gui.actions import Command, commands
from chatapp.gui.counts import people
from chatapp.gui.plain import isolated
from chatapp.gui.switcher.entry import Entry, Kind
from chatapp.gui.switcher.lately import Lately
from chatapp.gui.switcher.popup import SwitcherPopup
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.names import shown
from chatapp.session.roomlist import Room

if TYPE_CHECKING:
    from chatapp.gui.chat.page import ChatPage

GATHER = 100
"""milliseconds; what changes while it is open is looked at this often at most"""


class Switcher(QObject):
    """Made once for a window, when it is first asked for."""

    def __init__(self, theme: Theme, window: QMainWindow, own: QAction, chat: "Callable[[], ChatPage | None]") -> None:
        """`own` is the action that opens it, `chat` gives the page that is seen, if any."""
        super().__init__(window)
        self._window = window
        self._chat = chat
        self._commands: dict[str, QAction] = {}
        self._own = own
        self._used = Lately()
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self._update)
        self.popup = SwitcherPopup(theme, window)
        self.popup.chosen.connect(self._go)

    def toggle(self) -> None:
        """Open it, or close it where it is open."""
        if self.popup.isVisible():
            self.popup.leave()
        else:
            self.popup.open(list(self._entries()), self._new_room)

    def update(self) -> None:
        """Rooms, people or what can be done are others by now; may be called too often."""
        if self.popup.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _update(self) -> None:
        if self.popup.isVisible():
            self.popup.update_entries(list(self._entries()))

    # What there is

    def _entries(self) -> Iterator[Entry]:
        chat = self._chat()
        if chat is not None:
            yield from (self._room(chat, room) for room in chat.bridge.session.rooms.values())
            yield from self._people(chat)
        self._commands = {}
        for command in commands(self._window.menuBar()):
            action = command.action
            if action.isEnabled() and action.isVisible() and action is not self._own:
                key = "/".join((*command.path, command.text))
                self._commands[key] = action
                yield self._command(command, key)

    def _command(self, command: Command, key: str) -> Entry:
        on = self.tr("on") if command.action.isCheckable() and command.action.isChecked() else ""
        detail = " · ".join(filter(None, (names.path(command.path), on)))
        spoken = names.in_a_row(filter(None, (command.text, *command.path, on, command.keys)))
        return Entry(Kind.COMMAND, key, command.text, detail, command.keys, spoken, lately=self._used.worth(key))

    def _room(self, chat: "ChatPage", room: Room) -> Entry:
        name = shown(room.name)
        standing = "" if room.joined else self.tr("not joined")
        counted = people(room.people) if room.people is not None else ""
        unread = self.tr("%Ln unread", "", room.unread) if room.unread else ""
        mentions = self.tr("%Ln for you", "", room.mentions) if room.mentions else ""
        return Entry(
            Kind.ROOM,
            room.name,
            name,
            " · ".join(filter(None, (standing, counted))),
            spoken=names.in_a_row(filter(None, (name, self.tr("room"), standing, counted, unread, mentions))),
            joined=room.joined,
            unread=room.unread,
            mentions=room.mentions,
            # The room in front is where one is already.
            lately=chat.lately.worth(room.name) if room.name != chat.front else 0.0,
        )

    def _people(self, chat: "ChatPage") -> Iterator[Entry]:
        """Those of the room in front first, then those of other rooms, each once."""
        me, seen = chat.bridge.session.name, set[str]()
        rooms = list(chat.bridge.session.rooms)
        front = [chat.front] if chat.front is not None else []
        for room in (*front, *rooms):
            inside = self.tr("in {room}").format(room=isolated("#" + shown(room)))
            where = self.tr("in this room") if room == chat.front else inside
            for name in chat.bridge.roster(room).names:
                if name not in seen and name != me:
                    seen.add(name)
                    yield self._person(name, where, here=room == chat.front)

    def _person(self, name: str, where: str, *, here: bool) -> Entry:
        spoken = names.in_a_row((name, self.tr("person"), where))
        lately = self._used.worth("@" + name)
        return Entry(Kind.PERSON, name, name, where, spoken=spoken, joined=here, lately=lately)

    def _new_room(self, name: str) -> Entry | None:
        chat = self._chat()
        if chat is None:
            return None
        try:
            name = rules.room_name(name)
        except ValueError:
            return None
        text = self.tr("Create room “{name}”").format(name=isolated(name))
        return Entry(Kind.NEW_ROOM, name, text, spoken=text)

    # Going there

    def _go(self, entry: Entry, join: bool) -> None:
        chat = self._chat()
        match entry.kind:
            case Kind.COMMAND:
                self._used.use(entry.key)
                action = self._commands.get(entry.key)
                if action is not None:
                    # From the event loop: it may open a dialog, or close the window.
                    QTimer.singleShot(0, action, action.trigger)
            case Kind.ROOM if chat is not None:
                chat.open_room(entry.key)
                if join and chat.can_join(entry.key):
                    chat.deeds.join(entry.key)
            case Kind.PERSON if chat is not None:
                self._used.use("@" + entry.key)
                self._mention(chat, entry.key)
            case Kind.NEW_ROOM if chat is not None:
                chat.deeds.create(entry.key)

    def _mention(self, chat: "ChatPage", name: str) -> None:
        """Where the person is: in the room in front, or else in the first room that has them."""
        rooms = [chat.front, *chat.bridge.session.rooms]
        room = next((room for room in rooms if room is not None and name in chat.bridge.roster(room).names), None)
        if room is not None:
            view = chat.open_room(room)
            if view.writing is view.composer:
                view.composer.mention(name)
