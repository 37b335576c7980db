"""What the parts of a hub share."""

from chatapp.protocol.messages.base import Identify
from chatapp.rooms.effects import Close
from chatapp.rooms.house import KICKED, House
from chatapp.rooms.policy import Policy
from chatapp.rooms.rules import Rules
from tests.rooms.shell import UNMETERED, Shell, come, counter


def a_house(policy: Policy = UNMETERED) -> House[str]:
    return House(policy, token=counter(), wall=lambda: 0, server={"version": "1"}, is_proven=None, steward="")


def test_what_is_said_of_the_server() -> None:
    house = a_house()
    house.describe(name="Tea", id="")
    assert house.server == {"version": "1", "name": "Tea"}
    before = house.server
    house.describe(name="")
    assert house.server == {"version": "1"}
    assert before["name"] == "Tea", "what waits to be sent stays what it was"


def test_how_many_there_can_be() -> None:
    house = a_house(Policy(people=10))
    assert house.most == 10
    house.book.rules = Rules(people=4)
    assert house.most == 4
    house.book.rules = Rules(people=40)
    assert house.most == 10, "kept of a time when the server was larger"


def test_who_is_expelled_is_nobody_any_more() -> None:
    shell = Shell()
    token = come(shell, "Ann")
    shell.connect("Bo")
    shell.ask("Bo", Identify("Bo"))
    house = shell.hub._house
    effects = house.expel(house.members["Ann"], KICKED, "é" * 100, 0.0)
    [close] = [effect for effect in effects if isinstance(effect, Close)]
    assert len(close.reason.encode()) <= 123
    assert house.people.returning(token, 0.0) is None
    assert house.people.holder("Ann") is None
    assert house.expel(house.members["Bo"], KICKED, "", 0.0), "there was nothing to come back with"


def test_a_connection_without_a_name_is_cut_without_a_word() -> None:
    shell = Shell()
    shell.connect("x")
    house = shell.hub._house
    assert house.expel(house.members["x"], KICKED, "", 0.0) == [Close("x", KICKED, "")]
    assert shell.hub.disconnect("x", 0.0) == ()
