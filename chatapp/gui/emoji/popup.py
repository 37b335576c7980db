"""The emoji popup: a search field, groups, the grid and a preview, over the window that asked for it."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.emoji.button import EmojiButton
from chatapp.gui.emoji.card import Card
from chatapp.gui.emoji.frame import PopupFrame
from chatapp.gui.emoji.grid import EmojiGrid, asks_for_more
from chatapp.gui.emoji.groups import RECENT, GroupBar
from chatapp.gui.emoji.model import EmojiModel, Section
from chatapp.gui.emoji.preview import Preview
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.emoji.search import SearchField
from chatapp.gui.emoji.shelf import Shelf
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import Tokens
from chatapp.text.emoji import Emoji
from chatapp.text.tones import PLAIN, in_tone, tones_of

COLUMNS = 9
_LINES = 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_HAND = "✋"
"""shows the tone of all emoji"""
_PAUSE = 600
"""milliseconds without a key after which a screen reader is told what was found"""


class EmojiPopup(PopupFrame):
    """Choose one emoji, or with Shift several. Reads nothing before it is first opened or prepared."""

    chosen = Signal(str)
    """the characters of an emoji, fully qualified; the popup has closed by then, unless Shift was held"""
    tone_chosen = Signal(str)
    """one of `TONES`, for all emoji from now on"""
    recents_changed = Signal()
    """some were removed from them"""

    def __init__(self, theme: Theme, recents: Recents, parent: QWidget | None = None) -> None:
        """Uses are counted in `recents`, which the owner keeps and stores."""
        super().__init__(theme, parent)
        self._recents = recents
        self._shelf = Shelf(recents, 3 * COLUMNS, self)
        self._then: Callable[[str], object] = self._choose_tone
        self._about: Emoji | None = None
        self._tell_hits = QTimer(self, singleShot=True, interval=_PAUSE)
        self._tell_hits.timeout.connect(self._read_hits)
        self.setAccessibleName(self.tr("Choose an emoji"))

        self._model = EmojiModel(self)
        self._model.offer(self._shelf.form)
        self._search = SearchField(theme, self)
        self._hand = EmojiButton(theme, self)
        self._bar = GroupBar(theme, self)
        self._bar.setAccessibleName(self.tr("Emoji groups"))
        self._grid = EmojiGrid(theme, self._model, self)
        self._grid.setAccessibleName(self.tr("Emoji"))
        self._grid.set_empty_text(self.tr("No emoji found"), self.tr("Try another word, or part of one."))
        self._preview = Preview(theme, self)
        self._arrange()
        self._card = Card(theme, self)

        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._look_for)
        self._hand.clicked.connect(self._offer_tones)
        self._bar.tabBarClicked.connect(self._go_to_group)
        self._bar.currentChanged.connect(self._go_to_group)
        self._grid.picked.connect(self._choose)
        self._grid.pointed.connect(self._name)
        self._grid.section_changed.connect(self._mark_group)
        self._grid.left_upwards.connect(partial(self._search.setFocus, Qt.FocusReason.BacktabFocusReason))
        self._grid.typed.connect(self._type)
        self._grid.more_wanted.connect(self._offer_more)
        self._grid.dragged.connect(self._card.point_at)
        self._grid.dropped.connect(self._card.press_at)
        self._card.chosen.connect(self._use_form)
        self._card.forgotten.connect(self._forget)
        self._card.all_forgotten.connect(self._forget_all)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.use_tone(PLAIN)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._search, 1)
        top.addWidget(self._hand)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 10, 6)
        self._column.setSpacing(6)
        self._column.addLayout(top)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._grid, 1)
        self._column.addWidget(self._preview)
        # The hand is beside the search, and yet the last that the keyboard comes to: one chooses a tone once.
        stops = self._search, self._bar, self._grid, self._hand
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def prepare(self) -> None:
        """Read the catalogue and ask the font while nothing else happens; returns at once.

        An opening before it is done does what is left, and takes that much longer.
        """
        self._shelf.prepare()

    def use_tone(self, tone: str) -> None:
        """Offer emoji in this one of `TONES`."""
        self._shelf.tone = tone
        self._hand.show_emoji(in_tone(_HAND, tone), self.tr("Skin tone of all emoji"))
        if self._model.rows:
            self._model.offer(self._shelf.form)
            self._grid.start()

    def open_at(self, anchor: QWidget) -> None:
        """Show it above the anchor, or below where there is more room; search empty and focused, recents first."""
        self._card.leave()
        self._search.clear()
        self._show_everything()
        self.show_at(anchor)
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:
        margins = self._column.contentsMargins()
        width = COLUMNS * self._grid.cell + self._grid.verticalScrollBar().sizeHint().width()
        top = max(self._search.sizeHint().height(), self._hand.sizeHint().height())
        others = top + self._bar.sizeHint().height() + self._preview.sizeHint().height()
        height = others + _LINES * self._grid.cell + 3 * self._column.spacing()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    # What the parts do together.

    def _show_everything(self) -> None:
        self._tell_hits.stop()
        self._model.show(self._shelf.everything())
        self._bar.set_groups({section.key: section.title for section in self._model.sections})
        self._bar.dim(False)
        self._grid.start()

    def _look_for(self, text: str) -> None:
        if not text.strip():
            self._show_everything()
            return
        hits = self._shelf.search(text)
        self._model.show((Section("found", self.tr("Search results"), hits),))
        self._bar.dim(True)
        self._grid.start()
        self._tell_hits.start()
        if not hits:
            self._preview.show_emoji(None)

    def _read_hits(self) -> None:
        best = self._grid.current()
        if best is None:
            read_aloud(self, self.tr("No emoji found"))
        else:
            found = self.tr("%Ln emoji found, first: {name}", "", len(self._model.rows))
            read_aloud(self, found.format(name=best.name))

    def _go_to_group(self, index: int) -> None:
        if index < 0:
            return
        if self._search.text():
            self._search.clear()
        self._grid.go_to_section(index)

    def _mark_group(self, section: int) -> None:
        if section >= 0 and not self._search.text().strip():
            self._bar.show_current(section)

    def _name(self, emoji: Emoji | None) -> None:
        self._preview.show_emoji(emoji, self._shelf.form(emoji) if emoji else "")

    def _choose(self, emoji: Emoji) -> None:
        self._take(emoji, self._shelf.form(emoji))

    def _take(self, emoji: Emoji, form: str) -> None:
        self._recents.use(emoji.characters)
        if not QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.close()
        self.chosen.emit(form)

    def _offer_more(self, row: int) -> None:
        """The tones of an emoji, and for a recent one that it be forgotten; nothing where it has neither."""
        emoji = self._model.rows[row]
        forms = self._shelf.forms(emoji)
        recent = self._model.section(row).key == RECENT
        if forms or recent:
            cell = self._grid.visualRect(self._model.index(row))
            cell.moveTo(self._grid.viewport().mapTo(self, cell.topLeft()))
            self._then = partial(self._take, emoji)
            self._about = emoji
            self._card.offer(cell, emoji.name, forms, self._shelf.form(emoji), forgettable=recent)
            self._grid.hold()

    def _use_form(self, characters: str) -> None:
        self._then(characters)

    def _offer_tones(self) -> None:
        """The tones of all emoji."""
        hand = self._shelf.find(_HAND)
        forms = [] if hand is None else self._shelf.forms(hand)
        if forms:
            place = QRect(self._hand.mapTo(self, QPoint(0, 0)), self._hand.size())
            self._then = self._choose_tone
            self._card.offer(place, self._hand.accessibleName(), forms, self._hand.emoji, forgettable=False)

    def _choose_tone(self, hand: str) -> None:
        tone = next(iter(tones_of(hand)), PLAIN)
        self.use_tone(tone)
        self.tone_chosen.emit(tone)

    def _forget(self) -> None:
        if self._about is not None:
            place = self._grid.currentIndex().row()
            for used in self._recents.characters:
                if self._shelf.find(used) == self._about:
                    self._recents.forget(used)
            self._show_fewer()
            self._grid.setCurrentIndex(self._model.index(place))

    def _forget_all(self) -> None:
        self._recents.clear()
        self._show_fewer()

    def _show_fewer(self) -> None:
        self._show_everything()
        self.recents_changed.emit()

    def _type(self, event: QKeyEvent) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self._search, event)

    # Keys and mouse.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._search_key(event)
        return super().eventFilter(watched, event)

    def _search_key(self, event: QKeyEvent) -> bool:
        """Keys of the search field that are the grid's; True where they were."""
        key = event.key()
        forward = Qt.Key.Key_Left if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        at_end = self._search.cursorPosition() == len(self._search.text()) and not event.modifiers()
        if key in _ENTER:
            emoji = self._grid.current()
            if emoji is not None:
                self._choose(emoji)
            return True
        if key == Qt.Key.Key_Down and asks_for_more(event):
            self._grid.want_more()
            return True
        if key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} or (key == forward and at_end):
            if self._model.rows:
                self._grid.setFocus(Qt.FocusReason.TabFocusReason)
                if key != Qt.Key.Key_Down:  # Down goes to the first cell, which is current already
                    QApplication.sendEvent(self._grid, event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._search.text():
                self._search.clear()
                self._search.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_hits.stop()
        self._card.leave()

    # Looks.

    def _restyle(self) -> None:
        self.setStyleSheet(_style(self._theme.tokens))


def _style(tokens: Tokens) -> str:
    return f"""
        QTabBar {{ background: {tokens.surface}; border: none; }}
        QScrollBar:vertical {{ background: {tokens.surface}; width: 10px; margin: 0; border: none; }}
        QScrollBar::handle:vertical {{
            background: {tokens.border_strong}; border-radius: 3px; min-height: 28px; margin: 1px 1px 1px 3px;
        }}
        QScrollBar::handle:vertical:disabled {{ background: transparent; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
