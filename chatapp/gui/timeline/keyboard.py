"""What the keyboard does to a timeline: scroll, and go from message to message."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from chatapp.gui.timeline.doable import Deed, doable
from chatapp.gui.timeline.selection import whole

if TYPE_CHECKING:
    from chatapp.gui.timeline.view import TimelineView

_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DELETE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
"""a Mac's keyboard calls the second one so"""
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""as Windows tells of that key, which makes characters"""
_SHORTCUT = _ALT_GR | Qt.KeyboardModifier.MetaModifier
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Keyboard(QObject):
    """Up and Down go to the next message, with Shift they select; Page Up and Down, Home and End scroll. Enter opens
    the message's menu, Delete asks to delete it. What makes a character is for whoever writes messages.
    """

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view)
        self._view = view
        self._shown = False
        self.current: int | None = None
        """the row that the keyboard is at, of which the menu and copying speak"""

    @property
    def ringed(self) -> int | None:
        """The row around which a ring says that the keyboard is there."""
        return self.current if self._shown and self._view.hasFocus() else None

    def stand(self, row: int) -> None:
        """The mouse led to a row: be there without a ring."""
        self.current, self._shown = row, False

    def lead(self, row: int) -> None:
        """A jump led to a row: be there, with a ring where there was one, and say so."""
        self.current = row
        self._view.announcer.focus(row)

    def arrive(self, reason: Qt.FocusReason) -> None:
        """The view has the keyboard now."""
        if reason in _BY_KEY and len(self._view.rows):
            self._go_to(self._view.visible()[-1][0] if self.current is None else self.current)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        view, key = self._view, event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            view.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            view.select_all()
        elif key in _STEPS:
            self._step(_STEPS[key], extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _PAGES:
            view.scroll_page(_PAGES[key])
        elif key == Qt.Key.Key_Home:
            view.to_top()
            self._go_to(0)
        elif key == Qt.Key.Key_End:
            view.follow()
            self._go_to(len(view.rows) - 1)
        elif key == Qt.Key.Key_Escape and view.selection:
            view.clear_selection()
        elif key in _ENTER:
            view.open_menu()
        elif key in _DELETE:
            return self._delete()
        else:
            return self._pass_on(event)
        return True

    def _pass_on(self, event: QKeyEvent) -> bool:
        """Pass on what makes a character where one writes, unless it is a shortcut."""
        held = event.modifiers() & _SHORTCUT
        writes = bool(event.text()) and event.text().isprintable() and (not held or held == _ALT_GR)
        if writes:
            self._view.written.emit(event.text())
        return writes

    def _delete(self) -> bool:
        """Ask to have the message deleted, or give it up where it was not sent; False where that cannot be done."""
        view = self._view
        if view.model is None or self.current is None:
            return False
        entry = view.model.entry(self.current)
        for deed in (Deed.DISCARD, Deed.DELETE):
            if deed in doable(entry, view.rights):
                view.do(entry, deed)
                return True
        return False

    def reset(self) -> None:
        """All rows are other ones."""
        self.current = None

    def inserted(self, first: int, count: int) -> None:
        """Rows came before row `first`: stay at the message."""
        if self.current is not None and self.current >= first:
            self.current += count

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        if self.current is not None and self.current >= first:
            self.current = self.current - count if self.current >= first + count else None

    def _step(self, by: int, *, extend: bool) -> None:
        """Go to the next message, or see more of this one where it is cut off on that side."""
        view = self._view
        visible = dict(view.visible())
        if not visible:
            return
        target = max(visible) if by < 0 else min(visible)
        if self.current in visible:
            top = visible[self.current]
            hidden = -top if by < 0 else top + view.rows.height(self.current) - view.extent
            if hidden > 0:
                view.scroll_by(by * min(hidden, round(3 * view.rows.look.line)))
                self._go_to(self.current)
                return
            target = min(max(0, self.current + by), len(view.rows) - 1)
        if extend:
            if not view.selection:
                view.begin_selection(whole(target if self.current is None else self.current))
            view.extend_selection(whole(target))
        view.reveal(target)
        self._go_to(target)

    def _go_to(self, row: int) -> None:
        """Let the keyboard be at a row, and say so."""
        if 0 <= row < len(self._view.rows):
            self.current, self._shown = row, True
            self._view.announcer.focus(row)
            self._view.viewport().update()
