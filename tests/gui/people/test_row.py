import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from chatapp.gui.people.model import People
from chatapp.gui.people.row import PersonRow, initial
from chatapp.gui.theme.theme import Measures, Theme
from chatapp.gui.theme.tokens import LIGHT, author_colour
from chatapp.session.acquaintances import Acquaintance, Tie

STATES = QStyle.StateFlag


@pytest.fixture
def people(qapp: object) -> People:
    made = People()
    made.update(["Ann", "Bo"], "Ann", "")
    return made


def painted(
    theme: Theme,
    people: People,
    row: int,
    state: QStyle.StateFlag = STATES.State_None,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    font: QFont | None = None,
) -> QImage:
    delegate = PersonRow(theme)
    option = QStyleOptionViewItem()
    option.font = font or option.font
    option.state = state
    index = people.index(row)
    option.rect = QRect(0, 0, 200, delegate.sizeHint(option, index).height())
    image = QImage(option.rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.sidebar))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def has(image: QImage, colour: QColor | str, columns: range) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in columns for y in range(image.height()))


def blank(image: QImage, columns: range) -> bool:
    ground = QColor(LIGHT.sidebar).rgb()
    return all(image.pixel(x, y) == ground for x in columns for y in range(image.height()))


def test_each_has_a_letter_in_the_colour_of_their_messages(theme: Theme, people: People) -> None:
    for row, name in enumerate(("Ann", "Bo")):
        assert has(painted(theme, people, row), author_colour(name, LIGHT), range(60))


def test_the_owner_alone_has_a_word_at_the_end(theme: Theme, people: People) -> None:
    assert not blank(painted(theme, people, 0), range(140, 200))
    assert blank(painted(theme, people, 1), range(140, 200))


def test_in_large_text_the_name_comes_before_the_words(theme: Theme, qapp: object) -> None:
    both, neither = People(), People()
    both.update(["Anna"], "Anna", "Anna")
    neither.update(["Anna"], "", "")
    large = QFont()
    large.setPointSizeF(large.pointSizeF() * 1.75)
    side = QFontMetrics(large).height()
    name = range(16 + side, 16 + side + QFontMetrics(large).horizontalAdvance("Anna"))
    whole, cut = (painted(theme, people, 0, font=large) for people in (neither, both))
    assert not blank(whole, name)
    assert all(whole.pixel(x, y) == cut.pixel(x, y) for x in name for y in range(whole.height()))
    assert not blank(cut, range(150, 200)), "there are some"


def test_sides_change_where_writing_does(theme: Theme, people: People) -> None:
    image = painted(theme, people, 1, direction=Qt.LayoutDirection.RightToLeft)
    assert has(image, author_colour("Bo", LIGHT), range(140, 200))
    assert blank(image, range(60))


def test_hovered_and_focused_rows_look_so(theme: Theme, people: People) -> None:
    plain = painted(theme, people, 1)
    assert not has(plain, LIGHT.surface_hover, range(200))
    assert has(painted(theme, people, 1, STATES.State_MouseOver), LIGHT.surface_hover, range(200))
    assert painted(theme, people, 1, STATES.State_HasFocus | STATES.State_Active) != plain


@pytest.mark.parametrize(
    ("name", "letter"), [("ann", "A"), ("«bo»", "B"), ("名前", "名"), ("ßig", "S"), ("🙂", "🙂"), ("", "")]
)
def test_a_letter_stands_for_a_name(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_compact_rows_are_lower(theme: Theme, people: People) -> None:
    comfortable = painted(theme, people, 0)
    theme.use(LIGHT, Measures(compact=True))
    assert painted(theme, people, 0).height() < comfortable.height()


@pytest.mark.parametrize(
    ("tie", "colour"),
    [
        (Tie.PROVEN, LIGHT.text_muted),
        (Tie.MET, LIGHT.text_success),
        (Tie.RENAMED, LIGHT.text_success),
        (Tie.UNPROVEN, LIGHT.text_danger),
        (Tie.STRANGER, LIGHT.text_danger),
    ],
)
@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_what_is_known_of_them_stands_behind_the_name(
    theme: Theme, qapp: object, tie: Tie, colour: str, direction: Qt.LayoutDirection
) -> None:
    known, unknown = People(), People()
    known.update(["Bo"], "", "", acquaintances={"Bo": Acquaintance(tie)})
    unknown.update(["Bo"], "", "")
    behind = range(65, 140) if direction is not Qt.LayoutDirection.RightToLeft else range(60, 135)
    assert near(painted(theme, known, 0, direction=direction), colour, behind)
    assert not near(painted(theme, unknown, 0, direction=direction), colour, behind)


def near(image: QImage, colour: str, columns: range) -> bool:
    """Something of that colour, as thin lines are drawn."""
    wanted = QColor(colour)

    def differs(x: int, y: int) -> int:
        seen = QColor(image.pixel(x, y))
        return max(abs(getattr(seen, part)() - getattr(wanted, part)()) for part in ("red", "green", "blue"))

    return any(differs(x, y) < 48 for x in columns for y in range(image.height()))


def test_a_long_name_leaves_room_for_the_mark(theme: Theme, qapp: object) -> None:
    people = People()
    people.update(["A" * 32], "", "", acquaintances={"A" * 32: Acquaintance(Tie.STRANGER, "A")})
    assert near(painted(theme, people, 0), LIGHT.text_danger, range(160, 200))
