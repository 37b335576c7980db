"""Which settings a typed text means."""

import pytest

from chatapp.gui.dialogs.settings.matching import matches


@pytest.mark.parametrize("query", ["", "  ", "text", "TEXT size", "size text", "téxt", "compar"])
def test_found(query: str) -> None:
    assert matches(query, "Text size", "Compared with the system")


@pytest.mark.parametrize("query", ["theme", "text theme", "sizetext"])
def test_not_found(query: str) -> None:
    assert not matches(query, "Text size", "Compared with the system")


def test_accents_of_the_texts_do_not_matter() -> None:
    assert matches("grosse", "Schriftgröße") == matches("größe", "Schriftgrosse")
    assert matches("schriftgro", "Schriftgröße")
