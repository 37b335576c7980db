"""Where a connection comes from."""

import pytest

from chatapp.rooms.origin import Origin


@pytest.mark.parametrize(("secure", "loopback"), [(False, False), (False, True), (True, False), (True, True)])
def test_secrets_travel_where_nobody_listens(secure: bool, loopback: bool) -> None:
    assert Origin("192.0.2.1", secure, loopback).private == (secure or loopback)
