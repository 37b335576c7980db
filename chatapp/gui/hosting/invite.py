"""What to give to others so that they come: a link, the same as a picture, an address to type, a code to compare."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImageWriter
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from chatapp.gui import names
from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.export import free
from chatapp.gui.dialogs.settings.controls import ChoiceControl
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.hosting.large import LargeInvite
from chatapp.gui.hosting.qr import QrView, picture
from chatapp.gui.hosting.until import moment
from chatapp.gui.plain import caption, isolated
from chatapp.gui.theme.look import aligned, dress, label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.protocol import pin
from chatapp.protocol.invite import Invite
from chatapp.protocol.messages.hosting import ServerState

SHOWN = 2_000
"""milliseconds for which a button says that it has copied"""
WIDTH = 96
"""characters of the dialog's font, at least"""
ADDRESSES = 3
"""of a host, that are offered to be typed"""


class InviteDialog(DialogWindow):
    """Whoever is in a chat may invite to it; `key_asked` is for those in charge."""

    key_asked = Signal(str)
    """an invite that needs no password is wanted, for the room of that name, or the whole chat"""

    test_asked = Signal()
    """somebody cannot join with any of this"""

    def __init__(
        self,
        theme: Theme,
        invite: Invite,
        rooms: Sequence[str],
        parent: QWidget | None = None,
        *,
        in_charge: bool = False,
    ) -> None:
        """`invite` leads to the chat; `invite.room` is the one offered first."""
        super().__init__(parent)
        self._invite = invite
        self._told = ""
        """what was last said to keep people out"""
        self.entitle(
            self.tr("Invite people"),
            self.tr("They open Chatapp, choose “Join a chat” and paste the link or type the address."),
        )
        self._buttons_text: dict[QPushButton, str] = {}
        self._reset = QTimer(self, singleShot=True, interval=SHOWN)
        self._reset.timeout.connect(self._name_buttons)
        self.room = ChoiceControl(theme, self._rooms(rooms), self)
        self.room.setAccessibleName(self.tr("First room"))
        self.room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.room.show_value(invite.room or "")
        self.view = QrView(self, least=220)
        self.link, self.copy = self._line(self.tr("Link"), self.tr("Copy link"))
        self.copy.setProperty("look", "primary")
        self.addresses = [
            self._line(name, self.tr("Copy address"), str(address), spoken=str(address))
            for name, address in zip(self._address_names(), invite.addresses[:ADDRESSES], strict=False)
        ]
        self.code = label("", "small", wrap=True, parent=self)
        self.note = label("", "muted", wrap=True, parent=self)
        self.key = push_button(self.tr("Invite without password…"), self)
        self.key.setVisible(in_charge)
        self.test = push_button(self.tr("Somebody cannot join? Test my network"), self)
        self.test.setProperty("look", "link")
        self.large = push_button(self.tr("Show large"), self)
        self.save = push_button(self.tr("Save picture…"), self)
        self._lay_out()
        self.text = self._copying(self.tr("Copy as text"))
        self.image = self._copying(self.tr("Copy picture"))
        self._buttons.insertWidget(0, self.text)
        self._buttons.insertWidget(1, self.image)
        done = self.add_button(self.tr("Done"), default=True)
        done.clicked.connect(self.accept)
        self.setMinimumWidth(max(self.minimumWidth(), WIDTH * self.fontMetrics().averageCharWidth()))
        self._connect()
        self._show()
        self.copy.setFocus()

    def _connect(self) -> None:
        self.room.chosen.connect(self._choose_room)
        self.copy.clicked.connect(lambda: self._copy(self.copy, self.link.text()))
        for field, button in self.addresses:
            button.clicked.connect(partial(self._copy_line, button, field))
        self.text.clicked.connect(lambda: self._copy(self.text, self.as_text()))
        self.image.clicked.connect(self._copy_picture)
        self.save.clicked.connect(self._ask_where)
        self.test.clicked.connect(self.accept)
        self.test.clicked.connect(self.test_asked)
        self.large.clicked.connect(self._show_large)
        self.key.clicked.connect(lambda: self.key_asked.emit(self._invite.room or ""))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.view, 1)
        left.addWidget(self.large)
        left.addWidget(self.save)
        right = QGridLayout()
        right.setHorizontalSpacing(8)
        right.setVerticalSpacing(4)
        right.setColumnStretch(0, 1)
        room_name = label(self.tr("First room"), "strong")
        room_name.setBuddy(self.room)
        right.addWidget(room_name, 0, 0, 1, 2)
        right.addWidget(self.room, 1, 0, 1, 2)
        row = 2
        for title, lines in (
            (self.tr("Link"), [(self.link, self.copy)]),
            (self.tr("Address to type"), self.addresses),
        ):
            right.setRowMinimumHeight(row, 6)
            right.addWidget(label(title, "strong"), row + 1, 0, 1, 2)
            row += 2
            for field, button in lines:
                right.addWidget(field, row, 0)
                right.addWidget(button, row, 1)
                row += 1
        right.addWidget(self.code, row, 0, 1, 2)
        right.addWidget(self.note, row + 1, 0, 1, 2)
        right.setRowMinimumHeight(row + 2, 6)
        row += 1
        right.addWidget(self.key, row + 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeading)
        right.addWidget(self.test, row + 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeading)
        right.setRowStretch(row + 4, 1)
        whole = QHBoxLayout()
        whole.setSpacing(18)
        whole.addLayout(left)
        whole.addLayout(right, 1)
        self.body.addLayout(whole, 1)

    def _rooms(self, rooms: Sequence[str]) -> dict[str, str]:
        return {"": self.tr("The one where everybody begins"), **{room: names.room(room) for room in rooms}}

    def _address_names(self) -> list[str]:
        return [self.tr("Address"), self.tr("Second address"), self.tr("Third address")]

    def _line(self, name: str, button_text: str, text: str = "", *, spoken: str = "") -> tuple[QLineEdit, QPushButton]:
        field = QLineEdit(text, self)
        aligned(field)
        field.setReadOnly(True)
        field.setAccessibleName(name)
        button = self._copying(button_text)
        if spoken:
            button.setAccessibleName(self.tr("Copy {address}").format(address=isolated(spoken)))
        return field, button

    def _copying(self, text: str) -> QPushButton:
        button = push_button(caption(text), self)
        self._buttons_text[button] = text
        return button

    # What is shown

    @property
    def invite(self) -> Invite:
        """What is given to others."""
        return self._invite

    def take(self, reply: object) -> None:
        """An answer of the server, to whomever. Where it keeps people out, this link does not change that."""
        if not isinstance(reply, ServerState) or self._invite.secret:
            return
        obstacle = self._obstacle(reply)
        if obstacle != self._told:
            self._told = obstacle
            self.say(obstacle)

    def _obstacle(self, state: ServerState) -> str:
        if state.locked:
            return self.tr("The rules of this chat let nobody new in at the moment.")
        if state.password:
            return self.tr("Whoever comes with this link is asked for the password.")
        if state.invite_only:
            return self.tr("This link alone lets nobody in. Give them an invite without password.")
        return ""

    def show_made(self, invite: Invite, until: int) -> None:
        """Show an invite that the server has made, which needs no password, and until when it works, in milliseconds
        since the epoch; 0 for good."""
        self._invite = invite
        self.room.show_value(self._invite.room or "")
        # The secret is for that room alone, and can be read this once.
        self.room.setEnabled(False)
        self._show()
        if until:
            note = self.tr("Lets in without the password until {moment}.").format(moment=isolated(moment(until)))
        else:
            note = self.tr("Lets in without the password until you take it back.")
        self.say(note)
        self.copy.setFocus()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something about the invite, beneath it."""
        dress(self.note, look="error" if wrong else "muted")
        self.note.setText(text)
        self.note.setVisible(bool(text))
        read_aloud(self.note, text)

    def _show(self) -> None:
        link = self._invite.text
        self.link.setText(link)
        self.link.setCursorPosition(0)
        fits = self.view.show_code(link, self.tr("QR code of the invite"))
        for button in (self.large, self.save, self.image):
            button.setEnabled(fits)
        self.view.setAccessibleDescription(self.tr("The same link as a picture, for whoever has a camera."))
        code = pin.code(self._invite.pin) if self._invite.pin else ""
        self.code.setVisible(bool(code))
        words = self.tr("Whoever types the address can compare this code with you: {code}")
        self.code.setText(words.format(code=isolated(code)))
        self.note.setVisible(bool(self.note.text()))

    def as_text(self) -> str:
        """The invite as one writes it to others."""
        lines = [
            self.tr("Join our chat with Chatapp. Choose “Join a chat” and paste this link:"),
            self._invite.text,
            "",
            self.tr("Or type this address: {address}").format(address=self._invite.addresses[0]),
        ]
        if self._invite.pin:
            lines.append(self.tr("The code of our host: {code}").format(code=pin.code(self._invite.pin)))
        return "\n".join(lines)

    # What the person does

    def _choose_room(self, room: str) -> None:
        self._invite = Invite(self._invite.addresses, room or None, self._invite.pin, self._invite.secret)
        self._show()

    def _copy_line(self, button: QPushButton, field: QLineEdit) -> None:
        self._copy(button, field.text())

    def _copy(self, button: QPushButton, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._copied(button)

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(picture(self._invite.text))
        self._copied(self.image)

    def _copied(self, button: QPushButton) -> None:
        self._name_buttons()
        button.setText(self.tr("Copied"))
        read_aloud(button, button.text())
        self._reset.start()

    def _name_buttons(self) -> None:
        for button, text in self._buttons_text.items():
            button.setText(caption(text))

    def _show_large(self) -> None:
        code = pin.code(self._invite.pin) if self._invite.pin else ""
        LargeInvite(self._invite.text, str(self._invite.addresses[0]), code, self).open()

    def _ask_where(self) -> None:
        places = QStandardPaths.StandardLocation
        folder = Path(QStandardPaths.writableLocation(places.PicturesLocation))
        if not folder.is_dir():
            folder = Path(QStandardPaths.writableLocation(places.HomeLocation))
        dialog = QFileDialog(self, self.tr("Save picture"), str(free(folder / "Chatapp invite.png")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(self.save_picture)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_picture(self, path: str) -> None:
        """Write the picture there."""
        if QImageWriter(path, QByteArray(b"png")).write(picture(self._invite.text)):
            self.say(self.tr("Saved as {path}.").format(path=isolated(path)))
        else:
            self.say(self.tr("{path} cannot be written. Choose another place.").format(path=isolated(path)), wrong=True)
