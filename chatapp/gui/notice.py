"""A bar that tells something where it happened, with what to do about it; it never takes the keyboard."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.plain import tooltip
from chatapp.gui.theme.icons import icon, pixmap
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme

PICTURE = 18
SHOWN = 2_000
"""milliseconds for which a button says that it was done"""
LINES = 2
"""that the words may have beside a button; where they need more, it stands under them"""
TALL = 10_000
"""pixels, more than any bar"""
BENEATH = 5
"""notices that wait until a later one is dismissed"""


class _Told(NamedTuple):
    """As in `NoticeBar.tell`."""

    text: str
    action: str
    act: Callable[[], None] | None
    dismissible: bool
    other: tuple[str, Callable[[], None]] | None
    done: str
    lasting: bool


class NoticeBar(QFrame):
    """Hidden until there is something to tell."""

    def __init__(self, theme: Theme, picture: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._told = _Told("", "", None, False, None, "", False)
        self._beneath: list[_Told] = []
        self.setProperty("look", "bar")
        self._mark = QLabel(self)
        self._words = label("", wrap=True, parent=self)
        self.action = push_button("", self)
        self.action.hide()
        self.other = push_button("", self)
        self.other.hide()
        self.dismiss = QToolButton(self)
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setToolTip(tooltip(self.tr("Dismiss")))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 6, 10, 6)
        self._grid.setSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._mark, 0, 0)
        self._grid.addWidget(self._words, 0, 1)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        self._acts.addWidget(self.action)
        self._acts.addWidget(self.other)
        self._acts.addStretch(1)
        self._grid.addLayout(self._acts, 0, 2)
        self._grid.addWidget(self.dismiss, 0, 3)
        self._narrow = False
        self._reset = QTimer(self, singleShot=True, interval=SHOWN)
        self._reset.timeout.connect(self._offer_again)
        self.dismiss.clicked.connect(self._dismiss)
        self.action.clicked.connect(self._do)
        self.other.clicked.connect(self._do_other)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    @property
    def text(self) -> str:
        """What is told; meaningless while the bar is hidden."""
        return self._told.text

    def tell(
        self,
        text: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        dismissible: bool = True,
        aloud: bool = True,
        other: tuple[str, Callable[[], None]] | None = None,
        done: str = "",
        lasting: bool = False,
    ) -> None:
        """Show a text, and a button that does something about it where `action` names one; `other` is a second one.
        `done` stands on the first one for a moment after it was pressed. The text is read aloud, unless it is one that
        only counts on. What is told next takes its place; a `lasting` one is there again once that is dismissed."""
        if self._told.lasting and not self.isHidden():
            self._beneath = [*self._beneath, self._told][-BENEATH:]
        self._show(_Told(text, action, act, dismissible, other, done, lasting))
        if aloud:
            read_aloud(self, text)

    def take_back(self, text: str) -> None:
        """What was told is so no longer. Nothing where it is not told any more."""
        self._beneath = [told for told in self._beneath if told.text != text]
        if not self.isHidden() and self._told.text == text:
            self._dismiss()

    def _show(self, told: _Told) -> None:
        self._told = told
        self._words.setText(told.text)
        self.setAccessibleName(told.text)
        self._reset.stop()
        self._offer_again()
        self.action.setVisible(bool(told.action))
        self.other.setText(told.other[0] if told.other is not None else "")
        self.other.setVisible(told.other is not None)
        self.dismiss.setVisible(told.dismissible)
        self._fit()
        self.show()

    def _dismiss(self) -> None:
        if self._beneath:
            self._show(self._beneath.pop())
        else:
            self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Have the buttons under the words where they would leave them hardly any room."""
        # Not what is hidden: `isVisible` would be false of everything in a bar that is not shown yet.
        acts = [act.sizeHint().width() for act in (self.action, self.other) if not act.isHidden()]
        margins, gap = self._grid.contentsMargins(), self._grid.spacing()
        beside = self._mark.sizeHint().width() + sum(acts) + (len(acts) + 1) * gap + margins.left() + margins.right()
        if not self.dismiss.isHidden():
            beside += self.dismiss.sizeHint().width() + gap
        metrics = self._words.fontMetrics()
        room = QRect(0, 0, max(1, self.width() - beside), TALL)
        tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._words.text()).height()
        narrow = bool(acts) and tall > LINES * metrics.lineSpacing()
        if narrow is not self._narrow:
            self._narrow = narrow
            self._grid.removeItem(self._acts)
            place = (1, 1, 1, 2) if narrow else (0, 2, 1, 1)
            self._grid.addLayout(self._acts, *place)

    def _do(self) -> None:
        told = self._told
        if told.act is None:
            return
        if told.done:
            self.action.setMinimumWidth(self.action.width())
            self.action.setText(told.done)
            read_aloud(self.action, told.done)
            self._reset.start()
        told.act()

    def _offer_again(self) -> None:
        self.action.setMinimumWidth(0)
        self.action.setText(self._told.action)

    def _do_other(self) -> None:
        if self._told.other is not None:
            self._told.other[1]()

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        colour = tokens.text_danger if self._picture == "warning" else tokens.text_muted
        self._mark.setPixmap(pixmap(self._picture, colour, self._theme.sized(PICTURE), self.devicePixelRatioF()))
        self.dismiss.setIcon(icon("close", tokens.text_muted, size=self._theme.sized(16)))
