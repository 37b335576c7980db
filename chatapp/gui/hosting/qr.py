"""A text as a QR code (ISO/IEC 18004): dark on light in every theme, since not every camera reads it the other way,
with the margin that readers want, and every square of it whole pixels."""

import segno
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4
"""squares of light around it"""
SAVED = 10
"""pixels of a square in a picture that is saved"""
DARK, LIGHT = QColor("#000000"), QColor("#ffffff")


def picture(text: str, square: int = SAVED) -> QImage:
    """The code, with its margin; each square is that many pixels wide. A null image for a text that is too long for
    one: above some two thousand characters."""
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError:
        return QImage()
    matrix = [list(row) for row in code.matrix]
    small = QImage(len(matrix) + 2 * QUIET, len(matrix) + 2 * QUIET, QImage.Format.Format_Mono)
    small.setColorTable([LIGHT.rgb(), DARK.rgb()])
    small.fill(0)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                small.setPixel(x + QUIET, y + QUIET, 1)
    whole = QSize(small.width() * square, small.height() * square)
    return small.scaled(whole).convertToFormat(QImage.Format.Format_RGB32)


class QrView(QWidget):
    """Shows a code as large as it can be here with whole pixels; it is a picture to a screen reader, with a name."""

    def __init__(self, parent: QWidget | None = None, least: int = 180) -> None:
        """`least` is its smallest side in pixels."""
        super().__init__(parent)
        self._code = QImage()
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, text: str, name: str) -> bool:
        """Show the text as a code; `name` is what is said of it. False where it is too long, and nothing is shown."""
        self._code = picture(text, 1)
        self.setAccessibleName(name)
        self.update()
        return not self._code.isNull()

    def sizeHint(self) -> QSize:
        return QSize(self._least, self._least)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._code.isNull():
            return
        painter = QPainter(self)
        density = self.devicePixelRatioF()
        side = round(min(self.width(), self.height()) * density)
        squares = self._code.width()
        square = max(1, side // squares)
        # In pixels of the screen, so that no square is wider than another.
        painter.scale(1 / density, 1 / density)
        whole = QRect(0, 0, squares * square, squares * square)
        whole.moveCenter(QRect(0, 0, round(self.width() * density), round(self.height() * density)).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(whole, self._code.scaled(whole.size(), mode=Qt.TransformationMode.FastTransformation))
