"""Line icons of `resources/icons/line`, drawn in a token's colour."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from chatapp.assets import read_bytes

DENSITIES = (1, 1.5, 2)
"""device pixels to a logical one for which a picture is drawn; others are scaled from these"""


POINTING = frozenset({"back", "forward", "join", "leave", "reply", "send"})
"""pictures that point where reading goes, or back; in a window that is read from the right they do so, too"""


def icon(name: str, colour: str, disabled: str | None = None, size: int = 20) -> QIcon:
    """The icon of that file name in a colour (`#rrggbb`), and in another one where its widget is disabled."""
    return _icon(name, colour, disabled, size, _is_mirrored(name))


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str | None, size: int, _mirrored: bool) -> QIcon:
    made = QIcon()
    for density in DENSITIES:
        made.addPixmap(pixmap(name, colour, size, density))
        if disabled is not None:
            made.addPixmap(pixmap(name, disabled, size, density), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, size: int, density: float = 1.0) -> QPixmap:
    """The icon as a square picture of `size` logical pixels. Raises FileNotFoundError for an unknown name."""
    drawing = read_bytes(f"icons/line/{name}.svg").replace(b"currentColor", colour.encode())
    side = round(size * density)
    picture = QPixmap(QSize(side, side))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if _is_mirrored(name):
        painter.translate(size, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _is_mirrored(name: str) -> bool:
    return name in POINTING and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


@cache
def application_icon() -> QIcon:
    """The application's own icon, in the sizes that a title bar, a task bar and a dock ask for."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap()
        picture.loadFromData(read_bytes(f"icons/chatapp-{size}.png"), "PNG")
        made.addPixmap(picture)
    return made
