"""TLS as a stranger finds it: what a scanner has to say of the port, and that what is said in it is the same as ever.

The tests of other files that are named here are run once more: with a house whose clients all speak TLS.
"""

import asyncio
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest

from tests.conformance import test_both_parts, test_order, test_rooms, test_websocket
from tests.conformance.conftest import House, NewClient, NewHouse

AGAIN = {
    name: test
    for file in (test_both_parts, test_order, test_rooms, test_websocket)
    for name, test in vars(file).items()
    if name.startswith("test_") and name != "test_an_end_without_a_close"  # half a connection is nothing that TLS has
}
globals().update(AGAIN, one=test_websocket.one)


@pytest.fixture
def house(house: House) -> House:
    """The house that all share, by its other door."""
    return House(house.url.replace("ws://", "wss://"), house.exact)


@pytest.fixture
def keeping(keeping: House) -> House:
    return House(keeping.url.replace("ws://", "wss://"), keeping.exact)


@pytest.mark.programs("sslscan")
async def test_a_scanner_finds_nothing(new_house: NewHouse, client: NewClient) -> None:
    house: House = new_house("--max-connections-per-address", "500")
    place = urlsplit(house.url).netloc
    scan = await asyncio.create_subprocess_exec("sslscan", "--xml=-", place, stdout=asyncio.subprocess.PIPE)
    output, _ = await scan.communicate()
    found = ET.fromstring(output)
    enabled = {(each.get("type"), each.get("version")) for each in found.iter("protocol") if each.get("enabled") == "1"}
    assert enabled == {("tls", "1.3")}
    assert {each.get("vulnerable") for each in found.iter("heartbleed")} == {"0"}
    assert {each.get("supported") for each in found.iter("renegotiation")} == {"0"}
    assert {each.get("supported") for each in found.iter("compression")} <= {"0"}
    assert {each.get("strength") for each in found.iter("cipher")} <= {"acceptable", "strong"}
    assert {each.get("name") for each in found.iter("group")} == {"x25519"}
    [key] = found.iter("pk")
    assert (key.get("type"), key.get("curve_name")) == ("EC", "prime256v1")
    await client("Ann", at=house)  # and it has lost nothing by that
