import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from chatapp.gui.theme.tokens import LIGHT
from chatapp.gui.timeline.heads import Head
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.row import Marks, Row
from tests.gui.timeline.test_message import TODAY, look

pytestmark = pytest.mark.usefixtures("qapp")


class Blank(Row):
    """A row with nothing of its own, 20 pixels high under its separators."""

    def __init__(self, of: Look, head: Head) -> None:
        super().__init__(of, head)
        self.height = int(self._own_top) + 20

    def _paint_own(self, painter: QPainter, top: int, clip: QRectF, marks: Marks) -> None:
        pass


def test_separators_stand_above_what_is_the_rows_own() -> None:
    heights = [
        Blank(look(), head).message_rect().top()
        for head in (
            Head(None, False, False),
            Head(None, True, False),
            Head(TODAY, False, False),
            Head(TODAY, True, False),
        )
    ]
    assert heights == sorted(set(heights))
    assert heights[0] == 0
    assert Blank(look(), Head(TODAY, True, False)).message_rect() == QRect(0, heights[3], 500, 20)


def test_nothing_is_there_unless_a_kind_of_row_says_so() -> None:
    row = Blank(look(), Head(None, False, False))
    assert (row.length, list(row.links), row.word_at(0)) == (0, [], (0, 0))
    assert (row.index_at(1, 1), row.over_text(1, 1), row.hit_at(1, 1), row.hint_at(1, 1)) == (0, False, None, "")


@pytest.mark.parametrize(
    ("marks", "colour"),
    [
        (Marks(), LIGHT.window),
        (Marks(hovered=True), LIGHT.sidebar),
        (Marks(flash=1.0), LIGHT.accent_soft),
        (Marks(hovered=True, flash=1.0), LIGHT.accent_soft),
    ],
)
def test_marks_are_seen(marks: Marks, colour: str) -> None:
    row = Blank(look(), Head(None, False, False))
    image = QImage(500, row.height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    row.paint(painter, 0, QRectF(image.rect()), marks)
    painter.end()
    assert image.pixelColor(250, 10) == QColor(colour)
