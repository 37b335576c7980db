"""What a message costs a client, from the socket to the session, as ratios to the obvious client in the same run.

    python -m tests.benchmarks.receive [--messages 20000] [--runs 5]

A server in a thread writes all messages at once. The obvious client is `json.loads(await websocket.recv())` and a list.
Processor time of the client's thread a message, and the longest time for which the loop did nothing else, which is what
a window on the same loop would feel. Medians; the two take turns.
"""

import argparse
import asyncio
import json
import statistics
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from websockets.asyncio.client import connect
from websockets.frames import Frame, Opcode
from websockets.sync.server import ServerConnection, serve

from chatapp.client.connection import Connection
from chatapp.protocol.codec import encode
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.messages.base import Joined, Message, RoomsList
from chatapp.session.session import Session

HERE = "127.0.0.1"
Client = Callable[[int, int], Awaitable[None]]


@contextmanager
def flood(count: int) -> Iterator[int]:
    """A server that lets everyone in and then says `count` messages as fast as they are taken. Gives its port."""
    messages = [
        Message(author=f"user {number % 10}", room="default", message=f"message {number}: " + "words " * 10)
        for number in range(count)
    ]
    replies = [Joined("default"), RoomsList({"default": 10}), *messages]
    frames = b"".join(Frame(Opcode.TEXT, encode(reply)).serialize(mask=False) for reply in replies)

    def talk(connection: ServerConnection) -> None:
        connection.recv()
        connection.socket.sendall(frames)
        for _ in connection:
            pass

    with serve(talk, HERE, 0, compression=None) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.socket.getsockname()[1]
        server.shutdown()
        thread.join()


async def obvious(port: int, count: int) -> None:
    shown = []
    async with connect(f"ws://{HERE}:{port}", compression=None, max_size=None) as websocket:
        await websocket.send(json.dumps({"action": "identify", "payload": {"username": "Ann"}}))
        while len(shown) < count:
            frame = json.loads(await websocket.recv())
            if frame["action"] == "message":
                shown.append(frame["payload"])


async def ours(port: int, count: int) -> None:
    session = Session("Ann")
    timeline = session.timeline("default")
    whole = asyncio.Event()
    connection = Connection(
        session,
        Invite((Address(HERE, port),)),
        deliver=lambda _: whole.set() if len(timeline) >= count else None,
    )
    running = asyncio.create_task(connection.run())
    await whole.wait()
    await connection.stop()
    await running


async def measured(client: Client, port: int, count: int) -> tuple[float, float]:
    """Microseconds a message, and milliseconds of the longest turn."""
    turns: list[float] = []

    async def watch() -> None:
        before = time.perf_counter()
        while True:
            await asyncio.sleep(0)
            now = time.perf_counter()
            turns.append(now - before)
            before = now

    watching = asyncio.create_task(watch())
    # Watching costs a little each turn, and is taken from both alike.
    began = time.thread_time()
    await client(port, count)
    cost = time.thread_time() - began
    watching.cancel()
    return cost / count * 1e6, max(turns) * 1e3


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--messages", type=int, default=20_000)
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    clients: dict[str, Client] = {"obvious": obvious, "ours": ours}
    costs: dict[str, list[float]] = {name: [] for name in clients}
    stalls: dict[str, list[float]] = {name: [] for name in clients}
    with flood(options.messages) as port:
        for _ in range(options.runs):
            for name, client in clients.items():
                cost, stall = asyncio.run(measured(client, port, options.messages))
                costs[name].append(cost)
                stalls[name].append(stall)
    for what, unit, figures in (("processor time a message", "µs", costs), ("longest turn", "ms", stalls)):
        medians = {name: statistics.median(values) for name, values in figures.items()}
        ratio = medians["ours"] / medians["obvious"]
        print(f"{what}: ours {medians['ours']:.1f} {unit}, obvious {medians['obvious']:.1f} {unit}, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
