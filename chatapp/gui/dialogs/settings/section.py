"""One page of the settings: its options, and the way back to how they were at first."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.settings.controls import FlagControl, control
from chatapp.gui.dialogs.settings.entries import Deed, Entry, deeds, page_title
from chatapp.gui.dialogs.settings.matching import matches
from chatapp.gui.dialogs.settings.roomlevels import RoomLevels
from chatapp.gui.options import Page
from chatapp.gui.plain import caption
from chatapp.gui.settings import Settings
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme


class Line(QWidget):
    """An option: what it is called, what it means, and its control. What is chosen is stored at once."""

    def __init__(self, settings: Settings, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._settings = settings
        self.control = control(entry, theme, self)
        self.control.chosen.connect(self._choose)
        about = label(entry.help, "small", wrap=True, parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        if isinstance(self.control, FlagControl):
            about.setIndent(self.control.fontMetrics().height() + 16)
            grid.addWidget(self.control, 0, 0, Qt.AlignmentFlag.AlignLeading)
            grid.addWidget(about, 1, 0)
        else:
            name = label(entry.label, wrap=True, parent=self)
            name.setBuddy(self.control)
            grid.addWidget(name, 0, 0)
            grid.addWidget(about, 1, 0, 1, 2)
            grid.addWidget(self.control, 0, 1)
        self.show_value()

    def show_value(self) -> None:
        """Show what is stored."""
        self.control.show_value(getattr(self._settings, self.entry.key))
        if self.entry.needs:
            self.setEnabled(getattr(self._settings, self.entry.needs))

    def meant(self, query: str) -> bool:
        """Whether this option is among what is looked for."""
        entry = self.entry
        return matches(
            query, page_title(Settings.option(entry.key).page), entry.label, entry.help, *entry.words.values()
        )

    def _choose(self, value: Any) -> None:
        setattr(self._settings, self.entry.key, value)


class DeedLine(QWidget):
    """A button, and what it does."""

    def __init__(self, deed: Deed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deed = deed
        self.button = push_button(caption(deed.label), self)
        self.button.setAccessibleDescription(deed.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(label(deed.help, "small", wrap=True, parent=self))

    def meant(self, query: str) -> bool:
        """Whether this is among what is looked for."""
        return matches(query, page_title(self.deed.page), self.deed.label, self.deed.help)


class Section(QWidget):
    asked = Signal(str)
    """the key of something that is to be done"""

    def __init__(
        self, settings: Settings, theme: Theme, page: Page, entries: list[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.page = page
        self._settings = settings
        self._before: dict[str, Any] = {}
        title = page_title(page)
        self.lines = [Line(settings, theme, entry, self) for entry in entries]
        self.deeds = [DeedLine(deed, self) for deed in deeds() if deed.page is page]
        self.rooms = RoomLevels(settings, theme, self) if page is Page.NOTIFICATIONS else None
        self.reset = push_button(self.tr("Reset “{page}”").format(page=title), self)
        self.undo = push_button(self.tr("Undo"), self)
        self.undo.setAccessibleName(self.tr("Undo the reset of “{page}”").format(page=title))
        self._told = label("", "muted", wrap=True, parent=self)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reset)
        foot.addWidget(self.undo)
        foot.addWidget(self._told, 1)
        foot.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(6)
        heading = label(title, "heading", wrap=True, parent=self)
        self._column.addWidget(heading)
        for line in (*self.lines, *self.deeds):
            self._column.addWidget(line)
        if self.rooms is not None:
            self._column.addWidget(self.rooms)
        for doing in self.deeds:
            doing.button.clicked.connect(partial(self.asked.emit, doing.deed.key))
        self._column.addSpacing(8)
        self._column.addLayout(foot)
        self.reset.clicked.connect(self._reset)
        self.undo.clicked.connect(self._undo)
        self._forget_reset()

    def show_values(self, key: str) -> None:
        """An option reads otherwise now; of this page or of another one."""
        own = [line for line in self.lines if key in {line.entry.key, line.entry.needs}]
        for line in own:
            line.show_value()
        if own:
            self._forget_reset()

    def show_meant(self, query: str) -> int:
        """Show what is looked for, and nothing else; all for an empty query. Returns how much that is."""
        every: list[Line | DeedLine] = [*self.lines, *self.deeds]
        shown = [line.meant(query) for line in every]
        for line, meant in zip(every, shown, strict=True):
            line.setVisible(meant)
        rooms = self.rooms is not None and self.rooms.show_meant(query)
        # What it does has to be in sight.
        self.reset.setVisible(all(shown))
        if not all(shown):
            self._forget_reset()
        self.setVisible(any(shown) or rooms)
        return sum(shown) + rooms

    def _values(self) -> dict[str, Any]:
        return {option.key: getattr(self._settings, option.key) for option in self._settings.options(self.page)}

    def _reset(self) -> None:
        before = self._values()
        self._settings.reset(self.page)
        self._before = before
        self._tell(self.tr("Everything here is as it was at first."))
        self.undo.show()
        self.undo.setFocus()
        self.reset.setEnabled(False)

    def _undo(self) -> None:
        for key, value in self._before.items():
            setattr(self._settings, key, value)
        self.reset.setFocus()
        self._tell(self.tr("Everything here is as before."))

    def _forget_reset(self) -> None:
        """There is nothing to undo any more, and there may be something to reset."""
        self._before = {}
        now = self._values()
        self.reset.setEnabled(any(now[option.key] != option.default for option in self._settings.options(self.page)))
        if self.undo.hasFocus():
            self.reset.setFocus()
        self.undo.hide()
        self._tell("")

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        read_aloud(self._told, text)
