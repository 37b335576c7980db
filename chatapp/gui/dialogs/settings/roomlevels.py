"""The rooms of which a person wants to be told more or less than of others: seen together, and changed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chatapp.gui import names
from chatapp.gui.dialogs.settings.controls import ChoiceControl
from chatapp.gui.dialogs.settings.entries import notify_words, page_title
from chatapp.gui.dialogs.settings.matching import matches
from chatapp.gui.elided import Elided
from chatapp.gui.options import Page
from chatapp.gui.plain import isolated
from chatapp.gui.settings import HOME, Settings
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme

translate = QCoreApplication.translate


class RoomLevel(QWidget):
    """One room, of one server."""

    def __init__(
        self, settings: Settings, theme: Theme, place: tuple[str, str], level: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.place = server, room = place
        """the server and the room"""
        self.control = ChoiceControl(theme, {"": translate("Settings", "As in other rooms"), **notify_words()}, self)
        self.control.show_value(level)
        name, below = Elided(parent=self), Elided("small", self)
        name.show_text(names.room(room))
        where = translate("Settings", "Your chat") if server == HOME else server
        below.show_text(where)
        self.control.setAccessibleName(
            translate("Settings", "Notifications of {room} on {server}").format(
                room=names.room(room), server=isolated(where)
            )
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.control)
        self.control.chosen.connect(self._choose)

    def _choose(self, level: str) -> None:
        self._settings.keep_level(*self.place, level)


class RoomLevels(QWidget):
    """Those that there are; nothing to see where there is none."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self._query = ""
        self.rows: list[RoomLevel] = []
        self._title = translate("Settings", "Rooms with a choice of their own")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 4)
        self._column.setSpacing(4)
        self._column.addWidget(label(self._title, "strong", wrap=True, parent=self))
        settings.levels_changed.connect(self._show_rows)
        self._show_rows()

    def show_meant(self, query: str) -> bool:
        """Show them where they are among what is looked for; returns whether they are."""
        self._query = query
        rooms = (row.place[1] for row in self.rows)
        shown = bool(self.rows) and matches(query, page_title(Page.NOTIFICATIONS), self._title, *rooms)
        self.setVisible(shown)
        return shown

    def _show_rows(self) -> None:
        levels = self._settings.levels()
        if [row.place for row in self.rows] == [(server, room) for server, room, _ in levels]:
            for row, (_, _, level) in zip(self.rows, levels, strict=True):
                row.control.show_value(level)
            return
        at = next((number for number, row in enumerate(self.rows) if row.control.hasFocus()), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            RoomLevel(self._settings, self._theme, (server, room), level, self) for server, room, level in levels
        ]
        for row in self.rows:
            self._column.addWidget(row)
        self.show_meant(self._query)
        if at is not None and self.rows:
            self.rows[min(at, len(self.rows) - 1)].control.setFocus()
