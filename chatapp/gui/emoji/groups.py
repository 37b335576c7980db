"""The bar of groups above the grid, and how groups are called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from chatapp.gui.emoji.font import emoji_font, emoji_pen
from chatapp.gui.theme.theme import Theme

RECENT = "recent"
_CONTEXT = "EmojiGroups"
_GROUPS = {
    RECENT: (QT_TRANSLATE_NOOP("EmojiGroups", "Recent"), "🕘"),
    "smileys-emotion": (QT_TRANSLATE_NOOP("EmojiGroups", "Smileys and emotion"), "😀"),
    "people-body": (QT_TRANSLATE_NOOP("EmojiGroups", "People and body"), "👋"),
    "animals-nature": (QT_TRANSLATE_NOOP("EmojiGroups", "Animals and nature"), "🐻"),
    "food-drink": (QT_TRANSLATE_NOOP("EmojiGroups", "Food and drink"), "🍎"),
    "travel-places": (QT_TRANSLATE_NOOP("EmojiGroups", "Travel and places"), "🚗"),
    "activities": (QT_TRANSLATE_NOOP("EmojiGroups", "Activities"), "⚽"),
    "objects": (QT_TRANSLATE_NOOP("EmojiGroups", "Objects"), "💡"),
    "symbols": (QT_TRANSLATE_NOOP("EmojiGroups", "Symbols"), "💠"),
    "flags": (QT_TRANSLATE_NOOP("EmojiGroups", "Flags"), "🚩"),
}


def title(key: str, english: str = "") -> str:
    """A group's name in the interface's language; its English one where the catalogue has a group that is new here."""
    return QCoreApplication.translate(_CONTEXT, str(_GROUPS[key][0])) if key in _GROUPS else english


class GroupBar(QTabBar):
    """One tab a group, drawn as an emoji of it. The names are tooltips and what a screen reader says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: tuple[str, ...] = ()
        self._dimmed = False
        self._hovered = -1
        self.setExpanding(True)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_groups(self, titles: dict[str, str]) -> None:
        """One tab for each key, in this order, called by its title."""
        if (keys := tuple(titles)) == self._keys:
            return
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for index, name in enumerate(titles.values()):
            self.addTab("")
            self.setTabToolTip(index, name)
            self.setAccessibleTabName(index, name)
        self.blockSignals(False)
        self._keys = keys

    def show_current(self, index: int) -> None:
        """Mark a tab without asking anyone to go there."""
        self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(False)

    def dim(self, dimmed: bool) -> None:
        """Mark no tab: what is shown belongs to none of them."""
        if dimmed is not self._dimmed:
            self._dimmed = dimmed
            self.update()

    def tabSizeHint(self, _index: int) -> QSize:
        height = round(QFontMetricsF(self.font()).height() * 2.1)
        return QSize(self.width() // max(self.count(), 1), height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(16, self.tabSizeHint(index).height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(QPointF(0, self.height() - 0.5), QPointF(self.width(), self.height() - 0.5))
        font = emoji_font(round(QFontMetricsF(self.font()).height() * 1.15))
        pen = emoji_pen(font)
        painter.setFont(font)
        for index, key in enumerate(self._keys):
            cell = QRectF(self.tabRect(index))
            marked = index == self.currentIndex() and not self._dimmed
            ground = cell.adjusted(2, 1, -2, -5)
            painter.setPen(QPen(QColor(tokens.focus), tokens.ring) if marked and self.hasFocus() else Qt.PenStyle.NoPen)
            if index == self._hovered or (marked and self.hasFocus()):
                painter.setBrush(QColor(tokens.surface_hover))
                painter.drawRoundedRect(ground, 6, 6)
            if marked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.accent))
                painter.drawRoundedRect(QRectF(cell.left() + 5, cell.bottom() - 2, cell.width() - 10, 3), 1.5, 1.5)
            painter.setOpacity(1.0 if marked or index == self._hovered or tokens.strong else 0.55)
            painter.setPen(QColor(tokens.text))
            painter.drawText(ground.center() + pen, _GROUPS[key][1] if key in _GROUPS else "🔹")
            painter.setOpacity(1.0)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
