import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.panes import DESK, PEOPLE, ROOMS, SEARCH, Panes


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    made = Panes(QWidget(), QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    return made


def shown(panes: Panes) -> str:
    rooms, _, side = (panes.widget(place) for place in range(3))
    names = {rooms: "rooms", panes._people: "people", panes._search: "search"}
    seen = [names[pane] for pane in (rooms, side.currentWidget()) if pane.isVisible()]
    return " ".join(seen)


def test_people_are_shown_where_they_are_wanted_and_known(panes: Panes) -> None:
    assert shown(panes) == "rooms"
    panes.want_people(wanted=True)
    assert shown(panes) == "rooms"
    panes.know_people(known=True)
    assert shown(panes) == "rooms people"
    assert panes.shows_people
    panes.want_people(wanted=False)
    assert shown(panes) == "rooms"
    assert not panes.shows_people


def test_a_search_takes_their_place_and_gives_it_back(panes: Panes, qtbot: QtBot) -> None:
    panes.want_people(wanted=True)
    panes.know_people(known=True)
    with qtbot.waitSignal(panes.changed):
        panes.search(there=True)
    assert shown(panes) == "rooms search"
    assert panes.searching
    assert not panes.shows_people
    panes.search(there=False)
    assert shown(panes) == "rooms people"
    with qtbot.assertNotEmitted(panes.changed):
        panes.search(there=False)


def test_a_narrow_window_shows_no_people_and_a_search_instead_of_the_rooms(panes: Panes) -> None:
    panes.want_people(wanted=True)
    panes.know_people(known=True)
    panes.resize(ROOMS + DESK + PEOPLE, 500)
    assert shown(panes) == "rooms"
    assert not panes.shows_people
    panes.search(there=True)
    assert shown(panes) == "search"
    panes.resize(ROOMS + DESK + SEARCH + 2, 500)
    assert shown(panes) == "rooms search"
    panes.search(there=False)
    assert shown(panes) == "rooms people"


def test_everything_fits_into_the_smallest_window(panes: Panes) -> None:
    panes.want_people(wanted=True)
    panes.know_people(known=True)
    assert panes.minimumSizeHint().width() <= 620
    panes.resize(620, 460)
    assert shown(panes) == "rooms"
    panes.search(there=True)
    assert shown(panes) == "search"
    assert panes.minimumSizeHint().width() <= 620


def test_widths_are_kept_also_those_of_hidden_parts(panes: Panes, qtbot: QtBot) -> None:
    panes.want_people(wanted=True)
    panes.know_people(known=True)
    panes.setSizes([200, 500, 298])
    width = panes.sizes()[2]
    panes.want_people(wanted=False)
    state = panes.saveState()
    again = Panes(QWidget(), QWidget(), QWidget(), QWidget())
    qtbot.addWidget(again)
    again.resize(1000, 500)
    again.restoreState(state)
    again.show()
    again.want_people(wanted=True)
    again.know_people(known=True)
    qtbot.waitUntil(lambda: again.sizes()[2] == width == 298)


def test_a_search_in_large_text_has_the_room_that_it_needs(panes: Panes, qtbot: QtBot) -> None:
    inner = QWidget()
    QVBoxLayout(panes._search).addWidget(inner)
    panes.resize(620, 500)
    panes.search(there=True)
    assert panes.widget(2).width() < 320
    inner.setMinimumWidth(320)
    qtbot.waitUntil(lambda: inner.width() >= 320)
    assert panes.widget(2).width() + panes.widget(1).width() < 620
    panes.search(there=False)
    assert panes.widget(1).minimumWidth() == DESK
