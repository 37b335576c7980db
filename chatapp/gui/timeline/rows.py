"""The rows of a model, laid out when they are asked for, and only the last few hundred of them kept."""

from collections import OrderedDict
from collections.abc import Callable

from chatapp.gui.timeline.asides import GapRow, NoteRow
from chatapp.gui.timeline.heads import head
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.message import MessageRow
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.row import Row
from chatapp.session.timeline import EntryKind

KEPT = 256
"""rows that stay laid out: several screens"""


class Rows:
    """Rows by number, from 0. A row is laid out at most once until it is forgotten."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.model: TimelineModel | None = None
        self._count = 0
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._unfolded: set[int] = set()
        """rows that show all of their notes, by the number that lasts"""
        self.laid_out = 0
        """how many rows have been laid out so far: what a test counts"""

    def __len__(self) -> int:
        return self._count

    def height(self, row: int) -> int:
        return self.row(row).height

    def known_height(self, row: int) -> int | None:
        """A row's height where it is laid out."""
        found = self._rows.get(row)
        return None if found is None else found.height

    def row(self, row: int) -> Row:
        """A row, laid out. Raises IndexError outside 0 … len - 1."""
        found = self._rows.get(row)
        if found is not None:
            self._rows.move_to_end(row)
            return found
        if self.model is None or not 0 <= row < self._count:
            raise IndexError(row)
        made = self._rows[row] = self._lay_out(self.model, row)
        self.laid_out += 1
        if len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return made

    def _lay_out(self, model: TimelineModel, row: int) -> Row:
        before = model.entry(row - 1) if row else None
        entry = model.entry(row)
        above = head(before, entry, new=row == model.new_from)
        match entry.kind:
            case EntryKind.MESSAGE:
                return MessageRow(self.look, entry, above)
            case EntryKind.NOTE:
                return NoteRow(self.look, entry, above, full=model.lasting(row) in self._unfolded)
            case EntryKind.GAP:
                return GapRow(self.look, above, beginning=row == 0 and model.beginning)

    def turn(self, lasting: int) -> None:
        """Show all that a folded row holds, or fold it again; by the number that it keeps."""
        if self.model is not None:
            self._unfolded ^= {lasting}
            row = lasting - self.model.lasting(0)
            self.forget(row, row)

    def restyle(self, look: Look) -> None:
        """Lay everything out anew, in another look."""
        self.look = look
        self._rows.clear()

    def reset(self, model: TimelineModel | None) -> None:
        """Show another model, or this one anew."""
        self.model = model
        self._count = 0 if model is None else model.rowCount()
        self._rows.clear()
        self._unfolded.clear()

    def inserted(self, first: int, count: int) -> None:
        """Rows came before what was row `first`, which has another one above it now."""
        self._recount()
        if first <= max(self._rows, default=-1):
            self._move(lambda row: row if row < first else row + count)
            self.forget(first + count, first + count)

    def removed(self, first: int, count: int) -> None:
        """Rows from `first` on are gone."""
        self._recount()
        self.forget(first, first + count)
        self._move(lambda row: row if row < first else row - count)

    def forget(self, first: int, last: int) -> None:
        """Lay these rows out anew when they are asked for."""
        for row in [row for row in self._rows if first <= row <= last]:
            del self._rows[row]

    def _recount(self) -> None:
        self._count = 0 if self.model is None else self.model.rowCount()

    def _move(self, moved: Callable[[int], int]) -> None:
        self._rows = OrderedDict((moved(row), item) for row, item in self._rows.items())
