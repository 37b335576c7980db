import pytest
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QApplication

from chatapp.gui.told.marks import badge_text, count_text, dot, pill, pill_size
from chatapp.gui.told.summary import Badge


@pytest.mark.parametrize(
    ("badge", "text"),
    [
        (Badge(1), "1"),
        (Badge(99, 0, 99), "99"),
        (Badge(1_234), "99+"),
        (Badge(5, 1, 1), "@"),
        (Badge(5, 3, 3), "@3"),
        (Badge(500, 300, 500), "@99+"),
    ],
)
def test_what_a_badge_says(badge: Badge, text: str) -> None:
    assert badge_text(badge) == text


def test_there_is_room_for_so_much() -> None:
    assert (count_text(9, 9), count_text(10, 9)) == ("9", "9+")


def colours(icon: QIcon, side: int) -> set[str]:
    picture = icon.pixmap(side, side).toImage()
    return {QColor(picture.pixel(x, y)).name() for x in range(picture.width()) for y in range(picture.height())}


def test_marks_are_drawn_in_their_colours(qapp: QApplication) -> None:
    assert "#ff0000" in colours(dot("#ff0000", 8), 8)
    font = QFont()
    size = pill_size("@3", font)
    assert size.width() > size.height()
    drawn = colours(pill("@3", font, ground="#ff0000", ink="#0000ff"), size.width())
    assert "#ff0000" in drawn
    assert drawn != colours(pill("", font, ground="#ff0000", ink="#0000ff"), size.width())
