"""The bar over a message that the mouse is on: what can be done with it at one click."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from chatapp.gui.plain import caption, tooltip
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.doable import Deed, doable
from chatapp.session.timeline import Entry

if TYPE_CHECKING:
    from chatapp.gui.timeline.view import TimelineView

QUICK = 3
"""reactions at one click"""
ROOMY = 30
"""times the height of a line: in a narrower view there is no room for these"""
_PICTURE = 18
_ICONS = {Deed.REACT: "smile", Deed.REPLY: "reply", Deed.EDIT: "edit", Deed.DELETE: "trash"}


class ActionBar(QWidget):
    """Shown while the mouse moves over a message with which something can be done; the keyboard has the menu instead.

    It goes away when its message moves, so that nobody clicks what has just come under the mouse. A click on it leaves
    the keyboard where it is.
    """

    chosen = Signal(object, object)
    """the Entry, and a Deed"""
    reacted = Signal(object, str)
    """the Entry, and one of the quick reactions"""

    def __init__(self, theme: Theme, view: "TimelineView") -> None:
        super().__init__(view.viewport())
        self._theme = theme
        self._view = view
        self.row: int | None = None
        """the row that it is about"""
        self._corner = QPoint()
        """the message's upper right one, when the bar came"""
        self.emoji: tuple[str, ...] = ()
        """the reactions that are offered at one click"""
        self.quick: list[QToolButton] = []
        self.buttons: dict[Deed, QToolButton] = {}
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self._dress)
        self.hide()

    def _build(self) -> None:
        """Make the buttons, which a room that nobody points at does without."""
        self.quick = [self._button() for _ in range(QUICK)]
        for place, button in enumerate(self.quick):
            button.clicked.connect(partial(self._react, place))
        self.buttons = {deed: self._button() for deed in _ICONS}
        for deed, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, deed))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for button in (*self.quick, *self.buttons.values()):
            row.addWidget(button)
        self._name()
        self._dress()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def set_quick(self, emoji: Sequence[str]) -> None:
        """Offer these reactions at one click: the first ones of them."""
        self.emoji = tuple(emoji[:QUICK])

    @property
    def react(self) -> QWidget:
        """The button beside which emoji are chosen, while the bar shows."""
        return self.buttons[Deed.REACT]

    def show_at(self, row: int | None) -> None:
        """Stand over a message; nowhere where nothing can be done with it."""
        view = self._view
        deeds = () if row is None or view.model is None else doable(view.model.entry(row), view.rights)
        if row is None or not any(deed in _ICONS for deed in deeds):
            self.leave()
            return
        place = view.message_rect(row)
        if row == self.row and self._corner == place.topRight() and self.isVisible():
            return
        self.row, self._corner = row, place.topRight()
        if not self.buttons:
            self._build()
        self._fit()
        roomy = view.viewport().width() > ROOMY * view.rows.look.line
        for button, emoji in zip(self.quick, (*self.emoji, *[""] * QUICK), strict=False):
            button.setText(caption(emoji))
            named = self.tr("React with {emoji}").format(emoji=emoji)
            button.setAccessibleName(named)
            button.setToolTip(tooltip(named))
            button.setVisible(roomy and bool(emoji) and Deed.REACT in deeds)
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
        self.adjustSize()
        look = view.rows.look
        x = look.left(look.width - look.margin * 0.6 - self.width(), self.width())
        y = max(2, place.top() - self.height() // 2)
        self.move(round(x), y)
        self.show()

    def _fit(self) -> None:
        """Be as large as the text asks for."""
        look = self._view.rows.look
        picture = self._theme.sized(_PICTURE)
        side = max(picture + 10, round(look.line * 1.5))
        for button in (*self.quick, *self.buttons.values()):
            button.setFixedSize(side, side)
            button.setIconSize(QSize(picture, picture))
        for button in self.quick:
            font = QFont(look.font)
            font.setPixelSize(round(side * 0.5))
            button.setFont(font)

    def leave(self) -> None:
        """Go away."""
        self.row = None
        self.hide()

    def stay(self) -> None:
        """The rows may have moved: go away if this one did."""
        if self.row is not None and self._view.message_rect(self.row).topRight() != self._corner:
            self.leave()

    def inserted(self, first: int, count: int) -> None:
        """Rows came before what was row `first`."""
        if self.row is not None and self.row >= first:
            self.row += count

    def removed(self, first: int, _count: int) -> None:
        """Rows from `first` on are gone."""
        if self.row is not None and self.row >= first:
            self.leave()

    def reset(self) -> None:
        """All rows are other ones."""
        self.leave()

    def _choose(self, deed: Deed) -> None:
        entry = self._entry()
        if entry is not None:
            self.chosen.emit(entry, deed)

    def _react(self, place: int) -> None:
        entry = self._entry()
        if entry is not None and place < len(self.emoji):
            self.reacted.emit(entry, self.emoji[place])

    def _entry(self) -> Entry | None:
        model = self._view.model
        return None if model is None or self.row is None else model.entry(self.row)

    def _dress(self) -> None:
        tokens = self._theme.tokens
        for deed, button in self.buttons.items():
            button.setIcon(icon(_ICONS[deed], tokens.text_muted, size=self._theme.sized(_PICTURE)))
        self.update()

    def _name(self) -> None:
        names = {
            Deed.REACT: self.tr("React…"),
            Deed.REPLY: self.tr("Reply"),
            Deed.EDIT: self.tr("Edit"),
            Deed.DELETE: self.tr("Delete…"),
        }
        for deed, name in names.items():
            self.buttons[deed].setAccessibleName(name)
            self.buttons[deed].setToolTip(tooltip(name))

    def enterEvent(self, event: QEnterEvent) -> None:
        # A click gives the keyboard to the first widget beneath that takes it, the view, unless it is here already.
        keyboard = QApplication.focusWidget()
        if keyboard is not None:
            self.setFocusProxy(keyboard)
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.border_strong), 1))
        painter.setBrush(QColor(self._theme.tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
