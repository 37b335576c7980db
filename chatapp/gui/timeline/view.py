"""The timeline: the messages of a room on screen, as fast at a million of them as at ten."""

from collections.abc import Callable
from datetime import date
from itertools import islice
from time import time

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt, Signal
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
)
from PySide6.QtWidgets import QToolTip, QWidget

from chatapp.gui.plain import tooltip
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline import position
from chatapp.gui.timeline.accessible import Announcer, install_factory
from chatapp.gui.timeline.bar import ActionBar
from chatapp.gui.timeline.canvas import Canvas
from chatapp.gui.timeline.doable import Deed, Rights, doable
from chatapp.gui.timeline.flash import Flash
from chatapp.gui.timeline.heads import day
from chatapp.gui.timeline.hits import Act, Chip, Hit, Quoted
from chatapp.gui.timeline.jump import MOST, JumpButton
from chatapp.gui.timeline.keyboard import Keyboard
from chatapp.gui.timeline.menu import message_menu
from chatapp.gui.timeline.paging import Paging
from chatapp.gui.timeline.pointer import Pointer
from chatapp.gui.timeline.row import UNMARKED, Marks
from chatapp.gui.timeline.selection import END, Selection, Span, Spot, copied, has_text, whole
from chatapp.gui.timeline.target import TargetLine
from chatapp.session.timeline import Entry, EntryKind, State
from chatapp.text.links import Link

_LONGEST_TOOLTIP = 500


class TimelineView(Canvas):
    """Shows a `TimelineModel`. Stays with the newest message while that is shown; elsewhere it stays where it is, and
    counts what arrives. What a person wants done with a message it says by signals, and does none of it.
    """

    link_activated = Signal(str)
    """an http or https URL that the person wants opened: the very one that the message shows"""
    reply_asked = Signal(object)
    """the Entry to be answered"""
    edit_asked = Signal(object)
    """the Entry to be edited"""
    delete_asked = Signal(object)
    """the Entry to be deleted, about which the person is not asked yet"""
    reaction_asked = Signal(int, str, bool)
    """a message's `seq`, an emoji, and whether to react with it or to take it back"""
    reaction_wanted = Signal(int, QWidget)
    """a message's `seq`, and the widget beside which an emoji is to be chosen"""
    retry_asked = Signal(int)
    """the `key` of a failed message"""
    discard_asked = Signal(int)
    """the `key` of a failed message"""
    written = Signal(str)
    """a character that the person typed here, where one cannot write"""
    seq_wanted = Signal(int)
    """a message that is not here, to which the person wants to go"""
    older_wanted = Signal()
    newer_wanted = Signal()
    newest_wanted = Signal()
    """the person wants to go to the newest message, and it is not here"""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, clock: Callable[[], float] = time) -> None:
        """`clock` gives the seconds since the Unix epoch by which days are called today and yesterday."""
        self._new = 0
        self._whole = False
        self.rights = Rights()
        self.selection = Selection()
        super().__init__(theme, clock, parent)
        self.announcer = Announcer(self)
        self.jump = JumpButton(theme, self)
        self.jump.clicked.connect(self.follow)
        self.target = TargetLine(theme, self.viewport())
        self._pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        self.flash = Flash(self)
        self.bar = ActionBar(theme, self)
        self.bar.chosen.connect(self.do)
        self.bar.reacted.connect(self.react)
        self.paging = Paging(self)
        self.paging.older_wanted.connect(self.older_wanted)
        self.paging.newer_wanted.connect(self.newer_wanted)
        self.followers = [self.selection, self.keyboard, self.flash, self.bar, self.announcer]
        self.copy_action = QAction(self)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.triggered.connect(self.copy)
        self.select_all_action = QAction(self.tr("Select all"), self)
        self.select_all_action.setShortcut(QKeySequence.StandardKey.SelectAll)
        self.select_all_action.triggered.connect(self.select_all)
        self.setAccessibleName(self.tr("Messages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        install_factory()
        self._whole = True

    # What can be done with messages

    def set_rights(self, rights: Rights) -> None:
        """What this person may do here."""
        self.rights = rights
        self.bar.leave()

    def do(self, entry: Entry, deed: Deed) -> None:
        """Ask for what a person wants done with a message."""
        match deed:
            case Deed.REPLY:
                self.reply_asked.emit(entry)
            case Deed.EDIT:
                self.edit_asked.emit(entry)
            case Deed.DELETE:
                self.delete_asked.emit(entry)
            case Deed.REACT:
                self.bar.show_at(None if self.model is None else self.model.row_of(entry.seq))
                self.reaction_wanted.emit(entry.seq, self.bar.react if self.bar.isVisible() else self)
            case Deed.RETRY:
                self.retry_asked.emit(entry.key)
            case Deed.DISCARD:
                self.discard_asked.emit(entry.key)

    def react(self, entry: Entry, emoji: str) -> None:
        """Ask to react to a message with an emoji, or to take that back where this person did before."""
        if Deed.REACT in doable(entry, self.rights):
            mine = any(reaction.mine for reaction in entry.reactions if reaction.emoji == emoji)
            self.reaction_asked.emit(entry.seq, emoji, not mine)

    def act(self, row: int, hit: Hit) -> None:
        """Do what a click on a part of a row means."""
        if self.model is None:
            return
        match hit:
            case Link(url=url):
                self.link_activated.emit(url)
            case Quoted(seq=seq):
                self.go_to(seq)
            case Chip(emoji=emoji):
                self.react(self.model.entry(row), emoji)
            case Act.RETRY:
                self.do(self.model.entry(row), Deed.RETRY)
            case Act.DISCARD:
                self.do(self.model.entry(row), Deed.DISCARD)
            case Act.FOLD:
                self.turn(self.model.lasting(row))

    def turn(self, lasting: int) -> None:
        """Show all that a folded row holds, or fold it again; by the number that it keeps."""
        before = self.anchor_height()
        self.rows.turn(lasting)
        self.anchor_changed(before)
        self.viewport().update()

    # Where to

    @property
    def day_seen(self) -> date | None:
        """The local day of the first message that shows; None where none does."""
        if self.model is None:
            return None
        entries = (self.model.entry(row) for row, _ in self.visible())
        return next((day(entry.at) for entry in entries if entry.kind is not EntryKind.GAP), None)

    @property
    def seq_seen(self) -> int:
        """The `seq` of the message in the middle, by which `go_to` comes back here; 0 at the end, where one follows."""
        found = None if self.model is None or self.at_bottom else self.row_at(self.viewport().height() / 2)
        return 0 if self.model is None or found is None else self.model.entry(found[0]).seq

    def show_seq(self, seq: int) -> bool:
        """Bring a message into sight and let it light up; False where it is not here."""
        row = None if self.model is None else self.model.row_of(seq)
        if row is None:
            return False
        self.centre(row)
        self.keyboard.lead(row)
        self.flash.light(row)
        return True

    def go_to(self, seq: int) -> None:
        """Show a message; where it is not here, ask for it."""
        if not self.show_seq(seq):
            self.seq_wanted.emit(seq)

    def follow(self) -> None:
        """Go to the newest message and stay with it; where it is not here, ask for it, and go as far as there is."""
        super().follow()
        if not self.live:
            self.newest_wanted.emit()

    def open_at_new(self, new: int) -> None:
        """Stand where the "new" line is near the top, with so many messages beneath it; unless all of them show at the
        bottom, where one stays.
        """
        row = None if self.model is None else self.model.new_from
        if row is None or not 0 <= row < len(self.rows):
            return
        self.settle_now()
        place = position.opening(self.rows, row, round(2 * self.rows.look.line), self.extent)
        if place is None and not self.live:
            place = position.bottom(self.rows, self.extent)
        if place is not None:
            self._new = new
            self.keyboard.stand(row)
            self.flash.reset()
            self._place(place)

    def scroll_by(self, pixels: int) -> None:
        self.paging.again()
        super().scroll_by(pixels)

    def placed(self) -> None:
        if not self._whole:
            return
        if self.at_bottom:
            self._new = 0
        bar = self.verticalScrollBar()
        far = not self.at_bottom and (self._new > 0 or not self.live or bar.maximum() - bar.value() > bar.pageStep())
        if far:
            self.jump.show_count(self._new)
            area, size = self.viewport().geometry(), self.jump.size()
            self.jump.move(
                area.center().x() - size.width() // 2, area.bottom() - size.height() - self.rows.look.margin // 2
            )
        self.jump.setVisible(far)
        self._pointer.hover()
        self.bar.stay()
        self.paging.look()

    # Rows

    def _on_reset(self) -> None:
        self._new = 0
        super()._on_reset()

    def _on_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        super()._on_changed(top_left, bottom_right)
        self.announcer.changed(top_left.row(), bottom_right.row())

    def rows_inserted(self, first: int, count: int) -> None:
        # What is paged in is not new: it comes above all others, or where there is more to come.
        news = not self.at_bottom and first > 0 and self.live
        if news and self.model is not None and self._new <= MOST:
            entries = (self.model.entry(row) for row in range(first, first + count))
            spoken = (entry.kind is EntryKind.MESSAGE and not entry.mine for entry in entries)
            self._new += sum(islice(spoken, MOST + 1))
        super().rows_inserted(first, count)
        if not self.live and self.model is not None and self.model.entry(first).state is State.SENDING:
            super().follow()  # nobody is to think that what they just said is lost

    def marks(self, row: int) -> Marks:
        selected = self.selection.within(row)
        hovered, ringed = row == self._pointer.hovered, row == self.keyboard.ringed
        if selected is None and not hovered and not ringed and row != self.flash.row:
            return UNMARKED
        return Marks(selected, hovered, ringed, self.flash.on(row))

    def paint_over(self, painter: QPainter) -> None:
        self.paging.paint(painter)

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
        self.selection.reset()
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
            hint = self.hint_at(QPointF(event.pos()))
            if hint and (hint != self.target.text or self.target.cut):
                QToolTip.showText(event.globalPos(), tooltip(hint[:_LONGEST_TOOLTIP]), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
            return
        found = self.row_at(at.y())
        if found is not None:
            self.keyboard.stand(found[0])
            link = self.link_at(QPointF(at))
            self._pop_up(found[0], [] if link is None else [link], at)

    def open_menu(self) -> None:
        """Open the menu of the message that the keyboard is at."""
        row = self.keyboard.current
        if row is not None:
            place = self.message_rect(row)
            at = QPoint(place.center().x(), min(place.bottom(), self.viewport().height()))
            self._pop_up(row, list(self.rows.row(row).links), at)

    def _pop_up(self, row: int, links: list[Link], at: QPoint) -> None:
        self.copy_action.setText(self.tr("Copy") if self.selection else self.tr("Copy message"))
        self.copy_action.setEnabled(
            bool(self.selection) or (self.model is not None and has_text(self.model.entry(row)))
        )
        message_menu(self, row, links).popup(self.viewport().mapToGlobal(at))

    # Keyboard

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll))
        ):
            # With the keyboard here, these mean the messages, whatever a menu has them mean.
            event.accept()
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
