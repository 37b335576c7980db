import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from chatapp.gui.theme.tokens import LIGHT
from chatapp.gui.timeline.blocks import Blocks
from chatapp.gui.timeline.body import body
from chatapp.gui.timeline.look import Look
from tests.gui.timeline.test_message import colours, inked, look

pytestmark = pytest.mark.usefixtures("qapp")
MIXED = "before\n> quoted www.example.org\n> > deep\n```\ncode\nmore code\n```\nafter"


def blocks(text: str, aside: str = "", of: Look | None = None) -> Blocks:
    return Blocks(of or look(), body(text), aside)


def painted(item: Blocks, selected: tuple[int, int] | None = None) -> QImage:
    image = QImage(500, round(item.height), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    item.paint(painter, 0, QRectF(image.rect()), selected, QColor(LIGHT.text))
    painter.end()
    return image


def test_blocks_stand_below_one_another_and_overlap_nowhere() -> None:
    item = blocks(MIXED)
    assert item.length == len("before\nquoted www.example.org\ndeep\ncode\nmore code\nafter")
    for words, top, following in zip(item._words, item._tops, [*item._tops[1:], item.height], strict=False):
        assert top + words.height <= following


@given(st.floats(0, 500), st.floats(0, 200))
@settings(max_examples=50, deadline=None)
def test_every_place_is_in_the_text_and_in_reading_order(x: float, y: float) -> None:
    item = blocks(MIXED)
    assert 0 <= item.index_at(x, y) <= item.length
    assert item.index_at(0, y) <= item.index_at(0, y + 10)
    first, last = item.word_at(item.index_at(x, y))
    assert 0 <= first <= last <= item.length


def test_a_place_counts_what_stands_in_the_blocks_above() -> None:
    item = blocks(MIXED)
    text = body(MIXED).text
    code = item._words[3]
    assert item.index_at(code.left, item._tops[3] + 1) == text.index("code")
    assert item.index_at(499, item.height + 50) == item.length
    assert item.word_at(text.index("code") + 1) == (text.index("code"), text.index("code") + 4)
    assert item.over(code.left + 3, item._tops[3] + 3)
    assert not item.over(490, item._tops[3] + 3)


def test_a_link_is_found_in_the_block_where_it_is_drawn() -> None:
    item = blocks(MIXED)
    assert [link.url for link in item.links] == ["http://www.example.org"]
    start = body(MIXED).text.index("www")
    assert item.links[0].start == start
    quote = item._words[1]
    x = quote.left + quote.layout.lineAt(0).cursorToX(10)[0]
    assert item.link_at(x, item._tops[1] + 3) == item.links[0]
    assert item.link_at(x, item._tops[0] + 3) is None


def test_code_has_a_ground_of_the_whole_column_and_a_quote_a_bar_and_quiet_words() -> None:
    of = look()
    code = painted(blocks("```\nx\n```", of=of))
    ground = code.pixelColor(of.body_left + of.body_width - 8, code.height() // 2)
    assert ground.name() not in {LIGHT.window, LIGHT.text}
    quote = painted(blocks("> ██", of=of))
    assert {LIGHT.border_strong, LIGHT.text_muted} <= colours(quote)
    assert LIGHT.text not in colours(quote)
    left, _ = inked(quote, 0, quote.height())
    assert of.body_left - 1 <= left <= of.body_left


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_bar_of_a_quote_is_where_reading_begins_and_code_begins_at_the_left(mirrored: bool) -> None:
    of = look(mirrored=mirrored)
    item = blocks("> a\n```\nx\n```", of=of)
    bar, code = item._bars[0], item._words[1]
    assert bar.left() == (of.width - of.body_left - 3 if mirrored else of.body_left)
    assert item._words[0].left > bar.left() or mirrored
    assert code.left == pytest.approx(item._grounds[0].left() + round(of.line * 0.4))


def test_a_deeper_quote_goes_on_with_the_bar_of_the_one_around_it() -> None:
    item = blocks("> a\n> > b\n> c\nd\n> e")
    assert len(item._bars) == 3
    assert item._bars[0].bottom() >= item._tops[2]
    assert item._bars[0].bottom() <= item._tops[3]
    assert len(blocks("> " * 50 + "x")._bars) == 4


def test_what_is_selected_is_painted_in_each_block() -> None:
    item = blocks("aa\n> aa\n```\naa\n```")
    marked = [painted(item, part) for part in (None, (0, 1), (3, 5), (6, 8), (0, 1 << 62))]
    assert LIGHT.selection not in colours(marked[0])
    assert all(LIGHT.selection in colours(image) for image in marked[1:])
    for image, number in zip(marked[1:], (0, 1, 2), strict=False):
        top = int(item._tops[number])
        assert LIGHT.selection in colours(image, top, top + int(item._words[number].height))


def test_an_aside_stands_beneath_the_last_block() -> None:
    bare, edited = blocks("> a"), blocks("> a", "(edited)")
    assert edited.height > bare.height + 5
    assert edited.length == bare.length
    assert edited.index_at(0, edited.height - 1) == 1
    assert inked(painted(edited), round(bare.height), round(edited.height))[1] > 0


def test_many_blocks_are_laid_out_as_one_message() -> None:
    item = blocks("> a\nb\n" * 600)
    assert item.length == len("a\nb\n" * 600)
