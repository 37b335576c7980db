"""The settings: pages of options, a search over all of them, and everything applied at once."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from chatapp.gui import i18n
from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.area import ScrollArea
from chatapp.gui.dialogs.pagelist import PageList
from chatapp.gui.dialogs.settings.entries import entries, page_title
from chatapp.gui.dialogs.settings.section import Section
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.notice import NoticeBar
from chatapp.gui.options import Page
from chatapp.gui.plain import isolated
from chatapp.gui.settings import Settings
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import aligned, label
from chatapp.gui.theme.theme import Theme

WIDTH, HEIGHT = 74, 46
"""in characters and lines of the dialog's font"""


class SettingsDialog(DialogWindow):
    """Beside the window, which may be used meanwhile: it shows what is chosen there, too."""

    asked = Signal(str)
    """the key of something that is to be done from a page"""
    restart_asked = Signal()
    """what holds from the next start on is to hold at once"""

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        can_restart: Callable[[], bool] = lambda: False,
    ) -> None:
        """`can_restart` says whether nothing and nobody would be lost by a restart."""
        super().__init__(parent)
        self._can_restart = can_restart
        self.entitle(self.tr("Settings"))
        self._settings = settings
        self._theme = theme
        self._page = Page.APPEARANCE
        self.field = QLineEdit(self)
        aligned(self.field)
        self.field.setAccessibleName(self.tr("Search settings"))
        self.field.setPlaceholderText(self.tr("Search settings"))
        self.field.setClearButtonEnabled(True)
        self._lens = self.field.addAction(icon("search", "#000000"), QLineEdit.ActionPosition.LeadingPosition)
        self._lens.setText(self.tr("Search"))
        self._lens.setEnabled(False)
        self.pages = PageList(theme, {page: page_title(page) for page in Page}, self)
        every = list(entries())
        self.sections = [
            Section(settings, theme, page, [entry for entry in every if Settings.option(entry.key).page is page], self)
            for page in Page
        ]
        for section in self.sections:
            section.asked.connect(self.asked)
        self._nothing = label("", "muted", wrap=True, parent=self)
        self.notice = NoticeBar(theme, parent=self)
        self._area = ScrollArea(QWidget(self), self)
        self._lay_out()
        # Instead of a width that is the same for all dialogs.
        layout = self.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.done_button = self.add_button(self.tr("Done"), "primary", default=True)
        self.done_button.clicked.connect(self.accept)
        self.field.textChanged.connect(self._search)
        self.pages.chosen.connect(self.show_page)
        settings.changed.connect(self._changed)
        theme.changed.connect(self._draw_icons)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find)
        QShortcut(QKeySequence("F6"), self, lambda: self._step_pane(1))
        QShortcut(QKeySequence("Shift+F6"), self, lambda: self._step_pane(-1))
        self._draw_icons()
        self.show_page(Page.APPEARANCE)
        self._say_language()
        self.pages.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._area.sheet)
        column.setContentsMargins(8, 0, 16, 0)
        column.setSpacing(12)
        column.addWidget(self._nothing)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pages)
        row.addWidget(self._area, 1)
        self.body.setSpacing(12)
        self.body.addWidget(self.field)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.notice)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wanted = QSize(WIDTH * metrics.averageCharWidth() + 200, HEIGHT * metrics.lineSpacing())
        room = self.screen().availableSize() * 0.9
        return wanted.boundedTo(room).expandedTo(self.minimumSizeHint())

    # Pages and search

    @property
    def shown(self) -> list[str]:
        """The keys of the options that are shown."""
        lines = [line for section in self.sections if not section.isHidden() for line in section.lines]
        return [line.entry.key for line in lines if not line.isHidden()]

    def show_page(self, page: Page) -> None:
        """Show one page; what was searched is forgotten."""
        self._page = page
        self.pages.choose(page)
        if self.field.text():
            self.field.clear()
        else:
            self._search("")

    def _search(self, query: str) -> None:
        query = query.strip()
        found = 0
        for section in self.sections:
            found += section.show_meant(query)
            if not query:
                section.setVisible(section.page is self._page)
        self.pages.choose(None if query else self._page)
        self._nothing.setVisible(not found)
        self._nothing.setText(self.tr("No setting has “{query}” in it.").format(query=query) if not found else "")
        self._area.updateGeometry()
        self._area.verticalScrollBar().setValue(0)
        if query:
            read_aloud(self.field, self._nothing.text() or self.tr("%Ln settings found", "", found))

    def _find(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _step_pane(self, step: int) -> None:
        """To the next of: search, pages, options."""
        panes = (self.field, self.pages, self._area)
        at = self.focusWidget()
        now = next((n for n, pane in enumerate(panes) if pane is at or pane.isAncestorOf(at)), 0)
        pane = panes[(now + step) % len(panes)]
        if pane is self._area:
            self._enter_options()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter_options(self) -> None:
        lines = [line for section in self.sections for line in section.lines]
        first = next((line for line in lines if line.isVisible() and line.isEnabled()), None)
        if first is not None:
            first.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.show_page(self._page)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasFocus():
            self._enter_options()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self._step_pane(1 if not self.field.text() else 2)
        else:
            super().keyPressEvent(event)

    # What changes beneath it

    def _changed(self, key: str) -> None:
        for section in self.sections:
            section.show_values(key)
        if key == Settings.language.key:
            self._say_language()

    def _say_language(self) -> None:
        """Say from when on the language that was chosen is spoken, where it is another one."""
        code = i18n.meant(self._settings.language)
        if code == i18n.spoken():
            self.notice.hide()
            return
        text = self.tr("Chatapp speaks {language} from its next start on.").format(
            language=isolated(i18n.LANGUAGES[code])
        )
        self.notice.tell(
            text, self.tr("Restart now") if self._can_restart() else "", self.restart_asked.emit, dismissible=False
        )
        read_aloud(self.notice, text)

    def _draw_icons(self) -> None:
        self._lens.setIcon(icon("search", self._theme.tokens.text_muted, size=self._theme.sized(16)))
