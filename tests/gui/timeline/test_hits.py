from chatapp.gui.timeline.hits import Act, Chip, Quoted
from chatapp.text.links import Link


def test_one_kind_of_hit_is_never_taken_for_another() -> None:
    hits = [Quoted(1), Chip("1", mine=True), Link(1, 1, "1"), *Act]
    assert len(set(hits)) == len(hits) == 6
