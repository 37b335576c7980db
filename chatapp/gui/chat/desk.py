"""The open rooms: a tab and a page for each, one of them in front. Knows how they look, not what the server says."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chatapp.gui.chat.room import RoomView, Standing
from chatapp.gui.chat.tabs import RoomTabs
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.session.timeline import Timeline


class Desk(QWidget):
    """Closing a tab keeps what was written in it; the room's next page has it again."""

    front_changed = Signal()
    opened = Signal(object)
    """a RoomView that was made; emitted before it comes to the front"""
    closed = Signal(str)
    """a room whose tab is gone"""
    join_asked = Signal(str)
    close_asked = Signal(str)
    emoji_asked = Signal(QWidget)
    link_activated = Signal(str)
    reached_bottom = Signal(str)
    """the newest message of a room is in sight again"""

    def __init__(self, theme: Theme, timeline: Callable[[str], Timeline], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._timeline = timeline
        self._views: dict[str, RoomView] = {}
        self._drafts: dict[str, str] = {}
        self._front: str | None = None
        self._me = ""
        self.tabs = RoomTabs(theme, self)
        self._nothing = label(self.tr("Choose a room on the left."), "muted", parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._nothing)
        head = QFrame(self)
        head.setProperty("look", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bars = QVBoxLayout()
        """what is told above the messages"""
        column.addWidget(head)
        column.addLayout(self.bars)
        column.addWidget(self._pages, 1)
        self.tabs.chosen.connect(self._bring)
        self.tabs.close_asked.connect(self.close_asked)

    @property
    def front(self) -> RoomView | None:
        """The page that is seen; None where no room is open."""
        return self._views.get(self._front) if self._front is not None else None

    def views(self) -> list[RoomView]:
        """The pages of all tabs."""
        return list(self._views.values())

    def view(self, room: str) -> RoomView | None:
        """A room's page; None where it has no tab."""
        return self._views.get(room)

    def open(self, room: str, *, front: bool = True) -> RoomView:
        """The room's page, made where there is none; the first one comes to the front in any case."""
        view = self._views.get(room)
        if view is None:
            view = self._make(room)
        if front or self._front is None:
            self.tabs.bring_to_front(room)
            self._bring(room)
        return view

    def close_room(self, room: str) -> None:
        """Take the room's tab away; nothing where it has none."""
        view = self._views.pop(room, None)
        if view is None:
            return
        self._keep(room, view.composer.draft)
        was_front = room == self._front
        if was_front:
            self._front = None
        self.tabs.remove(room)
        self._pages.removeWidget(view)
        view.deleteLater()
        self._bring(self.tabs.current())
        if was_front and self._front is None:
            self.front_changed.emit()
        self.closed.emit(room)

    def drafts(self) -> dict[str, str]:
        """What is written and not sent, by room, of open and closed tabs."""
        for room, view in self._views.items():
            self._keep(room, view.composer.draft)
        return dict(self._drafts)

    def set_drafts(self, drafts: dict[str, str]) -> None:
        """What was written at an earlier time; for rooms that have no tab yet."""
        self._drafts = dict(drafts)

    def set_me(self, name: str) -> None:
        """What the person is called: messages that call them so are set off."""
        self._me = name
        for view in self._views.values():
            view.timeline.set_me(name)

    def step(self, by: int) -> None:
        """Bring the tab to the front that is `by` places further on, round the end."""
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _keep(self, room: str, draft: str) -> None:
        self._drafts.pop(room, None)
        if draft.strip():
            self._drafts[room] = draft

    def _make(self, room: str) -> RoomView:
        view = RoomView(self._theme, room, self._timeline(room), self)
        view.timeline.set_me(self._me)
        view.composer.set_draft(self._drafts.pop(room, ""))
        view.stand(Standing.VIEWED)
        view.composer.emoji_asked.connect(self.emoji_asked)
        view.join_asked.connect(lambda: self.join_asked.emit(room))
        view.close_asked.connect(lambda: self.close_asked.emit(room))
        view.timeline.link_activated.connect(self.link_activated)
        view.timeline.at_bottom_changed.connect(lambda there: self.reached_bottom.emit(room) if there else None)
        self._views[room] = view
        self._pages.addWidget(view)
        self.tabs.add(room)
        self.opened.emit(view)
        return view

    def _bring(self, room: str | None) -> None:
        if room is not None and room not in self._views:
            return
        view = self._views[room] if room is not None else self._nothing
        if room != self._front or self._pages.currentWidget() is not view:
            self._front = room
            self._pages.setCurrentWidget(view)
            self.front_changed.emit()
