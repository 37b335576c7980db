"""Whether the computer is kept awake is told, and nothing ever fails."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue

import pytest

from chatapp.app.awake import Awake


class Held:
    def __init__(self, active: bool) -> None:
        self.active = active


@pytest.fixture
def told() -> Queue[bool | None]:
    return Queue()


@pytest.mark.parametrize("active", [True, False])
def test_it_is_held_until_it_is_released(told: Queue[bool | None], active: bool) -> None:
    left: Queue[int] = Queue()

    @contextmanager
    def mode() -> Iterator[Held]:
        thread = threading.get_ident()
        yield Held(active)
        assert threading.get_ident() == thread, "what was entered in a thread is left there"
        left.put(1)

    awake = Awake(told.put, mode)
    awake.hold()
    awake.hold()
    assert told.get(timeout=5) is active
    assert left.empty()
    awake.release()
    assert told.get(timeout=5) is None
    assert left.get(timeout=5) == 1
    awake.hold()
    assert told.get(timeout=5) is active
    awake.close()
    assert told.get(timeout=5) is None
    assert told.empty()


def test_a_system_that_cannot_says_so(told: Queue[bool | None]) -> None:
    def mode() -> Held:
        raise RuntimeError("there is no bus")

    awake = Awake(told.put, mode)  # type: ignore[arg-type]  # it never gives anything
    awake.hold()
    assert told.get(timeout=5) is False
    awake.close()
    assert told.get(timeout=5) is None
    awake.close()


def test_a_real_system_without_a_bus(told: Queue[bool | None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is that this computer offers: an answer, and no complaint."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    awake = Awake(told.put)
    awake.hold()
    assert told.get(timeout=30) in {True, False}
    awake.close(10)
    assert told.get(timeout=5) is None
