"""Who speaks the flat dialect gets room lists for it from then on, and nobody else does."""

from tests.conformance.conftest import Fresh, NewClient
from tests.conformance.wire import rooms_list


async def test_a_flat_identify_is_answered_flat(client: NewClient, fresh: Fresh) -> None:
    one = await client()
    await one.send_flat("identify", username=fresh("Ann"))
    await one.welcomed()
    assert one.heard[-1] == rooms_list(one.rooms, flat=True)


async def test_lists_have_rooms_in_both_places_after_a_flat_request(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    await one.send("roomsList")
    assert "rooms" not in await one.next()
    await one.send_flat("joinRoom", room="default")
    await one.expect("joined", room="default")
    # Whether it asks, in whichever dialect, or whether something changes:
    await one.send_flat("roomsList")
    assert (await one.next()).keys() == {"action", "payload", "rooms"}
    await one.send("roomsList")
    assert (await one.next()).keys() == {"action", "payload", "rooms"}
    room = fresh("tea")
    await other.create(room)
    await one.list_shows(**{room: 0})
    assert one.heard[-1].keys() == {"action", "payload", "rooms"}
    # The other one has asked for nothing of the kind.
    await other.list_shows(**{room: 0})
    await other.send("roomsList")
    assert (await other.next()).keys() == {"action", "payload"}


async def test_a_refused_flat_request_counts_as_well(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    await one.send_flat("leaveRoom", room="default")
    await one.refused("cannot_leave_default")
    await one.send("roomsList")
    assert (await one.next()).keys() == {"action", "payload", "rooms"}


async def test_the_dialect_belongs_to_the_connection_not_to_the_name(client: NewClient, fresh: Fresh) -> None:
    name = fresh("Ann")
    one = await client()
    await one.send_flat("identify", username=name)
    await one.welcomed()
    await one.ws.close()
    again = await client(name)
    assert again.heard[-1].keys() == {"action", "payload"}


async def test_only_lists_are_said_twice(client: NewClient, fresh: Fresh) -> None:
    one, name = await client(), fresh("Ann")
    await one.send_flat("identify", username=name)
    await one.welcomed()
    room = fresh("tea")
    await one.send_flat("createRoom", room=room)
    await one.send_flat("joinRoom", room=room)
    await one.expect("joined", room=room)
    await one.send_flat("sendMessage", room=room, message="flat")
    await one.expect("message", **{"from": name, "room": room, "message": "flat"})
    await one.send_flat("leaveRoom", room=room)
    await one.expect("left", room=room)
    await one.send_flat("leaveRoom", room=room)
    await one.refused("not_in_room")
    await one.send_flat("deleteRoom", room=room)
    await one.nothing_more()
