"""The emoji popup: a search field, groups, the grid and a preview, over the window that asked for it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBitmap,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from chatapp.gui.emoji.font import Drawable
from chatapp.gui.emoji.grid import EmojiGrid
from chatapp.gui.emoji.groups import RECENT, GroupBar, title
from chatapp.gui.emoji.model import EmojiModel, Section
from chatapp.gui.emoji.preview import Preview
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.emoji.search import SearchField
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import Tokens
from chatapp.text.emoji import Emoji, catalogue

COLUMNS = 9
_LINES = 8
_GAP = 4
_RADIUS = 10.0
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EmojiPopup(QWidget):
    """Choose one emoji, or with Shift several. Reads nothing before it is first opened or prepared."""

    chosen = Signal(str)
    """the characters of an emoji, fully qualified; the popup has closed by then, unless Shift was held"""

    def __init__(self, theme: Theme, recents: Recents, parent: QWidget | None = None) -> None:
        """Uses are counted in `recents`, which the owner keeps and stores."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._recents = recents
        self._drawable = Drawable()
        self._groups: tuple[Section, ...] = ()
        self._preparing: Iterator[bool] | None = None
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._prepare_next)
        self._anchor: QWidget | None = None
        # Where windows are always composited the corners are transparent; X11 may do without, so there they are cut.
        self._cut_corners = QGuiApplication.platformName() == "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._cut_corners)
        self.setAccessibleName(self.tr("Choose an emoji"))

        self._model = EmojiModel(self)
        self._search = SearchField(theme, self)
        self._bar = GroupBar(theme, self)
        self._bar.setAccessibleName(self.tr("Emoji groups"))
        self._grid = EmojiGrid(theme, self._model, self)
        self._grid.setAccessibleName(self.tr("Emoji"))
        self._grid.set_empty_text(self.tr("No emoji found"), self.tr("Try another word, or part of one."))
        self._preview = Preview(theme, self)

        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 6)
        layout.setSpacing(6)
        layout.addWidget(self._search)
        layout.addWidget(self._bar)
        layout.addWidget(self._grid, 1)
        layout.addWidget(self._preview)

        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._look_for)
        self._bar.tabBarClicked.connect(self._go_to_group)
        self._bar.currentChanged.connect(self._go_to_group)
        self._grid.picked.connect(self._choose)
        self._grid.pointed.connect(self._preview.show_emoji)
        self._grid.section_changed.connect(self._mark_group)
        self._grid.left_upwards.connect(partial(self._search.setFocus, Qt.FocusReason.BacktabFocusReason))
        self._grid.typed.connect(self._type)
        theme.changed.connect(self._restyle)
        self._restyle()

    def prepare(self) -> None:
        """Read the catalogue and ask the font, in slices of the event loop; the longest takes some 30 ms.

        For an idle moment; returns at once. An opening before it is done does what is left, and takes that much longer.
        """
        if not self._groups and self._preparing is None:
            self._preparing = self._prepare()
            self._slice.start()

    def _prepare_next(self) -> None:
        if self._preparing is None or next(self._preparing, None) is None:
            self._preparing = None
            self._slice.stop()

    def _prepare(self) -> Iterator[bool]:
        """Does one slice between one True and the next."""
        groups = catalogue().groups
        yield True
        sections = []
        for group in groups:
            self._drawable.learn(emoji.characters for emoji in group.emoji)
            sections.append(
                Section(group.key, title(group.key, group.name), tuple(filter(self._can_draw, group.emoji)))
            )
            yield True
        self._groups = tuple(sections)

    def open_at(self, anchor: QWidget) -> None:
        """Show it above the anchor, or below where there is more room; search empty and focused, recents first."""
        self.prepare()
        while self._preparing is not None:
            self._prepare_next()
        self._anchor = anchor
        self._search.clear()
        self._show_everything()
        available = anchor.screen().availableGeometry()
        target = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setGeometry(placed(target, self.sizeHint(), available, mirrored=mirrored))
        self.show()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:
        margins = self._column.contentsMargins()
        width = COLUMNS * self._grid.cell + self._grid.verticalScrollBar().sizeHint().width()
        others = self._search.sizeHint().height() + self._bar.sizeHint().height() + self._preview.sizeHint().height()
        height = others + _LINES * self._grid.cell + 3 * self._column.spacing()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    # What the parts do together.

    def _show_everything(self) -> None:
        known = catalogue()
        found = dict.fromkeys(filter(None, map(known.find, self._recents.characters)))
        recent = Section(RECENT, title(RECENT), tuple(filter(self._can_draw, found))[: 3 * COLUMNS])
        self._model.show((recent, *self._groups))
        self._bar.set_groups({section.key: section.title for section in self._model.sections})
        self._bar.dim(False)
        self._grid.start()

    def _look_for(self, text: str) -> None:
        if not text.strip():
            self._show_everything()
            return
        hits = catalogue().search(text, self._recents.characters)
        self._model.show((Section("found", self.tr("Search results"), tuple(filter(self._can_draw, hits))),))
        self._bar.dim(True)
        self._grid.start()
        if not hits:
            self._preview.show_emoji(None)

    def _go_to_group(self, index: int) -> None:
        if index < 0:
            return
        if self._search.text():
            self._search.clear()
        self._grid.go_to_section(index)

    def _mark_group(self, section: int) -> None:
        if section >= 0 and not self._search.text().strip():
            self._bar.show_current(section)

    def _choose(self, emoji: Emoji) -> None:
        self._recents.use(emoji.characters)
        if not QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.close()
        self.chosen.emit(emoji.characters)

    def _type(self, event: QKeyEvent) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self._search, event)

    def _can_draw(self, emoji: Emoji) -> bool:
        return self._drawable(emoji.characters)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The press that closes it must not open it again when it lands on the button that did.
        anchor = self._anchor
        on_anchor = anchor is not None and anchor.rect().contains(
            anchor.mapFromGlobal(event.globalPosition().toPoint())
        )
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, on_anchor)
        super().mousePressEvent(event)

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cut_corners:
            mask = QBitmap(self.size())
            mask.fill(Qt.GlobalColor.color0)
            painter = QPainter(mask)
            painter.setBrush(Qt.GlobalColor.color1)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)
            painter.end()
            self.setMask(mask)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        edge = _between(QColor(tokens.border), QColor(tokens.border_strong))
        painter = QPainter(self)
        if self._cut_corners:
            painter.fillRect(self.rect(), edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _restyle(self) -> None:
        self.setStyleSheet(_style(self._theme.tokens))
        self.update()


def placed(anchor: QRect, size: QSize, available: QRect, *, mirrored: bool = False) -> QRect:
    """Where a popup of this size goes: above the anchor, else below, else where there is more room, made smaller.

    It starts at the anchor's leading edge and is moved and narrowed to lie within `available` entirely.
    """
    above = anchor.top() - _GAP - available.top()
    below = available.bottom() + 1 - (anchor.bottom() + 1 + _GAP)
    width = min(size.width(), available.width())
    upwards = above >= size.height() or above >= below
    height = max(min(size.height(), above if upwards else below, available.height()), min(120, available.height()))
    left = anchor.right() + 1 - width if mirrored else anchor.left()
    top = anchor.top() - _GAP - height if upwards else anchor.bottom() + 1 + _GAP
    return QRect(
        max(available.left(), min(left, available.right() + 1 - width)),
        max(available.top(), min(top, available.bottom() + 1 - height)),
        width,
        height,
    )


def _between(one: QColor, other: QColor) -> QColor:
    return QColor((one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2)


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
