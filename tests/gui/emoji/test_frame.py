import pytest
from PySide6.QtCore import QRect, QSize

from chatapp.gui.emoji.frame import placed

SCREEN = QRect(0, 0, 1000, 700)


@pytest.mark.parametrize(
    ("anchor", "size", "expected"),
    [
        (QRect(40, 600, 30, 30), QSize(300, 400), QRect(40, 196, 300, 400)),  # above
        (QRect(40, 10, 30, 30), QSize(300, 400), QRect(40, 44, 300, 400)),  # below
        (QRect(900, 600, 30, 30), QSize(300, 400), QRect(700, 196, 300, 400)),  # moved in
        (QRect(-50, 600, 30, 30), QSize(300, 400), QRect(0, 196, 300, 400)),
        (QRect(40, 400, 30, 30), QSize(300, 500), QRect(40, 0, 300, 396)),  # more room above
        (QRect(40, 300, 30, 30), QSize(300, 500), QRect(40, 334, 300, 366)),  # more room below
        (QRect(40, 600, 30, 30), QSize(2000, 400), QRect(0, 196, 1000, 400)),
    ],
)
def test_where_it_goes(anchor: QRect, size: QSize, expected: QRect) -> None:
    assert placed(anchor, size, SCREEN) == expected


def test_mirrored_it_starts_at_the_right() -> None:
    assert placed(QRect(500, 600, 30, 30), QSize(300, 400), SCREEN, mirrored=True) == QRect(230, 196, 300, 400)
