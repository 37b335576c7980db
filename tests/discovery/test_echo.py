"""Whether multicast works on this computer at all."""

import pytest

from chatapp.discovery.echo import hears_itself


async def test_this_computer_hears_itself() -> None:
    assert await hears_itself(10, ["127.0.0.1"])


async def test_without_a_network_nothing_is_heard() -> None:
    assert not await hears_itself(1, [])


# zeroconf leaves a socket to be collected when it cannot have the next.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_on_a_network_that_has_gone_nothing_is_heard() -> None:
    assert not await hears_itself(1, ["192.0.2.77"])
