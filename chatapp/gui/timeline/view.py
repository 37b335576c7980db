"""The timeline: the messages of a room on screen, as fast at a million of them as at ten."""

from collections.abc import Callable, Iterable
from itertools import islice
from time import time

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QMetaObject,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from chatapp.gui.plain import tooltip
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.accessible import Announcer, install_factory
from chatapp.gui.timeline.area import RowArea
from chatapp.gui.timeline.heads import day, local
from chatapp.gui.timeline.jump import MOST, JumpButton
from chatapp.gui.timeline.keyboard import Keyboard
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.menu import message_menu
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.pointer import Pointer
from chatapp.gui.timeline.rows import Rows
from chatapp.gui.timeline.selection import END, Selection, Span, Spot, copied, whole
from chatapp.text.links import Link

_RESTYLING = {
    QEvent.Type.FontChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.LayoutDirectionChange,
    QEvent.Type.LocaleChange,
    QEvent.Type.StyleChange,
}
_LONGEST_TOOLTIP = 500


class TimelineView(RowArea):
    """Shows a `TimelineModel`. Stays with the newest message while that is shown; elsewhere it stays where it is, and
    counts what arrives.

    `clock` gives the seconds since the Unix epoch by which days are called today and yesterday.
    """

    link_activated = Signal(str)
    """an http or https URL that the person wants opened: the very one that the message shows"""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, clock: Callable[[], float] = time) -> None:
        self._theme = theme
        self._clock = clock
        self._made = False
        self._hint = ""
        self._new = 0
        self.selection = Selection()
        self.model: TimelineModel | None = None
        self._connections: list[QMetaObject.Connection] = []
        super().__init__(Rows(self._look_of(None)), parent)
        self.announcer = Announcer(self)
        self.jump = JumpButton(theme, self)
        self.jump.clicked.connect(self.follow)
        self._pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        self._dawn = QTimer(self)
        self._dawn.setSingleShot(True)
        self._dawn.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._dawn.timeout.connect(self._restyle)
        self.copy_action = QAction(self)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.triggered.connect(self.copy)
        self.select_all_action = QAction(self.tr("Select all"), self)
        self.select_all_action.setShortcut(QKeySequence.StandardKey.SelectAll)
        self.select_all_action.triggered.connect(self.select_all)
        self.setAccessibleName(self.tr("Messages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._restyle)
        install_factory()
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
        ]
        self._on_reset()

    def set_hint(self, text: str) -> None:
        """What stands in the middle while there are no messages."""
        self._hint = text
        self.setAccessibleDescription(text)
        self.viewport().update()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.viewport().width() != self.rows.look.width:
            self._restyle()
        super().resizeEvent(event)

    # Rows

    def _on_reset(self) -> None:
        self.rows.reset(self.model)
        self.selection.clear()
        self.keyboard.current = None
        self._new = 0
        self.announcer.reset()
        self.rows_reset()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        count = last - first + 1
        self.rows.recount(first)
        self.selection.inserted(first, count)
        self.keyboard.inserted(first, count)
        self.announcer.inserted(first, count)
        if not self.at_bottom and self.model is not None and self._new <= MOST:
            entries = (self.model.entry(row) for row in range(first, last + 1))
            self._new += sum(not entry.mine for entry in islice(entries, MOST + 1))
        self.rows_inserted(first, count)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        count = last - first + 1
        self.rows.recount(first)
        self.selection.removed(first, count)
        self.keyboard.removed(first, count)
        self.announcer.removed(first, count)
        self.rows_removed(first, count)

    def _on_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        self.rows.forget(top_left.row(), bottom_right.row())
        self.restore_place(self.keep_place())

    def placed(self) -> None:
        if self.at_bottom:
            self._new = 0
        bar = self.verticalScrollBar()
        far = not self.at_bottom and (self._new > 0 or bar.maximum() - bar.value() > bar.pageStep())
        if far:
            self.jump.show_count(self._new)
            area, size = self.viewport().geometry(), self.jump.size()
            self.jump.move(
                area.center().x() - size.width() // 2, area.bottom() - size.height() - self.rows.look.margin // 2
            )
        self.jump.setVisible(far)
        self._pointer.hover()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        self.settle_to_paint(area)
        visible = self.visible()
        look = self.rows.look
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, look.ground)
        if not visible and self._hint:
            painter.setPen(look.muted)
            middle = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        ringed = self.keyboard.ringed
        for row, top in visible:
            item = self.rows.row(row)
            if top <= area.bottom() and top + item.height > area.top():
                selected = self.selection.within(row)
                hovered = row == self._pointer.hovered
                item.paint(painter, top, QRectF(area), selected, hovered=hovered, ringed=row == ringed)

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

    def link_at(self, at: QPointF) -> Link | None:
        """The link that is drawn at a point of the viewport."""
        found = self.row_at(at.y())
        return None if found is None else self.rows.row(found[0]).link_at(at.x(), at.y() - found[1])

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

    # Selecting and copying

    def begin_selection(self, span: Span) -> None:
        """Select this span alone; `extend_selection` goes on from it."""
        self.selection.begin(span)
        self.keyboard.stand(span[0].row)
        self.viewport().update()

    def extend_selection(self, span: Span) -> None:
        """Select up to this span."""
        self.selection.extend(span)
        self.viewport().update()

    def select_all(self) -> None:
        """Select every message."""
        if len(self.rows):
            self.selection.begin((Spot(0, 0), Spot(len(self.rows) - 1, END)))
            self.viewport().update()

    def clear_selection(self) -> None:
        """Select nothing."""
        self.selection.clear()
        self.viewport().update()

    def selected_text(self) -> str:
        """What copying would give: the selection, or else the message that the keyboard or the menu is at."""
        if self.model is None:
            return ""
        selection = self.selection
        if not selection and self.keyboard.current is not None:
            selection = Selection()
            selection.begin(whole(self.keyboard.current))
        return copied(selection, self.model.entry, len(self.rows))

    def copy(self) -> None:
        """Put the selected text into the clipboard. Takes a second or two for a million messages."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def offer_selection(self) -> None:
        """Let other programs paste with the middle button what was just selected, where the system knows that."""
        clipboard = QGuiApplication.clipboard()
        if self.selection and clipboard.supportsSelection():
            clipboard.setText(self.selected_text(), QClipboard.Mode.Selection)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._pointer.leave()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            link = self.link_at(QPointF(event.pos()))
            if link is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tooltip(link.url[:_LONGEST_TOOLTIP]), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        links: list[Link] = []
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            if self.keyboard.current is None:
                return
            place = self.message_rect(self.keyboard.current)
            at = QPoint(place.center().x(), min(place.bottom(), self.viewport().height()))
            links = list(self.rows.row(self.keyboard.current).links)
        else:
            found = self.row_at(at.y())
            if found is None:
                return
            self.keyboard.stand(found[0])
            link = self.link_at(QPointF(at))
            links = [] if link is None else [link]
        self.copy_action.setText(self.tr("Copy") if self.selection else self.tr("Copy message"))
        message_menu(self, links).popup(self.viewport().mapToGlobal(at))

    # Keyboard

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll))
        ):
            # With the keyboard here, these mean the messages, whatever a menu has them mean.
            event.accept()
        elif event.type() == QEvent.Type.DevicePixelRatioChange and self._made:
            self._restyle()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.keyboard.press(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.keyboard.arrive(event.reason())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
