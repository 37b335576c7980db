"""Everything that can be done, as actions in menus with their shortcuts. What they do is connected by the window."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

TABS = "Meta" if sys.platform == "darwin" else "Ctrl"
"""the key written Ctrl on the keyboard; on a Mac, Qt's “Ctrl” is the Command key, whose Tab belongs to the system"""

Keys = str | QKeySequence.StandardKey | None


class Actions(QObject):
    """Made once for a window; the shortcuts work wherever in it the keyboard is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.host = self._action(self.tr("&Host a server…"))
        self.stop_hosting = self._action(self.tr("&Stop hosting"))
        self.addresses = self._action(self.tr("Show my &address…"))
        self.join_chat = self._action(self.tr("&Join a chat…"), "Ctrl+J")
        self.disconnect_chat = self._action(self.tr("&Disconnect"))
        self.rename = self._action(self.tr("Change &name…"))
        self.quit = self._action(self.tr("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self.new_room = self._action(self.tr("&New room"), QKeySequence.StandardKey.New)
        self.join_room = self._action(self.tr("&Join room"))
        self.leave_room = self._action(self.tr("&Leave room"))
        self.delete_room = self._action(self.tr("&Delete room…"))
        self.find_room = self._action(self.tr("&Find a room"), "Ctrl+K")
        self.next_room = self._action(self.tr("Next room"), "Alt+Down")
        self.previous_room = self._action(self.tr("Previous room"), "Alt+Up")
        self.next_unread = self._action(self.tr("Next unread room"), "Alt+Shift+Down")
        self.previous_unread = self._action(self.tr("Previous unread room"), "Alt+Shift+Up")
        self.next_tab = self._action(self.tr("Next tab"), f"{TABS}+Tab")
        self.previous_tab = self._action(self.tr("Previous tab"), f"{TABS}+Shift+Tab")
        self.close_tab = self._action(self.tr("&Close tab"), "Ctrl+W")

        self.themes = QActionGroup(self)
        self.theme = {
            mode: self._choice(text)
            for mode, text in (
                ("system", self.tr("As the &system")),
                ("light", self.tr("&Light")),
                ("dark", self.tr("&Dark")),
            )
        }
        self.larger = self._action(self.tr("&Larger text"), QKeySequence.StandardKey.ZoomIn)
        if self.larger.shortcuts() and QKeySequence("Ctrl+=") not in self.larger.shortcuts():
            self.larger.setShortcuts([*self.larger.shortcuts(), QKeySequence("Ctrl+=")])
        self.smaller = self._action(self.tr("&Smaller text"), QKeySequence.StandardKey.ZoomOut)
        self.normal = self._action(self.tr("&Normal text"), "Ctrl+0")
        self.next_pane = self._action(self.tr("Next pane"), "F6")
        self.previous_pane = self._action(self.tr("Previous pane"), "Shift+F6")

        self.shortcuts = self._action(self.tr("&Keyboard shortcuts"), "Ctrl+/")
        self.about = self._action(self.tr("&About Chatapp"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

        self.in_chat = (
            *(self.disconnect_chat, self.rename, self.new_room, self.join_room, self.leave_room, self.delete_room),
            *(self.find_room, self.next_room, self.previous_room, self.next_unread, self.previous_unread),
            *(self.next_tab, self.previous_tab, self.close_tab, self.next_pane, self.previous_pane),
        )
        """those that need an open chat"""

    def menus(self) -> list[tuple[str, list[QAction]]]:
        """Titles and actions, for the keyboard help."""
        return [
            (self.tr("Chat"), self._chat()),
            (self.tr("Room"), self._room()),
            (self.tr("View"), self._view()),
            (self.tr("Help"), [self.shortcuts, self.about]),
        ]

    def fill(self, bar: QMenuBar) -> None:
        """Put everything into the menus of a window."""
        chat = bar.addMenu(self.tr("&Chat"))
        chat.addActions([self.host, self.stop_hosting, self.addresses])
        chat.addSeparator()
        chat.addActions([self.join_chat, self.disconnect_chat])
        chat.addSeparator()
        chat.addActions([self.rename])
        chat.addSeparator()
        chat.addActions([self.quit])
        room = bar.addMenu(self.tr("&Room"))
        room.addActions([self.new_room, self.join_room, self.leave_room, self.delete_room])
        room.addSeparator()
        room.addActions([self.find_room, self.next_room, self.previous_room, self.next_unread, self.previous_unread])
        room.addSeparator()
        room.addActions([self.next_tab, self.previous_tab, self.close_tab])
        view = bar.addMenu(self.tr("&View"))
        theme = view.addMenu(self.tr("&Theme"))
        theme.addActions(list(self.theme.values()))
        view.addSeparator()
        view.addActions([self.larger, self.smaller, self.normal])
        view.addSeparator()
        view.addActions([self.next_pane, self.previous_pane])
        bar.addMenu(self.tr("&Help")).addActions([self.shortcuts, self.about])

    def _chat(self) -> list[QAction]:
        return [
            self.host,
            self.stop_hosting,
            self.addresses,
            self.join_chat,
            self.disconnect_chat,
            self.rename,
            self.quit,
        ]

    def _room(self) -> list[QAction]:
        return [
            *(self.new_room, self.join_room, self.leave_room, self.delete_room, self.find_room, self.next_room),
            *(self.previous_room, self.next_unread, self.previous_unread, self.next_tab, self.previous_tab),
            self.close_tab,
        ]

    def _view(self) -> list[QAction]:
        return [self.larger, self.smaller, self.normal, self.next_pane, self.previous_pane]

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
