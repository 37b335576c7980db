import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.qr import QUIET, QrView, picture

LINK = "chatapp://192.168.1.20:20200/#f=" + "A" * 43


@settings(max_examples=20, deadline=None)
@given(text=st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=300), square=st.integers(1, 6))
def test_every_square_is_where_the_code_has_it(text: str, square: int) -> None:
    matrix = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    image = picture(text, square)
    side = (len(matrix) + 2 * QUIET) * square
    assert image.size() == QSize(side, side)
    for y in range(0, side, square):
        for x in range(0, side, square):
            row, column = y // square - QUIET, x // square - QUIET
            dark = 0 <= row < len(matrix) and 0 <= column < len(matrix) and bool(matrix[row][column])
            for corner in (0, square - 1):
                assert image.pixelColor(x + corner, y + corner) == QColor("#000000" if dark else "#ffffff")


def test_on_the_screen_it_is_dark_on_light_and_nothing_between(qtbot: QtBot) -> None:
    view = QrView()
    qtbot.addWidget(view)
    view.setStyleSheet("background: #102030;")
    view.resize(333, 250)
    assert view.grab().toImage().pixelColor(166, 125) == view.grab().toImage().pixelColor(0, 0), "nothing to show yet"
    view.show_code(LINK, "QR code of the invite")
    assert view.accessibleName() == "QR code of the invite"
    image = view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {"#000000", "#ffffff"} <= colours
    assert len(colours - {"#000000", "#ffffff"}) <= 1, "what is around it"


def test_it_asks_for_room(qtbot: QtBot) -> None:
    view = QrView(least=300)
    qtbot.addWidget(view)
    assert view.minimumSizeHint() == QSize(300, 300)


def test_what_is_too_long_for_one_is_none(qtbot: QtBot) -> None:
    view = QrView()
    qtbot.addWidget(view)
    assert picture("x" * 4_000).isNull()
    assert not view.show_code("x" * 4_000, "QR code")
    assert view.show_code(LINK, "QR code")
