import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from chatapp.gui.switcher.entry import Entry, Kind
from chatapp.gui.switcher.model import Results
from chatapp.gui.switcher.row import ResultRow
from chatapp.gui.theme.theme import Theme

SIZE = QRect(0, 0, 420, 60)


def painted(theme: Theme, entry: Entry, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> QImage:
    model = Results()
    model.show([entry])
    image = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = SIZE
    option.state |= QStyle.StateFlag.State_Enabled
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    ResultRow(theme).paint(painter, option, model.index(0, 0))
    painter.end()
    return image


MUSIC = Entry(Kind.ROOM, "music", "music", joined=True)


@pytest.mark.parametrize(
    "other",
    [
        Entry(Kind.PERSON, "music", "music", joined=True),
        Entry(Kind.COMMAND, "music", "music", joined=True),
        Entry(Kind.ROOM, "music", "music"),
        Entry(Kind.ROOM, "music", "music", joined=True, unread=3),
        Entry(Kind.ROOM, "music", "music", detail="5 people", joined=True),
        Entry(Kind.ROOM, "music", "music", keys="Ctrl+M", joined=True),
    ],
)
def test_what_is_told_is_seen(theme: Theme, other: Entry) -> None:
    assert painted(theme, MUSIC) != painted(theme, other)


def test_a_mention_looks_otherwise_than_other_unread(theme: Theme) -> None:
    unread = Entry(Kind.ROOM, "music", "music", joined=True, unread=2)
    assert painted(theme, unread) != painted(
        theme, Entry(Kind.ROOM, "music", "music", joined=True, unread=2, mentions=2)
    )


def test_from_the_right_it_is_mirrored(theme: Theme) -> None:
    assert painted(theme, MUSIC) != painted(theme, MUSIC, Qt.LayoutDirection.RightToLeft)


def test_the_first_of_a_kind_has_a_title(theme: Theme) -> None:
    model = Results()
    model.show([MUSIC, Entry(Kind.ROOM, "tea", "tea")])
    row, option = ResultRow(theme), QStyleOptionViewItem()
    assert row.title_height(model.index(0, 0), option.font) > 0
    assert row.title_height(model.index(1, 0), option.font) == 0
    assert row.sizeHint(option, model.index(0, 0)).height() > row.sizeHint(option, model.index(1, 0)).height()
