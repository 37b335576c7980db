"""Everything that can be done, as actions in menus with their shortcuts. What they do is connected by
the window, and by `menus.py` where it is done in a chat."""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from chatapp.gui.told.choice import LevelActions

TABS = "Meta" if sys.platform == "darwin" else "Ctrl"
"""the key written Ctrl on the keyboard; on a Mac, Qt's “Ctrl” is the Command key, whose Tab belongs to the system"""

Keys = str | QKeySequence.StandardKey | None


class Command(NamedTuple):
    """An action where it stands in the menus."""

    path: tuple[str, ...]
    """the titles of its menus, from the outermost on"""
    text: str
    action: QAction

    @property
    def keys(self) -> str:
        """Its shortcut, as this system writes it; empty without one."""
        return native(self.action.shortcut())


class Actions(QObject):
    """Made once for a window; the shortcuts work wherever in it the keyboard is."""

    level_chosen = Signal(str)
    """how much is to be told of the room in front, as in `Levels.choose`"""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._texts: dict[QAction, str] = {}
        """of those that have had a word added"""
        self._make_chat()
        self._make_room()
        self._make_message()
        self._make_view()
        self.in_chat = (
            *(self.disconnect_chat, self.rename, self.new_room, self.join_room, self.leave_room, self.delete_room),
            *(self.find_room, self.next_room, self.previous_room, self.next_unread, self.previous_unread),
            *(self.find, self.find_everywhere, self.next_hit, self.previous_hit, self.go_to_date),
            *(self.export, self.read_all),
            *(self.next_tab, self.previous_tab, self.close_tab, self.people, self.next_pane, self.previous_pane),
            *(self.tab_back, self.tab_on, self.read_room, self.copy_link, *self.on_message, self.newest, self.emoji),
        )
        """those that need an open chat"""

    def _make_chat(self) -> None:
        self.host = self._action(self.tr("&Host a chat…"))
        self.stop_hosting = self._action(self.tr("&Stop hosting"))
        self.invite = self._action(self.tr("&Invite people…"), "Ctrl+I")
        self.copy_invite = self._action(self.tr("C&opy invite"))
        self.manage = self._action(self.tr("&Manage this chat…"), "Ctrl+Shift+M")
        self.hand_over = self._action(self.tr("Hand o&ver this chat…"))
        self.take_over = self._action(self.tr("Ta&ke over a chat…"))
        self.test_network = self._action(self.tr("&Test my network…"))
        self.join_chat = self._action(self.tr("&Join a chat…"), "Ctrl+J")
        self.disconnect_chat = self._action(self.tr("&Disconnect"))
        self.reconnect = self._action(self.tr("&Connect now"))
        self.rename = self._action(self.tr("Change &name…"))
        self.settings = self._action(self.tr("S&ettings…"), "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._action(self.tr("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_room(self) -> None:
        self.new_room = self._action(self.tr("&New room"), QKeySequence.StandardKey.New)
        self.join_room = self._action(self.tr("&Join room"))
        self.leave_room = self._action(self.tr("&Leave room"))
        self.delete_room = self._action(self.tr("&Delete room…"))
        self.switch = self._action(self.tr("&Go to…"), "Ctrl+K")
        self.find_room = self._action(self.tr("&Find a room"), "Ctrl+Shift+K")
        self.next_room = self._action(self.tr("Next room"), "Alt+Down")
        self.previous_room = self._action(self.tr("Previous room"), "Alt+Up")
        self.next_unread = self._action(self.tr("Next unread room"), "Alt+Shift+Down")
        self.previous_unread = self._action(self.tr("Previous unread room"), "Alt+Shift+Up")
        self.read_all = self._action(self.tr("&Mark all as read"), "Shift+Esc")
        self.levels = LevelActions(QActionGroup(self), self.level_chosen.emit)
        self.find = self._action(self.tr("Find in &this room"), QKeySequence.StandardKey.Find)
        self.find_everywhere = self._action(self.tr("Find in &all rooms"), "Ctrl+Shift+F")
        self.next_hit = self._action(self.tr("Next hit"), "F3")
        self.previous_hit = self._action(self.tr("Previous hit"), "Shift+F3")
        self.go_to_date = self._action(self.tr("Go to date…"), "Ctrl+G")
        self.export = self._action(self.tr("&Export…"))
        self.next_tab = self._action(self.tr("Next tab"), f"{TABS}+Tab")
        self.previous_tab = self._action(self.tr("Previous tab"), f"{TABS}+Shift+Tab")
        self.close_tab = self._action(self.tr("&Close tab"), "Ctrl+W")
        self.tab_back = self._action(self.tr("Move tab back"), "Ctrl+Shift+PgUp")
        self.tab_on = self._action(self.tr("Move tab on"), "Ctrl+Shift+PgDown")
        self.read_room = self._action(self.tr("Mark as &read"))
        self.copy_link = self._action(self.tr("Copy l&ink to room"))

    def _make_message(self) -> None:
        self.about_message = self._action("")
        """says which message the others of its menu are about; does nothing"""
        self.about_message.setEnabled(False)
        self.reply = self._action(self.tr("&Reply"), "Ctrl+R")
        self.react = self._action(self.tr("Re&act…"), "Ctrl+Shift+R")
        self.edit = self._action(self.tr("&Edit"))
        self.delete_message = self._action(self.tr("&Delete…"))
        self.retry = self._action(self.tr("&Try again"))
        self.copy_message = self._action(self.tr("&Copy message"), "Ctrl+Shift+C")
        self.more = self._action(self.tr("&More…"))
        self.newest = self._action(self.tr("&Newest message"), "Alt+End")
        self.emoji = self._action(self.tr("&Insert emoji…"), "Ctrl+Shift+E")
        self.on_message = (
            *(self.reply, self.react, self.edit, self.delete_message, self.retry, self.copy_message, self.more),
        )
        """what can be done with a message"""

    def _make_view(self) -> None:
        self.themes = QActionGroup(self)
        self.theme = {
            mode: self._choice(text)
            for mode, text in (
                ("system", self.tr("As the &system")),
                ("light", self.tr("&Light")),
                ("dark", self.tr("&Dark")),
                ("contrast", self.tr("High &contrast")),
            )
        }
        self.people = self._action(self.tr("&People"), "Ctrl+Shift+P")
        self.people.setCheckable(True)
        self.larger = self._action(self.tr("&Larger text"), QKeySequence.StandardKey.ZoomIn)
        if self.larger.shortcuts() and QKeySequence("Ctrl+=") not in self.larger.shortcuts():
            self.larger.setShortcuts([*self.larger.shortcuts(), QKeySequence("Ctrl+=")])
        self.smaller = self._action(self.tr("&Smaller text"), QKeySequence.StandardKey.ZoomOut)
        self.normal = self._action(self.tr("&Normal text"), "Ctrl+0")
        self.next_pane = self._action(self.tr("Next pane"), "F6")
        self.previous_pane = self._action(self.tr("Previous pane"), "Shift+F6")

        self.shortcuts = self._action(self.tr("&Keyboard shortcuts"), "Ctrl+/")
        self.download = self._action("")
        """leads to a newer version; there once one is known"""
        self.download.setVisible(False)
        self.about = self._action(self.tr("&About Chatapp"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def fill(self, bar: QMenuBar) -> None:
        """Put everything into the menus of a window."""
        _fill(bar.addMenu(self.tr("&Chat")), self._chat())
        room = bar.addMenu(self.tr("&Room"))
        _fill(room, self._room())
        levels = QMenu(self.tr("N&otifications"), room)
        levels.addActions(list(self.levels.actions.values()))
        room.insertMenu(self.read_room, levels)
        self.message_menu = bar.addMenu(self.tr("&Message"))
        _fill(self.message_menu, self._message())
        view = bar.addMenu(self.tr("&View"))
        view.addMenu(self.tr("&Theme")).addActions(list(self.theme.values()))
        view.addSeparator()
        _fill(view, self._view())
        _fill(bar.addMenu(self.tr("&Help")), [[self.shortcuts], [self.download, self.about]])

    def _chat(self) -> list[list[QAction]]:
        return [
            [self.host, self.stop_hosting],
            [self.invite, self.copy_invite, self.manage],
            [self.join_chat, self.reconnect, self.disconnect_chat, self.test_network],
            [self.hand_over, self.take_over],
            [self.rename, self.settings],
            [self.quit],
        ]

    def _room(self) -> list[list[QAction]]:
        return [
            [self.new_room, self.join_room, self.leave_room, self.delete_room],
            [self.find, self.find_everywhere, self.next_hit, self.previous_hit, self.go_to_date],
            [self.read_room, self.read_all, self.copy_link, self.export],
            [self.switch, self.find_room, self.next_room, self.previous_room, self.next_unread, self.previous_unread],
            [self.next_tab, self.previous_tab, self.tab_back, self.tab_on, self.close_tab],
        ]

    def _message(self) -> list[list[QAction]]:
        return [
            [self.about_message],
            [self.reply, self.react, self.copy_message, self.edit, self.delete_message, self.retry, self.more],
            [self.newest],
            [self.emoji],
        ]

    def _view(self) -> list[list[QAction]]:
        return [[self.people], [self.larger, self.smaller, self.normal], [self.next_pane, self.previous_pane]]

    def allow(self, action: QAction, why_not: str = "") -> None:
        """Let an action be used, or grey it, with a word in the menu that says why."""
        text = self._texts.setdefault(action, action.text())
        action.setEnabled(not why_not)
        action.setText(f"{text} ({why_not})" if why_not else text)

    def enable(self, actions: Sequence[QAction], *, enabled: bool) -> None:
        for action in actions:
            action.setEnabled(enabled)

    def _action(self, text: str, keys: Keys = None) -> QAction:
        action = QAction(text, self._window)
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcuts(keys)
        elif keys is not None:
            action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)
        return action

    def _choice(self, text: str) -> QAction:
        action = QAction(text, self.themes)
        action.setCheckable(True)
        return action


def commands(bar: QMenuBar | QMenu, path: tuple[str, ...] = ()) -> Iterator[Command]:
    """Every action of the menus, in their order, whether it can be used now or not."""
    for action in bar.actions():
        menu, text = action.menu(), plain_text(action.text())
        if isinstance(menu, QMenu):
            yield from commands(menu, (*path, text))
        elif not action.isSeparator():
            yield Command(path, text, action)


def native(keys: str | QKeySequence) -> str:
    """Keys as this system and the window's language write them."""
    text = keys if isinstance(keys, str) else keys.toString()
    if sys.platform != "darwin":
        # It is the larger key on a Mac alone on which “Return” is written.
        text = text.replace("Return", "Enter")
    return QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText)


def plain_text(text: str) -> str:
    """The text of an action without the marks of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _fill(menu: QMenu, groups: Sequence[Sequence[QAction]]) -> None:
    for number, actions in enumerate(groups):
        if number:
            menu.addSeparator()
        menu.addActions(list(actions))
