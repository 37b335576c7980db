"""Names that are proven, over a real socket: by a script that has nothing but the page on the protocol."""

import base64
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.conformance.conftest import Fresh, NewHouse, NewRich
from tests.conformance.rich import EVERYTHING, Rich


def text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Key:
    def __init__(self) -> None:
        self.private = Ed25519PrivateKey.generate()
        self.public = text(self.private.public_key().public_bytes_raw())

    def says(self, pin: str, connection: Rich, name: str) -> dict[str, str]:
        said = b"\0".join(word.encode() for word in ("chatapp identity 1", pin, connection.nonce, name))
        return {"key": self.public, "proof": text(self.private.sign(said))}


async def proven(rich_at: NewRich, key: Key, pin: str, name: str, **more: Any) -> Rich:
    made = await rich_at(**more)
    return await made.identify(name, capabilities=EVERYTHING, auth=key.says(pin, made, name))


async def test_names_that_mean_something(new_house: NewHouse, rich_at: NewRich, fresh: Fresh) -> None:
    house = new_house("--history", "memory")
    bo = await rich_at("Bo", at=house)
    pin, key = bo.welcome["server"]["id"], Key()
    ann = await proven(rich_at, key, pin, "Ann", at=house)
    assert ann.welcome["proven"] is True
    assert (await bo.note("default"))["payload"] == {"room": "default", "username": "Ann", "key": key.public}
    assert (await bo.get("getMembers", room="default"))["keys"] == {"Ann": key.public}
    await ann.get("rename", newUsername="Anna")
    await ann.ws.close()
    eve = await rich_at(at=house)
    assert await eve.turned_away("ANNA") == "username_taken"
    assert await eve.turned_away("Anna", EVERYTHING, **Key().says(pin, eve, "Anna")) == "username_taken"
    await eve.identify("Ann")
    again = await proven(rich_at, key, pin, "Anna", at=house)
    taken = await proven(rich_at, key, pin, "Anna", at=house)
    assert await again.closed() == 4001
    assert taken.welcome["proven"] is True


async def test_a_proof_is_for_one_connection_one_name_and_one_server(new_house: NewHouse, rich_at: NewRich) -> None:
    house = new_house("--history", "memory")
    pin = (await rich_at("Bo", at=house)).welcome["server"]["id"]
    key, ann = Key(), await rich_at(at=house)
    heard = key.says(pin, ann, "Ann")
    await ann.identify("Ann", capabilities=EVERYTHING, auth=heard)
    await ann.ws.close()
    eve = await rich_at(at=house)
    assert await eve.turned_away("Ann", EVERYTHING, **heard) == "auth_failed"
    assert await eve.turned_away("Eve", EVERYTHING, **key.says(pin, eve, "Ann")) == "auth_failed"
    assert await eve.turned_away("Ann", EVERYTHING, **key.says("of another", eve, "Ann")) == "auth_failed"


async def test_a_name_waits_over_a_restart(new_house: NewHouse, rich_at: NewRich, tmp_path: Any) -> None:
    place = ("--data-dir", str(tmp_path / "place"))
    first = new_house(*place)
    pin, key = (await rich_at("Bo", at=first)).welcome["server"]["id"], Key()
    ann = await proven(rich_at, key, pin, "Ann", at=first)
    await ann.ws.close()
    first.stop()
    assert first.program is not None
    first.program.wait()
    again = new_house(*place)
    assert await (await rich_at(at=again)).turned_away("Ann") == "username_taken"
    assert (await proven(rich_at, key, pin, "Ann", at=again)).welcome["server"]["id"] == pin
