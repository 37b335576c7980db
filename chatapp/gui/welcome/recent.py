"""Servers joined before: to join one again, or to have it forgotten."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from chatapp.gui.plain import caption, isolated, tooltip
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme

SHOWN = 4


class Recent(QWidget):
    """Hidden while there is none. Who owns it keeps the list, and shows it anew where something was forgotten."""

    chosen = Signal(str)
    forget_asked = Signal(str)
    """this server is not to be offered any more"""
    clear_asked = Signal()
    """none of them is"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[Row] = []
        self._called: Callable[[str], str] = brief
        self.clear = push_button(self.tr("Clear list"), self)
        self.clear.setProperty("look", "link")
        self.clear.setAccessibleName(self.tr("Clear the list of servers joined before"))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Joined before"), "small", parent=self), 1)
        head.addWidget(self.clear)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self.clear.clicked.connect(self.clear_asked)
        theme.changed.connect(self._draw_icons)
        self.hide()

    def call_by(self, called: Callable[[str], str]) -> None:
        """What is shown of a server, for what names it in the settings; from the next list on, and in this one."""
        self._called = called
        self.show_servers([row.server for row in self.rows])

    def show_servers(self, servers: Sequence[str]) -> None:
        """The latest first."""
        at = next((place for place, row in enumerate(self.rows) if row.has_keyboard), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [Row(server, self._called(server), self) for server in servers[:SHOWN]]
        before: QWidget = self.clear
        for row in self.rows:
            self._column.addWidget(row)
            row.open.clicked.connect(partial(self.chosen.emit, row.server))
            row.forget_asked.connect(self.forget_asked)
            QWidget.setTabOrder(before, row.open)
            QWidget.setTabOrder(row.open, row.forget)
            before = row.forget
        self.setVisible(bool(servers))
        self._draw_icons()
        if at is not None and self.rows:
            # Where the keyboard was, there is another one now.
            self.rows[min(at, len(self.rows) - 1)].open.setFocus()

    @property
    def has_keyboard(self) -> bool:
        return self.clear.hasFocus() or any(row.has_keyboard for row in self.rows)

    def _draw_icons(self) -> None:
        for row in self.rows:
            row.draw_icons(self._theme)


def brief(server: str) -> str:
    """What is shown of a server for what names it in the settings: of a long link, the likeliest address."""
    if "://" not in server:
        return isolated(server)
    from chatapp.protocol.invite import BadInvite, parse  # noqa: PLC0415  # the first frame does without it if it can

    try:
        return isolated(parse(server).shown)
    except BadInvite:
        return isolated(server)


class Row(QWidget):
    forget_asked = Signal(str)

    def __init__(self, server: str, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.server = server
        self.open = _Server(called, self)
        self.forget = QToolButton(self)
        words = self.tr("Remove {server} from this list").format(server=called)
        self.forget.setAccessibleName(words)
        self.forget.setToolTip(self.tr("Remove from this list"))
        self.forget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.open, 1)
        row.addWidget(self.forget)
        self.open.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.open.customContextMenuRequested.connect(self._show_menu)
        self.forget.clicked.connect(self._forget)

    @property
    def has_keyboard(self) -> bool:
        return self.open.hasFocus() or self.forget.hasFocus()

    def draw_icons(self, theme: Theme) -> None:
        colour, size = theme.tokens.text_muted, theme.sized(16)
        self.open.setIcon(icon("retry", colour, size=size))
        self.forget.setIcon(icon("close", colour, size=size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._forget()
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """What can be done with the server. The caller's."""
        made = QMenu(self)
        made.addAction(self.tr("Join")).triggered.connect(self.open.click)
        made.addAction(self.tr("Remove from this list")).triggered.connect(self._forget)
        return made

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.open.mapToGlobal(place))

    def _forget(self) -> None:
        self.forget_asked.emit(self.server)


class _Server(QPushButton):
    """What it is called, shortened in the middle where there is no room for all of it."""

    def __init__(self, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._called = called
        self.setProperty("look", "quiet")
        self.setAutoDefault(True)
        self.setAccessibleName(called)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shorten()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - self.iconSize().width() - 2 * self.fontMetrics().height()
        text = self.fontMetrics().elidedText(self._called, Qt.TextElideMode.ElideMiddle, room)
        self.setText(caption(text))
        self.setToolTip(tooltip(self._called) if text != self._called else "")
