"""Being in charge of a server, as a client that has its secret."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from chatapp.app.charge import NAME, NotDone, in_charge
from chatapp.app.steward import Steward
from chatapp.protocol.invite import Address
from chatapp.protocol.messages.hosting import Bans, GetPeople, GetServer, People, ServerState, SetServer, Unban
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server


@pytest.fixture
async def keys(tmp_path: Path) -> AsyncIterator[Steward]:
    server = Server(ServerConfig(host="127.0.0.1", port=0, data_dir=tmp_path, locked=True))
    port = await server.start()
    yield Steward(Address("127.0.0.1", port), server.pin, server.steward)
    await server.stop()


async def test_requests_are_answered_one_after_the_other(keys: Steward) -> None:
    async with in_charge(keys) as charge:
        assert (await charge.ask(GetServer(), ServerState)).locked
        assert not (await charge.ask(SetServer(locked=False), ServerState)).locked
        [me] = (await charge.ask(GetPeople(), People)).people
        assert me.username.startswith(NAME)
        assert (me.admin, me.secure) == (True, True)


async def test_a_refusal_is_said_and_the_next_request_goes_on(keys: Steward) -> None:
    async with in_charge(keys) as charge:
        with pytest.raises(NotDone, match="no ban of that id"):
            await charge.ask(Unban("x"), Bans)
        assert (await charge.ask(GetServer(), ServerState)).locked


async def test_it_leaves_nothing_behind(keys: Steward, no_leaked_tasks: None) -> None:
    async with in_charge(keys):
        pass
    with pytest.raises(NotDone):
        async with in_charge(Steward(keys.here, keys.pin, "another")):
            raise AssertionError("nobody is let in with another secret")
    with pytest.raises(ZeroDivisionError):
        async with in_charge(keys):
            raise ZeroDivisionError
