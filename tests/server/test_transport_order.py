"""Whatever is done to a transport, every byte that goes arrives, in order."""

import asyncio
import socket
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.server.line import MUCH, Line

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the usual event loop of Windows watches no sockets")

steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["write", "hear", "say"]), st.integers(1, 60_000)),
        st.tuples(st.sampled_from(["pause", "resume", "turn"]), st.integers(1, 3)),
    ),
    max_size=25,
)


@given(steps, st.sampled_from(["close", "eof", "abort", "their eof"]), st.booleans())
def test_every_byte_arrives_in_order(plan: list[tuple[str, int]], end: str, debug: bool) -> None:
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop, debug=debug) as runner:
        runner.run(play(plan, end))


async def play(plan: list[tuple[str, int]], end: str) -> None:
    line = Line()
    transport, tape = line.transport, line.tape
    written, heard, said = bytearray(), bytearray(), bytearray()
    with line.client:
        for step, number in plan:
            match step:
                case "write":
                    data = MUCH[len(written) % 251 :][:number]
                    transport.write(data)
                    written += data
                case "hear":
                    heard += await line.hear(min(number, len(written) - len(heard)))
                case "say":
                    try:
                        said += MUCH[len(said) % 251 :][: line.client.send(MUCH[len(said) % 251 :][:number])]
                    except BlockingIOError:  # they do not read
                        continue
                case "pause":
                    transport.pause_reading()
                case "resume":
                    transport.resume_reading()
                case "turn":
                    for _ in range(number):
                        await asyncio.sleep(0)
        if end in ("eof", "their eof"):
            transport.resume_reading()
            assert await tape.until(len(said)) == said
        match end:
            case "close":
                transport.close()
            case "eof":
                transport.write_eof()
            case "abort":
                transport.abort()
            case _:
                line.client.shutdown(socket.SHUT_WR)
        transport.write(b"too late" if end != "their eof" else b"")
        if end in ("close", "abort") and len(tape.heard) < len(said):
            # Closed over what was not read, a connection is reset; what the client then hears is the system's affair.
            transport.abort()
        else:
            heard += await line.end()
            assert heard == written if end != "abort" else written.startswith(heard)
        if end == "eof":
            line.client.close()
        await tape.gone
        assert said.startswith(tape.heard)
        assert tape.told[0] == "made"
        assert tape.told.index("lost") == len(tape.told) - 1
        assert tape.told.count("eof") == (end in ("eof", "their eof"))
