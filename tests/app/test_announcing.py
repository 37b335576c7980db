"""What the network is told of a server follows what its host decides."""

from typing import Any

import pytest

from chatapp.app import announcing
from chatapp.app.announcing import Announcing
from chatapp.discovery.service import Notice
from chatapp.protocol.messages.hosting import ServerState

OPEN = ServerState("", password=False, locked=False, invite_only=False, plain=True, people=9, pin="p" * 43)
TEA = ServerState("Tea house", password=True, locked=False, invite_only=False, plain=True, people=9, pin="p" * 43)


class Air:
    """Keeps what would be announced."""

    said: list[Notice]

    def __init__(self, notice: Notice, bind: str) -> None:
        self.notice = notice
        Air.said = []

    def start(self) -> None:
        Air.said.append(self.notice)

    def show(self, notice: Notice) -> None:
        self.notice = notice
        Air.said.append(notice)

    def stop(self) -> None:
        Air.said.append(Notice("gone", 0, ""))


@pytest.fixture(autouse=True)
def air(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(announcing, "Announcer", Air)
    monkeypatch.setattr(announcing, "computer", lambda: "ann-pc")
    return Air


def told() -> list[tuple[str, bool, int]]:
    return [(notice.name, notice.locked, notice.people) for notice in Air.said]


def test_a_name_of_its_own_or_its_person_s_or_its_computer_s() -> None:
    made = Announcing("", 20200, OPEN)
    made.count(3)
    made.follow(OPEN, "Ann")
    made.follow(TEA, "Ann")
    made.stop()
    names = [name for name, _, _ in told()]
    assert names == ["ann-pc", "ann-pc", "Ann", "Tea house", "gone"]
    assert told()[3] == ("Tea house", True, 3)
    assert Announcing("", 20200, TEA, name="Ann")._announcer is not None
    assert told() == [("Tea house", True, 0)]


@pytest.mark.parametrize("rule", ["password", "invite_only", "locked"])
def test_a_door_that_is_not_open_is_said_to_be_locked(rule: str) -> None:
    rules = dict.fromkeys(("password", "invite_only", "locked"), False) | {rule: True}
    Announcing("", 20200, ServerState("", **rules, plain=True, people=9))
    assert told() == [("ann-pc", True, 0)]


def test_a_server_for_this_computer_alone_is_nobody_s_business() -> None:
    Air.said = []
    made = Announcing("127.0.0.1", 20200, TEA)
    made.count(3)
    made.follow(TEA)
    made.stop()
    assert told() == []
