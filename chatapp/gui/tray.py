"""The icon in the system tray: a dot for what is new, a number for what one is to be told of, and a menu."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from chatapp.gui import names
from chatapp.gui.plain import caption
from chatapp.gui.theme.icons import application_icon
from chatapp.gui.told.marks import count_text
from chatapp.gui.told.summary import Summary

SIDE = 64
"""pixels of the icon, which the tray makes smaller"""
MOST = 9
"""a larger number cannot be read there"""
ROOMS = 10
"""rooms in the menu"""
NEW, NEW_EDGE, CALL, CALL_INK = "#ffffff", "#10141a", "#c8321f", "#ffffff"
"""the tray's ground is the system's, and known to nobody: marks bring their own edge"""


class Tray(QObject):
    """There is an icon while `keep` says so, on systems that have a tray."""

    room_chosen = Signal(str)
    window_wanted = Signal()
    hide_wanted = Signal()
    stop_wanted = Signal()
    """hosting is to end"""
    quit_wanted = Signal()
    message_chosen = Signal()
    """what `tell` showed was chosen"""

    def __init__(
        self, window: QWidget, parent: QObject | None = None, *, has_tray: Callable[[], bool] | None = None
    ) -> None:
        """`has_tray` says whether the system has one now."""
        super().__init__(parent)
        self._window = window
        self._has_tray = has_tray or QSystemTrayIcon.isSystemTrayAvailable
        self._summary = Summary()
        self._hosting = self._kept = False
        self.menu = QMenu()
        self.icon = QSystemTrayIcon(application_icon(), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self.message_chosen)
        self.menu.aboutToShow.connect(self.fill)
        self.fill()
        self._say()

    @property
    def available(self) -> bool:
        """Whether the icon can be seen, so that a window can be hidden behind it."""
        self._appear()
        return self._kept and self._has_tray()

    def keep(self, *, there: bool) -> None:
        """Have an icon, or none; it comes once there is a tray, which may start later than we do."""
        self._kept = there
        self._appear()

    def _appear(self) -> None:
        # Where there is no tray, some systems' Qt complains of being asked.
        wanted = self._kept and self._has_tray()
        if wanted != self.icon.isVisible():
            self.icon.setVisible(wanted)

    def show_hosting(self, *, active: bool) -> None:
        self._hosting = active
        self._say()

    def show_summary(self, summary: Summary) -> None:
        """Show what there is to be told."""
        self._appear()
        if summary != self._summary:
            self._summary = summary
            self.icon.setIcon(marked_icon(summary))
            self._say()

    def tell(self, title: str, text: str) -> None:
        """A notification, shown by the tray: plain text."""
        self.icon.showMessage(title, text, application_icon())

    def fill(self) -> None:
        """Put into the menu what can be done now."""
        menu = self.menu
        menu.clear()
        if self._window.isVisible() and not self._window.isMinimized():
            menu.addAction(self.tr("&Hide window")).triggered.connect(self.hide_wanted)
        else:
            menu.addAction(self.tr("&Show window")).triggered.connect(self.window_wanted)
        if self._summary.rooms:
            menu.addSeparator()
        for room in self._summary.rooms[:ROOMS]:
            chosen = menu.addAction(caption(names.room(room)))
            chosen.triggered.connect(lambda _checked=False, room=room: self.room_chosen.emit(room))
        menu.addSeparator()
        if self._hosting:
            menu.addAction(self.tr("S&top hosting")).triggered.connect(self.stop_wanted)
        menu.addAction(self.tr("&Quit")).triggered.connect(self.quit_wanted)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.window_wanted.emit()

    def _say(self) -> None:
        """What there is, in words, for the mouse and for who cannot see the icon."""
        unread, mentions = self._summary.unread, self._summary.mentions
        if mentions:
            text = self.tr("Chatapp: %Ln messages for you", "", mentions)
        elif unread:
            text = self.tr("Chatapp: %Ln unread messages", "", unread)
        elif self._hosting:
            text = self.tr("Chatapp: hosting")
        else:
            text = "Chatapp"
        self.icon.setToolTip(text)


def marked_icon(summary: Summary) -> QIcon:
    """The application's icon, with what there is to be told."""
    if not summary.unread:
        return application_icon()
    picture = QPixmap(application_icon().pixmap(SIDE, SIDE))
    picture.setDevicePixelRatio(1)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if summary.calls:
        text = count_text(summary.calls, MOST)
        side = SIDE * 0.66
        place = QRectF(SIDE - side, SIDE - side, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(CALL))
        painter.drawEllipse(place)
        font = QFont()
        font.setBold(True)
        font.setPixelSize(round(side * (0.72 if len(text) == 1 else 0.52)))
        painter.setFont(font)
        painter.setPen(QColor(CALL_INK))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    else:
        side = SIDE * 0.36
        painter.setPen(QColor(NEW_EDGE))
        painter.setBrush(QColor(NEW))
        painter.drawEllipse(QRectF(SIDE - side - 2, SIDE - side - 2, side, side))
    painter.end()
    return QIcon(picture)
