"""The way to and from the network, on this computer alone."""

import pytest

from chatapp.discovery.air import NoMulticast, on_air


async def test_what_is_opened_is_closed() -> None:
    async with on_air(["127.0.0.1"]) as air:
        assert air.zeroconf.started
    assert air.zeroconf.done


async def test_also_where_something_goes_wrong_meanwhile() -> None:
    with pytest.raises(KeyError):
        async with on_air(["127.0.0.1"]) as air:
            raise KeyError
    assert air.zeroconf.done


async def test_where_there_is_no_network_it_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def nowhere(**words: object) -> object:
        asked.append(words)
        raise OSError("Network is unreachable")

    monkeypatch.setattr("zeroconf.asyncio.AsyncZeroconf", nowhere)
    with pytest.raises(NoMulticast, match="Network is unreachable"):
        async with on_air():
            raise AssertionError("it cannot be had")
    assert len(asked) == 2, "without IPv6 it may still be had"
