"""Which day to go to."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QProgressBar, QPushButton, QWidget

from chatapp.gui import names
from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.theme.look import dress, label


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
        self.day = QDateEdit(min(day, today), self)
        self.day.setMaximumDate(today)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(self.locale().dateFormat(self.locale().FormatType.ShortFormat))
        self.day.setAccessibleName(self.tr("Date"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt's own red is hard to read on a dark ground.
            self.day.calendarWidget().setWeekdayTextFormat(weekend, QTextCharFormat())
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
        self.body.addWidget(self.bar)
        self.body.addWidget(self._state)
        for button in (self.first, self.now):
            button.setAutoDefault(True)
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
        for widget in (self.day, self.now, self.first, self.go):
            widget.setEnabled(not working)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        dress(self._state, look="error" if wrong else "muted")
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self.setAccessibleDescription(text)
