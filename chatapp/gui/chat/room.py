"""One open room: its messages, who is typing, and beneath them the composer or what stands in its place."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from chatapp.gui import names
from chatapp.gui.chat.foot import GoneFoot, JoinFoot, QuietFoot
from chatapp.gui.composer.composer import Composer
from chatapp.gui.composer.typing import TypingLine
from chatapp.gui.dialogs.question import Question
from chatapp.gui.plain import isolated
from chatapp.gui.rooms.pace import slowness
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.doable import Deed, Rights, doable
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.spoken import excerpt
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, Timeline


class Standing(Enum):
    """How this person stands to a room."""

    JOINED = "joined"
    VIEWED = "viewed"
    GONE = "gone"


class RoomView(QWidget):
    """The composer stays, with what is written in it, whatever stands in its place meanwhile.

    What the person wants of the server comes out as signals; `seq` is a message's place in the room's log, `key` tells
    messages apart that were not sent.
    """

    join_asked = Signal()
    close_asked = Signal()
    said = Signal(str, int)
    """a message, and the `seq` of the one that it answers, or 0"""
    corrected = Signal(int, str)
    """`seq`, and what it is to say now"""
    erase_asked = Signal(int)
    """`seq`; the person has been asked whether they mean it"""
    reaction_asked = Signal(int, str, bool)
    """`seq`, an emoji, and whether to react with it or to take it back"""
    reaction_wanted = Signal(int, QWidget)
    """`seq`, and the widget beside which an emoji is to be chosen"""
    retry_asked = Signal(int)
    """`key`"""
    discard_asked = Signal(int)
    """`key`"""
    older_wanted = Signal()
    """older messages than those that are here"""
    newer_wanted = Signal()
    newest_wanted = Signal()
    """the newest message is to be shown, and is not here"""
    seq_wanted = Signal(int)
    """a message is to be shown that is not here"""
    typed = Signal()
    """the person is writing; at every key"""
    stilled = Signal()
    """the person took out again what they wrote"""

    def __init__(self, theme: Theme, name: str, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title = names.room(name)
        self._standing = Standing.VIEWED
        self._history = self._quiet = False
        self.timeline = TimelineView(theme, self)
        self.model = TimelineModel(timeline, self)
        self.timeline.set_model(self.model)
        self.composer = Composer(theme, self)
        self.composer.set_room(self.title)
        self.join = JoinFoot(self.title, self)
        self.gone = GoneFoot(self.title, self)
        self.quiet = QuietFoot(self.title, self)
        self._typing = TypingLine(self)
        self._feet = QStackedWidget(self)
        for foot in (self.composer, self.join, self.gone, self.quiet):
            self._feet.addWidget(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        column.addWidget(self._typing)
        column.addWidget(self._feet)
        self.join.asked.connect(self.join_asked)
        self.gone.close_asked.connect(self.close_asked)
        self.gone.copy_asked.connect(self._copy_draft)
        self._connect_timeline()
        self._connect_composer()
        self.stand(Standing.VIEWED)

    def _connect_timeline(self) -> None:
        timeline = self.timeline
        timeline.reply_asked.connect(self._reply)
        timeline.edit_asked.connect(self._edit)
        timeline.delete_asked.connect(self._ask_delete)
        timeline.reaction_asked.connect(self.reaction_asked)
        timeline.reaction_wanted.connect(self.reaction_wanted)
        timeline.retry_asked.connect(self.retry_asked)
        timeline.discard_asked.connect(self.discard_asked)
        timeline.older_wanted.connect(self.older_wanted)
        timeline.newer_wanted.connect(self.newer_wanted)
        timeline.newest_wanted.connect(self.newest_wanted)
        timeline.seq_wanted.connect(self.seq_wanted)
        timeline.written.connect(self._write)

    def _connect_composer(self) -> None:
        composer = self.composer
        composer.sent.connect(self.said)
        composer.sent.connect(lambda _text, _reply_to: self.timeline.follow())
        composer.corrected.connect(self.corrected)
        composer.recalled.connect(self._edit_last)
        composer.typed.connect(self.typed)
        composer.stilled.connect(self.stilled)

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
                foot = self.quiet if self._quiet else self.composer
            case Standing.VIEWED:
                foot = self.join
                self.join.say("")
            case Standing.GONE:
                foot = self.gone
        self._feet.setCurrentWidget(foot)
        self._typing.setVisible(foot is self.composer)
        for other in (self.composer, self.join, self.gone, self.quiet):
            # The stack would be as high as the highest of them.
            vertical = QSizePolicy.Policy.Preferred if other is foot else QSizePolicy.Policy.Ignored
            other.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self._show_hint()
        if had_focus:
            foot.setFocus()

    def set_history(self, *, kept: bool) -> None:
        """Whether the server keeps what is said, and shows it also to who only looks in."""
        if kept != self._history:
            self._history = kept
            self._show_hint()

    def set_quiet(self, *, quiet: bool) -> None:
        """Whether only others write here."""
        if quiet != self._quiet:
            self._quiet = quiet
            self.stand(self._standing)

    def set_pace(self, seconds: int) -> None:
        """How long this person waits here between two messages; 0 for not at all."""
        self.composer.set_room(self.title, slowness(seconds) if seconds else "")

    def set_rights(self, rights: Rights) -> None:
        """What this person may do with messages here."""
        self.timeline.set_rights(rights)

    def set_quick(self, emoji: Sequence[str]) -> None:
        """The reactions that are offered at one click."""
        self.timeline.bar.set_quick(emoji)

    def show_typing(self, names: Sequence[str]) -> None:
        """Say that these other people are writing; nothing where nobody is."""
        self._typing.show_typing(names)

    def show_seq(self, seq: int) -> bool:
        """Bring a message into sight and let it light up; False where it is not here."""
        return self.timeline.show_seq(seq)

    def give_back(self, text: str, sentence: str) -> None:
        """Put a refused message back to where it was written, and say why it was refused."""
        self.composer.give_back(text, sentence)
        self._show_draft()

    def focus_writing(self) -> None:
        """Put the cursor where one writes, or where one gets to write."""
        self.writing.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is left of Esc, where it has nothing to cancel and nothing is selected.
        if event.key() == Qt.Key.Key_Escape and not self.timeline.at_bottom:
            self.timeline.follow()
        else:
            super().keyPressEvent(event)

    def _write(self, text: str) -> None:
        """Who clicked on a message and types on means to write."""
        if self.writing is self.composer:
            self.composer.insert(text)

    def _reply(self, entry: Entry) -> None:
        self.composer.reply_to(entry.seq, names.person(entry.author), isolated(excerpt(entry.text)))

    def _edit(self, entry: Entry) -> None:
        self.composer.edit(entry.seq, entry.text)

    def _edit_last(self) -> None:
        entry = self.model.last_own()
        if entry is not None and Deed.EDIT in doable(entry, self.timeline.rights):
            self._edit(entry)

    def _ask_delete(self, entry: Entry) -> None:
        dialog = Question(
            self.tr("Delete this message?"),
            self.tr("“{text}” disappears for everybody. This cannot be undone.").format(text=excerpt(entry.text)),
            self.tr("Delete message"),
            self.tr("Keep it"),
            self.window(),
        )
        dialog.agreed.connect(lambda: self.erase_asked.emit(entry.seq))
        dialog.agreed.connect(dialog.accept)
        dialog.open()

    def _show_hint(self) -> None:
        match self._standing:
            case Standing.GONE:
                hint = self.tr("Nothing was said here while you were in it.")
            case Standing.VIEWED if not self._history:
                hint = self.tr("You have not been in {room} yet. Join it to read along.").format(room=self.title)
            case _:
                hint = self.tr("Nothing has been said here yet.")
        self.timeline.set_hint(hint)

    def _show_draft(self) -> None:
        draft = bool(self.composer.draft.strip())
        self.join.show_draft(there=draft)
        self.gone.show_draft(there=draft)
        self.quiet.show_draft(there=draft)

    def _has_focus(self) -> bool:
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and self._feet.isAncestorOf(focused)

    def _copy_draft(self) -> None:
        QGuiApplication.clipboard().setText(self.composer.draft)
