import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from chatapp.gui.theme.tokens import LIGHT, author_colour
from chatapp.gui.timeline.hits import Quoted
from chatapp.gui.timeline.quote import QuoteLine
from chatapp.session.timeline import Quote
from tests.gui.timeline.test_message import colours, inked, look

pytestmark = pytest.mark.usefixtures("qapp")
KNOWN = Quote(7, "Ann", "who has\npage 12?")


def painted(line: QuoteLine) -> QImage:
    image = QImage(500, round(line.height), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    line.paint(painter, 0)
    painter.end()
    return image


def test_it_shows_whose_and_what_on_one_line() -> None:
    line = QuoteLine(look(), KNOWN)
    assert line.hit == Quoted(7)
    assert {author_colour("Ann", LIGHT).name(), LIGHT.text_muted} <= colours(painted(line))
    assert line.height < 1.5 * look().line
    long = QuoteLine(look(), Quote(7, "Ann " * 50, "word " * 200))
    assert long.height == line.height
    assert inked(painted(long), 0, int(long.height))[1] <= 500 - look().margin


@pytest.mark.parametrize("mirrored", [False, True])
def test_it_is_hit_where_it_is_drawn(mirrored: bool) -> None:
    line = QuoteLine(look(mirrored=mirrored), KNOWN)
    first, last = inked(painted(line), 0, int(line.height))
    assert line.holds(first + 2, 5)
    assert line.holds(last - 2, 5)
    assert not line.holds(first - 5, 5)
    assert not line.holds(last + 8, 5)
    assert not line.holds(first + 2, -1)
    assert not line.holds(first + 2, line.height)


@pytest.mark.parametrize("quote", [Quote(7), Quote(7, "Ann", "")])
def test_what_is_not_known_or_gone_is_said(quote: Quote) -> None:
    line = QuoteLine(look(), quote)
    assert inked(painted(line), 0, int(line.height))[1] > look().body_left + 8 * look().line
