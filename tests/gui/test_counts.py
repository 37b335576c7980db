import pytest

from chatapp.gui.counts import people


@pytest.mark.parametrize(("count", "text"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_people(count: int, text: str) -> None:
    assert people(count) == text
