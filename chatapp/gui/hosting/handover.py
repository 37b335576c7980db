"""Handing a hosted chat over to another computer, and taking one over: a file, and the password that opens it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.dialogs.export import free
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.elided import Elided
from chatapp.gui.plain import isolated
from chatapp.gui.secret_field import SecretField
from chatapp.gui.theme.look import dress, label
from chatapp.protocol.limits import SEALED, SECRET

SUFFIX = "chatapp"


class _FileDialog(DialogWindow):
    """Stays until it is done. The owner does the work, and tells what comes of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = ""
        self._name = Elided(parent=self)
        self._folder = Elided("small", self)
        self._folder.hide()
        self.choose = QPushButton("", self)
        self._state = label("", "muted", wrap=True, parent=self)
        self._state.hide()
        place = QVBoxLayout()
        place.setSpacing(0)
        place.addWidget(self._name)
        place.addWidget(self._folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(place, 1)
        row.addWidget(self.choose)
        self._file = row

    @property
    def state(self) -> str:
        """What is said about the work."""
        return self._state.text()

    def set_path(self, path: str) -> None:
        """The file that it is about."""
        self.path = path
        self._name.show_text(Path(path).name)
        self._folder.show_text(str(Path(path).parent))
        self._folder.show()

    def say(self, text: str, *, wrong: bool = False) -> None:
        dress(self._state, look="error" if wrong else "muted")
        self._state.setText(text)
        self._state.setVisible(bool(text))
        read_aloud(self._state, text)

    def _add_password(self, field: CheckedField) -> None:
        title = label(field.edit.accessibleName(), "strong", parent=self)
        title.setBuddy(field.edit)
        self.body.addWidget(title)
        self.body.addWidget(field)


class HandOver(_FileDialog):
    asked = Signal(str, str)
    """write the chat into the file of this path, sealed with this password"""

    def __init__(self, folder: str = "", parent: QWidget | None = None) -> None:
        """`folder` is where the file is to be; empty: with the person's documents."""
        super().__init__(parent)
        self.entitle(
            self.tr("Hand over this chat"),
            self.tr(
                "One file takes everything to another computer: what was said, the rooms, the rules, and the key by "
                "which others know this host. Invites go on to work there."
            ),
        )
        self.choose.setText(self.tr("Change…"))
        self.choose.setAccessibleName(self.tr("Change where it is saved"))
        self.body.addWidget(label(self.tr("File"), "strong"))
        self.body.addLayout(self._file)
        # It is seen while it is typed: whoever makes it up has to tell it to somebody.
        self.password = CheckedField(self.tr("Password of the file"), _password, parent=self)
        self._add_password(self.password)
        warning = self.tr(
            "Whoever has the file and this password can pass for you as the host. Give both only to the person who "
            "takes over."
        )
        self.body.addWidget(label(warning, wrap=True, parent=self))
        self.body.addWidget(self._state)
        self.stop = self.add_button(self.tr("Cancel"))
        self.go = self.add_button(self.tr("Save"), "primary", default=True)
        self.stop.clicked.connect(self.reject)
        self.go.clicked.connect(self._ask)
        self.choose.clicked.connect(self._ask_where)
        self.set_path(str(free(Path(folder or _documents()) / f"{self.tr('my-chat')}.{SUFFIX}")))
        self.password.setFocus()

    def show_saved(self) -> None:
        """The file is there."""
        self.say(
            self.tr(
                "Saved. Stop hosting here, then open Chatapp on the other computer and choose Chat ▸ Take over a chat."
            )
        )
        self.go.hide()
        self.stop.setText(self.tr("Close"))
        self.stop.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why there is no file; it may be tried again."""
        self.say(sentence, wrong=True)
        self.go.setEnabled(True)

    def _ask(self) -> None:
        password = self.password.value()
        if password is not None:
            self.go.setEnabled(False)
            self.say(self.tr("Saving…"))
            self.asked.emit(self.path, password)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as"), self.path)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.fileSelected.connect(self.set_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class TakeOver(_FileDialog):
    asked = Signal(str, str, bool)
    """take the chat out of the file of this path, which this password opens, and whether one that is here is set
    aside"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(
            self.tr("Take over a chat"),
            self.tr("Choose the file that its host saved. From then on, you are the host."),
        )
        self._aside = False
        self.choose.setText(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the file"))
        self._name.show_text(self.tr("No file yet"))
        self.body.addWidget(label(self.tr("File"), "strong"))
        self.body.addLayout(self._file)
        self.password = SecretField(self.tr("Password of the file"), self)
        self._add_password(self.password)
        self.body.addWidget(self._state)
        cancel = self.add_button(self.tr("Cancel"))
        self.go = self.add_button(self.tr("Take over"), "primary", default=True)
        cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._ask)
        self.choose.clicked.connect(self._ask_which)
        self.go.setEnabled(False)
        self.choose.setFocus()

    def set_path(self, path: str) -> None:
        super().set_path(path)
        self._aside = False
        self.go.setText(self.tr("Take over"))
        self.go.setEnabled(True)
        self.say("")
        self.password.setFocus()

    def refuse(self, sentence: str, *, there: bool, password: bool) -> None:
        """Say why it was not taken over: a chat is there that can be set aside, or another password may do."""
        self.go.setEnabled(True)
        if there:
            self._aside = True
            self.say(
                self.tr(
                    "You hosted a chat on this computer before. It can be set aside: it stays on this computer, in a "
                    "folder of its own, and is not hosted any more."
                ),
                wrong=True,
            )
            self.go.setText(self.tr("Set it aside and take over"))
        elif password:
            self.say("")
            self.password.show_error(sentence)
            self.password.setFocus()
        else:
            self.say(sentence, wrong=True)

    def _ask(self) -> None:
        password = self.password.value()
        if password is not None:
            self.go.setEnabled(False)
            self.password.show_error("")
            self.say(self.tr("Looking through the file…"))
            self.asked.emit(self.path, password, self._aside)

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file"), _documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Chats (*.{suffix})").format(suffix=SUFFIX), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.set_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _password(text: str) -> str:
    if not SEALED <= len(text) <= SECRET:
        sentence = QCoreApplication.translate("HandOver", "At least {number} characters, please.")
        raise ValueError(sentence.format(number=isolated(str(SEALED))))
    return text


def _documents() -> str:
    places = QStandardPaths.StandardLocation
    found = QStandardPaths.writableLocation(places.DocumentsLocation)
    return found if Path(found).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)
