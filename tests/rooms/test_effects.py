"""Effects are values."""

import pytest

from chatapp.protocol.messages.base import Joined
from chatapp.rooms.effects import Send


def test_effects_compare_by_value_and_do_not_change() -> None:
    effect = Send("connection", Joined("tea"))
    assert effect == Send("connection", Joined("tea"))
    with pytest.raises(AttributeError):
        effect.connection = "another"  # type: ignore[misc]  # that is what is tested
