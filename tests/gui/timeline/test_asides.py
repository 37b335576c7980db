import pytest

from chatapp.gui.theme.tokens import DARK, LIGHT, Tokens
from chatapp.gui.timeline.asides import GapRow, NoteRow
from chatapp.gui.timeline.hits import Act
from chatapp.session.timeline import Entry, EntryKind, Note, NoteKind
from tests.gui.timeline.conftest import NOW
from tests.gui.timeline.test_message import ALONE, colours, look, painted

pytestmark = pytest.mark.usefixtures("qapp")


def joined(*names: str, full: bool = False, width: int = 500) -> NoteRow:
    notes = tuple(Note(NoteKind.JOINED, name) for name in names)
    return NoteRow(look(width), Entry("", "", NOW, kind=EntryKind.NOTE, notes=notes), ALONE, full=full)


MANY = [f"somebody called {number}" for number in range(30)]


def test_notes_fold_to_a_line_and_unfold_to_all_names() -> None:
    folded, full = joined(*MANY), joined(*MANY, full=True)
    assert folded.foldable
    assert full.foldable
    assert full.height > folded.height + 3 * look().line
    place = folded._words.left + 5, folded._words_top + 5
    assert folded.hit_at(*place) is Act.FOLD
    assert full.hit_at(*place) is Act.FOLD
    assert folded.hit_at(490, place[1]) is None


def test_what_is_not_folded_is_not_unfolded() -> None:
    row = joined("Ann", "Bo")
    assert not row.foldable
    assert row.hit_at(row._words.left + 5, row._words_top + 5) is None


def test_nothing_of_a_note_is_selected_or_a_link() -> None:
    row = joined("https://example.org/")
    assert row.length == 0
    assert list(row.links) == []
    assert LIGHT.text_link not in colours(painted(row))


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_gap_is_a_line_across_that_can_be_seen(tokens: Tokens) -> None:
    for beginning in (False, True):
        row = GapRow(look(tokens=tokens), ALONE, beginning=beginning)
        image = painted(row)
        assert tokens.text_muted in colours(image)
        assert image.pixelColor(look().margin + 5, row.height + round(look().line)).name() == tokens.text_muted


@pytest.mark.parametrize("width", [10, 120])
def test_little_room_is_survived(width: int) -> None:
    assert joined(*MANY, width=width).height > 0
    assert GapRow(look(width), ALONE, beginning=True).height > 0
