from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from chatapp.gui import i18n
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


def weight(image: QImage) -> float:
    """How far to the right the picture's middle is, of 1."""
    inked = {(x, y): image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())}
    return sum((x + 0.5) * alpha for (x, _), alpha in inked.items()) / sum(inked.values()) / image.width()


def test_what_points_points_where_reading_goes(qapp: QApplication) -> None:
    reply, lens = pixmap("reply", "#000000", 24).toImage(), pixmap("search", "#000000", 24).toImage()
    kept = icon("reply", "#000000").pixmap(20).toImage()
    i18n.install(qapp, "ar", QLocale.c())
    assert weight(pixmap("reply", "#000000", 24).toImage()) == pytest.approx(1 - weight(reply), abs=0.01)
    assert weight(reply) != pytest.approx(0.5, abs=0.01)
    assert pixmap("search", "#000000", 24).toImage() == lens
    assert icon("reply", "#000000").pixmap(20).toImage() != kept


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon", "#000000")


def test_the_application_has_an_icon_in_every_size(qapp: QApplication) -> None:
    sizes = {size.width() for size in application_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes
    assert QColor(application_icon().pixmap(64, 64).toImage().pixel(32, 8)).blue() > 150
