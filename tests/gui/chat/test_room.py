import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.room import RoomView, Standing
from chatapp.gui.theme.theme import Theme
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
