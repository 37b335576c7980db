"""What the person does with messages, on the pages of all rooms, and what comes of it."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.emoji import EmojiChooser
from chatapp.gui.chat.room import RoomView, Standing
from chatapp.gui.notice import NoticeBar
from chatapp.gui.timeline.doable import Rights
from chatapp.gui.words import explain, explain_refusal
from chatapp.protocol.messages.rich import Capability
from chatapp.session.changes import Intent, Refused
from chatapp.session.roster import AS_USUAL


class Messages(QObject):
    """Attends to every page of the desk. A refusal is told where the wish was; where that has no place for it, in the
    notice above the tabs, as is what nobody waits for. A message that failed says so itself."""

    def __init__(
        self, bridge: Bridge, desk: Desk, emoji: EmojiChooser, notice: NoticeBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._emoji = emoji
        self._notice = notice
        desk.opened.connect(self._attend)
        emoji.favourites_changed.connect(self._offer_favourites)
        bridge.refused.connect(self._refused_by_itself)
        bridge.notice.connect(lambda told: notice.tell(explain(told.reason, told.detail)))
        bridge.shown.connect(self._shown)
        bridge.typing_changed.connect(self._show_typing)
        bridge.room_state_changed.connect(self._allow_in)

    def allow(self, view: RoomView) -> None:
        """Let the person do on a page what they may: the room, or how they stand to it, is another than before."""
        known = self._bridge.session.rooms.get(view.name)
        rich = Capability.RICH in self._bridge.capabilities
        joined = view.standing is Standing.JOINED
        moderates = self._bridge.admin or (known is not None and known.owned)
        announce, slow = self._bridge.room_state(view.name) or AS_USUAL
        quiet = announce and not moderates
        view.set_quiet(quiet=quiet)
        view.set_pace(0 if moderates else slow)
        rights = Rights(rich, joined, quiet, moderates)
        if rights != view.timeline.rights:
            view.set_rights(rights)

    def _allow_in(self, room: str) -> None:
        view = self._desk.view(room)
        if view is not None:
            self.allow(view)

    def go_to(self, room: str, seq: int) -> None:
        """Show a message in its place, on the page of its room."""
        self._bridge.show(room, seq, Answer(self, _nothing, self._refused))

    def _attend(self, view: RoomView) -> None:
        room, bridge = view.name, self._bridge
        view.said.connect(partial(self._say, room))
        view.corrected.connect(partial(self._correct, room))
        view.erase_asked.connect(partial(self._erase, room))
        view.reaction_asked.connect(partial(self._react, room))
        view.reaction_wanted.connect(partial(self._choose_reaction, room))
        view.retry_asked.connect(partial(bridge.retry, room))
        view.discard_asked.connect(partial(bridge.discard, room))
        view.older_wanted.connect(partial(bridge.older, room))
        view.newer_wanted.connect(partial(bridge.newer, room))
        view.newest_wanted.connect(partial(bridge.newest, room))
        view.seq_wanted.connect(partial(self.go_to, room))
        view.typed.connect(partial(bridge.typing, room))
        view.stilled.connect(partial(bridge.stopped_typing, room))
        view.set_quick(self._emoji.favourites)
        for near in (view.composer.emoji, view.timeline.bar):
            self._emoji.watch(near)
        self._show_typing(room)

    def _say(self, room: str, text: str, reply_to: int) -> None:
        self._bridge.say(room, text, reply_to)
        self._bridge.look(room)

    def _correct(self, room: str, seq: int, text: str) -> None:
        self._bridge.edit(room, seq, text, Answer(self, _nothing, partial(self._not_corrected, room, seq, text)))

    def _not_corrected(self, room: str, seq: int, text: str, refused: Refused) -> None:
        view = self._desk.view(room)
        if view is None or view.composer.editing:
            self._refused(refused)
        else:
            view.composer.edit(seq, text)
            view.give_back("", explain_refusal(refused))

    def _erase(self, room: str, seq: int) -> None:
        self._bridge.erase(room, seq, Answer(self, _nothing, self._refused))

    def _react(self, room: str, seq: int, emoji: str, on: bool) -> None:
        if on:
            self._emoji.use(emoji)
        self._bridge.react(room, seq, emoji, on, Answer(self, _nothing, self._refused))

    def _choose_reaction(self, room: str, seq: int, anchor: QWidget) -> None:
        # The popup counts the use itself.
        answer = Answer(self, _nothing, self._refused)
        self._emoji.choose(anchor, lambda emoji: self._bridge.react(room, seq, emoji, True, answer))

    def _shown(self, room: str, seq: int) -> None:
        view = self._desk.view(room)
        if view is not None:
            view.show_seq(seq)

    def _show_typing(self, room: str) -> None:
        view = self._desk.view(room)
        if view is not None:
            view.show_typing(self._bridge.roster(room).typing)

    def _offer_favourites(self) -> None:
        for view in self._desk.views():
            view.set_quick(self._emoji.favourites)

    def _refused_by_itself(self, refused: Refused) -> None:
        if refused.intent is Intent.IDENTIFY and not refused.ticket:
            return  # the bar says it, and what to do
        sentence = explain(refused.reason, refused.detail)
        if refused.intent is Intent.SAY and refused.room is not None and refused.text is not None:
            self._desk.open(refused.room, front=False).give_back(refused.text, sentence)
        else:
            self._notice.tell(sentence)

    def _refused(self, refused: Refused) -> None:
        self._notice.tell(explain_refusal(refused))


def _nothing() -> None:
    """What the person wanted is seen by itself."""
