from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.settings import Settings
from chatapp.gui.told.levels import EVERYTHING, MENTIONS, NOTHING
from chatapp.gui.told.summary import Badge, Summary, badge, summarise
from chatapp.session.roomlist import Room

ROOMS = st.builds(
    lambda name, joined, unread, mentions: Room(name, joined=joined, unread=unread, mentions=min(unread, mentions)),
    st.sampled_from("abcdef"),
    st.booleans(),
    st.integers(0, 9),
    st.integers(0, 9),
)
LEVELS = st.sampled_from(Settings.notify.choices)


def test_the_levels_are_those_of_the_settings() -> None:
    assert set(Settings.notify.choices) == {EVERYTHING, MENTIONS, NOTHING}


def test_a_room_calls_as_often_as_one_wants_to_be_told() -> None:
    room = Room("music", joined=True, unread=5, mentions=2)
    assert badge(room, MENTIONS) == Badge(5, 2, 2, stands_out=True)
    assert badge(room, EVERYTHING) == Badge(5, 2, 5, stands_out=True)
    assert badge(room, NOTHING) == Badge(stands_out=True), "a name that stands out, and no more"
    assert badge(Room("music", joined=True), EVERYTHING) == Badge()


def test_all_rooms_together_those_that_call_first() -> None:
    rooms = [
        Room("default", joined=True, unread=3),
        Room("loud", joined=True, unread=40, mentions=9),
        Room("music", joined=True, unread=2, mentions=1),
        Room("read", joined=True),
        Room("elsewhere", unread=7),
    ]
    levels = {"loud": NOTHING}
    told = summarise(rooms, lambda room: levels.get(room, MENTIONS))
    assert told == Summary(5, 1, 1, ("music", "default"))
    assert summarise([], levels.__getitem__) == Summary()


@given(st.lists(ROOMS, unique_by=lambda room: room.name), LEVELS)
def test_nobody_is_called_for_more_than_there_is(rooms: list[Room], level: str) -> None:
    told = summarise(rooms, lambda _: level)
    assert told.mentions <= told.unread
    assert told.calls <= told.unread
    assert (told.unread > 0) == bool(told.rooms)
    assert level != NOTHING or told == Summary()
