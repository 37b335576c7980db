"""The menu of a message."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from chatapp.gui.plain import caption, isolated
from chatapp.gui.timeline.asides import NoteRow
from chatapp.gui.timeline.body import name
from chatapp.gui.timeline.doable import Deed, doable
from chatapp.session.timeline import Entry
from chatapp.text.links import Link

if TYPE_CHECKING:
    from chatapp.gui.timeline.view import TimelineView

translate = QCoreApplication.translate

LINKS = 5
"""of a message with more links only these are offered"""
_LONGEST = 60


def message_menu(view: "TimelineView", row: int, links: list[Link]) -> QMenu:
    """What can be done with the message of a row, for each of `links` open and copy, copy, select all. It goes away
    when it closes; what it does then is done with that message, wherever its row is by now.
    """
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if view.model is not None:
        _add_deeds(menu, view, row, view.model.entry(row))
    for link in links[:LINKS]:
        shown = isolated(caption(link.url if len(link.url) <= _LONGEST else link.url[: _LONGEST - 1] + "…"))
        opening = menu.addAction(translate("Timeline", "Open link: {link}").format(link=shown))
        opening.triggered.connect(lambda _=False, url=link.url: view.link_activated.emit(url))
        copying = menu.addAction(
            translate("Timeline", "Copy link: {link}").format(link=shown)
            if len(links) > 1
            else translate("Timeline", "Copy link")
        )
        copying.triggered.connect(lambda _=False, url=link.url: QGuiApplication.clipboard().setText(url))
    if links:
        menu.addSeparator()
    menu.addAction(view.copy_action)
    menu.addAction(view.select_all_action)
    return menu


def _add_deeds(menu: QMenu, view: "TimelineView", row: int, entry: Entry) -> None:
    names = {
        Deed.RETRY: translate("Timeline", "Retry"),
        Deed.DISCARD: translate("Timeline", "Delete"),
        Deed.REPLY: translate("Timeline", "Reply"),
        Deed.EDIT: translate("Timeline", "Edit"),
        Deed.DELETE: translate("Timeline", "Delete…"),
    }
    for deed in doable(entry, view.rights):
        if deed is Deed.REACT:
            _add_reactions(menu.addMenu(translate("Timeline", "React")), view, entry)
        else:
            menu.addAction(names[deed]).triggered.connect(lambda _=False, deed=deed: view.do(entry, deed))
    if entry.reply is not None and not entry.deleted:
        going = menu.addAction(translate("Timeline", "Show the message that this answers"))
        going.triggered.connect(lambda _=False, seq=entry.reply.seq: view.go_to(seq))
    laid_out = view.rows.row(row)
    if isinstance(laid_out, NoteRow) and laid_out.foldable and view.model is not None:
        words = translate("Timeline", "Show fewer names") if laid_out.full else translate("Timeline", "Show all names")
        lasting = view.model.lasting(row)
        menu.addAction(words).triggered.connect(lambda _=False: view.turn(lasting))
    if menu.actions():
        menu.addSeparator()


def _add_reactions(menu: QMenu, view: "TimelineView", entry: Entry) -> None:
    """The reactions at one click and those that are there, this person's own marked, and the way to all others."""
    own = {reaction.emoji: reaction.mine for reaction in entry.reactions}
    for emoji in dict.fromkeys((*view.bar.emoji, *own)):
        action = menu.addAction(caption(name(emoji)))
        action.setCheckable(True)
        action.setChecked(own.get(emoji, False))
        action.triggered.connect(lambda _=False, emoji=emoji: view.react(entry, emoji))
    menu.addSeparator()
    choosing = menu.addAction(translate("Timeline", "Choose an emoji…"))
    choosing.triggered.connect(lambda _=False: view.do(entry, Deed.REACT))
