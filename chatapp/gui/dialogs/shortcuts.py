"""Keyboard help: a sheet of everything that can be done and its keys, which can be searched."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from chatapp.gui.actions import Command
from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.keys import Group, Line, menus, places
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.switcher.ranking import WORD, Wanted
from chatapp.gui.theme.look import aligned, label

_SIZE = (860, 620)
_COLUMN = 62
"""average characters from which on a column is wide enough"""
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Shortcuts(DialogWindow):
    """Where it is wide enough, in two columns. What has no keys is listed while somebody looks for it."""

    def __init__(self, commands: Iterable[Command], parent: QWidget | None = None) -> None:
        """All that the menus hold."""
        super().__init__(parent)
        self.entitle(self.tr("Keyboard shortcuts"))
        self.setSizeGripEnabled(True)
        self.field = QLineEdit(self)
        aligned(self.field)
        self.field.setAccessibleName(self.tr("Search shortcuts"))
        self.field.setPlaceholderText(self.tr("Search shortcuts"))
        self.field.setClearButtonEnabled(True)
        self.sheet = Sheet([*places(), *menus(commands)])
        self._nothing = label(self.tr("No command is called that."), "muted", wrap=True, parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.sheet)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The field scrolls it.
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.windowTitle())
        self.body.addWidget(self.field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._area, 1)
        close = self.add_button(self.tr("Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look_for)
        self._look_for("")
        # Not larger than the window that it is about.
        width, height = (parent.window().width() - 40, parent.window().height() - 40) if parent is not None else _SIZE
        self.resize(min(_SIZE[0], max(width, self.minimumWidth())), min(_SIZE[1], max(height, 320)))
        self.field.setFocus()

    def _look_for(self, text: str) -> None:
        count = self.sheet.look_for(text)
        self._nothing.setVisible(not count)
        self._area.setVisible(count > 0)
        self._area.verticalScrollBar().setValue(0)
        if text.strip():
            read_aloud(self.field, self.tr("%Ln found", "", count) if count else self._nothing.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _SCROLLS:
                self._area.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)


class Sheet(QWidget):
    """The groups, one under the other in as many columns as there is room for, about as high as each other."""

    def __init__(self, groups: Iterable[Group]) -> None:
        super().__init__()
        self._groups = [_GroupBox(group, self) for group in groups]
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._placed: tuple[object, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(40)
        for column in self._columns:
            column.setSpacing(0)
            row.addLayout(column, 1)
        self._row = row

    def look_for(self, text: str) -> int:
        """Show what a text means, everything that has keys without one; returns how much that is."""
        counts = [box.look_for(text.strip()) for box in self._groups]
        self._place()
        return sum(counts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Fill the first column with half of what there is, the second with the rest."""
        shown = [box for box in self._groups if not box.isHidden()]
        wide = self.width() >= 2 * _COLUMN * self.fontMetrics().averageCharWidth()
        placed = (wide, *shown)
        if placed == self._placed:
            return
        self._placed = placed
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        half, before = sum(box.lines for box in shown) / 2, 0
        for box in shown:
            second = wide and before + box.lines / 2 > half and before > 0
            self._columns[second].addWidget(box)
            before += box.lines
        for number, column in enumerate(self._columns):
            column.addStretch(1)
            self._row.setStretch(number, 1 if wide or not number else 0)
        self._row.setSpacing(40 if wide else 0)


class _GroupBox(QWidget):
    """A title, and under it a line for each thing that can be done."""

    def __init__(self, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = group
        self._rows: list[tuple[Line, tuple[QWidget, QWidget]]] = []
        self.lines = 0
        """how many are shown, the title included"""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 18)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(group.title, "strong", parent=self), 0, 0, 1, 2)
        for number, line in enumerate(group.lines, 1):
            what = label(line.what, wrap=True, parent=self)
            what.setAccessibleName(line.spoken)
            keys = _keys(line, self)
            grid.addWidget(what, number, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(keys, number, 1, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
            self._rows.append((line, (what, keys)))

    def look_for(self, text: str) -> int:
        count = 0
        for line, widgets in self._rows:
            meant = _means(text, line, self._group.title)
            count += meant
            for widget in widgets:
                widget.setVisible(meant)
        self.lines = count + 1
        self.setVisible(count > 0)
        return count


def _keys(line: Line, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for each in line.keys:
        row.addWidget(label(each, "key", parent=box))
    if not line.keys:
        row.addWidget(label(line.path, "small", parent=box))
    return box


def _means(text: str, line: Line, title: str) -> bool:
    if not text:
        return bool(line.keys)
    wanted = Wanted(text)
    fits = (wanted.fit(each) or 0.0 for each in (line.what, title, *line.keys))
    return max(fits) >= WORD or wanted.typed.text in "".join(line.keys).casefold()
