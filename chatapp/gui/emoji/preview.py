"""The line below the grid: which emoji it is about, large, with its name and shortcode."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from chatapp.gui.emoji.font import emoji_font, emoji_pen
from chatapp.gui.theme.theme import Theme
from chatapp.text.emoji import Emoji


class Preview(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._emoji: Emoji | None = None
        self._form = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_emoji(self, emoji: Emoji | None, form: str = "") -> None:
        """Say what this one is called; `form` is what is shown of it, where that is not its plain form."""
        form = form or (emoji.characters if emoji else "")
        if emoji is not self._emoji or form != self._form:
            self._emoji, self._form = emoji, form
            self.setAccessibleName(f"{emoji.name} :{emoji.shortcodes[0]}:" if emoji else "")
            self.update()

    @property
    def emoji(self) -> Emoji | None:
        return self._emoji

    def sizeHint(self) -> QSize:
        return QSize(200, round(QFontMetricsF(self.font()).height() * 2.7))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        if self._emoji is None:
            return
        height = float(self.height())
        font = emoji_font(round(height * 0.62))
        text = QRectF(self.rect()).adjusted(height * 1.05, 5, -4, -3)
        place = QRectF(0, 0, height, height)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width())
            text = QRectF(4, text.top(), text.width(), text.height())
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(place.center() + emoji_pen(font) + QPointF(0, 1), self._form)

        name, code = QRectF(text), QRectF(text)
        name.setBottom(text.center().y())
        code.setTop(text.center().y())
        lead = Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(bold)
        shown = self._emoji.name[:1].upper() + self._emoji.name[1:]
        painter.drawText(
            name, int(lead | Qt.AlignmentFlag.AlignBottom), QFontMetricsF(bold).elidedText(shown, elide, name.width())
        )
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text_muted))
        codes = "  ".join(f":{code}:" for code in self._emoji.shortcodes)
        painter.drawText(
            code,
            int(lead | Qt.AlignmentFlag.AlignTop),
            QFontMetricsF(self.font()).elidedText(codes, elide, code.width()),
        )
