"""The room server that one writes first, with nothing done for speed: what ours is measured against.

    python -m tests.benchmarks.obvious PORT

`websockets` as it comes, `json`, a set of connections a room, and every change of the room list sent to everyone. It
speaks as much of the protocol as the load does, and none of our protections is there.
"""

import asyncio
import json
import sys

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosedError

rooms: dict[str, set[ServerConnection]] = {"default": set()}
everyone: set[ServerConnection] = set()


def tell_rooms() -> None:
    counts = {name: len(members) for name, members in rooms.items()}
    broadcast(everyone, json.dumps({"action": "roomsList", "payload": {"rooms": counts}}))


async def handle(connection: ServerConnection) -> None:
    username = ""
    try:
        async for text in connection:
            frame = json.loads(text)
            payload = frame["payload"]
            match frame["action"]:
                case "identify":
                    username = payload["username"]
                    everyone.add(connection)
                    rooms["default"].add(connection)
                    await connection.send(json.dumps({"action": "joined", "payload": {"room": "default"}}))
                    tell_rooms()
                case "createRoom":
                    rooms[payload["room"]] = set()
                    tell_rooms()
                case "joinRoom":
                    rooms[payload["room"]].add(connection)
                    await connection.send(json.dumps({"action": "joined", "payload": {"room": payload["room"]}}))
                    tell_rooms()
                case "sendMessage":
                    message = {"from": username, "room": payload["room"], "message": payload["message"]}
                    broadcast(rooms[payload["room"]], json.dumps({"action": "message", "payload": message}))
    except ConnectionClosedError:
        pass
    finally:
        everyone.discard(connection)
        for members in rooms.values():
            members.discard(connection)


async def main(port: int) -> None:
    async with serve(handle, "127.0.0.1", port, compression=None, backlog=1024):
        print(f"listening on ws://127.0.0.1:{port}", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
