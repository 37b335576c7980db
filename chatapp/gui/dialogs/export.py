"""Saving what was said in a room: as what, where to, and how far it has come."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.gui import counts, names
from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.elided import Elided
from chatapp.gui.theme.look import dress, label
from chatapp.protocol.names import shown

SOON = 10
"""seconds that nobody needs to be told of"""
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""in the name of a file, on one system or another"""


class ExportDialog(DialogWindow):
    """Stays open until the file is there. The owner does the work, and tells what comes of it."""

    asked = Signal(str, str)
    """save as this (`txt`, `html` or `json`) in the file of this path"""
    cancelled = Signal()
    """the work that was asked for is not wanted any more"""
    show_asked = Signal(str)
    """show the folder of this path"""

    def __init__(self, room: str, folder: str = "", parent: QWidget | None = None) -> None:
        """`folder` is where the file is to be, unless the person says otherwise; empty: with their documents."""
        super().__init__(parent)
        self._room = room
        self._working = self._done = False
        self.entitle(
            self.tr("Export {room}").format(room=names.room(room)),
            self.tr("Everything said in this room that the server still keeps, in one file."),
        )
        self.forms = {
            "html": QRadioButton(self.tr("A page to read in a browser"), self),
            "txt": QRadioButton(self.tr("Plain text"), self),
            "json": QRadioButton(self.tr("Data for other programs (JSON)"), self),
        }
        self._choices = QButtonGroup(self)
        for button in self.forms.values():
            self._choices.addButton(button)
        self.forms["html"].setChecked(True)
        self._path = suggested(room, "html", Path(folder or _documents()))
        self._name = Elided(parent=self)
        self._folder = Elided("small", self)
        self.choose = QPushButton(self.tr("Change…"), self)
        self.choose.setAccessibleName(self.tr("Change where it is saved"))
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self._state = label("", "muted", wrap=True, parent=self)
        self.stop = self.add_button(self.tr("Cancel"))
        self.go = self.add_button(self.tr("Export"), "primary", default=True)
        self._lay_out()
        self._choices.buttonToggled.connect(self._form_chosen)
        self.choose.clicked.connect(self._ask_where)
        self.stop.clicked.connect(self.reject)
        self.go.clicked.connect(self._act)
        self.finished.connect(self._closed)
        self._show_path()
        self._say("")
        self.bar.hide()
        self.go.setFocus()

    def _lay_out(self) -> None:
        place = QVBoxLayout()
        place.setSpacing(0)
        place.addWidget(self._name)
        place.addWidget(self._folder)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addLayout(place, 1)
        where.addWidget(self.choose)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.bar)
        below.addWidget(self._state)
        self.body.addWidget(label(self.tr("Save as"), "strong"))
        for button in self.forms.values():
            self.body.addWidget(button)
        self.body.addSpacing(6)
        self.body.addWidget(label(self.tr("File"), "strong"))
        self.body.addLayout(where)
        self.body.addSpacing(6)
        self.body.addLayout(below)

    @property
    def form(self) -> str:
        """What it is saved as."""
        return next(form for form, button in self.forms.items() if button.isChecked())

    @property
    def path(self) -> str:
        """Where it is saved."""
        return str(self._path)

    @property
    def state(self) -> str:
        """What is said about the work."""
        return self._state.text()

    # What the owner tells

    def show_progress(self, messages: int, hundredths: int, seconds: int) -> None:
        """How far it is, and how long it takes yet."""
        self.bar.setValue(hundredths)
        so_far = self.tr("{count} so far…").format(count=counts.messages(messages))
        if seconds < SOON:
            self._say(so_far)
            return
        left = self.tr("It takes about {time} more: a long room is read in small parts, so that the chat goes on.")
        self._say(f"{so_far} {left.format(time=counts.duration(seconds))}")

    def show_saved(self, messages: int) -> None:
        """The file is there."""
        self._working, self._done = False, True
        self.bar.hide()
        self._say(self.tr("Saved: {count}.").format(count=counts.messages(messages)))
        read_aloud(self, self.state)
        self.go.setText(self.tr("Show in folder"))
        self.go.setEnabled(True)
        self.stop.setText(self.tr("Close"))
        self.go.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why there is no file; it may be tried again."""
        self._set_working(working=False)
        self._say(sentence, wrong=True)
        read_aloud(self, sentence)

    # What the person does

    def _act(self) -> None:
        if self._done:
            self.show_asked.emit(self.path)
            self.accept()
            return
        self._set_working(working=True)
        self._say(self.tr("Reading…"))
        self.asked.emit(self.form, self.path)

    def _closed(self) -> None:
        if self._working:
            self._working = False
            self.cancelled.emit()

    def _form_chosen(self, _button: QRadioButton, chosen: bool) -> None:
        if chosen and self._path.suffix != f".{self.form}":
            self._path = free(self._path.with_suffix(f".{self.form}"))
            self._show_path()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self.path)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self.form)
        dialog.fileSelected.connect(self.set_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_path(self, path: str) -> None:
        """Save in this file, as what its name says."""
        self._path = Path(path)
        form = self.forms.get(self._path.suffix.removeprefix("."))
        if form is not None:
            form.setChecked(True)
        self._show_path()

    def _show_path(self) -> None:
        self._name.show_text(self._path.name)
        self._folder.show_text(str(self._path.parent))

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.bar.setValue(0)
        self.bar.setVisible(working)
        for widget in (*self.forms.values(), self.choose, self.go):
            widget.setEnabled(not working)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        dress(self._state, look="error" if wrong else "muted")
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self.setAccessibleDescription(text)


def suggested(room: str, form: str, folder: Path) -> Path:
    """A file of that room in the folder, which is not there yet."""
    name = " ".join(_UNFIT.sub(" ", shown(room))[:80].split()).strip(" .") or "room"
    return free(folder / f"Chatapp {name}.{form}")


def free(path: Path) -> Path:
    """The path, or one with a number in it where there is a file already: nobody was asked about that one."""
    found, number = path, 2
    while found.exists():
        found, number = path.with_stem(f"{path.stem} {number}"), number + 1
    return found


def _documents() -> str:
    """The person's documents, or their home where there is no such folder."""
    places = QStandardPaths.StandardLocation
    found = QStandardPaths.writableLocation(places.DocumentsLocation)
    return found if Path(found).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)
