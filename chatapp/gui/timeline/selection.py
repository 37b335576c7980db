"""A selection that runs over messages, and the text that it copies. Pure: a place is a row and a code point in it."""

from collections.abc import Callable
from typing import NamedTuple

from chatapp.gui.timeline.body import name, shown, visible
from chatapp.gui.timeline.heads import clock
from chatapp.session.timeline import Entry, EntryKind

END = 1 << 62
"""as a place: behind a message's last code point, however long it is"""


class Spot(NamedTuple):
    """Before the code point `place` of the text of `row`."""

    row: int
    place: int


Span = tuple[Spot, Spot]
"""from the first to before the second; spans of one spot are empty"""


class Selection:
    """One span, which grows from where it began. Empty at first."""

    def __init__(self) -> None:
        self._origin: Span | None = None
        self._span: Span | None = None

    def __bool__(self) -> bool:
        """Whether anything is selected."""
        return self.span is not None

    @property
    def span(self) -> Span | None:
        """What is selected; None for nothing."""
        return self._span if self._span is not None and self._span[0] < self._span[1] else None

    def reset(self) -> None:
        """Select nothing."""
        self._origin = self._span = None

    def begin(self, span: Span) -> None:
        """Select this span alone; later ones extend from it, and never select less."""
        self._origin = self._span = span

    def extend(self, span: Span) -> None:
        """Select from where the selection began to this span, before or after it; begin with it where none did."""
        if self._origin is None:
            self._origin = span
        self._span = (min(self._origin[0], span[0]), max(self._origin[1], span[1]))

    def within(self, row: int) -> tuple[int, int] | None:
        """The code points of a row that are selected: first, and the one after the last (`END` for all that follow)."""
        span = self.span
        if span is None or not span[0].row <= row <= span[1].row:
            return None
        first = span[0].place if row == span[0].row else 0
        last = span[1].place if row == span[1].row else END
        return (first, last) if first < last else None

    def inserted(self, first: int, count: int) -> None:
        """Rows came before row `first`: keep to the messages that were selected."""
        self._move(lambda spot: spot if spot.row < first else Spot(spot.row + count, spot.place))

    def removed(self, first: int, count: int) -> None:
        """Rows are gone: keep what is left of what was selected."""

        def moved(spot: Spot) -> Spot:
            if spot.row < first:
                return spot
            return Spot(spot.row - count, spot.place) if spot.row >= first + count else Spot(first, 0)

        self._move(moved)

    def _move(self, moved: Callable[[Spot], Spot]) -> None:
        if self._origin is not None and self._span is not None:
            self._origin = (moved(self._origin[0]), moved(self._origin[1]))
            self._span = (moved(self._span[0]), moved(self._span[1]))


def whole(row: int) -> Span:
    """All of a message."""
    return Spot(row, 0), Spot(row, END)


def copied(selection: Selection, entry: Callable[[int], Entry], rows: int) -> str:
    """The selected text. Of one message its text alone; of several, each under a line with its author and time. A whole
    message is copied as it was typed, a part of one as it is shown. What is no message, or deleted, is passed over.
    """
    span = selection.span
    if span is None:
        return ""
    chosen = [
        (row, part)
        for row in range(span[0].row, min(span[1].row + 1, rows))
        if (part := selection.within(row)) is not None
    ]
    texts = [(said, _taken(said.text, *part)) for row, part in chosen if has_text(said := entry(row))]
    if not texts:
        return ""
    if len(texts) == 1:
        return texts[0][1]
    return "\n".join(f"{name(said.author)} {clock(said.at)}\n{text}" for said, text in texts)


def _taken(text: str, first: int, last: int) -> str:
    """What is copied of a message where these code points of it are selected, as it is shown."""
    if first == 0 and last >= END:
        return shown(text)
    seen = visible(text)
    return shown(text) if first == 0 and last >= len(seen) else seen[first:last]


def has_text(entry: Entry) -> bool:
    """Whether there is anything of an entry to be copied."""
    return entry.kind is EntryKind.MESSAGE and not entry.deleted
