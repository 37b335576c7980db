"""Work that a server puts off until it is worth while is done at once here."""

import pytest

from chatapp.storage import sqlite, tidying


@pytest.fixture(autouse=True)
def thorough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "INDEX_FROM", 1)
    monkeypatch.setattr(tidying, "IDS_FROM", 1)
    monkeypatch.setattr(sqlite, "COPY_FROM", 1)
    monkeypatch.setattr(sqlite, "CLEAN_EVERY", 0.0)
