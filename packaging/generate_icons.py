"""Make the application icon's bitmaps from `resources/icons/chatapp.svg`.

    python3 packaging/generate_icons.py

Writes `chatapp-<size>.png` beside it, `chatapp.ico` for Windows and `chatapp.icns` for macOS.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = SIZES[:-1]  # the format knows none above 256
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic11": 32, b"ic12": 64}
"""PNG entries of Apple's icon format, by the pixels of their sides"""


def png(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the call wants str
    return bytes(kept.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An ICO file of PNG pictures (allowed since Windows Vista)."""
    offset = 6 + 16 * len(pictures)
    directory, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, data in pictures.items():
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    return directory + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """An ICNS file of PNG pictures: entries of a type, their length with this head, and the picture."""
    entries = [(kind, pictures[size]) for kind, size in ICNS_TYPES.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(data)) + data for kind, data in entries)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> None:
    application = QGuiApplication([*sys.argv, "-platform", "offscreen"])
    renderer = QSvgRenderer(str(ICONS / "chatapp.svg"))
    pictures = {size: png(renderer, size) for size in SIZES}
    for size, data in pictures.items():
        (ICONS / f"chatapp-{size}.png").write_bytes(data)
    (ICONS / "chatapp.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (ICONS / "chatapp.icns").write_bytes(icns(pictures))
    application.quit()


if __name__ == "__main__":
    main()
