r"""Autobahn's cases against our listener: the real one, with a handler that echoes.

    python3 -m venv /tmp/kosoku && /tmp/kosoku/bin/pip install kosoku
    python -m tests.conformance.autobahn /tmp/kosoku/bin/kosoku -o /tmp/kosoku/report -x '12.*' -x '13.*' \
        -x '9.1.*' -x '9.2.*' -x '9.3.*' -x '9.4.*' -x '9.5.*' -x '9.6.*'

The command is run from the project's folder with the listener's address after it, and its exit code is the result;
without a command the address is printed, and the listener runs until Ctrl+C. Left out above are compression, which we
do not accept, and messages over 64 KiB, which we refuse (1009). Of the rest 7.1.5 fails: to a close amid a fragmented
message `websockets` answers 1002, where Autobahn wants 1000.
"""

import asyncio
import sys
from contextlib import suppress

from chatapp.server.frames import text_frame
from chatapp.server.listener import Listener
from chatapp.server.peer import Peer
from chatapp.server.sockets import bind

BINARY = b"\x82"
"""first byte of a binary frame, which is otherwise like one of text"""


class Echo:
    """Sends back what comes: a `Handler`."""

    def opened(self, connection: Peer, now: float) -> None:
        pass

    def turned_away(self, connection: Peer, detail: str) -> None:
        connection.abort()

    def received(self, connection: Peer, text: bytes, now: float) -> None:
        connection.write(text_frame(text))

    def received_binary(self, connection: Peer, data: bytes, now: float) -> None:
        connection.write(BINARY + text_frame(data)[1:])

    def idled(self, connection: Peer, now: float) -> None:
        pass

    def closed(self, connection: Peer, now: float, *, polite: bool) -> None:
        pass


async def main(command: list[str]) -> int:
    listener = Listener(Echo(), asyncio.get_running_loop())
    [sock] = bind("127.0.0.1", 0)
    url = f"ws://127.0.0.1:{sock.getsockname()[1]}"
    await listener.listen([sock])
    try:
        if command:
            return await (await asyncio.create_subprocess_exec(*command, url)).wait()
        print(url, flush=True)  # noqa: T201  # for whoever starts another tool by hand
        await asyncio.Event().wait()
    finally:
        await listener.stop()
    return 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(asyncio.run(main(sys.argv[1:])))
