"""What can be set: each described once, for everything that is made of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.app import folder
from chatapp.app.serve_settings import DEFAULTS, SETTINGS, config
from chatapp.server.config import ServerConfig
from chatapp.storage.base import Retention


def test_one_rule_names_all() -> None:
    setting = SETTINGS["max-connections"]
    assert (setting.flag, setting.variable) == ("--max-connections", "CHATAPP_MAX_CONNECTIONS")
    assert len({each.variable for each in SETTINGS.values()}) == len(SETTINGS)


def test_the_defaults_make_a_server() -> None:
    assert config(DEFAULTS) == ServerConfig(
        host="0.0.0.0", history="durable", data_dir=folder.of_serve(), log_level="warning"
    )


def test_every_setting_changes_the_server() -> None:
    """None is described and then forgotten; the file is read into `password` before."""
    others = {
        "host": "::1",
        "port": 1,
        "name": "Ours",
        "data-dir": Path("/d"),
        "history": "memory",
        "keep-days": 2,
        "keep-messages": 3,
        "keep-megabytes": 4,
        "rate-limit": False,
        "max-connections": 5,
        "max-connections-per-address": 6,
        "people": 4,
        "password": "x",
        "locked": True,
        "invite-only": False,
        "plain": False,
        "announce": False,
        "health-port": 0,
        "health-host": "::1",
        "log-level": "debug",
        "log-format": "json",
    }
    assert {*others, "password-file"} == {*SETTINGS}
    for name, value in others.items():
        assert config({**DEFAULTS, name: value}) != config(DEFAULTS), name
    kept = config({**DEFAULTS, "keep-days": 2, "keep-messages": 3, "keep-megabytes": 4}).retention
    assert kept == Retention(max_age=2 * 24 * 3600, max_events=3, max_bytes=4 * 1024 * 1024)


@pytest.mark.parametrize("name", SETTINGS)
@given(text=st.text(max_size=80))
def test_whatever_is_given_is_read_or_refused_with_a_clause(name: str, text: str) -> None:
    setting = SETTINGS[name]
    why = ""
    try:
        value = setting.read(text)
    except ValueError as problem:
        why = str(problem)
    if why:
        assert why.isprintable()
        assert not setting.secret or len(text) < 5 or text not in why
    else:
        assert isinstance(value, setting.form | Path)


@pytest.mark.parametrize(("text", "value"), [("on", True), ("TRUE", True), ("1", True), ("off", False), ("No", False)])
def test_a_switch(text: str, value: bool) -> None:
    assert SETTINGS["locked"].read(text) is value
