"""What tests say in rooms, and how they look at what came of it."""

from typing import Any

from chatapp.protocol.messages.base import Reason
from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, NotStored, OpenRoom, Outcome
from chatapp.storage.base import Page, Storage

ANN, BO = "person-ann", "person-bo"


def message(text: str = "hi", person: str = ANN, **more: Any) -> Draft:
    return Draft(Kind.MESSAGE, "Ann" if person == ANN else "Bo", person, text, **more)


def edit(target: int, text: str, person: str = ANN, **more: Any) -> Draft:
    return Draft(Kind.EDIT, "Ann", person, text, target=target, **more)


def delete(target: int, person: str = ANN, **more: Any) -> Draft:
    return Draft(Kind.DELETE, "Ann", person, target=target, **more)


def react(target: int, reaction: str = "👍", person: str = ANN, name: str = "Ann", **more: Any) -> Draft:
    return Draft(Kind.REACT, name, person, target=target, reaction=reaction, **more)


def say(storage: Storage, *drafts: Draft, room: str = "tea") -> list[Outcome]:
    """All of them in one batch, in a room that is made if need be; a second apart."""
    if room not in [known.name for known in storage.load()[0]]:
        storage.commit([OpenRoom(room, "", f"epoch-{room}")])
    top = storage.page(room, limit=1).top
    return storage.commit([Append(room, draft, 1000 * (top + n)) for n, draft in enumerate(drafts, 1)])


def reasons(outcomes: list[Outcome]) -> list[Reason | None]:
    return [outcome.reason if isinstance(outcome, NotStored) else None for outcome in outcomes]


def texts(page: Page) -> list[str]:
    return [event.message for event in page.events]


def seqs(page: Page) -> list[int]:
    return [event.seq for event in page.events]


def tidy(storage: Storage, now: float = 0.0) -> None:
    """All that can be tidied."""
    for _ in range(10_000):
        if not storage.tidy(now):
            return
    raise AssertionError("there was always more to do")
