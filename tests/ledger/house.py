"""The server under test, as a program that is killed; and a line to it that breaks."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
HERE = "127.0.0.1"


class House:
    """`chatapp serve` on one folder and one port, however often it is killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self._program: Process | None = None

    async def start(self) -> None:
        """Start it, without waiting for it."""
        words = ["serve", "--host", HERE, "--port", str(self.port), "--data-dir", str(self.folder)]
        more = ["--rate-limit", "off", "--max-connections-per-address", "500"]
        self._program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "chatapp", *words, *more, cwd=ROOT, stdin=DEVNULL, stdout=PIPE
        )

    async def listens(self) -> None:
        """Wait until others can join."""
        assert self._program is not None
        assert self._program.stdout is not None
        line = (await self._program.stdout.readline()).decode()
        assert line.startswith("listening on ws://"), f"the server did not start: {line!r}"
        self.port = int(line.rpartition(":")[2])

    async def kill(self) -> None:
        """SIGKILL."""
        if self._program is not None:
            with suppress(ProcessLookupError):
                self._program.kill()
            await self._program.wait()

    async def stop(self) -> int:
        """SIGTERM. Returns the exit code."""
        assert self._program is not None
        with suppress(ProcessLookupError):
            self._program.terminate()
        return await self._program.wait()


class Line:
    """A proxy that lets a random number of bytes pass on each connection, and then cuts it wherever that is."""

    def __init__(self, house: House, random: Random) -> None:
        self.cuts = 0
        self.broken = True
        """False: from now on everything passes"""
        self._house = house
        self._random = random
        self._server: asyncio.Server | None = None

    async def open(self) -> str:
        """Returns where to connect."""
        self._server = await asyncio.start_server(self._accept, HERE, 0)
        return f"ws://{HERE}:{self._server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            inner_reader, inner_writer = await asyncio.open_connection(HERE, self._house.port)
        except OSError:
            writer.transport.abort()
            return
        ends = writer, inner_writer
        budgets = [self._random.choice((30, 400, 3_000, 20_000, 200_000)) for _ in ends]
        pumps = [
            asyncio.ensure_future(self._pump(reader, inner_writer, self._random.randrange(1, budgets[0]))),
            asyncio.ensure_future(self._pump(inner_reader, writer, self._random.randrange(1, budgets[1]))),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            for end in ends:
                end.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, budget: int) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data[:budget] if self.broken else data)
                await writer.drain()
                budget -= len(data)
                if self.broken and budget <= 0:
                    self.cuts += 1
                    return
