"""What a host decides."""

import dataclasses

import pytest

from chatapp.server.config import ServerConfig


def test_the_promises_are_the_defaults() -> None:
    config = ServerConfig()
    assert (config.port, config.max_connections, config.max_connections_per_address) == (20200, 500, 64)
    assert config.rate_limits
    assert config.data_dir is None


def test_it_does_not_change_under_a_running_server() -> None:
    with pytest.raises((AttributeError, dataclasses.FrozenInstanceError)):
        ServerConfig().port = 1  # type: ignore[misc]  # that is the point
