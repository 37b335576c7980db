"""The message of which the menus speak, and what they do with it."""

from PySide6.QtGui import QGuiApplication

from chatapp.gui.chat.desk import Desk
from chatapp.gui.timeline.doable import Deed, doable
from chatapp.gui.timeline.selection import has_text
from chatapp.gui.timeline.spoken import quoted
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, EntryKind, Quote

_FAR = 200
"""rows at the end among which the newest message is looked for"""


class CurrentMessage:
    """In the room in front: where keyboard or mouse were last, while that is in sight; or else the newest message."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def title(self) -> str:
        """Who says what; empty where there is no message."""
        found = self._found()
        if found is None:
            return ""
        entry = found[2]
        return quoted(Quote(entry.seq, entry.author, entry.text))

    def can(self, *deeds: Deed) -> bool:
        """Whether one of these can be done with it."""
        found = self._found()
        return found is not None and any(deed in doable(found[2], found[0].rights) for deed in deeds)

    @property
    def can_copy(self) -> bool:
        found = self._found()
        return found is not None and has_text(found[2])

    def reply(self) -> None:
        self._do(Deed.REPLY)

    def react(self) -> None:
        self._do(Deed.REACT)

    def edit(self) -> None:
        self._do(Deed.EDIT)

    def delete(self) -> None:
        """Ask whether it is to be deleted; what was not sent is given up."""
        self._do(Deed.DISCARD, Deed.DELETE)

    def retry(self) -> None:
        self._do(Deed.RETRY)

    def copy(self) -> None:
        """Put its text on the clipboard."""
        found = self._found()
        if found is not None and has_text(found[2]):
            QGuiApplication.clipboard().setText(found[2].text)

    def open_menu(self) -> None:
        """Offer everything that can be done with it, its links among that."""
        found = self._found()
        if found is not None:
            view, row, _ = found
            view.reveal(row)
            view.setFocus()
            view.keyboard.lead(row)
            view.open_menu()

    def _do(self, *deeds: Deed) -> None:
        found = self._found()
        if found is None:
            return
        view, row, entry = found
        deed = next((deed for deed in deeds if deed in doable(entry, view.rights)), None)
        if deed is not None:
            view.reveal(row)
            view.do(entry, deed)

    def _found(self) -> tuple[TimelineView, int, Entry] | None:
        front = self._desk.front
        view = front.timeline if front is not None else None
        if view is None or view.model is None:
            return None
        current, last = view.keyboard.current, view.model.rowCount() - 1
        rows = list(range(last, max(-1, last - _FAR), -1))
        if current is not None and current in dict(view.visible()):
            rows.insert(0, current)
        for row in rows:
            entry = view.model.entry(row)
            if entry.kind is EntryKind.MESSAGE:
                return view, row, entry
        return None
