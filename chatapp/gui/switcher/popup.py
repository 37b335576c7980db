"""The switcher as one sees it: over the window's top centre, a field, and under it what was found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from chatapp.gui.actions import native
from chatapp.gui.aloud import read_aloud
from chatapp.gui.switcher.entry import Entry, Kind, found, scope
from chatapp.gui.switcher.listview import ResultList
from chatapp.gui.switcher.model import Results, Role
from chatapp.gui.theme.look import aligned, label
from chatapp.gui.theme.theme import Theme

_WIDTH = 88
"""average characters"""
_PAUSE = 300
"""milliseconds without a key, after which is said what was found"""
_EDGE = 12
_TOP = 40
_RADIUS = 10
_SHADOW = 10
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAVE = {Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_JOIN = Qt.KeyboardModifier.ControlModifier


class SwitcherPopup(QWidget):
    """Covers its window while it is open, so that a click beside the box closes it. The keyboard stays in the field;
    what is current in the list is read aloud. When it closes, the keyboard is where it was.
    """

    chosen = Signal(object, bool)
    """an Entry, and whether the room is to be joined as well; the popup has closed by then"""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._entries: Sequence[Entry] = ()
        self._new_room: Callable[[str], Entry | None] = _no_room
        self._before: QWidget | None = None
        self._model = Results(self)
        self._box = _Box(theme, self)
        self.field = QLineEdit(self._box)
        aligned(self.field)
        self.field.setAccessibleName(self.tr("Go to"))
        self.field.setPlaceholderText(self.tr("Room, person or command"))
        self.field.setMaxLength(200)
        self.list = ResultList(theme, self._model, self._box)
        self._nothing = label("", "muted", wrap=True, parent=self._box)
        self._nothing.setContentsMargins(10, 8, 10, 8)
        hint = self.tr("{enter} goes there, {join} joins the room as well. # finds rooms, @ people, > commands.")
        hint = hint.format(enter=native("Return"), join=native("Ctrl+Return"))
        self._hint = label(hint, "small", wrap=True, parent=self._box)
        self._hint.setContentsMargins(10, 2, 10, 0)
        self.field.setAccessibleDescription(self._hint.text())
        column = self._column = QVBoxLayout(self._box)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.field, self._nothing, self.list, self._hint):
            column.addWidget(part, 1 if part is self.list else 0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._say_what_is_found)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.list.picked.connect(self._picked)
        self.hide()

    # Opening and closing

    def open(self, entries: Sequence[Entry], new_room: Callable[[str], Entry | None]) -> None:
        """Show it with nothing typed. Where no room is called what is typed, `new_room` says what is offered."""
        self._before = QApplication.focusWidget()
        self._entries, self._new_room = entries, new_room
        self.field.clear()
        self._look()
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def update_entries(self, entries: Sequence[Entry]) -> None:
        """There are others now, or they differ; what is current stays so."""
        current = self.current()
        self._entries = entries
        self._fill()
        row = self._model.row_of(current) if current is not None else -1
        if row > 0:
            self._stand(row)
        self._place()

    def leave(self) -> None:
        """Close it and go back to where the keyboard was."""
        self._pause.stop()
        before, self._before = self._before, None
        inside = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.hide()
        if inside and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def current(self) -> Entry | None:
        """The entry that Enter means."""
        entry = self.list.currentIndex().data(Role.ENTRY)
        return entry if isinstance(entry, Entry) else None

    def _do(self, *, join: bool) -> None:
        entry = self.current()
        if entry is not None:
            self.leave()
            self.chosen.emit(entry, join)

    # Looking

    def _look(self) -> None:
        self._fill()
        if self.isVisible():
            self._place()
            self._pause.start()

    def _say_what_is_found(self) -> None:
        current, count = self.current(), self._model.rowCount()
        if current is None:
            read_aloud(self.field, self._nothing.text())
        elif self.field.text():
            read_aloud(self.field, self.tr("%Ln found: {first}", "", count).format(first=current.spoken))

    def _fill(self) -> None:
        kind, text = scope(self.field.text())
        entries = found(self._entries, self.field.text())
        if text and kind in {None, Kind.ROOM} and not any(entry.kind is Kind.ROOM for entry in entries):
            new_room = self._new_room(text)
            entries += [new_room] if new_room is not None else []
        self._model.show(entries)
        self._nothing.setText(self.tr("Nothing is called that.") if text else self.tr("There is nothing to go to."))
        self._nothing.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self._stand(0)

    def _stand(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0))
        if row == 0:
            # The title above it, too.
            self.list.scrollToTop()

    def _step(self, row: int) -> None:
        """Go to a row, as near as there is one, and read it aloud."""
        self._pause.stop()
        self._stand(max(0, min(row, self._model.rowCount() - 1)))
        entry = self.current()
        if entry is not None:
            read_aloud(self.field, entry.spoken)

    # Keys and clicks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._press(event)
            if event.type() is QEvent.Type.FocusOut and self.isVisible() and self.isActiveWindow():
                self.hide()
        elif event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False where it is for the field."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row, last = self.list.currentIndex().row(), self._model.rowCount() - 1
        steps = {
            Qt.Key.Key_Up: row - 1 if row > 0 else last,
            Qt.Key.Key_Down: row + 1 if row < last else 0,
            Qt.Key.Key_PageUp: row - self._page(),
            Qt.Key.Key_PageDown: row + self._page(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in _LEAVE:
            self.leave()
        elif key in _ENTER:
            self._do(join=modifiers == _JOIN)
        elif key in steps and modifiers in {Qt.KeyboardModifier.NoModifier, _JOIN}:
            self._step(steps[Qt.Key(key)])
        else:
            return False
        return True

    def _page(self) -> int:
        """How many rows are seen at once, less the one that is seen before and after."""
        height = self.list.sizeHintForRow(self._model.rowCount() - 1)
        return max(1, self.list.viewport().height() // max(1, height) - 1)

    def _picked(self, _index: QModelIndex) -> None:
        self._do(join=QApplication.keyboardModifiers() == _JOIN)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.leave()
        event.accept()

    # Where it stands

    def _place(self) -> None:
        """Over the whole window, the box as high as what it holds."""
        self.setGeometry(self._window.rect())
        width = min(_WIDTH * self.fontMetrics().averageCharWidth(), self.width() - 2 * _EDGE)
        rows = (self.list.sizeHintForRow(row) for row in range(min(self._model.rowCount(), 100)))
        self.list.setFixedHeight(0)
        around = self._column.heightForWidth(width)
        most = self.height() - min(_TOP, self.height() // 8) - _EDGE - around
        content, limit = 0, min(most, round(self.height() * 0.6))
        for height in rows:
            content += height
            if content >= limit:
                break
        self.list.setFixedHeight(max(0, min(content + 2, limit)))
        height = around + self.list.height()
        left = (self.width() - width) // 2
        self._box.setGeometry(QRect(QPoint(left, min(_TOP, self.height() // 8)), QPoint(left + width - 1, 0)))
        self._box.resize(width, height)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A shadow around the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 14 if self._theme.tokens.dark else 7))
        for step in range(_SHADOW, 0, -2):
            around = QRectF(self._box.geometry()).adjusted(-step, 2 - step, step, step + 2)
            painter.drawRoundedRect(around, _RADIUS + step, _RADIUS + step)


class _Box(QWidget):
    """The ground of field and list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self._theme.tokens.surface))
        self.setPalette(palette)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.border_strong), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _no_room(_name: str) -> Entry | None:
    return None
