"""Two ends on one computer that take what is between them for a network."""

from collections.abc import Iterator

import pytest

from chatapp.client import wire
from chatapp.server import service


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither end takes the other for one on this computer."""
    monkeypatch.setattr(wire, "is_here", lambda host: False)
    monkeypatch.setattr(service, "is_loopback", lambda address: False)
    return
