"""What an option is changed with: each kind of option has a control that shows a value and tells a chosen one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QMargins, QRect, QRectF, QSignalBlocker, QSize, Qt, QTime, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSlider,
    QStyle,
    QStyleOptionButton,
    QTimeEdit,
    QWidget,
)

from chatapp.gui.dialogs.settings.entries import Entry
from chatapp.gui.options import Choice, Clock, Flag, Number, Words
from chatapp.gui.plain import caption
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import TEXT_SIZES
from chatapp.gui.theme.icons import pixmap
from chatapp.gui.theme.look import label
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import Tokens

PADDING = 8
GAP = 6
_CLOCK = "HH:mm"


class ChoiceControl(QComboBox):
    chosen = Signal(object)

    def __init__(self, theme: Theme, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)
        for value, text in words.items():
            self.addItem(text, value)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def show_value(self, value: str) -> None:
        """The first of all, where there is no such value any more."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As a line to type into, with an arrow: Fusion's edges are hardly seen in the dark."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.surface_hover if self.underMouse() else tokens.surface))
        _paint_edge(painter, self, tokens)
        side = self.fontMetrics().height()
        words, arrow = self.rect().adjusted(PADDING, 0, -PADDING, 0), QRect(0, 0, side, side)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        arrow.moveCenter(words.center())
        if mirrored:
            arrow.moveLeft(words.left())
            words.setLeft(arrow.right() + GAP)
        else:
            arrow.moveRight(words.right())
            words.setRight(arrow.left() - GAP)
        colour = tokens.text if self.isEnabled() else tokens.text_muted
        painter.drawPixmap(arrow, pixmap("down", colour, side, self.devicePixelRatioF()))
        painter.setPen(QColor(colour))
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        return QSize(widest + metrics.height() + GAP + 2 * PADDING + 2, metrics.height() + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn(self, event, super().wheelEvent)


class FlagControl(QCheckBox):
    chosen = Signal(object)

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(caption(text), parent)
        self._theme = theme
        theme.changed.connect(self.update)
        self.clicked.connect(self._choose)

    def show_value(self, value: bool) -> None:
        self.setChecked(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a box that is seen in the dark, too: Fusion's is not."""
        super().paintEvent(event)
        tokens, option = self._theme.tokens, QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        on, alive = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.fillRect(box, self.palette().color(self.backgroundRole()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.surface if not on else tokens.accent if alive else tokens.text_muted
        painter.setPen(QColor(ground if on else tokens.border_strong))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            tick = tokens.accent_text if alive else tokens.surface
            painter.drawPixmap(box, pixmap("check", tick, box.width(), self.devicePixelRatioF()))

    def _choose(self, on: bool) -> None:
        self.chosen.emit(on)


class ClockControl(QTimeEdit):
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)
        # First: read from the right, Qt 6.11 writes minutes before hours, and Arabic wants 10:15, too.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setWrapping(True)
        self.timeChanged.connect(lambda time: self.chosen.emit(time.toString(_CLOCK)))

    def show_value(self, value: str) -> None:
        if value != self.time().toString(_CLOCK):
            with QSignalBlocker(self):
                self.setTime(QTime.fromString(value, _CLOCK))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_edge(painter, self, self._theme.tokens, radius=2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn(self, event, super().wheelEvent)


class _Slider(QSlider):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return super().sizeHint().grownBy(QMargins(GAP, GAP, GAP, GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_edge(painter, self, self._theme.tokens)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn(self, event, super().wheelEvent)


class SizeControl(QWidget):
    """A slider over the sizes that there are, and the size in words beside it."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = _Slider(theme, self)
        self.slider.setRange(0, len(TEXT_SIZES) - 1)
        self.slider.setPageStep(2)
        self.slider.setMinimumWidth(120)
        self._value = label("", parent=self)
        self._value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self.show_value(1.0)

    @property
    def words(self) -> str:
        """The size that is shown."""
        return self._value.text()

    def show_value(self, value: float) -> None:
        nearest = min(range(len(TEXT_SIZES)), key=lambda place: abs(TEXT_SIZES[place] - value))
        with QSignalBlocker(self.slider):
            self.slider.setValue(nearest)
        self._tell(TEXT_SIZES[nearest])

    def _moved(self, place: int) -> None:
        self._tell(TEXT_SIZES[place])
        self.chosen.emit(TEXT_SIZES[place])

    def _tell(self, size: float) -> None:
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance(_percent(TEXT_SIZES[-1])))
        self._value.setText(_percent(size))
        self.slider.setAccessibleName(
            QCoreApplication.translate("Settings", "Text size: {percent}").format(percent=_percent(size))
        )


Control = ChoiceControl | FlagControl | ClockControl | SizeControl


def control(entry: Entry, theme: Theme, parent: QWidget) -> Control:
    """The control for an option. Raises TypeError for a kind that has none."""
    match Settings.option(entry.key):
        case Choice() | Words():
            made: Control = ChoiceControl(theme, entry.words, parent)
        case Flag():
            made = FlagControl(theme, entry.label, parent)
        case Clock():
            made = ClockControl(theme, parent)
        case Number():
            made = SizeControl(theme, parent)
        case other:
            raise TypeError(f"no control for {other.key}")
    target: Any = made
    if isinstance(made, SizeControl):
        target = made.slider
    else:
        made.setAccessibleName(entry.label)
    target.setAccessibleDescription(entry.help)
    target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _paint_edge(painter: QPainter, widget: QWidget, tokens: Tokens, radius: float = 7) -> None:
    """Around a control: what is to be seen of it, and whether the keyboard is there."""
    width = tokens.ring if widget.hasFocus() else tokens.ring - 1
    edge = tokens.focus if widget.hasFocus() else tokens.border_strong if widget.isEnabled() else tokens.border
    painter.setPen(QPen(QColor(edge), width))
    painter.drawRoundedRect(
        QRectF(widget.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius
    )


def _percent(size: float) -> str:
    """“125 %”, as the language writes it."""
    number = QLocale().toString(round(size * 100))
    return QCoreApplication.translate("Settings", "{number} %").format(number=number)


def _turn(widget: QWidget, event: QWheelEvent, turn: Any) -> None:
    """Let the wheel change a value only where the keyboard is: elsewhere it scrolls the page."""
    if widget.hasFocus():
        turn(event)
    else:
        event.ignore()
