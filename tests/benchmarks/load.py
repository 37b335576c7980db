"""Servers to measure, and a load for them that costs little: sockets that count bytes instead of parsing frames."""

import os
import selectors
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from websockets.frames import Frame, Opcode

UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
SERVE = ("chatapp", "serve", "--host", "127.0.0.1", "--rate-limit", "off")
OURS = (*SERVE, "--history", "memory")
LIMITS = ("--max-connections", "20000", "--max-connections-per-address", "20000")
SERVERS = {"ours": (*OURS, *LIMITS, "--port", "{port}"), "obvious": ("tests.benchmarks.obvious", "{port}")}
DURABLE = {"durable": (*SERVE, *LIMITS, "--port", "{port}", "--data-dir", "{folder}")}
PATIENCE = 60.0


class Running:
    """A server in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process = process
        self.port = port

    def cpu(self) -> float:
        """Seconds of processor time so far; Linux only."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """KiB of resident memory; Linux only."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return float(next(line for line in lines if line.startswith("VmRSS:")).split()[1])


@contextmanager
def running(name: str, folder: Path | None = None) -> Iterator[Running]:
    """One of SERVERS or DURABLE, on a processor of its own where that can be had."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", *(word.format(port=port, folder=folder) for word in (SERVERS | DURABLE)[name])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
            os.sched_setaffinity(process.pid, {0})
            os.sched_setaffinity(0, {1})
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield Running(process, port)
        finally:
            process.kill()


def masked(text: str) -> bytes:
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=True)


class Client:
    """One connection. What it receives is handed to `heard`, unparsed."""

    def __init__(self, load: "Load", number: int) -> None:
        self.number = number
        self.load = load
        self.room = ""
        self.received = 0
        self.heard: Callable[[Client, bytes], None] = lambda client, data: None
        self.socket = socket.socket()
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if load.tls is not None:
            self.socket.connect(("127.0.0.1", load.port))
            self.socket = load.tls.wrap_socket(self.socket)
        self.socket.setblocking(False)
        with suppress(BlockingIOError):
            if load.tls is None:
                self.socket.connect(("127.0.0.1", load.port))

    def receive(self) -> bytes:
        """What is there; nothing where the server has closed the connection. Raises BlockingIOError."""
        if self.load.tls is None:
            return self.socket.recv(262_144)
        parts: list[bytes] = []
        with suppress(ssl.SSLWantReadError):
            while data := self.socket.recv(262_144):
                parts.append(data)
            return b"".join(parts)
        if not parts:
            raise BlockingIOError
        return b"".join(parts)

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def ask(self, action: str, **payload: str) -> None:
        fields = ",".join(f'"{key}":"{value}"' for key, value in payload.items())
        self.send(masked(f'{{"action":"{action}","payload":{{{fields}}}}}'))


class Load:
    """Clients of one server, driven from this thread. In TLS (`encrypted`) they come one after the other."""

    def __init__(self, port: int, *, encrypted: bool = False) -> None:
        self.port = port
        self.tls: ssl.SSLContext | None = None
        if encrypted:
            self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self.tls.check_hostname = False
            self.tls.verify_mode = ssl.CERT_NONE
        self.clients: list[Client] = []
        self.selector = selectors.DefaultSelector()

    def turn(self, wait: float = 0.05) -> int:
        """Read what has come. Returns how many clients heard something."""
        ready = self.selector.select(wait)
        for key, _ in ready:
            client: Client = key.data
            try:
                data = client.receive()
            except BlockingIOError:
                continue
            if not data:
                raise ConnectionError("the server closed a connection")
            client.received += len(data)
            client.heard(client, data)
        return len(ready)

    def until(self, done: Callable[[], bool]) -> None:
        late = time.perf_counter() + PATIENCE
        while not done():
            self.turn()
            if time.perf_counter() > late:
                raise TimeoutError("the server does not answer")

    def quiet(self, seconds: float = 1.0) -> None:
        """Read until nothing has come for so long."""
        while self.turn(seconds):
            pass

    def open(
        self, number: int, at_once: int = 64, also: Callable[[Client, bytes], None] = lambda client, data: None
    ) -> None:
        """Connections that have identified, and have had their answer. `also` is handed all that they hear, too."""
        waiting: dict[Client, bytes] = {}
        wanted = len(self.clients) + number

        def heard(client: Client, data: bytes) -> None:
            also(client, data)
            if client not in waiting:
                return
            waiting[client] += data
            if waiting[client].endswith(b"\r\n\r\n"):
                client.ask("identify", username=f"person {client.number:05}")
            elif b'"joined"' in waiting[client]:
                del waiting[client]

        while len(self.clients) < wanted or waiting:
            while len(self.clients) < wanted and len(waiting) < at_once:
                client = Client(self, len(self.clients))
                client.heard = heard
                self.clients.append(client)
                waiting[client] = b""
                connected = selectors.DefaultSelector()
                connected.register(client.socket, selectors.EVENT_WRITE)
                connected.select(PATIENCE)
                connected.close()
                client.send(UPGRADE)
                self.selector.register(client.socket, selectors.EVENT_READ, client)
            self.turn()

    def share_out(self, rooms: int) -> list[list[Client]]:
        """The clients in so many rooms, beside `default`."""
        size = len(self.clients) // rooms
        groups = [self.clients[number * size : (number + 1) * size] for number in range(rooms)]
        joined: set[Client] = set()

        def heard(client: Client, data: bytes) -> None:
            if b'"joined"' in data:
                joined.add(client)

        for number, group in enumerate(groups):
            name = f"room {number:04}"
            group[0].ask("createRoom", room=name)
            self.turn(0)
            for client in group:
                client.room = name
                client.heard = heard
        self.quiet(0.5)
        for group in groups:
            for client in group:
                client.ask("joinRoom", room=client.room)
            self.turn(0)
        self.until(lambda: len(joined) == sum(map(len, groups)))
        self.quiet()
        return groups

    def close(self) -> None:
        for client in self.clients:
            client.socket.close()
        self.selector.close()


def talk(load: Load, groups: Sequence[Sequence[Client]], senders: int, seconds: float) -> int:
    """In each room `senders` say something whenever the first member has heard everything. Returns the deliveries.

    Every client reads everything: raises where something is missing in the end.
    """
    said = {client.room: masked(text(client)) for group in groups for client in group}
    size = 0
    due: dict[str, int] = {}
    rounds = dict.fromkeys(said, 0)

    def speak(group: Sequence[Client]) -> None:
        for client in group[:senders]:
            client.send(said[client.room])
        rounds[group[0].room] += 1

    def measure(client: Client, data: bytes) -> None:
        nonlocal size
        size = len(data)

    for client in load.clients:
        client.heard = lambda client, data: None
    groups[0][0].heard = measure
    groups[0][0].send(said[groups[0][0].room])
    load.until(lambda: bool(size))
    load.quiet(0.3)
    for client in load.clients:
        client.received = 0

    end = time.perf_counter() + seconds
    for group in groups:
        due[group[0].room] = senders * size

        def heard(client: Client, data: bytes, group: Sequence[Client] = group) -> None:
            if client.received >= due[client.room] and time.perf_counter() < end:
                due[client.room] += senders * size
                speak(group)

        group[0].heard = heard
    for group in groups:
        speak(group)
    while time.perf_counter() < end:
        load.turn()
    load.until(lambda: all(client.received >= due[client.room] for client in load.clients))
    assert all(client.received == due[client.room] for client in load.clients)
    return sum(client.received // size for client in load.clients)


def text(client: Client) -> str:
    return f'{{"action":"sendMessage","payload":{{"message":"{"x" * 64}","room":"{client.room}"}}}}'
