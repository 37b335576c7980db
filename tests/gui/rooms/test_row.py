import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from chatapp.gui.rooms.model import FoundRooms, Role, Rooms
from chatapp.gui.rooms.row import RoomRow
from chatapp.gui.theme.theme import Measures, Theme
from chatapp.gui.theme.tokens import LIGHT
from chatapp.gui.told.levels import NOTHING
from chatapp.session.roomlist import Room


@pytest.fixture
def found(qapp: object) -> FoundRooms:
    rooms = Rooms()
    rooms.update(
        [
            Room("default", 3, joined=True, unread=2),
            Room("busy", 12, joined=True, unread=1_234, mentions=200),
            Room("other", None),
        ]
    )
    made = FoundRooms(rooms)
    rooms.setParent(made)
    return made


def painted(
    theme: Theme, found: FoundRooms, row: int, state: QStyle.StateFlag, direction: Qt.LayoutDirection
) -> QImage:
    delegate = RoomRow(theme, found)
    option = QStyleOptionViewItem()
    option.state = state
    option.direction = direction
    index = found.index(row, 0)
    option.rect = QRect(0, 0, 240, delegate.sizeHint(option, index).height())
    image = QImage(option.rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.sidebar))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def has(image: QImage, colour: str, columns: range) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in columns for y in range(image.height()))


def test_only_the_first_of_a_section_has_a_title_above(theme: Theme, found: FoundRooms) -> None:
    delegate = RoomRow(theme, found)
    option = QStyleOptionViewItem()
    heights = [delegate.sizeHint(option, found.index(row, 0)).height() for row in range(3)]
    assert heights[0] == heights[2] > heights[1]


@pytest.mark.parametrize("row", range(3))
def test_rooms_that_call_have_a_badge_the_other_unread_ones_a_quiet_number(
    theme: Theme, found: FoundRooms, row: int
) -> None:
    image = painted(theme, found, row, QStyle.StateFlag.State_None, Qt.LayoutDirection.LeftToRight)
    assert has(image, LIGHT.badge, range(120, 240)) is (row == 1)
    assert has(image, LIGHT.surface_pressed, range(120, 240)) is (row == 0)


def test_a_muted_room_has_a_sign_instead(theme: Theme, found: FoundRooms) -> None:
    plain = painted(theme, found, 2, QStyle.StateFlag.State_None, Qt.LayoutDirection.LeftToRight)
    rooms = found.sourceModel()
    assert isinstance(rooms, Rooms)
    rooms.use_levels(lambda _room: NOTHING)
    for row in range(2):
        image = painted(theme, found, row, QStyle.StateFlag.State_None, Qt.LayoutDirection.LeftToRight)
        assert not has(image, LIGHT.badge, range(120, 240))
        assert not has(image, LIGHT.surface_pressed, range(120, 240))
        assert found.index(row, 0).data(Role.MUTED)
    assert painted(theme, found, 2, QStyle.StateFlag.State_None, Qt.LayoutDirection.LeftToRight) == plain, "not joined"


def test_the_badge_is_on_the_other_side_where_writing_is(theme: Theme, found: FoundRooms) -> None:
    image = painted(theme, found, 1, QStyle.StateFlag.State_None, Qt.LayoutDirection.RightToLeft)
    assert has(image, LIGHT.badge, range(120))
    assert not has(image, LIGHT.badge, range(120, 240))


def test_chosen_hovered_and_focused_rows_look_so(theme: Theme, found: FoundRooms) -> None:
    states = QStyle.StateFlag
    plain = painted(theme, found, 1, states.State_None, Qt.LayoutDirection.LeftToRight)
    chosen = painted(theme, found, 1, states.State_Selected, Qt.LayoutDirection.LeftToRight)
    hovered = painted(theme, found, 1, states.State_MouseOver, Qt.LayoutDirection.LeftToRight)
    focused = painted(theme, found, 1, states.State_HasFocus | states.State_Active, Qt.LayoutDirection.LeftToRight)
    everywhere = range(240)
    assert has(chosen, LIGHT.accent_soft, everywhere)
    assert has(hovered, LIGHT.surface_hover, everywhere)
    assert focused != plain
    assert not has(plain, LIGHT.accent_soft, everywhere)


def test_compact_rows_are_lower(theme: Theme, found: FoundRooms) -> None:
    row, option, index = RoomRow(theme, found), QStyleOptionViewItem(), found.index(0, 0)
    comfortable = row.sizeHint(option, index).height()
    theme.use(LIGHT, Measures(compact=True))
    assert row.sizeHint(option, index).height() < comfortable
