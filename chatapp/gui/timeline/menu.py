"""The menu of a message."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from chatapp.gui.plain import caption
from chatapp.text.links import Link

if TYPE_CHECKING:
    from chatapp.gui.timeline.view import TimelineView

LINKS = 5
"""of a message with more links only these are offered"""
_LONGEST = 60


def message_menu(view: "TimelineView", links: list[Link]) -> QMenu:
    """Copy, select all, and for each of `links` open and copy. It goes away when it closes."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for link in links[:LINKS]:
        shown = caption(link.url if len(link.url) <= _LONGEST else link.url[: _LONGEST - 1] + "…")
        opening = menu.addAction(QCoreApplication.translate("Timeline", "Open {link}").format(link=shown))
        opening.triggered.connect(lambda _=False, url=link.url: view.link_activated.emit(url))
        copying = menu.addAction(QCoreApplication.translate("Timeline", "Copy {link}").format(link=shown))
        copying.triggered.connect(lambda _=False, url=link.url: QGuiApplication.clipboard().setText(url))
    if links:
        menu.addSeparator()
    menu.addAction(view.copy_action)
    menu.addAction(view.select_all_action)
    return menu
