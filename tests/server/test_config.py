"""What a host decides."""

import dataclasses
from typing import Any

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


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"name": "x" * 65}, "The name of a server has at most 64"),
        ({"name": "a\nb"}, "on one line"),
        ({"password": ""}, "A password has 1 to 256"),
        ({"password": "x" * 257}, "A password has 1 to 256"),
        ({"history": "durable"}, "needs a folder"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(more: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        ServerConfig(**more)


def test_a_password_is_not_shown() -> None:
    shown = repr(ServerConfig(password="horse", name="Ours"))
    assert "horse" not in shown
    assert "name='Ours'" in shown
    assert "password=None" in repr(ServerConfig())
