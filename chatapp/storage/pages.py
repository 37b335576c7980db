"""How much of a log one answer holds."""

from collections.abc import Iterable

import msgspec

from chatapp.protocol.limits import PAGE_BYTES
from chatapp.protocol.messages.rich import Event

_encode = msgspec.json.Encoder().encode


def fitting(events: Iterable[Event]) -> list[Event]:
    """As many of them, from the first on, as PAGE_BYTES hold; the first one in any case. Takes no more of them than
    one beyond."""
    taken: list[Event] = []
    size = 0
    for event in events:
        size += len(_encode(event)) + 1
        if taken and size > PAGE_BYTES:
            break
        taken.append(event)
    return taken
