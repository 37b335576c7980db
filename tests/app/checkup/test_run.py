"""All checks in their order."""

import pytest

from chatapp.app.checkup import firewall, multicast, run
from chatapp.app.checkup.finding import Verdict
from chatapp.app.checkup.hosting import Hosted
from chatapp.discovery.networks import Network
from chatapp.protocol.invite import Address

AROUND = (Network("lo", "127.0.0.1", 8), Network("wlan0", "192.168.1.20", 24))


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the machine's firewall nor its network is asked."""

    async def hears_itself(_within: float) -> bool:
        return False

    monkeypatch.setattr(multicast, "hears_itself", hears_itself)
    monkeypatch.setattr(firewall, "ask", lambda *_words: None)


async def what(findings: object) -> list[tuple[str, Verdict]]:
    return [(str(each.what), each.verdict) async for each in findings]  # type: ignore[attr-defined]


async def test_a_computer_that_does_not_host() -> None:
    found = await what(run.own(None, lambda: AROUND))
    assert [name for name, _ in found] == ["Network", "Your chat", "Firewall", "Finding hosts"]
    assert found[-1] == ("Finding hosts", Verdict.BAD)


async def test_one_whose_chat_nobody_reaches() -> None:
    found = await what(run.own(Hosted(1, ("127.0.0.1",)), lambda: AROUND))
    assert [name for name, _ in found] == ["Network", "Your chat", "Firewall", "Finding hosts"]
    assert found[1] == ("Your chat", Verdict.BAD)


async def test_an_address_that_cannot_be_joined() -> None:
    found = await what(run.other(Address("127.0.0.1", 1), lambda: AROUND))
    assert found == [("Network", Verdict.GOOD), ("The address", Verdict.GOOD), ("The chat", Verdict.BAD)]
