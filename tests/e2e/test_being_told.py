"""What reaches a person who looks elsewhere, over a real socket, and whether it is still known the next time."""

from collections.abc import Awaitable, Callable
from typing import Any

NewPerson = Callable[[str], Awaitable[Any]]


async def test_who_is_called_while_away_hears_of_it_and_knows_it_the_next_time(
    person: NewPerson, until: Callable[..., Awaitable[None]]
) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    bo.say("I am here")
    await until(lambda: ("Bo", "I am here") in ann.heard())
    bo.window.hide()
    ann.say("Hello all")
    ann.say("And you, @bo")
    await until(lambda: bo.rooms()["default"] == "2 people, joined, 2 unread, 1 mention")
    assert bo.chat.title().startswith("(2) ")
    assert bo.chats._telling.tray.icon.toolTip() == "Chatapp: 1 message for you"

    await bo.quit()
    ann.say("@bo is gone")
    later = await person("Bo")
    later.chats.return_to(bo.chat.invite)
    later.window.hide()
    await until(lambda: later.online and later.rooms().get("default") == "2 people, joined, 3 unread, 2 mentions")
    later.window.bring_back()
    await until(lambda: later.rooms()["default"] == "2 people, joined")
