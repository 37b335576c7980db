"""A card over the popup: the tones of one emoji, and what else can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QVBoxLayout, QWidget

from chatapp.gui.emoji.button import EmojiButton
from chatapp.gui.emoji.frame import paint_sheet
from chatapp.gui.emoji.tones import Form
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme

_MARGIN = 6
_RADIUS = 8.0
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Card(QWidget):
    """Covers its parent, so that a press beside the card closes it and does nothing else. Escape closes it too, and
    Tab stays in it, as in a menu. The keyboard then is where it was before.
    """

    chosen = Signal(str)
    """the characters of a form; the card is closed by then"""
    forgotten = Signal()
    """the emoji is to be removed from the recent ones; the card is closed by then"""
    all_forgotten = Signal()
    """all recent ones are; the card is closed by then"""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = parent
        self._back: QWidget | None = None
        self._places: dict[QAbstractButton, tuple[int, int]] = {}
        self._sheet = _Sheet(theme, self)
        self._title = label("", "muted")
        self._title.setIndent(_MARGIN)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._buttons: list[EmojiButton] = []
        self._forget = self._quiet_button(self.tr("Remove from recent emoji"), self.forgotten)
        self._forget_all = self._quiet_button(self.tr("Remove all recent emoji"), self.all_forgotten)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._forget)
        column.addWidget(self._forget_all)
        self.hide()

    def offer(
        self, beside: QRect, title: str, lines: Sequence[Sequence[Form | None]], current: str, *, forgettable: bool
    ) -> None:
        """Show the card beside a place of the parent, the keyboard at the form with the characters `current`.

        There is at least one form, or the emoji is `forgettable`.
        """
        if self.isHidden():
            self._back = self.window().focusWidget()
        self._title.setText(title[:1].upper() + title[1:])
        self._sheet.setAccessibleName(title)
        self._forget.setVisible(forgettable)
        self._forget_all.setVisible(forgettable)
        self._fill(lines, current)
        self.setGeometry(self._room.rect())
        self.show()
        self.raise_()
        self._sheet.adjustSize()
        self._sheet.setGeometry(_within(self.rect(), beside, self._sheet.rect()))
        stops = self._stops()
        first = next((stop for stop in stops if isinstance(stop, EmojiButton) and stop.emoji == current), stops[0])
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close it."""
        if not self.isHidden():
            self.hide()
            if self._back is not None:
                self._back.setFocus(Qt.FocusReason.PopupFocusReason)

    def point_at(self, place: QPoint) -> None:
        """Go to what is at this place of the screen, as while a menu is dragged over."""
        button = self._at(place)
        if button is not None:
            button.setFocus(Qt.FocusReason.MouseFocusReason)

    def press_at(self, place: QPoint) -> None:
        """Press what is at this place of the screen, if anything is."""
        button = self._at(place)
        if button is not None:
            button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        stops = self._stops()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            stops[0 if key == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.TabFocusReason)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        place = next((number for number, stop in enumerate(stops) if stop.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _fill(self, lines: Sequence[Sequence[Form | None]], current: str) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
        self._places = {}
        for line, forms in enumerate(lines):
            for column, form in enumerate(forms):
                if form is not None:
                    button = self._button(len(self._places))
                    button.show_emoji(form.characters, form.name)
                    button.setChecked(form.characters == current)
                    button.show()
                    self._grid.addWidget(button, line, column)
                    self._places[button] = (line, column)
        for row, forgetting in enumerate((self._forget, self._forget_all), len(lines)):
            if not forgetting.isHidden():
                self._places[forgetting] = (row, 0)

    def _button(self, number: int) -> EmojiButton:
        if number == len(self._buttons):
            made = EmojiButton(self._theme, self._sheet)
            made.setCheckable(True)
            made.clicked.connect(lambda: self._leave_and_choose(made.emoji))
            self._buttons.append(made)
        return self._buttons[number]

    def _stops(self) -> list[QAbstractButton]:
        """Where the keyboard can be, in their order."""
        return list(self._places)

    def _step(self, lines: int, columns: int) -> None:
        """Go to the nearest in a direction, straight ahead if there is one."""
        here = next((button for button in self._places if button.hasFocus()), None)
        if here is None:
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            columns = -columns
        line, column = self._places[here]
        ahead = {
            (abs(to_line - line), abs(to_column - column)): button
            for button, (to_line, to_column) in self._places.items()
            if (lines and (to_line - line) * lines > 0)
            or (columns and to_line == line and (to_column - column) * columns > 0)
        }
        if ahead:
            ahead[min(ahead)].setFocus(Qt.FocusReason.TabFocusReason)

    def _at(self, place: QPoint) -> QAbstractButton | None:
        return next((stop for stop in self._places if stop.rect().contains(stop.mapFromGlobal(place))), None)

    def _leave_and_choose(self, characters: str) -> None:
        self.leave()
        self.chosen.emit(characters)

    def _quiet_button(self, text: str, then: SignalInstance) -> QPushButton:
        """Closes the card and emits a signal."""
        made = push_button(text, self._sheet)
        made.setProperty("look", "quiet")
        made.clicked.connect(self.leave)
        made.clicked.connect(then)
        return made


class _Sheet(QWidget):
    """What is seen of the card."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Between the buttons there is nothing to press, and the card stays."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_sheet(QPainter(self), self.rect(), self._theme, _RADIUS)


def _within(room: QRect, beside: QRect, card: QRect) -> QRect:
    """The card above a place, or below where there is no room, moved to lie within what there is."""
    room = room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    card.moveCenter(beside.center())
    card.moveBottom(beside.top() - 2)
    if card.top() < room.top():
        card.moveTop(beside.bottom() + 2)
    card.moveLeft(max(room.left(), min(card.left(), room.right() + 1 - card.width())))
    card.moveTop(max(room.top(), min(card.top(), room.bottom() + 1 - card.height())))
    return card
