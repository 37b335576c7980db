"""The line that says what an emoji is called."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.preview import Preview
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK
from chatapp.text.emoji import Emoji

CAT = Emoji("🐱", "cat face", ("cat", "kitty"), "animals-nature", 1, (), ())


def picture(preview: Preview) -> bytes:
    image = QImage(preview.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    preview.render(image)
    return bytes(image.constBits())


def test_it_says_what_it_shows(qtbot: QtBot) -> None:
    preview = Preview(Theme())
    qtbot.addWidget(preview)
    preview.resize(300, preview.sizeHint().height())
    empty = picture(preview)
    preview.show_emoji(CAT)
    assert preview.emoji is CAT
    assert preview.accessibleName() == "cat face :cat:"
    assert picture(preview) != empty
    plain = picture(preview)
    preview.show_emoji(CAT, "🐶")  # in another form
    assert preview.accessibleName() == "cat face :cat:"
    assert picture(preview) != plain
    preview.show_emoji(None)
    assert preview.accessibleName() == ""
    assert picture(preview) == empty


def test_it_follows_theme_and_direction(qtbot: QtBot) -> None:
    theme = Theme()
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.resize(300, preview.sizeHint().height())
    preview.show_emoji(CAT)
    light = picture(preview)
    preview.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = picture(preview)
    theme.use(DARK)
    assert len({light, mirrored, picture(preview)}) == 3


def test_long_names_are_cut_not_grown_for(qtbot: QtBot) -> None:
    preview = Preview(Theme())
    qtbot.addWidget(preview)
    preview.show_emoji(Emoji("🐱", "cat " * 200, ("c" * 500,), "g", 1, (), ()))
    assert preview.sizeHint().width() == 200
    preview.resize(120, 40)
    picture(preview)
