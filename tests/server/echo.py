"""Echoes through the real listener, so that instruments which none of us wrote can look at it.

    python -m tests.server.echo 9001 &
    uvx kosoku -x '9.*' -x '12.*' -x '13.*' ws://127.0.0.1:9001      Autobahn's cases

Left out: 9 sends up to 16 MiB where a frame of ours has at most 64 KiB, 12 and 13 are about compression. Of the others
all pass but 7.1.5 (a close amid a fragmented message), which websockets answers with 1002 instead of 1000.
"""

import asyncio
import sys

from websockets.frames import Frame, Opcode

from chatapp.server.listener import Listener
from chatapp.server.peer import Peer
from chatapp.server.sockets import bind


class Echo:
    """A handler that says everything again."""

    def opened(self, connection: Peer, now: float) -> None:
        pass

    def turned_away(self, connection: Peer, detail: str) -> None:
        connection.close(1013, detail)

    def received(self, connection: Peer, text: bytes, now: float) -> None:
        connection.write(Frame(Opcode.TEXT, text).serialize(mask=False))

    def received_binary(self, connection: Peer, data: bytes, now: float) -> None:
        connection.write(Frame(Opcode.BINARY, data).serialize(mask=False))

    def idled(self, connection: Peer, now: float) -> None:
        pass

    def closed(self, connection: Peer, now: float) -> None:
        pass


async def serve(port: int) -> None:
    await Listener(Echo(), asyncio.get_running_loop()).listen(bind("127.0.0.1", port))
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
