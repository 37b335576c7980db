"""Searching what was said, on the server."""

import pytest

from tests.conformance.conftest import Fresh, NewRich
from tests.conformance.rich import Rich


async def found(one: Rich, query: str, **more: object) -> list[tuple[str, int, str]]:
    """All hits, page by page: room, place and text."""
    hits: list[tuple[str, int, str]] = []
    before = 0
    while True:
        page = await one.get("search", query=query, before=before, **more)
        hits += [(hit["room"], hit["seq"], hit["message"]) for hit in page["hits"]]
        assert all(hit["epoch"] and hit["kind"] == "message" for hit in page["hits"])
        if "next" not in page:
            return hits
        before = page["next"]


async def test_every_word_newest_first_in_one_room_or_all(rich: NewRich, fresh: Fresh) -> None:
    ann, tea, den = await rich(fresh("Ann")), fresh("tea"), fresh("den")
    word = fresh("word")
    for room in (tea, den):
        await ann.create(room)
    await ann.tell(tea, f"one {word} apple")
    await ann.tell(den, f"two {word.upper()} pear")
    await ann.tell(tea, "three apple")
    await ann.tell(tea, f"four apple {word}")
    assert await found(ann, word) == [
        (tea, 3, f"four apple {word}"),
        (den, 1, f"two {word.upper()} pear"),
        (tea, 1, f"one {word} apple"),
    ]
    assert await found(ann, f"APPLE {word}", room=tea) == [
        (tea, 3, f"four apple {word}"),
        (tea, 1, f"one {word} apple"),
    ]
    assert await found(ann, f"{word} plum") == []
    assert await found(ann, word, limit=1) == await found(ann, word)
    await ann.no("room_not_found", "search", query=word, room=fresh("nowhere"))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Straße und Füße", "STRASSE füsse"),
        ("naïve café", "CAFÉ"),
        ("我喜欢喝茶", "喝茶"),
        ("привет, как дела?", "ПРИВЕТ"),
        ("go on", "go"),
        ("😀 well", "😀"),
        ("50% of a_b", "50% a_b"),
        ('say "quoted" OR NOT', '"quoted" OR'),
    ],
)
async def test_any_script(rich: NewRich, fresh: Fresh, text: str, query: str) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    await ann.tell(room, text)
    await ann.tell(room, "something else: 5 of ab")
    assert await found(ann, query, room=room) == [(room, 1, text)]


async def test_what_is_there_by_now_is_found(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    await ann.tell(room, "secret")
    await ann.tell(room, "tpyo")
    await ann.do("deleteMessage", room=room, target=1)
    await ann.do("editMessage", room=room, target=2, message="typo")
    assert await found(ann, "secret", room=room) == []
    assert await found(ann, "tpyo", room=room) == []
    assert await found(ann, "typo", room=room) == [(room, 2, "typo")]


async def test_a_page_has_at_most_so_many_hits(rich: NewRich, fresh: Fresh) -> None:
    ann, room, word = await rich(fresh("Ann")), fresh("tea"), fresh("word")
    await ann.create(room)
    for number in range(60):
        await ann.tell(room, f"{word} {number}")
    most = ann.welcome["limits"]["results"]
    page = await ann.get("search", query=word, limit=10_000)
    assert len(page["hits"]) == most
    assert [seq for _, seq, _ in await found(ann, word)] == list(range(60, 0, -1))
