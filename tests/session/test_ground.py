"""What a connection stands on."""

import pytest

from chatapp.session.ground import Ground, Trust


@pytest.mark.parametrize("trust", Trust)
def test_secrets_travel_where_nobody_listens(trust: Trust) -> None:
    assert Ground(trust).private == (trust is not Trust.PLAIN)
