"""Test my network: what is wrong, in words, and what to do. Who opens it does the testing."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from chatapp.gui import rules
from chatapp.gui.aloud import read_aloud
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.theme.icons import pixmap
from chatapp.gui.theme.look import dress, label, push_button
from chatapp.gui.theme.theme import Theme

translate = QCoreApplication.translate
_SIZE = (560, 600)
_PICTURE = 18
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Result(NamedTuple):
    """What a test found out, in the window's language."""

    verdict: str
    """good, bad, note or unknown"""
    what: str
    """was looked at"""
    sentence: str
    advice: str = ""
    """what to do; empty for nothing"""


class NetworkDialog(DialogWindow):
    """Begins with this computer; an address that somebody cannot join can be tested as well."""

    asked = Signal(str)
    """test this address, or this computer where it is empty; what was being tested is given up"""
    given_up = Signal()
    """nobody waits for results any more"""

    def __init__(self, theme: Theme, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._running = False
        self._results: list[Result] = []
        self.entitle(
            self.tr("Test my network"),
            self.tr("What keeps others from joining you, or you from joining them, as far as this computer sees."),
        )
        self.setSizeGripEnabled(True)
        self.address = CheckedField(
            self.tr("An address that you cannot join"), rules.address, address, self.tr("192.168.1.20:20200"), self
        )
        self.test = push_button(self.tr("Test"), self)
        self.test.setAccessibleName(self.tr("Test this address"))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Testing…"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The dialog scrolls it, wherever the keyboard is.
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.tr("Results"))
        self._sheet = QWidget(self)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 4, 8, 4)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self._area.setWidget(self._sheet)
        self.copy = self.add_button("")
        self.again = self.add_button(self.tr("Test this computer"))
        close = self.add_button(self.tr("Close"), "primary")
        self._lay_out()
        self.address.submitted.connect(self._ask)
        self.test.clicked.connect(self._ask)
        self.again.clicked.connect(self._ask_own)
        self.copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        self.finished.connect(self._closed)
        width, height = (parent.window().width() - 40, parent.window().height() - 40) if parent is not None else _SIZE
        self.resize(min(_SIZE[0], max(width, self.minimumWidth())), min(_SIZE[1], max(height, 380)))
        self._set_running(running=False)
        close.setFocus()

    def _lay_out(self) -> None:
        title = label(self.tr("An address that you cannot join"), "strong", parent=self)
        title.setBuddy(self.address.edit)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        row.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(title)
        self.body.addLayout(row)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._area, 1)

    @property
    def results(self) -> list[Result]:
        return [*self._results]

    def begin(self) -> None:
        """Ask for the first test: of the address, where there is one."""
        (self._ask if self.address.text else self._ask_own)()

    def show_result(self, result: Result) -> None:
        """One more is known."""
        self._results.append(result)
        row = _Row(self._theme, result, self._sheet)
        self._column.insertWidget(self._column.count() - 1, row)
        self.copy.setEnabled(True)
        read_aloud(self, row.spoken)

    def show_end(self) -> None:
        """All is known."""
        self._set_running(running=False)
        wrong = sum(result.verdict == "bad" for result in self._results)
        read_aloud(self, self.tr("%Ln problems found", "", wrong) if wrong else self.tr("No problem found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLS:
            self._area.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        address = self.address.value()
        if address is not None:
            self._start(address)

    def _ask_own(self) -> None:
        self.address.show_error("")
        self._start("")

    def _start(self, address: str) -> None:
        self._results.clear()
        for row in self._sheet.findChildren(_Row):
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._set_running(running=True)
        read_aloud(self, self.bar.accessibleName())
        self.asked.emit(address)

    def _set_running(self, *, running: bool) -> None:
        self._running = running
        self.bar.setVisible(running)
        self.copy.setEnabled(bool(self._results))
        # What was copied before is not all there is any more.
        self.copy.setText(self.tr("Copy results"))

    def _copy(self) -> None:
        parts = ("\n".join(filter(None, (_spoken(each), each.advice))) for each in self._results)
        QGuiApplication.clipboard().setText("\n\n".join(parts))
        self.copy.setText(self.tr("Copied"))
        read_aloud(self.copy, self.copy.text())

    def _closed(self) -> None:
        if self._running:
            self._running = False
            self.given_up.emit()


class _Row(QWidget):
    """A mark, and beside it what was looked at, what there is to say, and what to do."""

    def __init__(self, theme: Theme, result: Result, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._result = result
        self._mark = QLabel(self)
        self.spoken = " ".join(filter(None, (_spoken(result), result.advice)))
        title = label(result.what, "strong", parent=self)
        verdict = label(_words(result.verdict), "small", parent=self)
        verdict.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        dress(verdict, look="error" if result.verdict == "bad" else "small")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, 0, 1)
        grid.addWidget(verdict, 0, 2)
        grid.addWidget(label(result.sentence, wrap=True, parent=self), 1, 1, 1, 2)
        if result.advice:
            grid.addWidget(label(result.advice, "muted", wrap=True, parent=self), 2, 1, 1, 2)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        tokens = self._theme.tokens
        name, colour = {
            "good": ("check", tokens.text_success),
            "bad": ("warning", tokens.text_danger),
        }.get(self._result.verdict, ("info", tokens.text_muted))
        self._mark.setPixmap(pixmap(name, colour, self._theme.sized(_PICTURE), self.devicePixelRatioF()))


def _spoken(result: Result) -> str:
    return f"{result.what} ({_words(result.verdict)}): {result.sentence}"


def _words(verdict: str) -> str:
    return {
        "good": translate("NetworkDialog", "all right"),
        "bad": translate("NetworkDialog", "this is wrong"),
        "unknown": translate("NetworkDialog", "not clear"),
    }.get(verdict, translate("NetworkDialog", "good to know"))
