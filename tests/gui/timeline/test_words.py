import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from chatapp.gui.theme.tokens import LIGHT
from chatapp.gui.timeline.body import body
from chatapp.gui.timeline.words import Words
from tests.gui.timeline.test_message import colours, inked, look

pytestmark = pytest.mark.usefixtures("qapp")


def words(text: str, aside: str = "", *, mirrored: bool = False) -> Words:
    of = look(mirrored=mirrored)
    return Words(of, body(text), of.font, aside)


def painted(item: Words, selected: tuple[int, int] | None = None) -> QImage:
    image = QImage(500, round(item.height), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    item.paint(painter, 0, QRectF(image.rect()), selected, QColor(LIGHT.text))
    painter.end()
    return image


def test_an_aside_is_seen_but_is_no_part_of_the_text() -> None:
    bare, edited = words("a ██ text"), words("a ██ text", "(██)")
    assert edited.length == bare.length == 9
    assert edited.height == pytest.approx(bare.height, abs=2)
    right = inked(painted(bare), 0, int(bare.height))[1]
    image = painted(edited)
    assert inked(image, 0, image.height())[1] > right + 10
    assert {LIGHT.text, LIGHT.text_muted} <= colours(image)
    assert LIGHT.text_muted not in colours(painted(bare))
    assert edited.index_at(490, 5) == 9
    assert LIGHT.selection in colours(painted(edited, (0, 1 << 62)))
    assert painted(edited, (0, 9)) == painted(edited, (0, 1 << 62))


@pytest.mark.parametrize("text", ["Hello", "שלום"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_an_aside_comes_after_the_text_whichever_way_that_runs(text: str, mirrored: bool) -> None:
    bare, edited = words(text, mirrored=mirrored), words(text, "(edited)", mirrored=mirrored)
    inks = [inked(painted(item), 0, int(item.height)) for item in (bare, edited)]
    assert inks[1][1] - inks[1][0] > inks[0][1] - inks[0][0] + 20
    assert inks[1][0] >= 0
    assert inks[1][1] < 500


def test_a_link_is_found_where_it_is_drawn() -> None:
    item = words("see www.example.org", "(edited)")
    x = item.left + item.layout.lineAt(0).cursorToX(10)[0]
    link = item.link_at(x, 5)
    assert link is not None
    assert link.url == "http://www.example.org"
    assert item.over(x, 5)
    assert item.link_at(item.left + 2, 5) is None
    assert item.link_at(x, -5) is None
    assert words("none").link_at(x, 5) is None


def test_what_is_set_off_looks_so() -> None:
    plain = painted(words("word"))
    seen = [painted(words(text)) for text in ("*word*", "**word**", "~~word~~", "`word`")]
    assert all(image != plain for image in seen)
    assert len({image.cacheKey() for image in seen}) == 4


def test_code_has_a_ground_on_each_of_its_lines() -> None:
    item = words("some `" + "words of code " * 12 + "` more")
    assert len(item._code) >= 2
    tops = [ground.top() for ground in item._code]
    assert tops == sorted(set(tops))
    image = painted(item)
    ground = item._code[0]
    assert image.pixelColor(round(item.left + ground.left() + 1), round(ground.center().y())).name() != LIGHT.window
    assert words("no code")._code == ()


def test_the_ground_of_code_lies_under_it_in_text_that_runs_the_other_way() -> None:
    item = words("שלום `code` עולם")
    line = item.layout.lineAt(0)
    (ground,) = item._code
    first, last = line.cursorToX(item._position(6))[0], line.cursorToX(item._position(8))[0]
    assert first - 12 < ground.left() + 2 < first < last < ground.right() - 2 < last + 12
    for index, x in ((5, ground.left() + 3), (8, ground.right() - 3)):
        assert item.index_at(item.left + x, 5) in {index, index + 1}


@pytest.mark.parametrize("text", ["שלום `f(x)` עולם", "שלום http://example.org/a(b)/ עולם", "😀 שלום `a()` ו `b()`"])
def test_code_and_addresses_keep_their_order_in_text_from_the_right(text: str) -> None:
    item = words(text, "(edited)")
    assert all(item._index(item._position(index)) == index for index in range(item.length + 1))
    shown = item._body.text
    brackets = range(shown.index("("), shown.index(")") + 1)
    line = item.layout.lineAt(0)
    xs = [line.cursorToX(item._position(index))[0] for index in brackets]
    assert xs == sorted(xs)
    assert painted(item, (0, item.length)) == painted(item, (0, 1 << 62))
