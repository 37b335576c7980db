"""What the person does about rooms and their own name, and where the answer to each is shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from chatapp.gui import names, rules
from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.chat.desk import Desk
from chatapp.gui.dialogs.ask_text import AskText
from chatapp.gui.dialogs.question import Question
from chatapp.gui.notice import NoticeBar
from chatapp.gui.rooms.pace import State
from chatapp.gui.words import explain, explain_refusal, say
from chatapp.protocol.messages.base import DEFAULT_ROOM
from chatapp.protocol.messages.hosting import SetRoom
from chatapp.protocol.messages.rich import Capability
from chatapp.session.changes import Phase, PhaseChanged, Refused
from chatapp.session.ground import Credentials

if TYPE_CHECKING:
    from chatapp.gui.dialogs.export import ExportDialog
    from chatapp.gui.dialogs.go_to_date import GoToDateDialog


class Deeds(QObject):
    """A refusal is shown in the dialog or bar that asked; where that is gone by then, in the notice above the tabs."""

    not_joined = Signal(str)
    """a room that was to be joined, and was not"""
    place_found = Signal(str, int)
    """a room, and the `seq` of a message to which the person wants to go"""

    def __init__(self, bridge: Bridge, desk: Desk, notice: NoticeBar, parent: QWidget) -> None:
        """Dialogs open over the window of `parent`."""
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._notice = notice
        self._window = parent
        self._wanted: set[str] = set()
        self._joining: set[str] = set()
        self._doomed: set[str] = set()

    def wanted(self, room: str) -> bool:
        """Whether the person asked to be in the room, so that it comes to the front once they are; asked once."""
        there = room in self._wanted
        self._wanted.discard(room)
        return there

    def joining(self, room: str) -> bool:
        """Whether the server has been asked and has not answered yet."""
        return room in self._joining

    def join(self, room: str) -> None:
        view = self._desk.view(room)
        if view is not None:
            view.join.wait()
        self._wanted.add(room)
        self.rejoin(room)

    def rejoin(self, room: str) -> None:
        """Join a room without bringing it to the front."""
        self._joining.add(room)
        self._bridge.join(room, Answer(self, partial(self._joining.discard, room), partial(self._not_joined, room)))

    def leave(self, room: str) -> None:
        self._bridge.leave(room)

    def ask_new_room(self) -> AskText:
        dialog = AskText(
            self.tr("New room"), self.tr("Room name"), self.tr("Create"), rules.room_name, parent=self._window
        )
        dialog.asked.connect(partial(self._create, dialog))
        dialog.open()
        return dialog

    def create(self, room: str) -> None:
        """Make a room by a name that was typed elsewhere."""
        self._wanted.add(room)
        self._bridge.create(room, Answer(self, _nothing, partial(self._refuse, self._notice.tell)))

    def ask_name(self) -> AskText:
        dialog = AskText(
            self.tr("Change name"),
            self.tr("New name"),
            self.tr("Change name"),
            rules.username,
            text=self._bridge.session.name,
            explanation=self.tr("Your messages carry the new name from now on."),
            parent=self._window,
        )
        dialog.asked.connect(partial(self._rename, dialog))
        dialog.open()
        return dialog

    def ask_delete(self, room: str) -> Question | None:
        """Ask before a room is deleted; None for `default`, which cannot be."""
        if room == DEFAULT_ROOM:
            return None
        dialog = Question(
            self.tr("Delete {room}?").format(room=names.room(room)),
            self.tr("Everybody in it leaves it, and it disappears from everybody's list. This cannot be undone."),
            self.tr("Delete room"),
            self.tr("Keep it"),
            self._window,
        )
        dialog.agreed.connect(partial(self._delete, dialog, room))
        dialog.open()
        return dialog

    def pace(self, room: str) -> State | None:
        """How a room is written in; None where this person does not decide that."""
        session = self._bridge.session
        known = session.rooms.get(room)
        mine = session.admin or (known is not None and known.owned)
        if not mine or Capability.ADMIN not in session.capabilities:
            return None
        return session.room_state(room) or (None, None)

    def set_pace(self, room: str, announce: bool | None, slow: int | None) -> None:
        """Have a room written in otherwise; None stays as it is."""
        refused = partial(self._refuse, self._notice.tell)
        self._bridge.ask_server(SetRoom(room, announce, slow), Answer(self, _nothing, refused))

    def ask_export(self, room: str) -> "ExportDialog":
        """Save what was said in a room, as far as the server keeps it."""
        from chatapp.gui.dialogs.export import ExportDialog  # noqa: PLC0415  # few people ever ask for it

        dialog = ExportDialog(room, parent=self._window)
        dialog.asked.connect(partial(self._export, dialog, room))
        dialog.show_asked.connect(_show_folder)
        dialog.open()
        return dialog

    def ask_date(self, room: str) -> "GoToDateDialog":
        """Go to the first message of a day."""
        from chatapp.gui.dialogs.go_to_date import GoToDateDialog  # noqa: PLC0415  # as above

        view = self._desk.view(room)
        day = None if view is None else view.timeline.day_seen
        today = QDate.currentDate()
        dialog = GoToDateDialog(
            room, today if day is None else QDate(day.year, day.month, day.day), today, self._window
        )
        dialog.asked.connect(partial(self._find_day, dialog, room))
        dialog.open()
        return dialog

    def ask_password(self) -> AskText:
        """For the server, which lets in whoever knows it."""
        dialog = AskText(
            self.tr("Password"),
            self.tr("Password"),
            self.tr("Enter"),
            rules.password,
            explanation=self.tr("The host lets in whoever has an invite or knows the password."),
            secret=True,
            parent=self._window,
        )
        dialog.asked.connect(lambda password: self._bridge.offer(Credentials(password=password)))
        self._bridge.phase_changed.connect(partial(self._entered, dialog))
        dialog.open()
        return dialog

    def dispose(self, room: str) -> bool:
        """Whether a room that is gone was deleted by this person, with nothing written in it that would be lost."""
        mine = room in self._doomed
        self._doomed.discard(room)
        view = self._desk.view(room)
        return mine and view is not None and not view.composer.draft.strip()

    def _create(self, dialog: AskText, room: str) -> None:
        self._wanted.add(room)
        self._bridge.create(room, Answer(dialog, dialog.accept, partial(self._refuse, dialog.refuse)))

    def _rename(self, dialog: AskText, name: str) -> None:
        if self._bridge.session.phase not in {Phase.ONLINE, Phase.REFUSED}:
            # The answer may be long in coming, and is told above the tabs if it is no.
            dialog.accept()
            self._bridge.rename(name, Answer(self, _nothing, partial(self._refuse, self._notice.tell)))
            self._notice.tell(
                self.tr("You will be called {name} once you are connected.").format(name=names.person(name))
            )
            return
        self._bridge.rename(name, Answer(dialog, dialog.accept, partial(self._refuse, dialog.refuse)))

    def _entered(self, dialog: AskText, change: PhaseChanged) -> None:
        """What became of a password."""
        if not isValid(dialog) or change.phase in {Phase.CONNECTING, Phase.IDENTIFYING}:
            return
        if change.phase is Phase.ASKED:
            dialog.refuse(say(change.detail))
        else:
            # The bar says what there is to say.
            dialog.accept()

    def _delete(self, dialog: Question, room: str) -> None:
        self._doomed.add(room)
        self._bridge.delete(room, Answer(dialog, dialog.accept, partial(self._not_deleted, dialog, room)))

    def _export(self, dialog: "ExportDialog", room: str, form: str, path: str) -> None:
        from chatapp.gui.chat.exporter import Exporter  # noqa: PLC0415  # as above

        work = Exporter(self._bridge, room, form, path, self)
        work.progressed.connect(dialog.show_progress)
        work.finished.connect(dialog.show_saved)
        work.failed.connect(dialog.refuse)
        work.finished.connect(work.deleteLater)
        work.failed.connect(work.deleteLater)
        dialog.cancelled.connect(work.cancel)
        dialog.cancelled.connect(work.deleteLater)
        work.start()

    def _find_day(self, dialog: "GoToDateDialog", room: str, day: QDate | None) -> None:
        from chatapp.gui.chat.daily import DayFinder  # noqa: PLC0415  # as above

        moment = 0 if day is None else day.startOfDay().toMSecsSinceEpoch()
        work = DayFinder(self._bridge, room, moment, self)
        work.progressed.connect(dialog.show_progress)
        work.found.connect(partial(self.place_found.emit, room))
        work.found.connect(dialog.show_found)
        work.failed.connect(dialog.refuse)
        for end in (work.found, work.failed, dialog.cancelled):
            end.connect(work.deleteLater)
        dialog.cancelled.connect(work.cancel)
        work.start()

    def _not_deleted(self, dialog: Question, room: str, refused: Refused) -> None:
        self._doomed.discard(room)
        self._refuse(dialog.refuse, refused)

    def _not_joined(self, room: str, refused: Refused) -> None:
        self._wanted.discard(room)
        self._joining.discard(room)
        self.not_joined.emit(room)
        sentence = explain(refused.reason, refused.detail)
        view = self._desk.view(room)
        if view is not None:
            view.join.say(sentence)
        else:
            self._notice.tell(sentence)

    def _refuse(self, show: Callable[[str], None], refused: Refused) -> None:
        show(explain_refusal(refused))


def _show_folder(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))


def _nothing() -> None:
    """What the person asked for is seen by itself."""
