import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from chatapp.gui.theme.tokens import LIGHT
from chatapp.gui.timeline.failure import Failure
from chatapp.gui.timeline.hits import Act
from chatapp.session.timeline import Entry, State
from tests.gui.timeline.conftest import NOW
from tests.gui.timeline.test_message import colours, look

pytestmark = pytest.mark.usefixtures("qapp")


def failed(problem: str, width: int = 500, *, mirrored: bool = False) -> Failure:
    entry = Entry("me", "text", NOW, mine=True, state=State.FAILED, key=1, problem=problem)
    return Failure(look(width, mirrored=mirrored), entry)


def found(failure: Failure, width: int = 500) -> list[Act]:
    hits = [failure.hit_at(x, y) for y in range(0, round(failure.height), 3) for x in range(0, width, 3)]
    return list(dict.fromkeys(hit for hit in hits if hit is not None))


def test_why_and_what_can_be_done() -> None:
    failure = failed("No.")
    image = QImage(500, round(failure.height), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    failure.paint(painter, 0, QRectF(image.rect()))
    painter.end()
    assert {LIGHT.text_danger, LIGHT.text_link} <= colours(image)
    assert failure.height < 1.5 * look().line
    assert found(failure) == [Act.RETRY, Act.DISCARD]
    assert found(failed("No.", mirrored=True)) == [Act.DISCARD, Act.RETRY]


@pytest.mark.parametrize("width", [60, 200, 500])
def test_a_long_reason_is_all_there_and_the_links_below_it(width: int) -> None:
    failure = failed("Because of this and that. " * 10, width)
    assert failure.height > 3 * look().line
    assert found(failure, width)
