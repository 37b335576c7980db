import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from chatapp.gui.composer.suggestion import Suggestion, SuggestionModel
from chatapp.gui.composer.suggestion_row import SuggestionRow
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK, LIGHT

HEART = Suggestion("❤️", ":heart:", "red heart", "❤️")
ANN = Suggestion("@Ann ", "Ann")


@pytest.fixture
def row(theme: Theme) -> SuggestionRow:
    return SuggestionRow(theme)


def index_of(suggestion: Suggestion, row: SuggestionRow) -> QModelIndex:
    model = SuggestionModel(row)
    model.show([suggestion])
    return model.index(0, 0)


def painted(row: SuggestionRow, suggestion: Suggestion, *, size: QSize | None = None, chosen: bool = False) -> QImage:
    index, option = index_of(suggestion, row), QStyleOptionViewItem()
    option.font = QFont("Sans", 10)
    image = QImage(size or row.sizeHint(option, index), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    option.rect = image.rect()
    if chosen:
        option.state |= QStyle.StateFlag.State_Selected
    painter = QPainter(image)
    row.paint(painter, option, index)
    painter.end()
    return image


def test_it_is_as_wide_as_its_words_and_as_high_as_its_font(row: SuggestionRow) -> None:
    option = QStyleOptionViewItem()
    option.font = QFont("Sans", 10)
    plain = row.sizeHint(option, index_of(ANN, row))
    assert row.sizeHint(option, index_of(ANN._replace(detail="of the class"), row)).width() > plain.width() + 40
    option.font = QFont("Sans", 20)
    larger = row.sizeHint(option, index_of(ANN, row))
    assert larger.height() > plain.height()
    assert larger.width() > plain.width()


def test_choice_key_and_theme_are_seen(row: SuggestionRow, theme: Theme) -> None:
    looks = [painted(row, HEART), painted(row, HEART, chosen=True)]
    row.taken_by_tab = 3
    looks.append(painted(row, HEART))
    theme.use(DARK if theme.tokens is LIGHT else LIGHT)
    looks.append(painted(row, HEART))
    assert len({look.convertToFormat(QImage.Format.Format_RGBA8888).constBits().tobytes() for look in looks}) == 4


@pytest.mark.parametrize("suggestion", [HEART, ANN._replace(title="A very long name " * 9), HEART._replace(title="")])
def test_it_can_be_painted_however_narrow(row: SuggestionRow, suggestion: Suggestion) -> None:
    for width in (1, 40, 90, 400):
        assert not painted(row, suggestion, size=QSize(width, 30)).isNull()
