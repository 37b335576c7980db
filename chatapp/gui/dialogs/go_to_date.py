"""Which day to go to."""

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QHBoxLayout, QProgressBar, QPushButton, QToolButton, QWidget

from chatapp.gui import names
from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import dress, label


class _DayField(QDateEdit):
    """A day to type, with edges that are seen on any ground."""

    def __init__(self, day: QDate, parent: QWidget) -> None:
        super().__init__(day, parent)
        # Qt turns a date around where one reads from the right, and the keys to its parts with it.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
        self.setDisplayFormat(self.locale().dateFormat(QLocale.FormatType.ShortFormat))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        role, width = (QPalette.ColorRole.Accent, 2) if self.hasFocus() else (QPalette.ColorRole.Dark, 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(role), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 3, 3)


class _Calendar(QCalendarWidget):
    """A calendar whose arrows are in the colour of the month between them: Qt's own are black on any ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draw_arrows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt puts its own arrows back with a style or a direction.
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._draw_arrows()

    def _draw_arrows(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.HighlightedText).name()
        faint = self.palette().color(QPalette.ColorRole.Mid).name()
        for button, picture in (("qt_calendar_prevmonth", "back"), ("qt_calendar_nextmonth", "forward")):
            arrow = self.findChild(QToolButton, button)
            if arrow is not None:
                arrow.setIcon(icon(picture, colour, faint, 16))


class GoToDateDialog(DialogWindow):
    """Stays open until the message is there. The owner looks for it, and tells what comes of it."""

    asked = Signal(object)
    """go to the first message of this day, a `QDate`, or after it; None for the very first"""
    cancelled = Signal()
    """what was asked for is not wanted any more"""

    def __init__(self, room: str, day: QDate, today: QDate, parent: QWidget | None = None) -> None:
        """`day` is proposed."""
        super().__init__(parent)
        self._working = False
        self._today = today
        self.entitle(
            self.tr("Go to a date"),
            self.tr("The first message of that day in {room}, or the next one after it.").format(room=names.room(room)),
        )
        self.day = _DayField(min(day, today), self)
        self.day.setMaximumDate(today)
        self.day.setAccessibleName(self.tr("Date"))
        self.calendar = _Calendar(self)
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMaximumDate(today)
        self.calendar.setSelectedDate(self.day.date())
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt's own red is hard to read on a dark ground.
            self.calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
        self.first = QPushButton(self.tr("First message"), self)
        self.now = QPushButton(self.tr("Today"), self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._state = label("", "muted", wrap=True, parent=self)
        self.stop = self.add_button(self.tr("Cancel"))
        self.go = self.add_button(self.tr("Go to date"), "primary", default=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.now)
        row.addWidget(self.first)
        self.body.addLayout(row)
        self.body.addWidget(self.calendar)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._state)
        for button in (self.first, self.now):
            button.setAutoDefault(True)
        self.day.dateChanged.connect(self.calendar.setSelectedDate)
        self.calendar.selectionChanged.connect(lambda: self.day.setDate(self.calendar.selectedDate()))
        self.calendar.activated.connect(self._ask)
        self.go.clicked.connect(lambda: self._ask(self.day.date()))
        self.now.clicked.connect(self._ask_today)
        self.first.clicked.connect(lambda: self._ask(None))
        self.stop.clicked.connect(self.reject)
        self.finished.connect(self._closed)
        self._say("")
        self.day.setFocus()

    @property
    def state(self) -> str:
        """What is said about the search."""
        return self._state.text()

    # What the owner tells

    def show_progress(self, hundredths: int) -> None:
        """How far it is."""
        self.bar.setValue(hundredths)
        self.bar.setVisible(self._working)

    def show_found(self) -> None:
        """The message is shown."""
        self._working = False
        self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why there is none; another day may be asked for."""
        self._set_working(working=False)
        self._say(sentence, wrong=True)
        read_aloud(self, sentence)
        self.day.setFocus()

    # What the person does

    def _ask_today(self) -> None:
        self.day.setDate(self._today)
        self._ask(self._today)

    def _ask(self, day: QDate | None) -> None:
        self._set_working(working=True)
        self._say(self.tr("Looking…"))
        self.asked.emit(day)

    def _closed(self) -> None:
        if self._working:
            self._working = False
            self.cancelled.emit()

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.bar.setValue(0)
        # Shown once there is something to tell: most are found at once.
        self.bar.hide()
        if working:
            self.stop.setFocus()
        for widget in (self.day, self.calendar, self.now, self.first, self.go):
            widget.setEnabled(not working)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        dress(self._state, look="error" if wrong else "muted")
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self.setAccessibleDescription(text)
