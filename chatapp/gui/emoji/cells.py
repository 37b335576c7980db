"""The emoji of the grid, painted where they stand. A list to everything else (selection, screen readers)."""

from time import perf_counter

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from chatapp.gui.emoji.font import CELL, cell_font, emoji_pen
from chatapp.gui.emoji.layout import GridLayout
from chatapp.gui.emoji.model import EmojiModel
from chatapp.gui.theme.theme import Theme
from chatapp.text.emoji import Emoji

_FRAME = 0.002
"""Seconds. A glyph of a colour font takes 0.2 ms the first time, so that a page of new ones would be felt."""
_INSET = 2.0
_RADIUS = 7.0


class CellView(QListView):
    """Shows an `EmojiModel`. A `QListView` for its selection and accessibility; layout and painting are its own."""

    section_changed = Signal(int)
    """another section is at the top"""

    def __init__(self, theme: Theme, model: EmojiModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._emoji = model
        self._hovered = -1
        self._section = -1
        self._empty = ("", "")
        self._measure()
        self._layout = GridLayout((), 1, self.cell, self._header)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.viewport().update)

    def set_empty_text(self, title: str, hint: str) -> None:
        """What stands in place of the cells while there are none."""
        self._empty = (title, hint)
        self.viewport().update()

    def current(self) -> Emoji | None:
        """The emoji that Enter would pick."""
        row = self.currentIndex().row()
        return self._emoji.rows[row] if 0 <= row < len(self._emoji.rows) else None

    def start(self) -> None:
        """Back to the top, the first cell current. For after the model has changed."""
        self.executeDelayedItemsLayout()  # which a reset asks for, and which would paint once more
        self._hovered = -1
        self.verticalScrollBar().setValue(0)
        self.setCurrentIndex(self._emoji.index(0))
        self._tell_section()
        self.viewport().update()

    def go_to_section(self, section: int) -> None:
        """Bring a section to the top and its first cell under the cursor."""
        self.setCurrentIndex(self._emoji.index(self._layout.first_row(section)))
        self.verticalScrollBar().setValue(self._layout.section_top(section))

    # What QListView asks of a layout.

    def doItemsLayout(self) -> None:
        self._arrange()
        super(QListView, self).doItemsLayout()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._layout.height - self.viewport().height(), 0))
        bar.setEnabled(bar.maximum() > 0)
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.cell)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        return self._layout.rect(index.row()).translated(0, -self.verticalOffset()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        if point.y() < self._header:  # beneath the header that stays
            return QModelIndex()
        row = self._layout.row_at(point + QPoint(0, self.verticalOffset()))
        return self._emoji.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Make a cell visible with the header above it, whatever the hint."""
        rect = self._layout.rect(index.row())
        if rect.isEmpty():
            return
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.value(), rect.top() - self._header))
        bar.setValue(max(bar.value(), rect.bottom() + 1 - self.viewport().height()))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, _index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def setSelection(self, _rect: QRect, _command: object) -> None:
        """Nothing is selected by dragging: the current cell is all there is."""

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return QRegion(self.visualRect(self.currentIndex()))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()  # all of it: the header stays where it is

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}:
            self._measure()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        area = event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(area, QColor(tokens.surface))
        if not self._emoji.rows:
            self._paint_empty(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalOffset()
        self._paint_ground(painter, self._hovered, QColor(tokens.surface_hover), None)
        ring = QPen(QColor(tokens.accent), 2) if tokens.strong else None
        if self.hasFocus():
            ring = QPen(QColor(tokens.focus), tokens.ring)
        self._paint_ground(painter, self.currentIndex().row(), QColor(tokens.accent_soft), ring)

        painter.setFont(self._font)
        painter.setPen(QColor(tokens.text))  # of glyphs without colours of their own
        self._paint_cells(painter, area, offset)
        self._paint_titles(painter, area, offset)

    def _paint_cells(self, painter: QPainter, area: QRect, offset: int) -> None:
        """Paint what is known, and as much that is new as a frame has time for; the rest at the next."""
        layout, shown, pen, drawn = self._layout, self._emoji.shown, self._pen, self._drawn
        deadline, waiting = 0.0, QRect()
        for row in layout.rows_between(area.top() + offset, area.bottom() + 1 + offset):
            cell, characters = layout.rect(row).translated(0, -offset), shown[row]
            if characters not in drawn:
                now = perf_counter()
                deadline = deadline or now + _FRAME
                if now > deadline:
                    waiting |= cell
                    continue
                drawn.add(characters)
            painter.drawText(QPointF(cell.x() + pen.x(), cell.y() + pen.y()), characters)
        if not waiting.isEmpty():
            self.viewport().update(waiting)

    def _paint_titles(self, painter: QPainter, area: QRect, offset: int) -> None:
        tokens, layout = self._theme.tokens, self._layout
        painter.setFont(self._title_font)
        here = layout.section_at(offset)
        for section in range(here, len(self._emoji.sections)):
            top = layout.section_top(section) - offset
            if top > area.bottom():
                break
            # The header of the section at the top stays there until the next one pushes it out.
            if section == here:
                below = here + 1
                after = layout.section_top(below) - offset if below < len(self._emoji.sections) else self.height()
                top = min(0, after - self._header)
            title = QRect(0, top, self.viewport().width(), self._header)
            if title.intersects(area):
                painter.fillRect(title, QColor(tokens.surface))
                painter.setPen(QColor(tokens.text_muted))
                painter.drawText(
                    title.adjusted(self._margin, 0, -self._margin, 0),
                    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine,
                    self._emoji.sections[section].title,
                )

    def _paint_ground(self, painter: QPainter, row: int, fill: QColor, ring: QPen | None) -> None:
        rect = self._layout.rect(row)
        if rect.isEmpty():
            return
        inner = QRectF(rect.translated(0, -self.verticalOffset())).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        if ring is not None:
            painter.setPen(ring)
            inner.adjust(1, 1, -1, -1)
        painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
        if self._emoji.rows[row].skins:
            self._paint_corner(painter, inner)

    def _paint_corner(self, painter: QPainter, cell: QRectF) -> None:
        """The mark of what has skin tones, at the end of its cell."""
        side = self.cell * 0.16
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inwards = 1 if mirrored else -1
        tip = (cell.bottomLeft() if mirrored else cell.bottomRight()) + QPointF(inwards * 3, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.text_muted))
        painter.drawPolygon([tip, tip + QPointF(inwards * side, 0), tip + QPointF(0, -side)])

    def _paint_empty(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        title, hint = self._empty
        middle = self.viewport().rect().adjusted(self._margin, 0, -self._margin, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        upper = middle.adjusted(0, 0, 0, -middle.height() // 2)
        painter.drawText(upper, int(flags | Qt.AlignmentFlag.AlignBottom), title)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(middle.adjusted(0, middle.height() // 2 + 4, 0, 0), int(flags), hint)

    # Layout.

    def _measure(self) -> None:
        """Sizes follow the interface's font, as the rest of the window does."""
        text = QFontMetricsF(self.font())
        self._drawn: set[str] = set()  # in this font; Qt keeps their pictures
        self._font = cell_font(self.font())
        self.cell = round(self._font.pixelSize() * CELL)
        self._title_font = QFont(self.font())
        self._title_font.setWeight(QFont.Weight.DemiBold)
        if self._title_font.pointSizeF() > 0:
            self._title_font.setPointSizeF(self._title_font.pointSizeF() * 0.9)
        self._header = round(text.height() * 1.6)
        self._margin = round(self.cell * 0.16)
        self._pen = QPointF(self.cell / 2, self.cell / 2) + emoji_pen(self._font)

    def _arrange(self) -> None:
        counts = [len(section.emoji) for section in self._emoji.sections]
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._layout = GridLayout(counts, self.viewport().width(), self.cell, self._header, mirrored=mirrored)
        self.updateGeometries()

    def _scrolled(self) -> None:
        self._hovered = -1
        self._tell_section()

    def _tell_section(self) -> None:
        section = self._layout.section_at(self.verticalOffset()) if self._emoji.rows else -1
        if section != self._section:
            self._section = section
            self.section_changed.emit(section)
