"""A room's whole log into a file: read page by page, written beside the rest, in place only once it is whole."""

from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QDate, QIODevice, QLocale, QObject, QSaveFile, Qt, QThreadPool, QTime, QTimer, Signal
from shiboken6 import isValid

from chatapp.gui.bridge import Answer, Bridge
from chatapp.gui.words import explain
from chatapp.protocol.limits import REQUEST_RATE
from chatapp.protocol.messages.base import Reason
from chatapp.protocol.messages.rich import Kind
from chatapp.protocol.names import shown
from chatapp.session.changes import Fetched, Phase, PhaseChanged, Refused
from chatapp.text.export import Words, writer

PAUSE = round(1000 / REQUEST_RATE[1] * 1.25)
"""milliseconds between two pages, so that the person's own wishes still have their turn"""
AT_ONCE = int(REQUEST_RATE[0]) // 2
"""pages without a pause at the beginning"""
PATIENCE = 2_000
"""milliseconds, where the server finds that too fast nevertheless, or cannot right now"""
TRIES = 5
"""of one page"""


class Exporter(QObject):
    """One export. A lost connection is waited out. Whatever ends it early leaves no file, or the one of before."""

    progressed = Signal(int, int, int)
    """messages written, hundredths of the log that were read, and the seconds for which the pauses go on at least"""
    finished = Signal(int)
    """the file is there, with that many messages"""
    failed = Signal(str)
    """why there is no file, as a sentence"""
    _saved = Signal(bool)

    def __init__(
        self,
        bridge: Bridge,
        room: str,
        form: str,
        path: str,
        parent: QObject | None = None,
        *,
        zone: tzinfo | None = None,
    ) -> None:
        """`form` is one of `text.export.FORMS`; times are in `zone`, this computer's without one."""
        super().__init__(parent)
        self._bridge = bridge
        self._room = room
        self._writer = writer(form, shown(room), zone, self._words())
        self._file = QSaveFile(path)
        self._over = False
        self._ticket = 0
        self._begin = self._after = self._pages = self._count = self._tries = 0
        self._epoch = ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._next)
        bridge.fetched.connect(self._take)
        bridge.phase_changed.connect(self._connected)
        self._saved.connect(self._end)

    @property
    def path(self) -> str:
        return self._file.fileName()

    def start(self) -> None:
        """Begin; to be called once."""
        if not self._file.open(QIODevice.OpenModeFlag.WriteOnly):
            self._fail(self._cannot_write())
        elif self._write(self._writer.begin()):
            self._next()

    def cancel(self) -> None:
        """End it without a file; nothing is emitted any more."""
        if not self._over:
            self._stop()
            if self._file.isOpen():
                self._file.cancelWriting()
                self._file.commit()

    def _next(self) -> None:
        if self._over or self._bridge.session.phase is not Phase.ONLINE:
            return
        answer = Answer(self, _nothing, partial(self._refused, self._pages))
        self._ticket = self._bridge.fetch(self._room, self._after, answer)

    def _take(self, page: Fetched) -> None:
        if page.ticket != self._ticket or self._over:
            return
        if self._epoch not in {"", page.epoch}:
            self._fail(self.tr("The room was deleted and made anew meanwhile. Nothing was saved."))
            return
        if not self._pages and page.events:
            self._begin = page.events[0].seq - 1
        self._epoch = page.epoch
        self._pages += 1
        self._tries = 0
        said = [event for event in page.events if event.kind == Kind.MESSAGE]
        if not self._write("".join(map(self._writer.add, said))):
            return
        self._count += len(said)
        before, self._after = self._after, page.events[-1].seq if page.events else page.top
        if page.complete or not page.events or self._after <= before:
            if self._write(self._writer.end()):
                self._save()
            return
        self.progressed.emit(self._count, self._hundredths(page.top), self._seconds(page.top))
        self._pause.start(0 if self._pages < AT_ONCE else PAUSE)

    def _hundredths(self, top: int) -> int:
        return min(99, 100 * (self._after - self._begin) // max(1, top - self._begin))

    def _seconds(self, top: int) -> int:
        """As if the pages to come held as much as those that came."""
        to_come = self._pages * max(0, top - self._after) // max(1, self._after - self._begin)
        at_once = max(0, AT_ONCE - self._pages)
        return max(0, to_come - at_once) * PAUSE // 1000

    def _refused(self, page: int, refused: Refused) -> None:
        if self._over or page != self._pages or self._bridge.session.phase is not Phase.ONLINE:
            return
        self._tries += 1
        if refused.reason in {Reason.RATE_LIMITED, Reason.UNAVAILABLE} and self._tries < TRIES:
            self._pause.start(PATIENCE)
        else:
            self._fail(explain(refused.reason, refused.detail))

    def _connected(self, change: PhaseChanged) -> None:
        if change.phase is Phase.ONLINE:
            self._next()
        elif change.phase in {Phase.OFFLINE, Phase.TURNED_AWAY} and not self._over:
            self._fail(self.tr("You are disconnected, so the rest could not be read. Nothing was saved."))

    def _write(self, text: str) -> bool:
        if self._file.write(text.encode("utf-8")) >= 0:
            return True
        self._fail(self._cannot_write())
        return False

    def _save(self) -> None:
        self._stop()
        # It waits for the disk, which the window does not.
        QThreadPool.globalInstance().start(self._commit)

    def _commit(self) -> None:
        saved = self._file.commit()
        if isValid(self):
            self._saved.emit(saved)

    def _end(self, saved: bool) -> None:
        if saved:
            self.finished.emit(self._count)
        else:
            self.failed.emit(self._cannot_write())

    def _fail(self, sentence: str) -> None:
        self.cancel()
        self.failed.emit(sentence)

    def _stop(self) -> None:
        self._over = True
        self._pause.stop()

    def _words(self) -> Words:
        """What the document says by itself."""
        locale, form = QLocale(), QLocale.FormatType
        return Words(
            language=locale.bcp47Name(),
            right_to_left=locale.textDirection() is Qt.LayoutDirection.RightToLeft,
            deleted=self.tr("This message was deleted."),
            quoted_deleted=self.tr("deleted"),
            edited=self.tr("edited"),
            reply=self.tr("reply to {quote}"),
            earlier=self.tr("an earlier message"),
            day=lambda time: locale.toString(QDate(time.year, time.month, time.day), form.LongFormat),
            clock=lambda time: locale.toString(QTime(time.hour, time.minute), form.ShortFormat),
        )

    def _cannot_write(self) -> str:
        return self.tr("The file cannot be written here: {why}.").format(why=self._file.errorString().rstrip("."))


def _nothing() -> None:
    """A page is its own answer."""
