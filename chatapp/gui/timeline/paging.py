"""When a timeline asks for more of its room's history, and what says that it is on its way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from chatapp.gui.timeline.canvas import Canvas

NEAR = 50
"""so many rows before an end, more are asked for: they come before the reader does"""


class Paging(QObject):
    """Asks once for each place where the view stands: an answer that brings nothing is not asked for again until the
    reader moves.
    """

    older_wanted = Signal()
    newer_wanted = Signal()

    def __init__(self, view: "Canvas") -> None:
        super().__init__(view)
        self._view = view
        self._asked: tuple[object, ...] = ()
        # Never while the view is placed or painted: an answer may change the rows at once.
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    def look(self) -> None:
        """The view stands elsewhere, or its rows are others: ask for more where an end is near."""
        if self._wanted() != (False, False) and not self._asking.isActive():
            self._asking.start()

    def again(self) -> None:
        """The reader wants to go on: ask even where it was in vain before."""
        self._asked = ()

    def _wanted(self) -> tuple[bool, bool]:
        """Whether older and newer rows are to be had, near, and not on their way."""
        view = self._view
        if view.model is None or not view.isVisible():
            return False, False
        timeline = view.model.timeline
        older = timeline.older and not timeline.loading_older
        newer = timeline.newer and not timeline.loading_newer
        if not (older or newer):
            return False, False
        visible = view.visible()
        first, last = (visible[0][0], visible[-1][0]) if visible else (0, 0)
        return older and first < NEAR, newer and last >= len(view.rows) - NEAR

    def _ask(self) -> None:
        older, newer = self._wanted()
        view = self._view
        place = (len(view.rows), *view.visible()[:1], older, newer)
        if place == self._asked or not (older or newer):
            return
        self._asked = place
        if older:
            self.older_wanted.emit()
        if newer:
            self.newer_wanted.emit()

    def paint(self, painter: QPainter) -> None:
        """Say `Loading…` at an end that shows while its rows are on their way."""
        view = self._view
        if view.model is None:
            return
        timeline = view.model.timeline
        if not timeline.loading:
            return
        visible = view.visible()
        if not visible:
            return
        if timeline.loading_older and visible[0][0] == 0:
            self._paint_band(painter, 0)
        if timeline.loading_newer and visible[-1][0] == len(view.rows) - 1:
            self._paint_band(painter, view.viewport().height() - self._band)

    @property
    def _band(self) -> float:
        """As high as the line with a day's name, which it covers at the very top."""
        return self._view.rows.look.line * 2.2

    def _paint_band(self, painter: QPainter, top: float) -> None:
        look = self._view.rows.look
        label = look.label(self.tr("Loading…"), look.small, look.width)
        painter.fillRect(QRectF(0, top, look.width, self._band), look.ground)
        label.paint(painter, (look.width - label.width) / 2, top + self._band / 2 + look.small_middle, look.muted)
