"""TLS as a stranger finds it: what a scanner has to say of the port."""

import asyncio
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest

from tests.conformance.conftest import House, NewClient, NewHouse


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
