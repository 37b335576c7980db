"""What the menus do in the chat, and what of it can be done now."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from chatapp.gui.actions import Actions
from chatapp.gui.plain import caption

if TYPE_CHECKING:
    # It needs the session and the timeline, which the first frame does without.
    from chatapp.gui.chat.page import ChatPage


class Menus(QObject):
    """About the chat that is seen. Hosting, joining and the window itself are the window's own."""

    def __init__(self, actions: Actions, seen: "Callable[[], ChatPage | None]", parent: QObject) -> None:
        """`seen` gives the chat that the person looks at, if any."""
        super().__init__(parent)
        self._actions = actions
        self._seen = seen
        self._connect()
        actions.message_menu.aboutToShow.connect(self._show_message)

    def _connect(self) -> None:
        do = self._actions
        wishes: dict[QAction, Callable[[ChatPage], object]] = {
            do.rename: lambda chat: chat.deeds.ask_name(),
            do.new_room: lambda chat: chat.deeds.ask_new_room(),
            do.join_room: lambda chat: chat.deeds.join(chat.front or ""),
            do.leave_room: lambda chat: chat.deeds.leave(chat.front or ""),
            do.delete_room: lambda chat: chat.deeds.ask_delete(chat.front or ""),
            do.find: lambda chat: chat.sides.search(in_room=True),
            do.find_everywhere: lambda chat: chat.sides.search(in_room=False),
            do.next_hit: lambda chat: chat.sides.step_hit(1),
            do.previous_hit: lambda chat: chat.sides.step_hit(-1),
            do.go_to_date: lambda chat: chat.deeds.ask_date(chat.front or ""),
            do.export: lambda chat: chat.deeds.ask_export(chat.front or ""),
            do.people: lambda chat: chat.sides.want_people(wanted=do.people.isChecked()),
            do.find_room: lambda chat: chat.find_room(),
            do.next_room: lambda chat: chat.step_room(1),
            do.previous_room: lambda chat: chat.step_room(-1),
            do.next_unread: lambda chat: chat.step_room(1, unread=True),
            do.previous_unread: lambda chat: chat.step_room(-1, unread=True),
            do.read_all: lambda chat: chat.read_all(),
            do.next_tab: lambda chat: chat.desk.step(1),
            do.previous_tab: lambda chat: chat.desk.step(-1),
            do.close_tab: lambda chat: chat.desk.close_room(chat.front or ""),
            do.tab_back: lambda chat: chat.desk.tabs.move_current(-1),
            do.tab_on: lambda chat: chat.desk.tabs.move_current(1),
            do.read_room: lambda chat: chat.bridge.read(chat.front or ""),
            do.copy_link: lambda chat: chat.copy_link(chat.front or ""),
            do.reply: lambda chat: chat.current.reply(),
            do.react: lambda chat: chat.current.react(),
            do.edit: lambda chat: chat.current.edit(),
            do.delete_message: lambda chat: chat.current.delete(),
            do.retry: lambda chat: chat.current.retry(),
            do.copy_message: lambda chat: chat.current.copy(),
            do.more: lambda chat: chat.current.open_menu(),
            do.newest: lambda chat: chat.to_newest(),
            do.emoji: lambda chat: chat.choose_emoji(),
            do.reconnect: lambda chat: chat.retry_asked.emit(),
            do.next_pane: lambda chat: chat.step_pane(1),
            do.previous_pane: lambda chat: chat.step_pane(-1),
        }
        for action, wish in wishes.items():
            action.triggered.connect(partial(self._wish, wish))
        do.level_chosen.connect(lambda level: self._wish(lambda chat: chat.levels.choose(chat.front or "", level)))

    def _wish(self, wish: "Callable[[ChatPage], object]", _checked: bool = False) -> None:
        chat = self._seen()
        if chat is not None:
            wish(chat)

    def update(self, *, hosts: bool, in_charge: bool) -> None:
        """Something is otherwise than before. `hosts`: this computer does; `in_charge`: of the chat that is seen."""
        do, chat = self._actions, self._seen()
        do.enable(do.in_chat, enabled=chat is not None)
        do.disconnect_chat.setEnabled(chat is not None and not hosts)
        do.host.setEnabled(not hosts)
        do.stop_hosting.setEnabled(hosts)
        do.invite.setEnabled(chat is not None)
        do.copy_invite.setEnabled(hosts)
        do.manage.setEnabled(in_charge)
        do.hand_over.setEnabled(hosts)
        do.take_over.setEnabled(not hosts)
        do.reconnect.setEnabled(chat is not None and chat.can_reconnect)
        if chat is not None:
            self._update_room(chat)
            self._update_server(chat)

    def _update_room(self, chat: "ChatPage") -> None:
        """What can be done with the room in front."""
        do, front = self._actions, chat.front
        do.join_room.setEnabled(chat.can_join(front))
        do.leave_room.setEnabled(chat.can_leave(front))
        do.delete_room.setEnabled(chat.can_delete(front))
        for action in (do.close_tab, do.tab_back, do.tab_on, do.copy_link, *do.on_message, do.newest):
            action.setEnabled(front is not None)
        do.read_room.setEnabled(chat.is_unread(front))
        do.emoji.setEnabled(chat.is_in(front))
        do.read_all.setEnabled(chat.has_unread)
        do.levels.show(chat.levels, front if chat.is_in(front) else None)

    def _update_server(self, chat: "ChatPage") -> None:
        """What not every server can do, and a word about those that cannot."""
        do, sides = self._actions, chat.sides
        no_history = "" if sides.can_search else self.tr("this server keeps no history")
        for action in (do.find, do.find_everywhere, do.next_hit, do.previous_hit):
            do.allow(action, no_history)
        for action in (do.export, do.go_to_date):
            do.allow(action, no_history)
            action.setEnabled(chat.can_export(chat.front))
        do.people.setChecked(sides.people_wanted)
        unknown = "" if sides.people_known else self.tr("this server does not tell")
        narrow = "" if sides.people_fit else self.tr("the window is too narrow")
        do.allow(do.people, unknown or narrow)

    def _show_message(self) -> None:
        """With the message of which the menu speaks, while it is open; its keys find out when they are pressed."""
        from chatapp.gui.timeline.doable import Deed  # noqa: PLC0415  # the first frame does without messages

        do, chat = self._actions, self._seen()
        current = chat.current if chat is not None else None
        title = current.title() if current is not None else ""
        metrics = do.message_menu.fontMetrics()
        elided = metrics.elidedText(title, Qt.TextElideMode.ElideRight, 40 * metrics.averageCharWidth())
        do.about_message.setText(caption(elided) or self.tr("No message yet"))
        deeds = {
            do.reply: (Deed.REPLY,),
            do.react: (Deed.REACT,),
            do.edit: (Deed.EDIT,),
            do.delete_message: (Deed.DELETE, Deed.DISCARD),
            do.retry: (Deed.RETRY,),
        }
        for action, wanted in deeds.items():
            action.setEnabled(current is not None and current.can(*wanted))
        do.copy_message.setEnabled(current is not None and current.can_copy)
        do.more.setEnabled(bool(title))
