"""The grid of emoji: its keys and the mouse on it."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from chatapp.gui.emoji.cells import CellView
from chatapp.gui.emoji.layout import Step
from chatapp.gui.emoji.model import EmojiModel
from chatapp.gui.theme.theme import Theme
from chatapp.text.emoji import Emoji

_STEPS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_PageUp: Step.PAGE_UP,
    Qt.Key.Key_PageDown: Step.PAGE_DOWN,
    Qt.Key.Key_Home: Step.HOME,
    Qt.Key.Key_End: Step.END,
}
_LONG_PRESS = 400
"""milliseconds"""


class EmojiGrid(CellView):
    picked = Signal(Emoji)
    """an emoji was clicked, or Enter pressed on it"""
    pointed = Signal(object)
    """the `Emoji` under the mouse or the current one, whichever moved last; None where there is none"""
    left_upwards = Signal()
    """Up was pressed in the first line"""
    typed = Signal(QKeyEvent)
    """a key that belongs to the search field"""
    more_wanted = Signal(int)
    """the row of which one wants to see what else can be done with it: by a long press, the right button or a key"""
    dragged = Signal(QPoint)
    """the mouse is at this place of the screen, still down after `hold`"""
    dropped = Signal(QPoint)
    """the mouse was let go there"""

    def __init__(self, theme: Theme, model: EmojiModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self._pressed = QPoint()
        self._down = self._held = False
        self._long_press = QTimer(self, singleShot=True, interval=_LONG_PRESS)
        self._long_press.timeout.connect(self._ask_after_long_press)
        self.setMouseTracking(True)

    def start(self) -> None:
        self._down = self._held = False
        self._long_press.stop()
        super().start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = _STEPS.get(key)
        if step is not None and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self._move(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            emoji = self.current()
            if emoji is not None:
                self.picked.emit(emoji)
        elif asks_for_more(event):
            self.want_more()
        elif key == Qt.Key.Key_Backspace or (event.text().isprintable() and event.text()):
            self.typed.emit(event)
        else:
            event.ignore()  # Escape and Tab are the popup's

    def want_more(self) -> None:
        """Ask for what else can be done with the current emoji."""
        if self.current() is not None:
            self.scrollTo(self.currentIndex())
            self.more_wanted.emit(self.currentIndex().row())

    def hold(self) -> None:
        """What was wanted has opened: if the mouse is down, it belongs to that until it is let go."""
        self._held = self._down

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not index.isValid():
                return
            self.setCurrentIndex(index)
        self.want_more()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self.dragged.emit(event.globalPosition().toPoint())
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._long_press.stop()
        self._hover(self.indexAt(event.position().toPoint()).row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self._pressed, self._down = event.position().toPoint(), True
            self._long_press.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._long_press.stop()
        held, self._held, self._down = self._held, False, False
        if held:
            self.dropped.emit(event.globalPosition().toPoint())
            return
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton and index == self.currentIndex():
            self.picked.emit(self._emoji.rows[index.row()])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.pointed.emit(self.current())

    def _move(self, step: Step) -> None:
        row = self.currentIndex().row()
        to = self._layout.step(row, step, self.viewport().height() - self._header)
        if to == row and step is Step.UP:
            self.left_upwards.emit()
        elif to >= 0:
            self.setCurrentIndex(self._emoji.index(to))
            self.scrollTo(self.currentIndex())
            self.viewport().update()

    def _ask_after_long_press(self) -> None:
        self.more_wanted.emit(self.currentIndex().row())

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        for changed in (self._hovered, row):
            if changed >= 0:
                self.viewport().update(self.visualRect(self._emoji.index(changed)))
        self._hovered = row
        self.pointed.emit(self._emoji.rows[row] if row >= 0 else self.current())


def asks_for_more(event: QKeyEvent) -> bool:
    """Whether a key asks for what else can be done: Alt+Down, or what opens context menus."""
    match Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        case (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier) | (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier):
            return True
        case Qt.Key.Key_Menu, _:
            return True
    return False
