"""One type per wire message, each a value."""

from collections import Counter
from typing import get_args

import pytest

from chatapp.protocol.messages import Reply, Request


@pytest.mark.parametrize("together", [Request, Reply])
def test_an_action_is_one_type(together: object) -> None:
    assert set(Counter(kind.action for kind in get_args(together)).values()) == {1}


@pytest.mark.parametrize("kind", [*get_args(Request), *get_args(Reply)])
def test_messages_are_values(kind: type) -> None:
    made = kind(*range(len(kind.__struct_fields__)))
    assert made == kind(*range(len(kind.__struct_fields__)))
    for name in kind.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(made, name, None)
