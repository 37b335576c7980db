"""The Host panel: everything that whoever is in charge sees and decides, page by page, beside the window."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QWidget

from chatapp.gui.dialogs.pagelist import PageList
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.bans import BansPage
from chatapp.gui.hosting.panel.invites import InvitesPage
from chatapp.gui.hosting.panel.log import LogPage
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.people import PeoplePage
from chatapp.gui.hosting.panel.rooms import RoomsPage
from chatapp.gui.hosting.panel.rules import RulesPage
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme

EVERY: Final = 3_000
"""milliseconds between two looks at the page that is shown"""
WIDTH, HEIGHT = 150, 36
"""in characters and lines of the dialog's font"""


class HostPanel(DialogWindow):
    """May stay open while one chats. Nothing can be done in it while this person is not in charge, or not connected."""

    hand_over_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        asking: Asking,
        parent: QWidget | None = None,
        *,
        awake: bool | None = None,
        hosts: bool = False,
    ) -> None:
        """`awake` says whether this computer is kept from falling asleep, None where nobody wants that; `hosts` whether
        the chat is on this computer."""
        super().__init__(parent)
        self._asking = asking
        self.entitle(self.tr("Manage this chat"))
        self.people = PeoplePage(theme, asking, self)
        self.rules = RulesPage(theme, asking, self)
        self.rooms = RoomsPage(theme, asking, self)
        self.invites = InvitesPage(theme, asking, self)
        self.bans = BansPage(theme, asking, self)
        self.log = LogPage(theme, asking, self)
        every: tuple[Page, ...] = (self.people, self.rules, self.rooms, self.invites, self.bans, self.log)
        self._stack = QStackedWidget(self)
        for page in every:
            self._stack.addWidget(page)
            page.acted.connect(self._refresh)
        self.pages = PageList(theme, {page: page.title for page in every}, self)
        self._why_not = label("", "error", wrap=True, parent=self)
        self.awake = label("", "small", wrap=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.pages)
        row.addWidget(self._stack, 1)
        self.body.setSpacing(10)
        self.body.addWidget(self._why_not)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.awake)
        # Instead of a width that is the same for all dialogs.
        layout = self.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.hand_over = self.add_button(self.tr("Hand over…"))
        self.hand_over.setVisible(hosts)
        self.hand_over.clicked.connect(self.hand_over_asked)
        close = self.add_button(self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._refresh)
        self.pages.chosen.connect(self.show_page)
        asking.allowed_changed.connect(self._show_allowed)
        for keys in ("F6", "Shift+F6"):
            QShortcut(QKeySequence(keys), self, self._step_pane)
        self.show_awake(awake)
        self._show_allowed()
        self.show_page(self.people)
        self.pages.setFocus()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wanted = QSize(WIDTH * metrics.averageCharWidth(), HEIGHT * metrics.lineSpacing())
        room = self.screen().availableSize() * 0.9
        return wanted.boundedTo(room).expandedTo(self.minimumSizeHint())

    @property
    def page(self) -> Page:
        """The one that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, page: Page) -> None:
        """Show one of the pages, as it is now."""
        self.pages.choose(page)
        self._stack.setCurrentWidget(page)
        self._refresh()

    def show_awake(self, awake: bool | None) -> None:
        """Say whether this computer stays awake; nothing for None."""
        text = ""
        if awake:
            text = self.tr("This computer stays awake while you host. A closed lid still sends most laptops to sleep.")
        elif awake is False:
            text = self.tr("This computer may fall asleep by itself: that would disconnect everyone.")
        self.awake.setText(text)
        self.awake.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _refresh(self) -> None:
        if self._asking.allowed:
            self.page.refresh()

    def _show_allowed(self) -> None:
        allowed = self._asking.allowed
        self._stack.setEnabled(allowed)
        self.hand_over.setEnabled(allowed)
        self._why_not.setText(
            "" if allowed else self.tr("You are not connected, or not in charge of this chat any more.")
        )
        self._why_not.setVisible(not allowed)
        if allowed:
            self._refresh()

    def _step_pane(self) -> None:
        """From the list of pages into the page, and back."""
        at = self.focusWidget()
        if at is self.pages or at is None:
            for widget in self.page.findChildren(QWidget):
                if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    widget.setFocus()
                    return
        self.pages.setFocus()
