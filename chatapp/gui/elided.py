"""A label of one line that shows what fits."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from chatapp.gui.plain import isolated, tooltip
from chatapp.gui.theme.look import aligned


class Elided(QLabel):
    """Plain text, cut with “…” at its end; the whole is its tooltip while it is cut, and always its accessible name."""

    def __init__(self, look: str | None = None, parent: QWidget | None = None, *, snug: bool = False) -> None:
        """`snug`: it takes no more room than its text needs."""
        super().__init__(parent)
        self._whole = ""
        self._snug = snug
        self.setTextFormat(Qt.TextFormat.PlainText)
        aligned(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if look is not None:
            self.setProperty("look", look)

    def show_text(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()

    @property
    def whole(self) -> str:
        """The text, cut or not."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._fit()
        super().paintEvent(event)

    def _fit(self) -> None:
        if self._snug:
            self.setMaximumWidth(self.fontMetrics().horizontalAdvance(self._whole) + 1)
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        # Its own first letter says on which side its end is.
        shown = isolated(cut)
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(tooltip(self._whole) if cut != self._whole else "")
