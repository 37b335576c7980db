"""How whoever runs a server finds out with what they are in charge of it."""

import sys
from pathlib import Path

import pytest

from chatapp.app import steward
from chatapp.app.steward import FILE, NotRunning, Steward
from chatapp.protocol.invite import Address

KEYS = Steward(Address("127.0.0.1", 20200), "pin", "secret")


def test_it_is_there_while_the_server_is(tmp_path: Path) -> None:
    with pytest.raises(NotRunning, match="No server runs"):
        steward.find(tmp_path)
    (tmp_path / f"{FILE}.new").write_text("of a computer that lost its power")
    steward.leave(tmp_path, KEYS)
    assert steward.find(tmp_path) == KEYS
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    steward.take_away(tmp_path)
    steward.take_away(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder is the person's own")
def test_nobody_else_reads_it(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("older, and anybody's")
    (tmp_path / FILE).chmod(0o644)
    steward.leave(tmp_path, KEYS)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_damage(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    with pytest.raises(NotRunning, match="damaged"):
        steward.find(tmp_path)
