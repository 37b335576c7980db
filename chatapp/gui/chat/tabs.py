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
_MOST = QSize(1000, 1000)


class RoomTabs(QTabBar):
    """Tabs are named by their room. Closing one is asked for, and done by whoever owns the pages."""

    chosen = Signal(str)
    close_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: dict[str, str | None] = {}
        """what the mark on a room's tab says: nothing in a dot; None where there is no mark"""
        self._drawn: dict[str, QIcon] = {}
        """marks by what they say"""
        self._places: dict[str, int] = {}
        """where the tabs were when they were last looked for"""
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
        self._draw_cross(button)
        self._make_room()

    def remove(self, room: str) -> None:
        place = self._place(room)
        if place >= 0:
            self._marks.pop(room, None)
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
        mark = _mark(badge)
        if mark != self._marks.get(room):
            self._marks[room] = mark
            self._make_room()
            self.setTabIcon(place, self._drawn_mark(mark))
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
        place = self._places.get(room, -1)
        if place < 0 or self.tabData(place) != room:
            self._places = {each: number for number, each in enumerate(self.rooms())}
            place = self._places.get(room, -1)
        return place

    def _choose(self, place: int) -> None:
        if place >= 0 and self.tabData(place) is not None:
            self.chosen.emit(self.tabData(place))

    def _buttons(self) -> Iterator[QToolButton]:
        for place in range(self.count()):
            button = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                yield button

    def _draw_icons(self) -> None:
        for button in self._buttons():
            self._draw_cross(button)
        self._drawn.clear()
        self._make_room()
        for place, room in enumerate(self.rooms()):
            self.setTabIcon(place, self._drawn_mark(self._marks.get(room)))

    def _draw_cross(self, button: QToolButton) -> None:
        cross = self._theme.sized(14)
        button.setIcon(icon("close", self._theme.tokens.text_muted, size=cross))
        button.setIconSize(QSize(cross, cross))
        # It is small with a cross in it, and Qt has asked before the cross was there.
        button.resize(button.sizeHint())

    def _make_room(self) -> None:
        """Every tab with a mark is made as wide as the widest mark needs."""
        marks = [self._drawn_mark(mark) for mark in {*self._marks.values()} if mark is not None]
        width = max((mark.actualSize(_MOST).width() for mark in marks), default=DOT)
        size = QSize(width, self.fontMetrics().height() + 4)
        if size != self.iconSize():
            self.setIconSize(size)

    def _drawn_mark(self, mark: str | None) -> QIcon:
        """The same one for whatever says the same: marks change with every message of a flood."""
        if mark is None:
            return QIcon()
        if mark not in self._drawn:
            self._drawn[mark] = self._draw_mark(mark)
        return self._drawn[mark]

    def _draw_mark(self, text: str) -> QIcon:
        tokens = self._theme.tokens
        if not text:
            return dot(tokens.badge, self._theme.sized(DOT), MARGIN)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        font.setWeight(QFont.Weight.Bold)
        return pill(text, font, ground=tokens.badge, ink=tokens.badge_text, margin=MARGIN)


def _mark(badge: Badge) -> str | None:
    """What a tab's mark says."""
    if badge.calls:
        return badge_text(badge)
    return "" if badge.unread else None
