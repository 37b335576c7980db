from collections.abc import Callable

import pytest

from chatapp.protocol.messages.rich import Event, Kind

AT = 1_790_000_000_000


@pytest.fixture
def said() -> Callable[..., Event]:
    """Makes a hit."""

    def make(seq: int, message: str = "A cup of tea", room: str = "music", author: str = "Ann", ts: int = AT) -> Event:
        return Event(Kind.MESSAGE, seq, ts, author, room=room, epoch="e", message=message)

    return make
