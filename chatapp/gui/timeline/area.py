"""A scroll area over rows of unlike heights: where it stands, how it moves, when it follows."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QApplication, QFrame, QWidget

from chatapp.gui.timeline import position
from chatapp.gui.timeline.position import UNITS, Position
from chatapp.gui.timeline.rows import Rows

_Action = QAbstractSlider.SliderAction


class RowArea(QAbstractScrollArea):
    """Shows `rows`, whose owner tells it when they change. While it stands at the bottom it stays there; anywhere else
    the row at its upper edge stays where it is: its lower edge, where a part of it is hidden.

    The scroll bar counts rows (`UNITS` each), never pixels, for nobody knows the height of rows that nobody has seen.
    """

    at_bottom_changed = Signal(bool)

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._position = position.START
        self._following = True
        self._placing = False
        self._painting = False
        self._wheel = 0.0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_value_changed)
        self.verticalScrollBar().actionTriggered.connect(self._on_action)

    @property
    def at_bottom(self) -> bool:
        """Whether the newest row is shown, and the next one will be."""
        return self._following

    @property
    def live(self) -> bool:
        """Whether what comes next comes right after the last row: else nothing is to be followed at the bottom."""
        return True

    @property
    def extent(self) -> int:
        """The height that rows have: the viewport's without a little room below the last row."""
        return max(1, self.viewport().height() - round(self.rows.look.line * 0.6))

    def visible(self) -> list[tuple[int, int]]:
        """The rows of which something shows, from the top, each with its upper edge in the viewport."""
        self.settle_now()
        return list(position.visible(self.rows, self._position, self.viewport().height()))

    def row_at(self, y: float) -> tuple[int, int] | None:
        """The row at a height of the viewport, or the nearest one, and its upper edge; None where there is no row."""
        found = None
        for row, top in self.visible():
            if found is not None and top > y:
                break
            found = (row, top)
        return found

    def follow(self) -> None:
        """Go to the newest row and stay with it."""
        if self.isVisible():
            self._place(position.bottom(self.rows, self.extent))
        else:
            self._change_following(following=self.live)

    def to_top(self) -> None:
        """Go to the oldest row."""
        self.settle_now()
        self._place(position.clamped(self.rows, position.START, self.extent))

    def scroll_by(self, pixels: int) -> None:
        """Go down by so many pixels, or up where that is negative."""
        self.settle_now()
        self._place(position.moved(self.rows, self._position, pixels, self.extent))

    def scroll_page(self, pages: int) -> None:
        """Go down by a screen but for a line, or up."""
        self.scroll_by(pages * max(1, self.extent - round(self.rows.look.line)))

    def reveal(self, row: int) -> None:
        """Move as little as shows all of a row, or its beginning where it is higher than the view."""
        self.settle_now()
        self._place(position.revealing(self.rows, self._position, row, self.extent))

    def centre(self, row: int) -> None:
        """Bring a row to the middle, unless all of it shows anyway."""
        self.settle_now()
        shown = position.revealing(self.rows, self._position, row, self.extent) == self._position
        self._place(self._position if shown else position.centred(self.rows, row, self.extent))

    # What happens to the rows

    def rows_reset(self) -> None:
        """The rows are other ones: start at the bottom."""
        self._position = position.START
        self._change_following(following=self.live)
        self._settle_soon()

    def rows_inserted(self, first: int, count: int) -> None:
        """Rows came before what was row `first`."""
        if first <= self._position.row and not self._following:
            self._position = Position(self._position.row + count, self._position.offset)
        self._settle_soon()

    def rows_removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        row, offset = self._position
        if first + count <= row:
            self._position = Position(row - count, offset)
        elif first <= row:
            self._position = Position(first, 0)
        self._settle_soon()

    def anchor_height(self) -> int | None:
        """The height of the row at the upper edge, where it is laid out."""
        return self.rows.known_height(self._position.row)

    def anchor_changed(self, before: int | None, *, above: bool = False) -> None:
        """The row at the upper edge was so high, and may be higher or lower now; `above` its text, or beneath."""
        row, offset = self._position
        if before is not None and row < len(self.rows) and (above or offset > 0) and not self._following:
            self._position = Position(row, offset + self.rows.height(row) - before)
        self._settle_soon()

    def keep_place(self) -> tuple[int, float]:
        """The row at the upper edge and how much of it is above, as a fraction: what stays when heights change."""
        row, offset = self._position
        return row, offset / self.rows.height(row) if offset > 0 and row < len(self.rows) else 0.0

    def restore_place(self, place: tuple[int, float]) -> None:
        """Go back to what `keep_place` gave, in the heights of now."""
        row, part = place
        offset = round(part * self.rows.height(row)) if part and row < len(self.rows) else 0
        self._position = Position(row, offset)
        self._settle_soon()

    # Settling: what rows did is brought on screen once, however many signals told of it.

    def _settle_soon(self) -> None:
        if self.isVisible():
            self._settling.start(0)

    def settle_now(self) -> None:
        """Settle, where there is something to settle."""
        if self._settling.isActive():
            self.settle()

    def settle(self) -> None:
        """Bring position, scroll bar and screen in line with the rows as they are."""
        self._settling.stop()
        # Where rows must overflow, the bar takes its room before they are laid out, not after, or they would be twice.
        overflow = len(self.rows) * self.rows.look.least > self.extent
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if overflow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if self._following:
            self._place(position.bottom(self.rows, self.extent))
        else:
            self._place(position.moved(self.rows, self._position, 0, self.extent))

    def _place(self, place: Position) -> None:
        self._settling.stop()
        last = position.bottom(self.rows, self.extent)
        self._position = place
        bar = self.verticalScrollBar()
        self._placing = True
        bar.setRange(0, position.units(self.rows, last))
        bar.setPageStep(max(1, len(self.rows) - last.row) * UNITS)
        bar.setSingleStep(UNITS // 2)
        bar.setValue(position.units(self.rows, place))
        self._placing = False
        self._change_following(following=place >= last and self.live)
        self.placed()
        if not self._painting:
            self.viewport().update()

    def settle_to_paint(self, area: QRect) -> None:
        """Settle, where there is something to settle, at the beginning of painting this part of the viewport."""
        self._painting = area.contains(self.viewport().rect())
        self.settle_now()
        self._painting = False

    def placed(self) -> None:
        """Called whenever the position or the rows may have changed, before the screen does."""

    def _change_following(self, *, following: bool) -> None:
        if following != self._following:
            self._following = following
            self.at_bottom_changed.emit(following)

    # Events

    def _on_value_changed(self, value: int) -> None:
        # Only what somebody else does to the bar: a drag of its thumb, a screen reader, a style.
        if self._placing:
            return
        if value >= self.verticalScrollBar().maximum():
            self.follow()
        else:
            self._place(position.from_units(self.rows, value, self.extent))

    def _on_action(self, action: int) -> None:
        # Before the bar takes the value over: it may not count a page in rows where we know the pixels.
        if action in (_Action.SliderPageStepAdd.value, _Action.SliderPageStepSub.value):
            self.scroll_page(1 if action == _Action.SliderPageStepAdd.value else -1)
        elif action in (_Action.SliderSingleStepAdd.value, _Action.SliderSingleStepSub.value):
            lines = 3 if action == _Action.SliderSingleStepAdd.value else -3
            self.scroll_by(lines * round(self.rows.look.line))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the window's: text size
            return
        # X11 gives pixels that mean nothing; its touchpads speak in small angles.
        pixels = event.pixelDelta().y() if QGuiApplication.platformName() != "xcb" else 0
        turned = pixels or event.angleDelta().y() / 120 * QApplication.wheelScrollLines() * self.rows.look.line * 1.2
        self._wheel -= turned
        whole = int(self._wheel)
        self._wheel -= whole
        if whole:
            self.scroll_by(whole)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settling.stop()
