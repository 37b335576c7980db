"""How far the connection is to be trusted, always in sight: a lock, and always the words for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from chatapp.gui.plain import caption, tooltip
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import dress
from chatapp.gui.theme.theme import Theme
from chatapp.session.ground import Trust

PICTURES = {
    Trust.PLAIN: "lock-open",
    Trust.HERE: "host",
    Trust.SEEN: "lock",
    Trust.VERIFIED: "lock-checked",
    Trust.PUBLIC: "lock-checked",
}


class TrustIndicator(QPushButton):
    """A press asks what it means. Hidden until there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trust: Trust | None = None
        self._words = ""
        self.setAutoDefault(True)
        self.setProperty("look", "quiet")
        # Else what it says would be as wide as what it said before, and the other way round.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self._draw)

    @property
    def words(self) -> str:
        """What is said, whether there is room for it or not."""
        return self._words

    def show_trust(self, trust: Trust) -> None:
        self._trust = trust
        self._words = self._said(trust)
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(self.tr("Tells what this means."))
        self.setToolTip(tooltip(self._words))
        dress(self, warns=trust is Trust.PLAIN)
        self._draw()
        self._fit()
        self.show()

    def minimumSizeHint(self) -> QSize:
        # As narrow as the panel wants to be: what does not fit is in the tooltip.
        return QSize(self.iconSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _said(self, trust: Trust) -> str:
        match trust:
            case Trust.PLAIN:
                return self.tr("Not encrypted")
            case Trust.HERE:
                return self.tr("Stays on this computer")
            case Trust.SEEN:
                return self.tr("Encrypted, host not checked")
            case Trust.VERIFIED:
                return self.tr("Encrypted, host checked")
            case Trust.PUBLIC:
                return self.tr("Encrypted")

    def _fit(self) -> None:
        # What the style puts around the text, and the picture beside it.
        metrics = self.fontMetrics()
        room = max(0, self.width() - super().sizeHint().width() + metrics.horizontalAdvance(self.text()))
        words = self._words if metrics.horizontalAdvance(self._words) <= room else self._briefly()
        self.setText(caption(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)))

    def _briefly(self) -> str:
        """What the lock beside it does not say."""
        match self._trust:
            case Trust.SEEN:
                return self.tr("Host not checked")
            case Trust.VERIFIED:
                return self.tr("Host checked")
        return self._words

    def _draw(self) -> None:
        if self._trust is None:
            return
        tokens = self._theme.tokens
        good = self._trust in {Trust.VERIFIED, Trust.PUBLIC}
        bad = self._trust is Trust.PLAIN
        colour = tokens.text_danger if bad else tokens.text_success if good else tokens.text_muted
        self.setIcon(icon(PICTURES[self._trust], colour, size=self._theme.sized(16)))
