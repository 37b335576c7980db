"""Servers that say what a benchmark tells them to, as fast as it is taken: one speaks IRC, one our own protocol."""

import socket
import threading
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Self

from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.sync.server import ServerConnection, serve

from chatapp.protocol.codec import encode
from chatapp.protocol.messages.base import Joined, Message, RoomsList

HERE = "127.0.0.1"
ROOM = "default"
WORDS = "some sixty characters of text that people would write here"


class Flood(ABC):
    """Lets one client in, into one room. Use as a context."""

    def __init__(self) -> None:
        self.port = 0
        self.joined = threading.Event()
        self._said = 0
        self._client: socket.socket | None = None

    @abstractmethod
    def frame(self, number: int) -> bytes:
        """The bytes of one message."""

    def prepare(self, count: int) -> bytes:
        """So many messages, numbered from where the last ones ended."""
        first, self._said = self._said, self._said + count
        return b"".join(map(self.frame, range(first, self._said)))

    def say(self, frames: bytes) -> float:
        """Begin to send, and do not wait for it. Returns the time (`time.monotonic`)."""
        client = self._client
        assert client is not None
        threading.Thread(target=_send, args=(client, frames), daemon=True).start()
        return time.monotonic()


def _send(client: socket.socket, frames: bytes) -> None:
    try:
        client.sendall(frames)
    except OSError:
        return  # the program was ended meanwhile


class Irc(Flood):
    def __enter__(self) -> Self:
        self._listener = socket.create_server((HERE, 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def frame(self, number: int) -> bytes:
        return f":user{number % 10}!u@h PRIVMSG #{ROOM} :{number} {WORDS}\r\n".encode()

    def _serve(self) -> None:
        try:
            client, _ = self._listener.accept()
        except OSError:
            return  # closed before anybody came
        nick = ""
        with client, client.makefile("r", encoding="utf-8", errors="replace") as lines:
            try:
                for line in lines:
                    word, _, rest = line.strip().partition(" ")
                    if word == "NICK":
                        nick = rest.lstrip(":")
                    elif word == "USER":
                        self._welcome(client, nick)
                        self._client = client
                        self.joined.set()
                    elif word == "PING":
                        client.sendall(f":flood PONG flood :{rest.lstrip(':')}\r\n".encode())
            except OSError:
                return  # it was ended

    def _welcome(self, client: socket.socket, nick: str) -> None:
        lines = [
            f":flood 001 {nick} :Welcome",
            f":flood 002 {nick} :Your host is flood",
            f":flood 003 {nick} :Today",
            f":flood 004 {nick} flood 1 i nt",
            f":flood 005 {nick} CHANTYPES=# NETWORK=flood :are supported",
            f":flood 422 {nick} :No message of the day",
            f":{nick}!u@h JOIN #{ROOM}",
            f":flood 353 {nick} = #{ROOM} :{nick} " + " ".join(f"user{number}" for number in range(10)),
            f":flood 366 {nick} #{ROOM} :End",
        ]
        client.sendall("".join(f"{line}\r\n" for line in lines).encode())


class Ours(Flood):
    def __enter__(self) -> Self:
        self._server = serve(self._talk, HERE, 0, compression=None)
        self.port = self._server.socket.getsockname()[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()

    def frame(self, number: int) -> bytes:
        message = Message(author=f"user {number % 10}", room=ROOM, message=f"{number} {WORDS}")
        return _framed(encode(message))

    def _talk(self, connection: ServerConnection) -> None:
        connection.recv()
        connection.socket.sendall(_framed(encode(Joined(ROOM))) + _framed(encode(RoomsList({ROOM: 11}))))
        self._client = connection.socket
        self.joined.set()
        with suppress(ConnectionClosed):  # the program is killed
            for _ in connection:
                pass


def _framed(text: bytes) -> bytes:
    return Frame(Opcode.TEXT, text).serialize(mask=False)
