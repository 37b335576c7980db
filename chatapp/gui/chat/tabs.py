"""The tabs: one an open room, with a dot for what is unread, a number for what one is to be told of, and a word for
what is only viewed."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from chatapp.gui import names
from chatapp.gui.chat.room import Standing
from chatapp.gui.plain import caption, tooltip
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.theme import Theme
from chatapp.gui.told.marks import badge_text, dot, pill
from chatapp.gui.told.summary import Badge

DOT = 8
MARGIN = 3
"""pixels between a mark and the room's name"""
NOTHING_NEW = Badge()


class RoomTabs(QTabBar):
    """Tabs are named by their room. Closing one is asked for, and done by whoever owns the pages."""

    chosen = Signal(str)
    close_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._badges: dict[str, Badge] = {}
        """what is seen on the tabs, by room"""
        self.setProperty("look", "rooms")
        self.setAccessibleName(self.tr("Open rooms"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._choose)
        theme.changed.connect(self._draw_icons)

    def rooms(self) -> list[str]:
        """The rooms, in the order of their tabs."""
        return [self.tabData(place) for place in range(self.count())]

    def current(self) -> str | None:
        place = self.currentIndex()
        return self.tabData(place) if place >= 0 else None

    def add(self, room: str) -> None:
        """A tab at the end; not brought to the front."""
        self.blockSignals(True)
        place = self.addTab("")
        self.setTabData(place, room)
        self.blockSignals(False)
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(self.tr("Close {room}").format(room=names.room(room)))
        button.setToolTip(tooltip(self.tr("Close tab")))
        button.clicked.connect(lambda: self.close_asked.emit(room))
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, button)
        self._draw_icons()

    def remove(self, room: str) -> None:
        place = self._place(room)
        if place >= 0:
            self._badges.pop(room, None)
            self.removeTab(place)

    def bring_to_front(self, room: str) -> None:
        self.setCurrentIndex(self._place(room))

    def move_current(self, by: int) -> None:
        """Move the tab in front by so many places, as far as there are any."""
        place = self.currentIndex()
        if place >= 0:
            self.moveTab(place, max(0, min(place + by, self.count() - 1)))

    def show_state(self, room: str, standing: Standing, badge: Badge = NOTHING_NEW) -> None:
        place = self._place(room)
        if place < 0:
            return
        title = names.room(room)
        match standing:
            case Standing.JOINED:
                text = title
            case Standing.VIEWED:
                text = self.tr("{room} (viewing)").format(room=title)
            case Standing.GONE:
                text = self.tr("{room} (deleted)").format(room=title)
        if caption(text) != self.tabText(place):
            self.setTabText(place, caption(text))
            self.setTabToolTip(place, tooltip(text))
        if badge != self._badges.get(room, NOTHING_NEW):
            self._badges[room] = badge
            self._draw_marks()
        spoken = text
        if badge.mentions:
            spoken = self.tr("{room}, %Ln mentions", "", badge.mentions).format(room=text)
        elif badge.unread:
            spoken = self.tr("{room}, %Ln unread", "", badge.unread).format(room=text)
        self.setAccessibleTabName(place, spoken)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._draw_icons()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and place >= 0:
            self.close_asked.emit(self.tabData(place))
        super().mouseReleaseEvent(event)

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(min(hint.width(), 26 * self.fontMetrics().averageCharWidth() + 40), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        hint = self.tabSizeHint(index)
        return QSize(
            min(hint.width(), 12 * self.fontMetrics().averageCharWidth() + self._theme.sized(60)), hint.height()
        )

    def _place(self, room: str) -> int:
        return next((place for place in range(self.count()) if self.tabData(place) == room), -1)

    def _choose(self, place: int) -> None:
        if place >= 0 and self.tabData(place) is not None:
            self.chosen.emit(self.tabData(place))

    def _buttons(self) -> Iterator[QToolButton]:
        for place in range(self.count()):
            button = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                yield button

    def _draw_icons(self) -> None:
        cross = self._theme.sized(14)
        for button in self._buttons():
            button.setIcon(icon("close", self._theme.tokens.text_muted, size=cross))
            button.setIconSize(QSize(cross, cross))
            # It is small with a cross in it, and Qt has asked before the cross was there.
            button.resize(button.sizeHint())
        self._draw_marks()

    def _draw_marks(self) -> None:
        marks = [self._mark(self._badges.get(room, NOTHING_NEW)) for room in self.rooms()]
        most = QSize(1000, 1000)
        # Every tab with a mark is made as wide as the widest mark needs.
        sizes = [mark.actualSize(most) for mark in marks if not mark.isNull()]
        self.setIconSize(QSize(max((size.width() for size in sizes), default=DOT), self.fontMetrics().height() + 4))
        for place, mark in enumerate(marks):
            self.setTabIcon(place, mark)

    def _mark(self, badge: Badge) -> QIcon:
        tokens = self._theme.tokens
        if not badge.calls:
            return dot(tokens.badge, self._theme.sized(DOT), MARGIN) if badge.unread else QIcon()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        font.setWeight(QFont.Weight.Bold)
        return pill(badge_text(badge), font, ground=tokens.badge, ink=tokens.badge_text, margin=MARGIN)
