from datetime import date

import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from chatapp.gui.theme.tokens import DARK, LIGHT, Tokens
from chatapp.gui.timeline.heads import Head, day
from chatapp.gui.timeline.hits import Act, Chip, Quoted
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.message import MessageRow
from chatapp.gui.timeline.row import Marks, Row
from chatapp.session.timeline import Entry, Quote, Reaction, State
from chatapp.text.links import Link
from tests.gui.timeline.conftest import NOW

TODAY = day(NOW)
ALONE = Head(None, new=False, author=False)
LED = Head(None, new=False, author=True)
pytestmark = pytest.mark.usefixtures("qapp")


def look(width: int = 500, tokens: Tokens = LIGHT, *, mirrored: bool = False, font: QFont | None = None) -> Look:
    font = font or QGuiApplication.font()
    return Look(tokens, font, width, mirrored=mirrored, locale=QLocale(QLocale.Language.English), today=TODAY)


def row(text: str, head: Head = ALONE, *, author: str = "Ann", of: Look | None = None, **fields: object) -> MessageRow:
    return MessageRow(of or look(), Entry(author, text, NOW, **fields), head)


def painted(
    item: Row,
    *,
    selected: tuple[int, int] | None = None,
    hovered: bool = False,
    ringed: bool = False,
    flash: float = 0.0,
) -> QImage:
    """The row on the theme's ground, with as much room again above and below."""
    width = item._look.width
    image = QImage(width, 3 * item.height, QImage.Format.Format_RGB32)
    image.fill(item._look.ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    item.paint(painter, item.height, QRectF(image.rect()), Marks(selected, hovered, ringed, flash))
    painter.end()
    return image


def colours(image: QImage, first: int = 0, last: int | None = None) -> set[str]:
    """The colours of the lines from `first` to before `last`."""
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    width = image.bytesPerLine() // 4
    found = set(pixels[first * width : (image.height() if last is None else last) * width])
    return {QColor.fromRgb(pixel).name() for pixel in found}


def inked(image: QImage, first: int, last: int) -> tuple[int, int]:
    """The first and the last column that has anything but ground in these lines."""
    ground = QColor(LIGHT.window).rgb()
    columns = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(first, last))]
    return columns[0], columns[-1]


def test_days_have_the_names_that_people_use() -> None:
    names = [look().day_name(day) for day in (TODAY, date(2026, 9, 20), date(2026, 9, 1), date(2027, 1, 1))]
    assert names == ["Today", "Yesterday", "Tuesday, September 1, 2026", "Friday, January 1, 2027"]


def test_what_stands_above_a_message_takes_room() -> None:
    heights = [
        row("text", head).height
        for head in (ALONE, LED, Head(None, new=True, author=True), Head(TODAY, new=True, author=True))
    ]
    assert heights == sorted(set(heights))


def test_a_long_word_wraps() -> None:
    assert row("x" * 300).height >= row("x").height + 2 * look().line, "three lines at least, in any font"


def test_lines_are_kept() -> None:
    one, three = row("a"), row("a\nb\r\nc")
    assert three.height == pytest.approx(one.height + 2 * look().line, abs=2)


def test_a_few_emoji_are_large() -> None:
    assert row("👍👍").height > 1.4 * row("👍 ok").height


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("text", ["Hello", "שלום"])
def test_text_stands_on_the_side_where_reading_the_window_begins(text: str, mirrored: bool) -> None:
    item = row(text, of=look(mirrored=mirrored))
    first, last = inked(painted(item), item.height, 2 * item.height)
    start = look().body_left
    assert (first if not mirrored else 500 - last) == pytest.approx(start, abs=4)
    assert last - first < 80


def test_lines_of_a_right_to_left_text_begin_below_one_another() -> None:
    item = row("שלום לכולם\nשלום")
    middle = item.height + item.height // 2
    _, first_line = inked(painted(item), item.height + 2, middle)
    _, second_line = inked(painted(item), middle, 2 * item.height)
    assert first_line == pytest.approx(second_line, abs=2)


def test_a_mirrored_row_has_its_disc_on_the_right() -> None:
    item = row("Hello", LED, of=look(mirrored=True))
    _, last = inked(painted(item), item.height, 2 * item.height)
    assert last == pytest.approx(500 - look().margin, abs=2)


def test_places_and_points_agree() -> None:
    item = row("first line\nsecond 👍 line")
    layout, left, top = item.words.layout, item.words.left, item.words_top
    for index in range(len("first line")):
        x = layout.lineAt(0).cursorToX(index)[0]
        assert item.index_at(left + x + 0.5, top + 2) == index
    second = layout.lineAt(1)
    for index, units in ((11, 11), (18, 18), (19, 20), (24, 25)):
        assert item.index_at(left + second.cursorToX(units)[0] + 0.5, top + second.y() + 2) == index
    assert item.index_at(10_000, top + 2) == len("first line")
    assert item.index_at(0, 10_000) == item.length
    assert item.index_at(0, -10_000) == 0


def test_the_header_counts_as_before_the_text() -> None:
    assert row("text", LED).index_at(200, 3) == 0


def test_words_are_found() -> None:
    item = row("see the-other 👍 naïve thing")
    assert [item.word_at(index) for index in (0, 2, 3, 14, 17)] == [(0, 3), (0, 3), (3, 4), (14, 15), (16, 21)]
    assert item.word_at(item.length) == (22, 27)
    assert row("").word_at(0) == (0, 0)


def test_links_are_where_they_are_drawn() -> None:
    text = "see https://example.org/a and"
    item = row(text)
    line = item.words.layout.lineAt(0)
    y = item.words_top + 3
    for index, url in ((1, None), (5, "https://example.org/a"), (24, "https://example.org/a"), (27, None)):
        x = item.words.left + (line.cursorToX(index)[0] + line.cursorToX(index + 1)[0]) / 2
        link = item.hit_at(x, y)
        assert (link.url if isinstance(link, Link) else None) == url
        assert item.hint_at(x, y) == (url or "")
    assert item.hit_at(item.words.left + 9000, y) is None
    assert item.hit_at(item.words.left + line.cursorToX(8)[0], y + 200) is None
    assert item.over_text(item.words.left + 3, y)
    assert not item.over_text(3, y)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_tokens_are_what_is_seen(tokens: Tokens) -> None:
    text = "a link https://example.org/ and selected ██ text"
    of = look(tokens=tokens)
    assert tokens.text in colours(painted(row("██", of=of)))
    assert tokens.text_muted in colours(painted(row("██", state=State.SENDING, of=of)))
    assert tokens.text not in colours(painted(row("██", state=State.SENDING, of=of)))
    assert tokens.text_link in colours(painted(row(text, of=of)))
    assert {tokens.selection, tokens.selection_text} <= colours(painted(row(text, of=of), selected=(0, len(text))))
    assert tokens.selection not in colours(painted(row(text, of=of)))
    assert tokens.sidebar in colours(painted(row(text, of=of), hovered=True))
    assert tokens.focus in colours(painted(row(text, of=of), ringed=True))
    assert tokens.border in colours(painted(row(text, Head(TODAY, new=False, author=True), of=of)))


def test_hovering_shows_the_time_of_a_message_without_a_header() -> None:
    item = row("text")
    still = inked(painted(item), item.height, 2 * item.height)
    assert still[0] >= look().body_left
    ground = QColor(LIGHT.sidebar).rgb()
    image = painted(item, hovered=True)
    assert any(
        image.pixel(x, y) != ground
        for x in range(look().body_left - 8)
        for y in range(item.height + 4, 2 * item.height - 4)
    )


HOSTILE = {
    "one line of 64 KiB": "x" * 65_536,
    "64 KiB of lines": "\n" * 65_536,
    "combining marks": "e" + "\u0301" * 4_000,
    "combining marks everywhere": "e\u0301\u0302\u0303" * 1_000,
    "overrides": "\u202e\u2066\u2067" * 1_000 + "evil",
    "controls": "".join(map(chr, range(32))) + "\x7f\x9f",
    "NUL": "a\x00b\x00",
    "surrogates": "\ud83d and \ude00",
    "objects": "\ufffc" * 50,
    "joiners": "👨\u200d" * 500,
    "tags": "🏴" + "\U000e0067" * 500,
    "HTML": "<img src='file:///etc/passwd'><b>bold</b>&lt;",
    "nothing": "",
    "noncharacters": "\ufffe\uffff\U0010ffff",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("head", [ALONE, Head(TODAY, new=True, author=True)], ids=["alone", "led"])
def test_a_hostile_text_keeps_to_its_row(text: str, head: Head) -> None:
    item = row(text, head, author=text[:200])
    assert item.height > 0
    if item.height < 2_000:
        image = painted(item, selected=(0, 10**9))
        ground = {QColor(LIGHT.window).name()}
        assert colours(image, 0, item.height) | colours(image, 2 * item.height) == ground
    item.index_at(100, item.height / 2)
    item.word_at(0)
    item.hit_at(100, item.height / 2)


def test_a_text_too_long_says_how_much_more_there_is() -> None:
    assert row("x" * 9_000).height > row("x" * 8_192).height


def test_a_font_in_pixels_is_as_good_as_one_in_points() -> None:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(20)
    assert row("👍 text", LED, of=look(font=font)).height > row("👍 text", LED).height


def test_a_window_narrower_than_a_letter_is_survived() -> None:
    assert row("text 👍 https://example.org", LED, of=look(width=10)).height > 0


QUOTE = Quote(3, "Bo", "who?")
LIKED = (Reaction("👍", ("Ann", "Bo")),)


def test_what_a_message_has_takes_room_and_what_it_has_not_takes_none() -> None:
    plain = row("text").height
    assert row("text", edited=True).height == plain
    for fields in ({"reply": QUOTE}, {"reactions": LIKED}, {"state": State.FAILED, "problem": "No."}):
        assert plain + 10 < row("text", **fields).height < plain + 4 * look().line


def test_an_edited_text_says_so_behind_it() -> None:
    _, last = inked(painted(row("text")), *lines_of(row("text")))
    _, later = inked(painted(row("text", edited=True)), *lines_of(row("text")))
    assert later > last + 20
    assert row("text", edited=True).length == 4


def lines_of(item: Row) -> tuple[int, int]:
    return item.height, 2 * item.height


def test_a_deleted_message_is_muted_and_nothing_of_it_is_left() -> None:
    item = row("secret ██", deleted=True, edited=True, reply=QUOTE, reactions=LIKED)
    assert item.height == row("text").height
    assert item.length == 0
    assert LIGHT.text not in colours(painted(row("██", deleted=True)))
    assert [item.index_at(x, item.height / 2) for x in (0, 100, 400)] == [0, 0, 0]
    assert not item.over_text(item.words.left + 5, item.height / 2)
    assert item.word_at(0) == (0, 0)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("head", [ALONE, LED])
def test_every_part_is_hit_where_it_is(mirrored: bool, head: Head) -> None:
    failed = {"state": State.FAILED, "problem": "No."}
    item = row("see www.example.org", head, reply=QUOTE, reactions=LIKED, of=look(mirrored=mirrored), **failed)
    order = [
        type(hit)
        for y in range(item.height)
        for hit in dict.fromkeys(item.hit_at(x, y) for x in range(0, 500, 3))
        if hit is not None
    ]
    assert list(dict.fromkeys(order)) == [Quoted, Link, Chip, Act]
    x = next(x for x in range(500) if item.hit_at(x, item._chips_top + 15))
    assert item.hint_at(x, item._chips_top + 15) == "Ann and Bo reacted with 👍"
    assert item.hint_at(x, item._quote_top + 5) == ""


def test_a_click_on_what_is_above_the_text_stands_before_it() -> None:
    item = row("text", reply=QUOTE)
    assert item.index_at(300, item._quote_top + 4) == 0
    assert item.index_at(300, item.words_top + 4) == 4


def test_a_flash_lights_the_whole_message() -> None:
    assert LIGHT.accent_soft in colours(painted(row("text"), flash=1.0))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_quotes_reactions_and_problems_keep_to_their_row(text: str) -> None:
    entry_parts = {
        "reply": Quote(1, text[:500], text),
        "reactions": (Reaction(text[:500], (text[:500],)),),
        "state": State.FAILED,
        "problem": text[:500],
    }
    item = row("text", LED, **entry_parts)
    assert 0 < item.height < 2_000
    image = painted(item)
    ground = {QColor(LIGHT.window).name()}
    assert colours(image, 0, item.height) | colours(image, 2 * item.height) == ground
    for y in range(0, item.height, 5):
        item.hit_at(100, y)
        item.hint_at(100, y)


def called(author: str = "Ann", *, mirrored: bool = False, mine: bool = False) -> MessageRow:
    of = Look(
        LIGHT,
        QGuiApplication.font(),
        500,
        mirrored=mirrored,
        locale=QLocale(QLocale.Language.English),
        today=TODAY,
        me="Bo",
    )
    return row("look, @bo", author=author, of=of, mine=mine)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_message_that_calls_who_looks_at_it_is_set_off(mirrored: bool) -> None:
    item = called(mirrored=mirrored)
    image = painted(item)
    middle = item.height + item.height // 2
    assert image.pixelColor(499 if mirrored else 0, middle).name() == LIGHT.accent
    assert image.pixelColor(250, middle).name() not in {LIGHT.window, LIGHT.accent}
    assert image.pixelColor(250, 2 * item.height + 2).name() == LIGHT.window
    assert image != painted(item, hovered=True)
    assert painted(item, hovered=True).pixelColor(499 if mirrored else 0, middle).name() == LIGHT.accent


def test_what_one_says_of_oneself_calls_nobody() -> None:
    assert LIGHT.accent not in colours(painted(called(mine=True)))
    assert LIGHT.accent not in colours(painted(row("look, @bo")))


def test_markup_is_laid_out_in_blocks_where_there_are_some() -> None:
    item = row("a\n> b")
    assert item.length == 3
    assert item.height > row("a").height
    assert row("*a*").length == 1
