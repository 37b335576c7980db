"""The chat: rooms on the left, conversations in tabs, people or a search on the right. Shows one session from beginning
to end.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chatapp.gui import names
from chatapp.gui.bridge import Bridge
from chatapp.gui.chat.arrival import Arrival
from chatapp.gui.chat.attention import Attention
from chatapp.gui.chat.current import CurrentMessage
from chatapp.gui.chat.deeds import Deeds
from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.emoji import EmojiChooser
from chatapp.gui.chat.line import ConnectionBar
from chatapp.gui.chat.messages import Messages
from chatapp.gui.chat.order import reading_order, step_pane
from chatapp.gui.chat.panes import Panes
from chatapp.gui.chat.room import RoomView, Standing
from chatapp.gui.chat.sides import Sides
from chatapp.gui.chat.viewing import Viewing
from chatapp.gui.chat.writing import Writing
from chatapp.gui.counts import number
from chatapp.gui.notice import NoticeBar
from chatapp.gui.people.doubts import Doubts
from chatapp.gui.people.panel import PeoplePanel
from chatapp.gui.rooms.panel import RoomsPanel
from chatapp.gui.search.panel import SearchPanel
from chatapp.gui.settings import Settings
from chatapp.gui.switcher.lately import Lately
from chatapp.gui.theme.theme import Theme
from chatapp.gui.told.levels import Levels
from chatapp.gui.told.summary import Badge, Summary, badge, summarise
from chatapp.gui.trust.assurance import Assurance
from chatapp.gui.words import say
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.messages.base import DEFAULT_ROOM
from chatapp.session.changes import Phase, PhaseChanged
from chatapp.session.ground import Trust


class ChatPage(QWidget):
    """Every change of the session arrives through the bridge, and every wish of the person leaves through it."""

    retry_asked = Signal()
    """connect now, or again"""
    changed = Signal()
    """the title, the room in front, or how one stands to it differs"""

    def __init__(
        self,
        theme: Theme,
        bridge: Bridge,
        invite: Invite,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        server: str = "",
    ) -> None:
        """`invite` is what others can follow to this server, which is called `server` in the settings."""
        super().__init__(parent)
        self.bridge = bridge
        self.invite = invite
        self.levels = Levels(settings, server, self)
        self.lately = Lately()
        """the rooms that were in front"""
        self._gone: set[str] = set()
        self._called: Callable[[], str] | None = None
        self.panel = RoomsPanel(theme, self)
        self.desk = Desk(theme, bridge.session.timeline, self)
        self.current = CurrentMessage(self.desk)
        """what the menus do with one message"""
        self.line = ConnectionBar(theme, bridge.now, self)
        self.notice = NoticeBar(theme, parent=self)
        self.assurance = Assurance(bridge, self.panel.trust, self.notice, self)
        Doubts(bridge, self.notice, self)
        self.deeds = Deeds(bridge, self.desk, self.notice, self)
        self.emoji = EmojiChooser(theme, settings, self.desk, self)
        self.messages = Messages(bridge, self.desk, self.emoji, self.notice, self)
        self.writing = Writing(theme, bridge, settings, self.desk, self.emoji)
        self.arrival = Arrival(bridge, self.desk, self)
        self.attention = Attention(bridge, self.desk, self.arrival, self.lately, self)
        self.viewing = Viewing(bridge, self._viewed, self._not_viewed, self)
        self.people = PeoplePanel(theme, self)
        self.search = SearchPanel(theme, self)
        self.splitter = Panes(self.panel, self.desk, self.people, self.search, self)
        self.sides = Sides(bridge, settings, self.desk, self.splitter, people=self.people, search=self.search)
        self._lay_out()
        self._listen()
        self._wish()
        self._show_name(bridge.session.name)
        session = bridge.session
        self._show_phase(PhaseChanged(session.phase, session.detail, session.retry_at))
        self._show_levels()

    def _lay_out(self) -> None:
        self.desk.bars.addWidget(self.line)
        self.desk.bars.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _listen(self) -> None:
        self.bridge.phase_changed.connect(self._show_phase)
        self.bridge.name_changed.connect(self._show_name)
        self.bridge.rooms_changed.connect(self._show_rooms)
        self.bridge.roster_changed.connect(self._show_server)
        self.bridge.room_joined.connect(self._joined)
        self.bridge.room_left.connect(self._left)
        self.bridge.timeline_changed.connect(self._show_timeline)
        self.bridge.capabilities_changed.connect(self._show_rooms)
        self.levels.changed.connect(self._show_levels)

    def _wish(self) -> None:
        self.panel.opened.connect(self.open_room)
        self.panel.join_asked.connect(self.deeds.join)
        self.panel.leave_asked.connect(self.deeds.leave)
        self.panel.delete_asked.connect(self.deeds.ask_delete)
        self.panel.read_asked.connect(self.bridge.read)
        self.panel.link_asked.connect(self.copy_link)
        self.panel.pace_asked.connect(self.deeds.set_pace)
        self.panel.use_pace(self.deeds.pace)
        self.panel.new_asked.connect(self.deeds.ask_new_room)
        self.attention.moved.connect(self._front_changed)
        self.desk.opened.connect(self._opened)
        self.desk.closed.connect(self._closed)
        self.desk.join_asked.connect(self.deeds.join)
        self.desk.close_asked.connect(self.desk.close_room)
        self.desk.emoji_asked.connect(self.emoji.open_at)
        self.desk.link_activated.connect(lambda url: QDesktopServices.openUrl(QUrl(url)))
        self.deeds.not_joined.connect(lambda _room: self.viewing.update())
        self.sides.hit_chosen.connect(self.go_to)
        self.deeds.place_found.connect(self.go_to)
        self.sides.changed.connect(self.changed)
        self.line.retry_asked.connect(self.retry_asked)
        self.line.name_asked.connect(self.deeds.ask_name)
        self.line.password_asked.connect(self.deeds.ask_password)

    def call_by(self, called: Callable[[], str]) -> None:
        """What stands above the rooms; asked again where it may be another."""
        self._called = called
        self._show_server()

    # What there is to know

    @property
    def front(self) -> str | None:
        """The room in front."""
        view = self.desk.front
        return view.name if view is not None else None

    def standing(self, room: str) -> Standing:
        known = self.bridge.session.rooms.get(room)
        if known is not None and known.joined:
            return Standing.JOINED
        return Standing.VIEWED if known is not None and room not in self._gone else Standing.GONE

    @property
    def has_unread(self) -> bool:
        """Anywhere, muted rooms included."""
        return any(room.unread for room in self.bridge.session.rooms.values())

    def is_in(self, room: str | None) -> bool:
        return room is not None and self.standing(room) is Standing.JOINED

    def can_join(self, room: str | None) -> bool:
        return room is not None and self.standing(room) is Standing.VIEWED

    def can_leave(self, room: str | None) -> bool:
        return room is not None and room != DEFAULT_ROOM and self.standing(room) is Standing.JOINED

    def can_delete(self, room: str | None) -> bool:
        """Whether it may be asked for; the server knows who may."""
        return room is not None and room != DEFAULT_ROOM and self.standing(room) is not Standing.GONE

    def is_unread(self, room: str | None) -> bool:
        known = self.bridge.session.rooms.get(room or "")
        return known is not None and known.unread > 0

    @property
    def can_reconnect(self) -> bool:
        """Whether there is no connection, and nobody tries to get one at this moment."""
        return self.bridge.session.phase in {Phase.WAITING, Phase.OFFLINE, Phase.TURNED_AWAY}

    def can_export(self, room: str | None) -> bool:
        return room is not None and self.sides.can_search and self.standing(room) is not Standing.GONE

    def title(self) -> str:
        """What the window's title says of this chat: unread messages, and the room in front."""
        unread = self.summary().unread
        count = f"({number(unread)}) " if unread else ""
        return count + (f"{names.room(self.front)} — Chatapp" if self.front is not None else "Chatapp")

    def summary(self) -> Summary:
        """What there is to be told of all rooms."""
        return summarise(self.bridge.session.rooms.values(), self.levels.of)

    # What the person does

    def focus_writing(self) -> None:
        """Put the cursor where one writes: now, or as soon as there is a room to write in."""
        view = self.desk.front
        if view is not None:
            view.focus_writing()
        else:
            self.desk.front_changed.connect(self.focus_writing, Qt.ConnectionType.SingleShotConnection)

    def open_room(self, room: str) -> RoomView:
        """Bring a room to the front, to be looked at; joining it is another matter."""
        if room in self.bridge.session.rooms:
            self._gone.discard(room)
        view = self.desk.open(room)
        self._show_room(room)
        self.viewing.again(room)
        view.focus_writing()
        return view

    def go_to(self, room: str, seq: int) -> None:
        """Show a message in its place. The keyboard stays where it is."""
        if self.standing(room) is Standing.GONE and self.desk.view(room) is None:
            return
        self.desk.open(room)
        self.arrival.go_elsewhere(room)
        self.messages.go_to(room, seq)

    def find_room(self) -> None:
        """Let the person type a room's name."""
        if not self.panel.isVisible():
            self.sides.leave_search()
        self.panel.filter.setFocus()

    def step_room(self, by: int, *, unread: bool = False) -> None:
        """Open the next room of the list that this person is in or has a tab of; or that has unread messages."""
        names = self.panel.names(unread=unread)
        if not unread:
            names = [name for name in names if self.standing(name) is Standing.JOINED or self.desk.view(name)]
        others = [name for name in names if name != self.front]
        if not others:
            return
        start = -1 if by > 0 else 0
        place = (names.index(self.front) if self.front in names else start) + by
        self.open_room(names[place % len(names)])

    def read_all(self) -> None:
        """Take everything as read, in every room."""
        for room in [room.name for room in self.bridge.session.rooms.values() if room.unread]:
            self.bridge.read(room)

    def copy_link(self, room: str) -> None:
        """Put a link to a room on the clipboard."""
        QGuiApplication.clipboard().setText(self.invite_to(room).text)

    def invite_to(self, room: str = "") -> Invite:
        """What others can follow to that room, or to the chat. It names the host's key only where this person has it
        from the host: whoever follows it is told that the key is verified."""
        given, ground = self.invite, self.bridge.session.ground
        if given.pin or ground.trust is not Trust.VERIFIED:
            return Invite(given.addresses, room or None, given.pin)
        secure = tuple(Address(address.host, address.port, secure=True) for address in given.addresses)
        return Invite(secure, room or None, ground.pin)

    def to_newest(self) -> None:
        """Show the newest message of the room in front."""
        if self.desk.front is not None:
            self.arrival.stay(self.desk.front.name)
            self.desk.front.timeline.follow()

    def choose_emoji(self) -> None:
        """Have one chosen for what is being written."""
        view = self.desk.front
        if view is not None and view.standing is Standing.JOINED:
            self.emoji.open_at(view.composer.emoji)

    def reading_order(self) -> list[QWidget]:
        """Everything that takes the keyboard, in the order in which Tab comes to it."""
        left, view, bars = self.panel, self.desk.front, (self.line, self.notice)
        return reading_order(left, self.desk.tabs, view, bars=bars, search=self.search, people=self.people)

    def step_pane(self, by: int) -> None:
        """Move the keyboard to the next part of the page, round the end."""
        panes = [self.panel.filter, self.panel.list, self.desk.tabs, self.line.action, self.notice.action]
        view = self.desk.front
        if view is not None:
            panes += [view.timeline, view.writing]
        panes += [self.search.field, self.search.list, self.people.list]
        step_pane(panes, by)

    # What the session says

    def _show_phase(self, change: PhaseChanged) -> None:
        self._show_server()
        self.panel.header.show_phase(change.phase)
        self.line.show_phase(change.phase, say(change.detail), change.retry_at)
        self.changed.emit()

    def _show_server(self, _room: str = "") -> None:
        """The host may have given the chat another name, or themselves."""
        if self._called is not None:
            self.panel.header.show_server(self._called())

    def _show_name(self, name: str) -> None:
        self.panel.header.show_name(names.person(name))
        self.desk.set_me(name)

    def _show_rooms(self) -> None:
        rooms = self.bridge.session.rooms
        self._gone &= rooms.keys()
        self.panel.update_rooms(rooms.values())
        for room in self.desk.tabs.rooms():
            self._show_room(room)
        self.panel.show_current(self.front)
        self.viewing.update()
        self.changed.emit()

    def _show_levels(self) -> None:
        self.panel.use_levels(self.levels)
        self._show_rooms()

    def _show_room(self, room: str) -> None:
        """How a room stands, on its tab and its page."""
        view = self.desk.view(room)
        if view is None:
            return
        standing = self.standing(room)
        if standing is not view.standing:
            view.stand(standing)
            if room == self.front:
                self.sides.show_people()
        view.set_history(kept=self.sides.can_search)
        self.messages.allow(view)
        known = self.bridge.session.rooms.get(room)
        self.desk.tabs.show_state(room, standing, badge(known, self.levels.of(room)) if known is not None else Badge())

    def _joined(self, room: str) -> None:
        self._gone.discard(room)
        wanted = self.deeds.wanted(room) or self.desk.front is None
        view = self.desk.open(room, front=wanted)
        self._show_rooms()
        if wanted:
            view.focus_writing()

    def _left(self, room: str, deleted: bool) -> None:
        if deleted:
            self._gone.add(room)
            if self.deeds.dispose(room):
                self.desk.close_room(room)
        self._show_rooms()

    def _show_timeline(self, room: str) -> None:
        view = self.desk.view(room)
        if view is None:
            return
        view.model.refresh()
        self.arrival.look(room)
        self.attention.see(room)

    # Rooms that are looked into

    def _opened(self, view: RoomView) -> None:
        self._show_room(view.name)
        self.viewing.update()

    def _closed(self, _room: str) -> None:
        self.viewing.update()

    def _viewed(self) -> list[str]:
        viewed = [view.name for view in self.desk.views() if self.standing(view.name) is Standing.VIEWED]
        return [room for room in viewed if not self.deeds.joining(room)]

    def _not_viewed(self, room: str, sentence: str) -> None:
        view = self.desk.view(room)
        if view is not None:
            view.join.say(sentence)

    def _front_changed(self) -> None:
        self.panel.show_current(self.front)
        self.changed.emit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Show:
            self.attention.come()
        elif event.type() == QEvent.Type.WindowActivate:
            self.attention.come_back()
        return handled
