"""Both sides of the seam fit it."""

import inspect
from typing import Any

import pytest

from chatapp.server.connection import Connection
from chatapp.server.peer import Handler, Peer
from chatapp.server.service import Service
from tests.server.doubles import Recorder


def methods(kind: Any) -> dict[str, list[str]]:
    """Public methods and the names of their parameters."""
    found = inspect.getmembers(kind, inspect.isfunction)
    return {name: [*inspect.signature(method).parameters] for name, method in found if not name.startswith("_")}


@pytest.mark.parametrize(("seam", "kind"), [(Peer, Connection), (Handler, Service), (Handler, Recorder)])
def test_what_fits_the_seam(seam: Any, kind: Any) -> None:
    assert methods(seam)
    for name, parameters in methods(seam).items():
        assert methods(kind)[name] == parameters


def test_a_connection_has_what_a_peer_has() -> None:
    assert Peer.__annotations__.keys() <= set(Connection.__slots__)
