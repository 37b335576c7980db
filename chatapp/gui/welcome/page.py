"""The welcome page: who you are, then host or join. Also where joining another chat starts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.gui import rules
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.theme.icons import application_icon
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.choices import Choices
from chatapp.gui.welcome.found.found import Found
from chatapp.gui.welcome.join import Join
from chatapp.gui.welcome.progress import Progress
from chatapp.gui.welcome.recent import Recent

WIDTH = 420
CHARACTERS = 56
"""of the page's own font, where they need more than WIDTH"""
PICTURE = 72


class WelcomePage(QScrollArea):
    """One name field above three faces: the choice, the join form, and the progress of either."""

    host_requested = Signal(str)
    """the name; valid"""
    join_requested = Signal(str, str)
    """the name and an address or invite; valid"""
    password_given = Signal(str)
    """to the server that is being tried, and asks for one"""
    cancelled = Signal()
    """the attempt under way is to be given up"""
    returned = Signal()
    """back to the chat that is open behind this page"""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = CheckedField(self.tr("Your name"), rules.username, name, parent=self)
        self.choices = Choices(theme, self)
        self.join = Join(theme, self)
        self.progress = Progress(self)
        self._back = push_button(self.tr("Back to the chat"), self)
        self._back.setProperty("look", "link")
        self._back.hide()
        self._before: QWidget = self.choices
        self._asked = False
        """the server that is being tried waits for a password"""
        self._faces = QStackedWidget(self)
        for face in (self.choices, self.join, self.progress):
            self._faces.addWidget(face)
        self._form = QWidget(self)
        self.found = Found(theme, self)
        self.recent = Recent(theme, self)
        self._beneath = QWidget(self)
        self._beneath.hide()
        self.setWidget(self._lay_out())
        self._fit()

        self.choices.host_chosen.connect(self._host)
        self.choices.join_chosen.connect(self.show_join)
        self.join.asked.connect(self._join)
        self.join.left.connect(self._leave_join)
        self.join.password_given.connect(self.password_given)
        self.join.address.edited.connect(self._other_address)
        self.found.chosen.connect(self._join_found)
        self.recent.chosen.connect(self.join.ask)
        self.progress.cancelled.connect(self._give_up)
        self._back.clicked.connect(self._return)
        self.name.submitted.connect(self._submit)

    def _lay_out(self) -> QWidget:
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(PICTURE, PICTURE))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = label(self.tr("Welcome to Chatapp"), "title", parent=self)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title.setWordWrap(True)
        about = label(self.tr("Rooms for the people around you."), "muted", wrap=True, parent=self)
        about.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        name = label(self.tr("Your name"), "strong", parent=self)
        name.setBuddy(self.name.edit)

        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(picture)
        column.addSpacing(8)
        column.addWidget(title)
        column.addWidget(about)
        column.addSpacing(20)
        column.addWidget(name)
        column.addWidget(self.name)
        column.addSpacing(4)
        column.addWidget(self._faces, 1)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)

        beneath = QVBoxLayout(self._beneath)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.setSpacing(0)
        beneath.addWidget(self.found, 10)
        beneath.addWidget(self.recent)
        beneath.addStretch(1)

        page = QWidget(self)
        middle = QVBoxLayout(page)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addLayout(_centred(self._form))
        # What is beneath takes its room from there: what is above stays where it is, as long as there is enough.
        middle.addLayout(_centred(self._beneath), 3)
        return page

    def set_recent(self, servers: Sequence[str]) -> None:
        """Offer servers joined before, the latest first."""
        if not servers and self.recent.has_keyboard:
            self.join.address.setFocus()
        self.recent.show_servers(servers)

    def set_way_back(self, *, there: bool) -> None:
        """Whether a chat is open behind this page."""
        self._back.setVisible(there)

    def show_choices(self, error: str = "") -> None:
        """Ask whether to host or to join; `error` says why hosting did not work."""
        self.choices.show_error(error)
        self._show(self.choices)

    def show_join(self, address: str = "", error: str = "") -> None:
        """Ask for an address; `error` says why the one given did not work."""
        if address:
            self.join.address.set_text(address)
        self.join.forget_password()
        self.join.address.show_error(error)
        self._show(self.join)
        self.join.address.setFocus()

    def ask_password(self, sentence: str, *, wrong: bool) -> None:
        """The server that is being tried asks for a password, or says that it was the wrong one."""
        self._asked = True
        self._show(self.join)
        self.join.ask_password(sentence, wrong=wrong)

    def show_progress(self, text: str) -> None:
        """Say what is being tried; Cancel leads back to the face that was there before."""
        if self._faces.currentWidget() is not self.progress:
            self._before = self._faces.currentWidget() or self.choices
        self.progress.say(text)
        self._show(self.progress)
        self.progress.cancel.setFocus()

    @property
    def is_trying(self) -> bool:
        """Whether progress is shown."""
        return self._faces.currentWidget() is self.progress

    def refuse_name(self, sentence: str) -> None:
        """Back to where the attempt began, with the cursor in the name and what is wrong with it beneath."""
        self._show(self._before)
        self.name.show_error(sentence)
        self.name.setFocus()
        self.name.edit.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        for part in (self._form, self._beneath):
            part.setMaximumWidth(max(WIDTH, CHARACTERS * self.fontMetrics().averageCharWidth()))

    def _show(self, face: QWidget) -> None:
        self.name.setEnabled(face is not self.progress)
        self._faces.setCurrentWidget(face)
        self._beneath.setVisible(face is self.join)

    def _give_up(self) -> None:
        self._show(self._before)
        self.join.forget_password()
        self._end_attempt()

    def _leave_join(self) -> None:
        self.join.forget_password()
        self.show_choices()
        self._end_attempt()

    def _other_address(self) -> None:
        """Whoever asks for a password is not whom the person wants any more."""
        if self._asked:
            self._end_attempt()

    def _end_attempt(self) -> None:
        self._asked = False
        self.cancelled.emit()

    def _return(self) -> None:
        if self._asked:
            self.join.forget_password()
            self._end_attempt()
        self.returned.emit()

    def _submit(self) -> None:
        face = self._faces.currentWidget()
        if face is self.choices:
            self.choices.host.setFocus()
        elif face is self.join:
            self.join.address.setFocus()

    def _host(self) -> None:
        self.choices.show_error("")
        name = self.name.value()
        if name is not None:
            self.host_requested.emit(name)

    def _join_found(self, invite: str) -> None:
        self.join.forget_password()
        self._join(invite)

    def _join(self, address: str) -> None:
        name = self.name.value()
        if name is not None:
            self.join_requested.emit(name, address)


def _centred(part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(part, 100)
    row.addStretch(1)
    return row
