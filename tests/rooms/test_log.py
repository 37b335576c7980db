"""What is written into logs, as values."""

from typing import get_args

import msgspec
import pytest

from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, Outcome, Write


@pytest.mark.parametrize("kind", [*get_args(Write), *get_args(Outcome)])
def test_writes_and_outcomes_do_not_change(kind: type) -> None:
    made = kind(*range(len(kind.__struct_fields__)))
    for name in kind.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(made, name, None)


def test_the_shell_stamps_an_append_by_making_another_one() -> None:
    write = Append("tea", Draft(Kind.MESSAGE, "Ann", message="hi"))
    stamped = msgspec.structs.replace(write, ts=1)
    assert (write.ts, stamped.ts, stamped.draft) == (0, 1, write.draft)
