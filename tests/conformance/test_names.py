"""Which names are allowed, and which two are taken for each other (PRECIS nicknames, case folding, UTS #39)."""

import pytest

from tests.conformance.conftest import Fresh, NewClient

INVALID = {
    "empty": "",
    "spaces": "   ",
    "control": "a\u0007b",
    "null": "a\u0000b",
    "newline": "a\nb",
    "tab": "a\tb",
    "delete": "a\u007fb",
    "zero width space": "a\u200bb",
    "zero width no-break space": "a\ufeffb",
    "zero width joiner": "a\u200db",
    "soft hyphen": "a\u00adb",
    "right-to-left override": "a\u202eb",
    "isolate": "a\u2066b",
    "left-to-right mark": "a\u200eb",
    "line separator": "a\u2028b",
    "private use": "a\ue000b",
    "not a character": "a\ufdd0b",
    "tag": "a\U000e0041b",
}

SAME = {
    "itself": ("", ""),
    "case": ("ann", "ANN"),
    "case, not one letter to one": ("straße", "STRASSE"),
    "final sigma": ("σας", "ΣΑΣ"),
    "Cyrillic for Latin": ("Ann", "Аnn"),
    "Greek for Latin": ("Olivia", "Οlivia"),
    "wide for ordinary": ("Ann", "Ａｎｎ"),
    "composed and decomposed": ("Ren\u00e9", "Rene\u0301"),
    "rn for m": ("sam", "sarn"),
    "L for i": ("Bill", "BiIl"),
    "zero for O": ("O0", "OO"),
    "space before": ("Ann", "  Ann"),
    "spaces between": ("Ann Lee", "Ann   Lee"),
    "other space": ("Ann Lee", "Ann\u00a0Lee"),
}

DIFFERENT = {
    "plain": ("Ann", "Anna"),
    "accent": ("Rene", "René"),
    "emoji": ("Ann 🐈", "Ann 🐕"),
    "other script": ("アン", "안"),
    "space or not": ("AnnLee", "Ann Lee"),
}


def pairs(cases: dict[str, tuple[str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("first", "second"), [pytest.param(*pair, id=name) for name, pair in cases.items()])


invalid = pytest.mark.parametrize("wrong", [pytest.param(text, id=name) for name, text in INVALID.items()])


@invalid
async def test_a_name_that_is_not_allowed(client: NewClient, fresh: Fresh, wrong: str) -> None:
    own = fresh("Ann")
    one = await client()
    await one.send("identify", username=wrong)
    await one.refused("invalid_username")
    await one.identify(own)
    await one.send("rename", newUsername=wrong)
    await one.refused("invalid_username")
    await one.say("still the same")
    assert await one.messages(1) == [(own, "still the same")]


@invalid
async def test_a_room_name_that_is_not_allowed(client: NewClient, fresh: Fresh, wrong: str) -> None:
    one = await client(fresh("Ann"))
    before = one.rooms
    await one.send("createRoom", room=wrong)
    await one.refused("invalid_room_name" if wrong else "no_room_specified")
    await one.send("roomsList")
    await one.list_is(before)


@pairs(SAME)
async def test_names_that_would_be_taken_for_each_other(
    client: NewClient, fresh: Fresh, first: str, second: str
) -> None:
    mark = fresh("")
    await client(first + mark)
    late = await client()
    await late.send("identify", username=second + mark)
    await late.refused("username_taken")
    await late.identify(fresh("Bob"))
    await late.send("rename", newUsername=second + mark)
    await late.refused("username_taken")


@pairs(DIFFERENT)
async def test_names_that_differ(client: NewClient, fresh: Fresh, first: str, second: str) -> None:
    mark = fresh("")
    one, other = await client(first + mark), await client(second + mark)
    await one.say("hello")
    await other.say("hello")
    assert sorted(await other.messages(2)) == sorted([(first + mark, "hello"), (second + mark, "hello")])


@pairs(SAME)
async def test_rooms_that_would_be_taken_for_each_other(
    client: NewClient, fresh: Fresh, first: str, second: str
) -> None:
    mark = fresh("")
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    await one.create(first + mark)
    await other.send("createRoom", room=second + mark)
    await other.refused("room_exists")


@pytest.mark.parametrize("wrong", ["default", "Default", "DEFAULT", "dеfault", " default "])
async def test_nothing_is_called_like_default(client: NewClient, fresh: Fresh, wrong: str) -> None:
    one = await client(fresh("Ann"))
    await one.send("createRoom", room=wrong)
    await one.refused("room_exists")


@pytest.mark.parametrize("wrong", ["admin", "Admin", "SERVER", "system", " System ", "аdmin", "ѕystem", "ｓerver"])
async def test_reserved_names(client: NewClient, fresh: Fresh, wrong: str) -> None:
    one = await client()
    await one.send("identify", username=wrong)
    await one.refused("invalid_username")
    await one.identify(fresh("Ann"))
    await one.send("rename", newUsername=wrong)
    await one.refused("invalid_username")


@pytest.mark.parametrize("letter", ["x", "é", "猫", "🐈"])
async def test_names_are_measured_in_code_points(client: NewClient, fresh: Fresh, letter: str) -> None:
    mark = fresh("")
    longest = (letter * 32)[: 32 - len(mark)] + mark
    assert len(longest) == 32
    one = await client()
    await one.send("identify", username=letter + longest)
    await one.refused("invalid_username")
    await one.identify(longest)
    await one.say("long")
    assert await one.messages(1) == [(longest, "long")]
    room = letter * (64 - len(mark)) + mark
    await one.send("createRoom", room=letter + room)
    await one.refused("invalid_room_name")
    await one.create(room)
    await one.enter(room)


@pytest.mark.parametrize("size", [129, 1_000, 10_000])
async def test_a_name_without_end(client: NewClient, fresh: Fresh, size: int) -> None:
    one = await client()
    await one.send("identify", username="x" * size)
    await one.refused("invalid_username")
    await one.identify(fresh("Ann"))
    await one.send("createRoom", room=" " * size)
    await one.refused("invalid_room_name")


async def test_a_name_is_kept_as_the_profile_has_it(client: NewClient, fresh: Fresh) -> None:
    mark = fresh("")
    one = await client()
    await one.identify(f"  Ａnn \u00a0 Lee{mark} ")
    await one.say("who am I?")
    assert await one.messages(1) == [(f"Ann Lee{mark}", "who am I?")]
    await one.create(f" tea   room{mark} ")
    await one.send("roomsList")
    while f"tea room{mark}" not in one.rooms:
        await one.next()
    await one.enter(f"tea room{mark}")


async def test_somebody_may_write_their_own_name_another_way(client: NewClient, fresh: Fresh) -> None:
    name = fresh("ann")
    one = await client(name)
    await one.send("rename", newUsername=name.replace("ann", "ANN"))
    await one.say("louder")
    await one.send("rename", newUsername=name.replace("ann", "ANN"))
    await one.say("the same")
    assert [author for author, _ in await one.messages(2)] == [name.replace("ann", "ANN")] * 2
    # There is one of them still.
    other = await client()
    await other.send("identify", username=name)
    await other.refused("username_taken")


async def test_a_name_is_free_after_a_rename(client: NewClient, fresh: Fresh) -> None:
    old, new = fresh("Ann"), fresh("Anna")
    one = await client(old)
    await one.send("rename", newUsername=new)
    await one.nothing_more()
    other = await client(old)
    await other.send("rename", newUsername=new)
    await other.refused("username_taken")
    await one.say("two of us")
    await other.messages(1)
    await other.say("indeed")
    assert await one.messages(2) == [(new, "two of us"), (old, "indeed")]


async def test_names_of_users_and_of_rooms_do_not_meet(client: NewClient, fresh: Fresh) -> None:
    name = fresh("tea")
    one = await client(name)
    await one.create(name)
    await one.enter(name)
    await one.say("tea in tea", name)
    await one.expect("message", **{"from": name, "room": name, "message": "tea in tea"})
