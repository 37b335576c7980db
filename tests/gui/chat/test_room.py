import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.room import RoomView, Standing
from chatapp.gui.dialogs.question import Question
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.doable import Deed, Rights
from chatapp.session.timeline import Entry, Timeline


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> RoomView:
    made = RoomView(theme, "music", Timeline([Entry("Bo", "Hello", 0.0)]))
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def test_each_standing_has_its_foot(view: RoomView) -> None:
    feet = {}
    for standing in Standing:
        view.stand(standing)
        assert view.standing is standing
        feet[standing] = view.writing
    assert feet == {Standing.JOINED: view.composer, Standing.VIEWED: view.join, Standing.GONE: view.gone}


def test_what_is_written_survives_every_standing(view: RoomView) -> None:
    view.stand(Standing.JOINED)
    view.composer.set_draft("half a thought")
    view.stand(Standing.VIEWED)
    assert view.join._kept.isVisible()
    view.stand(Standing.GONE)
    view.gone.copy.click()
    assert QGuiApplication.clipboard().text() == "half a thought"
    view.stand(Standing.JOINED)
    assert view.composer.draft == "half a thought"


def test_who_was_writing_stays_there(view: RoomView, qtbot: QtBot) -> None:
    view.stand(Standing.JOINED)
    view.activateWindow()
    view.focus_writing()
    qtbot.waitUntil(view.composer.field.hasFocus)
    view.stand(Standing.VIEWED)
    assert view.join.button.hasFocus()
    view.timeline.setFocus()
    view.stand(Standing.JOINED)
    assert view.timeline.hasFocus()


def test_a_message_given_back_to_a_gone_room_can_be_copied(view: RoomView) -> None:
    view.stand(Standing.GONE)
    assert view.gone.copy.isHidden()
    view.give_back("late", "The room is gone.")
    assert view.gone.copy.isVisible()


def test_it_shows_the_timeline_and_asks(view: RoomView, qtbot: QtBot) -> None:
    assert view.model.rowCount() == 1
    view.stand(Standing.VIEWED)
    with qtbot.waitSignal(view.join_asked):
        view.join.button.click()
    with qtbot.waitSignal(view.close_asked):
        view.gone.close_tab.click()


def test_the_foot_is_as_high_as_what_is_in_it(view: RoomView, qtbot: QtBot) -> None:
    view.stand(Standing.JOINED)
    qtbot.waitUntil(lambda: view.composer.height() == view.composer.sizeHint().height())
    low = view.composer.height()
    view.composer.set_draft("half a thought")
    view.stand(Standing.VIEWED)
    qtbot.waitUntil(lambda: view.join.height() == view.join.sizeHint().height())
    view.stand(Standing.JOINED)
    qtbot.waitUntil(lambda: view.composer.height() == low)


OWN = Entry("me", "teh text", 60.0, mine=True, seq=2)


@pytest.fixture
def rich(view: RoomView) -> RoomView:
    view.stand(Standing.JOINED)
    view.set_rights(Rights(rich=True, write=True))
    view.model.timeline.append([OWN])
    view.model.refresh()
    return view


def test_an_answer_goes_out_with_what_it_answers(rich: RoomView, qtbot: QtBot) -> None:
    rich.timeline.do(Entry("A\u202enn", "who\nhas it?", 0.0, seq=1), Deed.REPLY)
    assert rich.composer.mode.words == "Replying to A\ufffdnn: who has it?"
    qtbot.keyClicks(rich.composer.field, "I")
    with qtbot.waitSignal(rich.said) as said:
        qtbot.keyClick(rich.composer.field, Qt.Key.Key_Return)
    assert said.args == ["I", 1]


def test_up_edits_the_last_own_message(rich: RoomView, qtbot: QtBot) -> None:
    qtbot.keyClick(rich.composer.field, Qt.Key.Key_Up)
    assert rich.composer.field.text() == "teh text"
    rich.composer.field.selectAll()
    qtbot.keyClicks(rich.composer.field, "the text")
    with qtbot.waitSignal(rich.corrected) as corrected, qtbot.assertNotEmitted(rich.said):
        qtbot.keyClick(rich.composer.field, Qt.Key.Key_Return)
    assert corrected.args == [2, "the text"]


def test_a_server_that_knows_no_edits_is_asked_for_none(rich: RoomView, qtbot: QtBot) -> None:
    rich.set_rights(Rights(write=True))
    qtbot.keyClick(rich.composer.field, Qt.Key.Key_Up)
    assert rich.composer.editing == 0


@pytest.mark.parametrize("meant", [True, False])
def test_deleting_a_message_is_asked_about(rich: RoomView, qtbot: QtBot, meant: bool) -> None:
    erased: list[int] = []
    rich.erase_asked.connect(erased.append)
    rich.timeline.do(OWN, Deed.DELETE)
    dialog = rich.findChild(Question)
    assert isinstance(dialog, Question)
    assert (dialog.agree.text(), dialog.keep.text()) == ("Delete message", "Keep it")
    with qtbot.waitSignal(dialog.finished):
        (dialog.agree if meant else dialog.keep).click()
    assert erased == ([2] if meant else [])


def test_wishes_of_the_timeline_come_out(rich: RoomView, qtbot: QtBot) -> None:
    for wish, source, values in (
        (rich.reaction_asked, rich.timeline.reaction_asked, (2, "👍", True)),
        (rich.reaction_wanted, rich.timeline.reaction_wanted, (2, rich)),
        (rich.retry_asked, rich.timeline.retry_asked, (5,)),
        (rich.discard_asked, rich.timeline.discard_asked, (5,)),
        (rich.older_wanted, rich.timeline.older_wanted, ()),
        (rich.newer_wanted, rich.timeline.newer_wanted, ()),
        (rich.newest_wanted, rich.timeline.newest_wanted, ()),
        (rich.seq_wanted, rich.timeline.seq_wanted, (9,)),
        (rich.typed, rich.composer.typed, ()),
        (rich.stilled, rich.composer.stilled, ()),
    ):
        with qtbot.waitSignal(wish) as heard:
            source.emit(*values)
        assert heard.args == list(values)


def test_who_is_typing_stands_above_the_composer_and_moves_nothing(rich: RoomView, qtbot: QtBot) -> None:
    before = rich.timeline.geometry()
    rich.show_typing(["Chloé"])
    assert rich._typing.whole == "Chloé is typing…"
    assert rich._typing.isVisible()
    assert rich.timeline.geometry() == before
    rich.stand(Standing.VIEWED)
    assert not rich._typing.isVisible()


def test_a_message_is_shown_by_its_place_in_the_log(rich: RoomView) -> None:
    assert rich.show_seq(2)
    assert not rich.show_seq(99)
    rich.set_quick(["👍", "❤️"])
    assert rich.timeline.bar.emoji == ("👍", "❤️")


def test_who_types_on_a_message_writes_one(rich: RoomView, qtbot: QtBot) -> None:
    rich.activateWindow()
    rich.timeline.setFocus()
    qtbot.keyClicks(rich.timeline, "W")
    qtbot.waitUntil(rich.composer.field.hasFocus)
    assert rich.composer.draft == "W"
    rich.stand(Standing.VIEWED)
    qtbot.keyClicks(rich.timeline, "x")
    assert rich.composer.draft == "W"


def test_who_clicks_where_only_others_write_writes_nothing(view: RoomView, qtbot: QtBot) -> None:
    view.stand(Standing.JOINED)
    view.focus_writing()
    view.set_quiet(quiet=True)
    assert view.writing is view.quiet
    view.timeline.written.emit("x")
    assert view.composer.draft == ""
    view.stand(Standing.VIEWED)
    assert view.writing is view.join
    view.stand(Standing.JOINED)
    assert view.writing is view.quiet
    view.set_quiet(quiet=False)
    view.timeline.written.emit("x")
    assert view.composer.draft == "x"
