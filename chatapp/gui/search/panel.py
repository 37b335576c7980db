"""Searching: a line to type into, where to look, and what was found."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.gui.aloud import read_aloud
from chatapp.gui.elided import Elided
from chatapp.gui.plain import caption, tooltip
from chatapp.gui.search.listview import HitList
from chatapp.gui.search.model import Hits
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import aligned, dress, label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.limits import QUERY
from chatapp.protocol.messages.rich import Event

PAUSE = 400
"""milliseconds without a key, after which what is typed is looked for"""


class SearchPanel(QFrame):
    """Asks and shows; who owns it does the searching, and tells what came of it.

    What is typed is looked for after a pause or with Enter; then Enter goes from hit to hit, and Esc leaves.
    """

    asked = Signal(str, bool)
    """look for this, in the room (True) or everywhere; the same query may come again. Empty: nothing is looked for"""
    more_asked = Signal()
    """the next page of the hits"""
    chosen = Signal(str, int)
    """the hit of this room and `seq` is to be shown in its place"""
    close_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked: tuple[str, bool] | None = None
        self._step_on_arrival = False
        self.setProperty("look", "sidebar")
        self.setAccessibleName(self.tr("Search"))
        self.hits = Hits(self)
        self.field = QLineEdit(self)
        aligned(self.field)
        self.field.setAccessibleName(self.tr("Search messages"))
        self.field.setPlaceholderText(self.tr("Search messages"))
        self.field.setMaxLength(QUERY)
        self.field.setClearButtonEnabled(False)
        self._lens = self.field.addAction(icon("search", "#000000"), QLineEdit.ActionPosition.LeadingPosition)
        self._lens.setText(self.tr("Search"))
        self._lens.setEnabled(False)
        self.in_room = self._choice(self.tr("This room"))
        self.everywhere = self._choice(self.tr("All rooms"))
        self._where = QButtonGroup(self)
        self._where.addButton(self.in_room)
        self._where.addButton(self.everywhere)
        self.in_room.setChecked(True)
        self.close_panel = QToolButton(self)
        self.close_panel.setAccessibleName(self.tr("Close search"))
        self.close_panel.setToolTip(tooltip(self.tr("Close search (Esc)")))
        self.close_panel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title = Elided("strong", self)
        self._title.show_text(self.tr("Search"))
        self._state = label("", "muted", wrap=True, parent=self)
        self.again = push_button(self.tr("Try again"), self)
        self.list = HitList(theme, self.hits, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self.setFocusProxy(self.field)

        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self._pause.timeout.connect(self._ask)
        self._where.buttonClicked.connect(self._ask)
        self.again.clicked.connect(self.look_again)
        self.hits.more_wanted.connect(self.more_asked)
        self.list.chosen.connect(self.chosen)
        self.close_panel.clicked.connect(self.close_asked)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self._say("")

    def _choice(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(caption(text))
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setProperty("look", "head")
        title = QHBoxLayout(head)
        title.setContentsMargins(16, 0, 6, 0)
        title.addWidget(self._title, 1)
        title.addWidget(self.close_panel)
        where = QHBoxLayout()
        where.setSpacing(4)
        where.addWidget(self.in_room)
        where.addWidget(self.everywhere)
        where.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 4)
        top.setSpacing(6)
        top.addWidget(self.field)
        top.addLayout(where)
        state = QVBoxLayout()
        state.setContentsMargins(18, 4, 18, 4)
        state.setSpacing(6)
        state.addWidget(self._state)
        state.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(top)
        column.addLayout(state)
        column.addWidget(self.list, 1)

    @property
    def state(self) -> str:
        """What is said about the search."""
        return self._state.text()

    @property
    def query(self) -> str:
        """What is looked for, or would be."""
        return " ".join(self.field.text().split())

    # What the owner tells

    def begin(self, *, in_room: bool) -> None:
        """Have the person type, and look in the room in front or everywhere; what was typed before is selected."""
        (self.in_room if in_room else self.everywhere).setChecked(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._ask()

    def look_anew(self) -> None:
        """The room in front is another one."""
        if self.in_room.isChecked():
            self._asked = None
            self._ask()

    def look_again(self) -> None:
        """What was looked for could not be, and perhaps can be now."""
        self._asked = None
        self._ask()

    def show_hits(self, query: str, hits: Iterable[Event], *, more: bool) -> None:
        """What the search for `query` found first."""
        self.list.row.with_rooms = self.everywhere.isChecked()
        self.hits.show(query, hits, more=more)
        self.list.scrollToTop()
        if not self.hits.rowCount():
            self._say(self.tr("Nothing found. Try fewer or shorter words."))
        else:
            self._count()
        if self._step_on_arrival:
            self._step_on_arrival = False
            self.list.step(1)

    def add_hits(self, hits: Iterable[Event], *, more: bool) -> None:
        """What the next page held."""
        self.hits.add(hits, more=more)
        self._count()

    def refuse(self, sentence: str) -> None:
        """The search, or the next page of it, could not be had; it may be tried again."""
        self.hits.refuse()
        self._step_on_arrival = False
        self._say(sentence, wrong=True)

    def step(self, by: int) -> None:
        """Show the next hit, or the one before."""
        if self._asked == (self.query, self.in_room.isChecked()) and not self._pause.isActive():
            self.list.step(by)
        elif self.query:
            self._step_on_arrival = True
            self._ask()

    # What the person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Down and self.hits.rowCount():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        # More may have been said by the time it opens again.
        self._asked = None

    def _typed(self) -> None:
        self._step_on_arrival = False
        if self.query:
            self._pause.start()
        else:
            self._ask()

    def _ask(self) -> None:
        """Look for what stands in the field, unless that was done."""
        self._pause.stop()
        wanted = self.query, self.in_room.isChecked()
        if wanted == self._asked:
            return
        self._asked = wanted
        self.hits.show("", (), more=False)
        self._say(self.tr("Searching…") if wanted[0] else "")
        self.asked.emit(*wanted)

    def _count(self) -> None:
        count = self.hits.rowCount()
        if not self.hits.complete:
            self._say(self.tr("%Ln found so far, newest first", "", count))
        else:
            self._say(self.tr("%Ln messages found, newest first", "", count))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._state.setText(text)
        self._state.setVisible(bool(text))
        dress(self._state, look="error" if wrong else "small")
        self.again.setVisible(wrong)
        self.list.setAccessibleDescription(text)
        read_aloud(self, text)

    def _draw_icons(self) -> None:
        colour = self._theme.tokens.text_muted
        self._lens.setIcon(icon("search", colour, colour, self._theme.sized(16)))
        self.close_panel.setIcon(icon("close", colour, size=self._theme.sized(16)))
