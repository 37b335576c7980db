"""The messages of a model on screen: what is painted of them, and where each of them is."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QLocale, QMetaObject, QModelIndex, QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.area import RowArea
from chatapp.gui.timeline.heads import day, local
from chatapp.gui.timeline.hits import Hit
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.row import UNMARKED, Marks
from chatapp.gui.timeline.rows import Rows
from chatapp.gui.timeline.selection import Spot
from chatapp.text.links import Link

_RESTYLING = {
    QEvent.Type.FontChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.LayoutDirectionChange,
    QEvent.Type.LocaleChange,
    QEvent.Type.StyleChange,
}


class Follower(Protocol):
    """Whatever remembers rows by number, and is told when the numbers change. The view knows the rows by then."""

    def inserted(self, first: int, count: int) -> None:
        """Rows came before what was row `first`."""

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""

    def reset(self) -> None:
        """All rows are other ones."""


class Canvas(RowArea):
    """Paints a `TimelineModel`, in a theme's colours and with days called by a clock.

    Those who set rows off, or remember them, are subclasses: they have `marks` say how, and `followers` told.
    """

    def __init__(self, theme: Theme, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        """`clock` gives the seconds since the Unix epoch."""
        self._theme = theme
        self._clock = clock
        self._made = False
        self._hint = ""
        self._me = ""
        self.model: TimelineModel | None = None
        self.followers: list[Follower] = []
        self._connections: list[QMetaObject.Connection] = []
        super().__init__(Rows(self._look_of(None)), parent)
        self._dawn = QTimer(self)
        self._dawn.setSingleShot(True)
        self._dawn.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._dawn.timeout.connect(self._restyle)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._restyle)
        self._made = True
        self._restyle()

    def set_model(self, model: TimelineModel) -> None:
        """Show another room's messages, from the newest."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self.model = model
        self._connections = [
            model.rowsInserted.connect(self._on_inserted),
            model.rowsRemoved.connect(self._on_removed),
            model.dataChanged.connect(self._on_changed),
            model.modelReset.connect(self._on_reset),
            model.paging_changed.connect(self._on_paging_changed),
        ]
        self._on_reset()

    def set_hint(self, text: str) -> None:
        """What stands in the middle while there are no messages."""
        self._hint = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    @property
    def me(self) -> str:
        """What the person is called who looks at it; empty where nobody said so."""
        return self._me

    def set_me(self, name: str) -> None:
        """What the person is called who looks at it: messages that call them so are set off."""
        if name != self._me:
            self._me = name
            self._restyle()

    @property
    def live(self) -> bool:
        return self.model is None or self.model.live

    # Look

    def _look_of(self, widget: QWidget | None) -> Look:
        today = day(self._clock())
        if widget is None:
            font, locale = QGuiApplication.font(), QLocale()
            return Look(self._theme.tokens, font, 1, mirrored=False, locale=locale, today=today)
        return Look(
            self._theme.tokens,
            widget.font(),
            self.viewport().width(),
            mirrored=widget.isRightToLeft(),
            locale=widget.locale(),
            today=today,
            scale=widget.devicePixelRatioF(),
            compact=self._theme.measures.compact,
            me=self._me,
        )

    def _restyle(self) -> None:
        """Lay out anew: the width, the theme, the font, the language or the day is another."""
        place = self.keep_place()
        self.rows.restyle(self._look_of(self))
        self.restore_place(place)
        self.viewport().update()
        now = local(self._clock())
        midnight = 86_400 - (now.tm_hour * 60 + now.tm_min) * 60 - now.tm_sec
        # At most an hour at a time: a timer does not count the time that a computer sleeps.
        self._dawn.start(1000 * min(3600, midnight + 1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLING and self._made:
            self._restyle()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._made:
            self._restyle()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.viewport().width() != self.rows.look.width:
            self._restyle()
        super().resizeEvent(event)

    # Rows

    def _on_reset(self) -> None:
        self.rows.reset(self.model)
        for follower in self.followers:
            follower.reset()
        self.rows_reset()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        count = last - first + 1
        before = self.anchor_height() if first == 0 else None
        self.rows.inserted(first, count)
        for follower in self.followers:
            follower.inserted(first, count)
        self.rows_inserted(first, count)
        if first == 0:
            self.anchor_changed(before, above=True)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        count = last - first + 1
        self.rows.removed(first, count)
        for follower in self.followers:
            follower.removed(first, count)
        self.rows_removed(first, count)

    def _on_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        before = self.anchor_height()
        # And the one below, for what stands above it depends on this one.
        self.rows.forget(top_left.row(), bottom_right.row() + 1)
        self.anchor_changed(before)

    def _on_paging_changed(self) -> None:
        self._settle_soon()
        self.viewport().update()

    # Painting

    def marks(self, _row: int) -> Marks:
        """How a row is set off."""
        return UNMARKED

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        self.settle_to_paint(area)
        visible = self.visible()
        look = self.rows.look
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, look.ground)
        if not visible:
            loading = self.model is not None and self.model.timeline.loading
            painter.setPen(look.muted)
            middle = self.viewport().rect().adjusted(24, 24, -24, -24)
            hint = self.tr("Loading…") if loading else self._hint
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)
        clip, upper, lower = QRectF(area), area.top(), area.bottom()
        for row, top in visible:
            item = self.rows.row(row)
            if top <= lower and top + item.height > upper:
                item.paint(painter, top, clip, self.marks(row))
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the rows."""

    def update_rows(self, rows: Iterable[int | None]) -> None:
        """Have these rows painted again, as far as they show."""
        wanted = set(rows)
        for row, top in self.visible():
            if row in wanted:
                self.viewport().update(0, top, self.viewport().width(), self.rows.height(row))

    # Where

    def spot_at(self, at: QPointF) -> Spot | None:
        """The place in a message that is nearest to a point of the viewport."""
        y = min(max(0.0, at.y()), self.viewport().height() - 1.0)
        found = self.row_at(y)
        if found is None:
            return None
        return Spot(found[0], self.rows.row(found[0]).index_at(at.x(), y - found[1]))

    def hit_at(self, at: QPointF) -> Hit | None:
        """What a click at a point of the viewport means."""
        found = self.row_at(at.y())
        return None if found is None else self.rows.row(found[0]).hit_at(at.x(), at.y() - found[1])

    def hint_at(self, at: QPointF) -> str:
        """What is to be said of what is drawn at a point of the viewport; empty for nothing."""
        found = self.row_at(at.y())
        return "" if found is None else self.rows.row(found[0]).hint_at(at.x(), at.y() - found[1])

    def link_at(self, at: QPointF) -> Link | None:
        """The link that is drawn at a point of the viewport."""
        hit = self.hit_at(at)
        return hit if isinstance(hit, Link) else None

    def over_text(self, at: QPointF) -> bool:
        """Whether a message's text is drawn at a point of the viewport."""
        found = self.row_at(at.y())
        return found is not None and self.rows.row(found[0]).over_text(at.x(), at.y() - found[1])

    def message_rect(self, row: int) -> QRect:
        """Where a message stands in the viewport; empty where it does not show."""
        for seen, top in self.visible():
            if seen == row:
                return self.rows.row(row).message_rect().translated(0, top)
        return QRect()
