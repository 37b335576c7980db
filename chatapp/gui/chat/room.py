"""One open room: its messages, and beneath them the composer or what stands in its place."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from chatapp.gui.chat.foot import GoneFoot, JoinFoot
from chatapp.gui.composer.composer import Composer
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.view import TimelineView
from chatapp.protocol.names import shown
from chatapp.session.timeline import Timeline


class Standing(Enum):
    """How this person stands to a room."""

    JOINED = "joined"
    VIEWED = "viewed"
    GONE = "gone"


class RoomView(QWidget):
    """The composer stays, with what is written in it, whatever stands in its place meanwhile."""

    join_asked = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme, name: str, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title = "#" + shown(name)
        self._standing = Standing.VIEWED
        self.timeline = TimelineView(theme, self)
        self.model = TimelineModel(timeline, self)
        self.timeline.set_model(self.model)
        self.composer = Composer(theme, self)
        self.composer.set_room(self.title)
        self.join = JoinFoot(self.title, self)
        self.gone = GoneFoot(self.title, self)
        self._feet = QStackedWidget(self)
        for foot in (self.composer, self.join, self.gone):
            self._feet.addWidget(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        column.addWidget(self._feet)
        self.join.asked.connect(self.join_asked)
        self.gone.close_asked.connect(self.close_asked)
        self.gone.copy_asked.connect(self._copy_draft)
        self.composer.sent.connect(self.timeline.follow)
        self.stand(Standing.VIEWED)

    @property
    def standing(self) -> Standing:
        return self._standing

    @property
    def writing(self) -> QWidget:
        """The composer, or what stands in its place."""
        return self._feet.currentWidget() or self.composer

    def stand(self, standing: Standing) -> None:
        """Put the fitting foot beneath the messages. Who was writing stays at the keyboard's place."""
        had_focus = self._has_focus()
        self._standing = standing
        self._show_draft()
        foot: QWidget
        match standing:
            case Standing.JOINED:
                foot, hint = self.composer, self.tr("Nothing has been said here yet.")
            case Standing.VIEWED:
                foot = self.join
                self.join.say("")
                hint = self.tr("You have not been in {room} yet. Join it to read along.").format(room=self.title)
            case Standing.GONE:
                foot, hint = self.gone, self.tr("Nothing was said here while you were in it.")
        self._feet.setCurrentWidget(foot)
        for other in (self.composer, self.join, self.gone):
            # The stack would be as high as the highest of them.
            vertical = QSizePolicy.Policy.Preferred if other is foot else QSizePolicy.Policy.Ignored
            other.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self.timeline.set_hint(hint)
        if had_focus:
            foot.setFocus()

    def give_back(self, text: str, sentence: str) -> None:
        """Put a refused message back to where it was written, and say why it was refused."""
        self.composer.give_back(text, sentence)
        self._show_draft()

    def focus_writing(self) -> None:
        """Put the cursor where one writes, or where one gets to write."""
        self.writing.setFocus()

    def _show_draft(self) -> None:
        draft = bool(self.composer.draft.strip())
        self.join.show_draft(there=draft)
        self.gone.show_draft(there=draft)

    def _has_focus(self) -> bool:
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and self._feet.isAncestorOf(focused)

    def _copy_draft(self) -> None:
        QGuiApplication.clipboard().setText(self.composer.draft)
