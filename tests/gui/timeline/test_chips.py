import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from chatapp.gui.theme.tokens import DARK, LIGHT, Tokens
from chatapp.gui.timeline.chips import Chips
from chatapp.gui.timeline.hits import Chip
from chatapp.gui.timeline.look import Look
from chatapp.session.timeline import Reaction
from tests.gui.timeline.test_message import colours, look

pytestmark = pytest.mark.usefixtures("qapp")
THREE = (Reaction("👍", ("Ann", "Bo"), mine=True), Reaction("❤️", ("Cy",)), Reaction("🎉", ("Ann", "Bo", "Cy")))


def painted(of: Look, chips: Chips) -> QImage:
    image = QImage(of.width, round(chips.height), QImage.Format.Format_RGB32)
    image.fill(of.ground)
    painter = QPainter(image)
    chips.paint(painter, 0)
    painter.end()
    return image


def found(chips: Chips, width: int) -> list[Chip]:
    """All chips, from the upper left to the lower right."""
    hits = [chips.hit_at(x, y) for y in range(0, round(chips.height), 4) for x in range(0, width, 4)]
    return list(dict.fromkeys(hit for hit in hits if hit is not None))


def test_each_emoji_has_its_chip() -> None:
    chips = Chips(look(), THREE)
    assert found(chips, 500) == [Chip("👍", mine=True), Chip("❤️", mine=False), Chip("🎉", mine=False)]
    assert found(Chips(look(mirrored=True), THREE), 500) == list(reversed(found(chips, 500)))
    assert chips.hit_at(490, 10) is None


def test_many_take_several_lines_and_stay_in_the_column() -> None:
    many = tuple(Reaction(chr(0x1F600 + number), ("Ann",) * 100) for number in range(20))
    chips = Chips(look(), many)
    assert chips.height > 2 * Chips(look(), many[:1]).height
    assert len(found(chips, 500)) == 20
    assert all(chips.hit_at(x, y) is None for y in range(round(chips.height)) for x in (look().body_left - 2, 490))


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_ones_own_stands_out(tokens: Tokens) -> None:
    of = look(tokens=tokens)
    own, other = painted(of, Chips(of, THREE[:1])), painted(of, Chips(of, THREE[1:2]))
    assert tokens.accent_soft in colours(own)
    assert tokens.accent_soft not in colours(other)
    assert QColor(tokens.sidebar).name() in colours(other)


def test_the_hint_names_who_reacted() -> None:
    chips = Chips(look(), (Reaction("🎉", ("Ann", "Bo\n", "Cy")), Reaction("👍", tuple(map(str, range(30))))))
    hints = [chips.hint_at(x, chips.height / 2) for x in range(0, 500, 4)]
    told = list(dict.fromkeys(filter(None, hints)))
    assert told[0] == "Ann, Bo  and Cy reacted with 🎉"
    assert told[1].startswith("0, 1, 2")
    assert told[1].endswith("19 and 10 more reacted with 👍")


@pytest.mark.parametrize("emoji", ["x" * 500, "\n\u202e", "", "e" + "\u0301" * 30])
@pytest.mark.parametrize("width", [10, 500])
def test_a_hostile_emoji_stays_a_chip(emoji: str, width: int) -> None:
    chips = Chips(look(width), (Reaction(emoji, ("Ann",)),))
    assert chips.height < 4 * look().line
    painted(look(width), chips)
