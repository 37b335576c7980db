"""What an option is changed with: each kind of option has a control that shows a value and tells a chosen one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSlider, QTimeEdit, QWidget

from chatapp.gui.dialogs.settings.entries import Entry
from chatapp.gui.options import Choice, Clock, Flag, Number, Words
from chatapp.gui.plain import caption
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import TEXT_SIZES
from chatapp.gui.theme.look import label

_CLOCK = "HH:mm"


class ChoiceControl(QComboBox):
    chosen = Signal(object)

    def __init__(self, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, text in words.items():
            self.addItem(text, value)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def show_value(self, value: str) -> None:
        """The first of all, where there is no such value any more."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn(self, event, super().wheelEvent)


class FlagControl(QCheckBox):
    chosen = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(caption(text), parent)
        self.clicked.connect(self._choose)

    def show_value(self, value: bool) -> None:
        self.setChecked(value)

    def _choose(self, on: bool) -> None:
        self.chosen.emit(on)


class ClockControl(QTimeEdit):
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setWrapping(True)
        self.timeChanged.connect(lambda time: self.chosen.emit(time.toString(_CLOCK)))

    def show_value(self, value: str) -> None:
        if value != self.time().toString(_CLOCK):
            with QSignalBlocker(self):
                self.setTime(QTime.fromString(value, _CLOCK))

    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn(self, event, super().wheelEvent)


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        _turn(self, event, super().wheelEvent)


class SizeControl(QWidget):
    """A slider over the sizes that there are, and the size in words beside it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = _Slider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(TEXT_SIZES) - 1)
        self.slider.setPageStep(2)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
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


def control(entry: Entry, parent: QWidget) -> Control:
    """The control for an option. Raises TypeError for a kind that has none."""
    match Settings.option(entry.key):
        case Choice() | Words():
            made: Control = ChoiceControl(entry.words, parent)
        case Flag():
            made = FlagControl(entry.label, parent)
        case Clock():
            made = ClockControl(parent)
        case Number():
            made = SizeControl(parent)
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
