from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from chatapp.gui.theme.icons import application_icon, icon, pixmap

NAMES = sorted(path.stem for path in (Path(__file__).parents[3] / "resources/icons/line").glob("*.svg"))


def colours(picture: object) -> set[str]:
    image = picture.toImage()  # type: ignore[attr-defined]
    everywhere = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in everywhere if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(name: str, qapp: QApplication) -> None:
    assert colours(pixmap(name, "#123456", 48)) == {"#123456"}


def test_a_disabled_icon_has_its_own_colour(qapp: QApplication) -> None:
    made = icon("send", "#ff0000", "#00ff00", size=24)
    assert "#ff0000" in colours(made.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Normal))
    assert "#00ff00" in colours(made.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Disabled))


def test_pictures_are_as_dense_as_the_screen(qapp: QApplication) -> None:
    assert pixmap("send", "#000000", 20, 1.5).size() == QSize(30, 30)
    assert pixmap("send", "#000000", 20, 1.5).deviceIndependentSize() == QSize(20, 20).toSizeF()


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon", "#000000")


def test_the_application_has_an_icon_in_every_size(qapp: QApplication) -> None:
    sizes = {size.width() for size in application_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes
    assert QColor(application_icon().pixmap(64, 64).toImage().pixel(32, 8)).blue() > 150
