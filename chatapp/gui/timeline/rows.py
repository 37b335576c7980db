"""The rows of a model, laid out when they are asked for, and only the last few hundred of them kept."""

from collections import OrderedDict

from chatapp.gui.timeline.heads import head
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.row import Row

KEPT = 256
"""rows that stay laid out: several screens"""


class Rows:
    """Rows by number, from 0. A row is laid out at most once until it is forgotten."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.model: TimelineModel | None = None
        self._count = 0
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self.laid_out = 0
        """how many rows have been laid out so far: what a test counts"""

    def __len__(self) -> int:
        return self._count

    def height(self, row: int) -> int:
        return self.row(row).height

    def row(self, row: int) -> Row:
        """A row, laid out. Raises IndexError outside 0 … len - 1."""
        found = self._rows.get(row)
        if found is not None:
            self._rows.move_to_end(row)
            return found
        if self.model is None or not 0 <= row < self._count:
            raise IndexError(row)
        before = self.model.entry(row - 1) if row else None
        entry = self.model.entry(row)
        made = self._rows[row] = Row(self.look, entry, head(before, entry, new=row == self.model.new_from))
        self.laid_out += 1
        if len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return made

    def restyle(self, look: Look) -> None:
        """Lay everything out anew, in another look."""
        self.look = look
        self._rows.clear()

    def reset(self, model: TimelineModel | None) -> None:
        """Show another model, or this one anew."""
        self.model = model
        self._count = 0 if model is None else model.rowCount()
        self._rows.clear()

    def recount(self, first: int) -> None:
        """Rows came or went from `first` on: the ones from there are laid out anew."""
        self._count = 0 if self.model is None else self.model.rowCount()
        self.forget(first, max(self._rows, default=-1))

    def forget(self, first: int, last: int) -> None:
        """Lay these rows out anew when they are asked for."""
        for row in [row for row in self._rows if first <= row <= last]:
            del self._rows[row]
