from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.bridge import Answer
from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.emoji import EmojiChooser
from chatapp.gui.chat.messages import Messages
from chatapp.gui.chat.room import RoomView, Standing
from chatapp.gui.notice import NoticeBar
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.doable import Rights
from chatapp.session.changes import Intent, Notice, Refused
from chatapp.session.roomlist import Room
from chatapp.session.roster import Roster
from chatapp.session.timeline import Entry, Timeline


class Wire(QObject):
    """A bridge that writes down what is asked of it."""

    refused = Signal(object)
    notice = Signal(object)
    shown = Signal(str, int)
    typing_changed = Signal(str)
    room_state_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.session = self
        self.rooms: dict[str, Room] = {}
        self.capabilities = frozenset({"rich"})
        self.admin = False
        self.calls: list[tuple[Any, ...]] = []
        self.answer: Answer | None = None
        self.typing_names: tuple[str, ...] = ()
        self.admin = self.announce = False
        self.slow = 0

    def __getattr__(self, name: str) -> Any:
        def call(*values: Any) -> int:
            if values and isinstance(values[-1], Answer):
                *values, self.answer = values
            self.calls.append((name, *values))
            return 1

        return call

    def room_state(self, room: str) -> tuple[bool, int]:
        return self.announce, self.slow

    def roster(self, room: str) -> Roster:
        return Roster(typing=self.typing_names)

    def refuse(self, reason: str) -> None:
        assert self.answer is not None
        self.answer.refused(Refused(1, Intent.EDIT, "music", reason, "", None))


class Stage:
    def __init__(self, theme: Theme, settings: Settings) -> None:
        self.wire = Wire()
        self.timeline = Timeline([Entry("Ann", "Hello", 0.0, mine=True, seq=7)])
        self.desk = Desk(theme, lambda _: self.timeline)
        self.notice = NoticeBar(theme, parent=self.desk)
        self.emoji = EmojiChooser(theme, settings, self.desk, self.desk)
        self.messages = Messages(self.wire, self.desk, self.emoji, self.notice, self.desk)

    @property
    def view(self) -> RoomView:
        view = self.desk.view("music") or self.desk.open("music")
        view.stand(Standing.JOINED)
        return view


@pytest.fixture
def stage(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(theme, settings)
    qtbot.addWidget(made.desk)
    made.desk.resize(600, 400)
    made.desk.show()
    yield made
    made.desk.hide()


def test_what_nobody_waits_for_is_told_above_the_tabs_and_a_text_given_back(stage: Stage) -> None:
    stage.wire.notice.emit(Notice("unavailable", "Later."))
    assert stage.notice.text
    stage.wire.refused.emit(Refused(3, Intent.SAY, "music", "rate_limited", "", "Hello"))
    assert stage.view.composer.draft == "Hello"
    stage.notice.tell("")
    stage.wire.refused.emit(Refused(0, Intent.IDENTIFY, None, "username_taken", "", None))
    assert stage.notice.text == "", "the bar of the connection says it"


def test_each_wish_of_a_page_reaches_the_server_with_its_room(stage: Stage) -> None:
    view = stage.view
    view.said.emit("Hi", 7)
    view.corrected.emit(7, "Hullo")
    view.erase_asked.emit(7)
    view.reaction_asked.emit(7, "👍", False)
    view.retry_asked.emit(3)
    view.discard_asked.emit(3)
    for signal in (view.older_wanted, view.newer_wanted, view.newest_wanted, view.typed, view.stilled):
        signal.emit()
    view.seq_wanted.emit(2)
    assert stage.wire.calls == [
        ("say", "music", "Hi", 7),
        ("look", "music"),
        ("edit", "music", 7, "Hullo"),
        ("erase", "music", 7),
        ("react", "music", 7, "👍", False),
        ("retry", "music", 3),
        ("discard", "music", 3),
        ("older", "music"),
        ("newer", "music"),
        ("newest", "music"),
        ("typing", "music"),
        ("stopped_typing", "music"),
        ("show", "music", 2),
    ]


def test_a_refused_correction_is_there_to_be_changed(stage: Stage) -> None:
    composer = stage.view.composer
    composer.set_draft("half a draft")
    stage.view.corrected.emit(7, "Hullo")
    stage.wire.refuse("rate_limited")
    assert composer.editing == 7
    assert composer.field.text() == "Hullo"
    assert "too fast" in composer.error
    composer.cancel()
    assert composer.draft == "half a draft"


@pytest.mark.parametrize("busy", [True, False])
def test_a_refused_correction_disturbs_no_other_one(stage: Stage, busy: bool) -> None:
    view = stage.view
    view.corrected.emit(7, "Hullo")
    if busy:
        view.composer.edit(5, "Other")
    else:
        stage.desk.close_room("music")
    stage.wire.refuse("rate_limited")
    assert "too fast" in stage.notice.text
    assert not busy or view.composer.editing == 5


@pytest.mark.parametrize("signal", ["erase_asked", "reaction_asked", "seq_wanted"])
def test_other_refusals_are_told_above_the_tabs(stage: Stage, signal: str) -> None:
    values = (7, "👍", True) if signal == "reaction_asked" else (7,)
    getattr(stage.view, signal).emit(*values)
    stage.wire.refuse("message_not_found")
    assert stage.notice.isVisible()
    assert stage.notice.text


def test_a_reaction_of_any_emoji_can_be_chosen(stage: Stage) -> None:
    stage.view.reaction_wanted.emit(7, stage.view)
    popup = stage.emoji.prepare()
    assert popup.isVisible()
    popup.chosen.emit("🎉")
    assert stage.wire.calls[-1] == ("react", "music", 7, "🎉", True)
    popup.hide()


def test_the_popup_is_made_when_the_pointer_comes_near_what_opens_it(stage: Stage) -> None:
    assert stage.emoji._popup is None
    for near in (stage.view.composer.emoji, stage.view.timeline.bar):
        QApplication.sendEvent(near, QEnterEvent(QPointF(), QPointF(), QPointF()))
        assert stage.emoji._popup is not None
        stage.emoji._popup = None


def test_favourites_are_offered_and_learnt_from(stage: Stage) -> None:
    view = stage.view
    assert view.timeline.bar.emoji == stage.emoji.favourites
    view.reaction_asked.emit(7, "🎉", True)
    assert view.timeline.bar.emoji[0] == "🎉"
    view.reaction_asked.emit(7, "👍", False)
    assert view.timeline.bar.emoji[0] == "🎉"


@pytest.mark.parametrize(
    ("standing", "owned", "capabilities", "rights"),
    [
        (Standing.JOINED, False, {"rich"}, Rights(rich=True, write=True)),
        (Standing.JOINED, True, {"rich"}, Rights(rich=True, write=True, moderate=True)),
        (Standing.VIEWED, False, {"rich"}, Rights(rich=True)),
        (Standing.JOINED, False, set(), Rights(write=True)),
    ],
)
def test_one_may_do_what_server_and_room_allow(
    stage: Stage, standing: Standing, owned: bool, capabilities: set[str], rights: Rights
) -> None:
    view = stage.view
    view.stand(standing)
    stage.wire.rooms["music"] = Room("music", owned=owned)
    stage.wire.capabilities = frozenset(capabilities)
    stage.messages.allow(view)
    assert view.timeline.rights == rights


def test_whoever_is_in_charge_deletes_what_others_said(stage: Stage) -> None:
    view = stage.view
    stage.wire.admin = True
    stage.messages.allow(view)
    assert view.timeline.rights == Rights(rich=True, write=True, moderate=True)


def test_a_message_lights_up_once_it_is_there(stage: Stage) -> None:
    view = stage.view
    assert view.timeline.flash.row is None
    stage.wire.shown.emit("music", 7)
    assert view.timeline.flash.row == 0
    stage.wire.shown.emit("art", 7)


def test_who_types_is_said_also_on_a_page_that_opens_later(stage: Stage) -> None:
    stage.wire.typing_names = ("Bo",)
    view = stage.view
    assert view._typing.whole == "Bo is typing…"
    stage.wire.typing_names = ()
    stage.wire.typing_changed.emit("music")
    assert view._typing.whole == ""
    stage.wire.typing_changed.emit("art")


def test_a_slow_room_says_so_where_one_is_about_to_write(stage: Stage) -> None:
    field = stage.view.composer.field
    field.resize(600, field.height())
    usual = field.placeholderText()
    stage.wire.slow = 300
    stage.wire.room_state_changed.emit("music")
    assert field.placeholderText() == f"{usual} (every 5 minutes)"
    stage.wire.admin = True
    stage.messages.allow(stage.view)
    assert field.placeholderText() == usual, "whoever is in charge writes as they like"


def test_in_a_room_where_only_others_write_one_reacts(stage: Stage) -> None:
    view = stage.view
    view.composer.set_draft("half a thought")
    stage.wire.announce = True
    stage.wire.room_state_changed.emit("music")
    stage.wire.room_state_changed.emit("nowhere")
    assert view.writing is view.quiet
    assert view.timeline.rights == Rights(rich=True, write=True, react_only=True)
    stage.wire.admin = True
    stage.messages.allow(view)
    assert view.writing is view.composer
    assert view.timeline.rights == Rights(rich=True, write=True, moderate=True)
    assert view.composer.draft == "half a thought"
    stage.wire.admin, stage.wire.rooms = False, {"music": Room("music", joined=True, owned=True)}
    stage.messages.allow(view)
    assert view.writing is view.composer, "it is their own room"
    stage.wire.rooms, stage.wire.announce = {}, False
    stage.messages.allow(view)
    assert view.timeline.rights == Rights(rich=True, write=True)
